//! The words around the tables: sentences written for these tests, about organs that don't exist.

use super::chance;
use fastrand::Rng;
use gouji::report::{FormId, SectionId};

/// An organ, and the words it uses of itself.
const ORGANS: [(&str, &str); 8] = [
    ("云溪县水利局", "我局"),
    ("青浦岭市统计局", "我局"),
    ("临江区民政局", "本机关"),
    ("白石县人民政府", "我县"),
    ("南屏市人民政府", "全市"),
    ("柳河镇人民政府", "我镇"),
    ("东湾区城市管理委员会", "本委"),
    ("长桥街道办事处", "街道"),
];

/// The wordings of a heading; the first is the official one.
fn headings(section: SectionId) -> &'static [&'static str] {
    match section {
        SectionId::Overview => &["总体情况", "总体情况", "工作基本情况"],
        SectionId::Disclosure => &["主动公开政府信息情况", "主动公开政府信息情况", "主动公开情况"],
        SectionId::Applications => {
            &["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况", "依申请公开政府信息情况"]
        }
        SectionId::Litigation => &[
            "政府信息公开行政复议、行政诉讼情况",
            "政府信息公开行政复议、行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        ],
        SectionId::Problems => &["存在的主要问题及改进情况", "存在的主要问题及改进情况", "存在问题及改进情况"],
        SectionId::Other => &["其他需要报告的事项"],
    }
}

/// The words of one report.
pub struct Prose {
    organ: &'static str,
    own: &'static str,
    year: i32,
    form: FormId,
}

const ORDINALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

impl Prose {
    pub fn draw(rng: &mut Rng, form: FormId) -> Self {
        let (organ, own) = ORGANS[rng.usize(0..ORGANS.len())];
        let year = if form == FormId::Form2019 { rng.i32(2019..=2020) } else { rng.i32(2021..=2025) };
        Self { organ, own, year, form }
    }

    pub fn title(&self) -> String {
        format!("{}{}年政府信息公开工作年度报告", self.organ, self.year)
    }

    pub fn preamble(&self) -> Vec<String> {
        vec![format!(
            "{}按照政府信息公开条例的要求编制本报告，数据统计期限为{year}年1月1日至{year}年12月31日。",
            self.organ,
            year = self.year
        )]
    }

    /// A section's heading with its ordinal; `official` keeps to the form's wording.
    pub fn heading(&self, rng: &mut Rng, section: SectionId, official: bool) -> String {
        let wordings = headings(section);
        let words = if official { wordings[0] } else { wordings[rng.usize(0..wordings.len())] };
        format!("{}、{words}", ORDINALS[section as usize])
    }

    /// The paragraphs of a section, those before its table.
    pub fn paragraphs(&self, rng: &mut Rng, section: SectionId) -> Vec<String> {
        let (own, year) = (self.own, self.year);
        match section {
            SectionId::Overview => {
                let mut paragraphs = vec![format!(
                    "{year}年，{own}坚持把公开透明作为工作的基本要求，围绕群众关心的事项及时回应，各项任务按计划完成。"
                )];
                if rng.bool() {
                    paragraphs.extend([
                        "（一）主动公开。".to_owned()
                            + own
                            + "在门户网站设立专栏，按目录更新机构职能、办事指南和预算决算。",
                        "（二）依申请公开。完善登记、审核、答复各环节的规程，由专人跟进办理时限。".to_owned(),
                    ]);
                }
                paragraphs
            }
            SectionId::Disclosure | SectionId::Applications | SectionId::Litigation => Vec::new(),
            SectionId::Problems => vec![
                "从全年情况看，栏目更新的均衡性仍有欠缺，个别科室对公开时限的把握不够准确。".to_owned(),
                "下一步将开展业务培训，健全内部核对机制，使公开内容更加完整易查。".to_owned(),
            ],
            SectionId::Other if self.form == FormId::Form2021 => {
                vec!["本年度未收取信息处理费，没有其他需要报告的事项。".to_owned()]
            }
            SectionId::Other => vec!["没有其他需要报告的事项。".to_owned()],
        }
    }

    /// The organ and the date at the end, or nothing.
    pub fn signature(&self, rng: &mut Rng) -> Vec<String> {
        if chance(rng, 0.5) {
            return Vec::new();
        }
        vec![self.organ.to_owned(), format!("{}年1月{}日", self.year + 1, rng.u32(4..=28))]
    }
}
