//! What a figure in prose counts, told from its clause.

use super::claim::Clause;
use crate::report::SectionId;
use crate::text::{Searched, Word, beginnings, has_any as has, holds, is_chinese_numeral, last_of, words};

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Applications received; `handled` where the words may mean all that the organ dealt with in the year.
    Received {
        handled: bool,
        applicant: Applicant,
    },
    CarriedIn,
    /// Applications concluded in one of the ways, or in several together.
    Outcome(Vec<Outcome>),
    Concluded,
    CarriedOut,
    Cases(Cases),
    Documents {
        kind: Documents,
        measure: Measure,
    },
}

/// Who applied: everybody, natural persons, or organizations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicant {
    All,
    Natural,
    Organization,
}

/// A group of rows under 三、本年度办理结果.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Granted,
    PartlyGranted,
    Denied,
    Unavailable,
    Unprocessed,
    Other,
}

/// Which rows of table 四 a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cases {
    Reconsideration,
    Suits,
    DirectSuits,
    SuitsAfterReconsideration,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Documents {
    Rules,
    Normative,
}

/// What was done with documents in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Issued,
    Published,
    Repealed,
    InForce,
}

/// Other matters that applications are spoken of with.
const OTHER_MATTERS: &[Word] = words![
    "受理点",
    "接收点",
    "查阅点",
    "模板",
    "手册",
    "指南",
    "流程",
    "规程",
    "制度",
    "机制",
    "案卷",
    "台账",
    "表格",
    "案例",
    "证明",
    "备案",
    "监督",
    "批示",
    "处理费",
    "收费",
    "撤回",
    "补正",
    "重复",
    "延期",
    "延长",
];

/// What is received and concluded as applications are.
const CASEWORK: &[Word] = words![
    "信访",
    "咨询",
    "留言",
    "投诉",
    "举报",
    "热线",
    "诉求",
    "提案",
    "建议",
    "议案",
    "许可",
    "审批",
    "政务服务",
    "办件",
    "工单",
    "信箱",
    "来信",
    "信件",
    "来电",
    "复议",
    "诉讼",
];

/// Words that count only some of the applications.
const SUBSETS: &[Word] = words![
    "其中",
    "网络",
    "网上",
    "在线",
    "线上",
    "线下",
    "信函",
    "邮寄",
    "快递",
    "邮件",
    "邮箱",
    "传真",
    "当面",
    "现场",
    "当场",
    "窗口",
    "书面",
    "纸质",
    "口头",
    "微信",
    "电话",
    "系统",
    "网站",
    "平台",
    "涉及",
    "关于",
    "类",
    "平均",
    "人均",
    "月均",
    "日均",
    "律师",
    "领域",
    "共同",
    "联合",
    "牵头",
    "主办",
    "协办",
    "会办",
    "占",
    "工作日",
    "正在",
];

/// Whole ways of receiving, though one of [`SUBSETS`] be named.
const ALL_WAYS: &[Word] = words!["等渠道", "等方式", "等途径", "等形式", "各种", "各类", "各渠道"];

const RECEIVED: &[Word] = words![
    "收到",
    "收办",
    "新收",
    "接收",
    "接到",
    "收悉",
    "共收",
    "申请数量",
    "申请总数",
    "申请总量",
    "申请量",
    "申请共"
];
/// Words that may stand for what was received, for that with what was carried in, or for what was concluded.
const HANDLED: &[Word] = words!["受理", "办理", "处理", "承办", "收到和处理"];
const CONCLUDED: &[Word] = words!["办结", "答复", "办理完", "处理完", "办理完毕", "已办理", "回复"];

/// Words of answers that aren't those to all applications, or of work on them.
const NOT_ALL_ANSWERS: &[Word] = words![
    "意见", "超期", "逾期", "告知", "书", "首次", "二次", "再次", "重新", "更正", "满意", "拟", "未", "待", "非", "审",
    "查", "回访", "引用", "电话", "面谈", "提前", "当日", "当天",
];

/// What a clause's figure counts in a report of that year, or none where that isn't certain.
pub fn of(clause: &Clause, section: Option<SectionId>, year: Option<i32>) -> Option<Topic> {
    let words = [clause.before, clause.after].concat();
    let words = Searched::from(words.as_str());
    let is_of_each =
        has(words, words!["分别", "各自", "各有", "各收", "各受", "各办"]) || clause.before.ends_with('各');
    if is_of_each || is_change(clause.before) {
        return None;
    }
    if has(words, words!["复议", "诉讼"])
        || (holds(words.text, "案件") && has(clause.sentence, words!["复议、", "诉讼案件"]))
    {
        return cases(clause, words, section).map(Topic::Cases);
    }
    let goes_on = has(words, words!["废止", "失效", "现行有效"])
        && holds(clause.sentence, "规范性文件")
        && !has(clause.sentence, words!["清理", "梳理", "历年"]);
    if goes_on || has(words, words!["规范性文件", "规章"]) {
        return documents(words, goes_on);
    }
    application(clause, words, year)
}

/// 申请量增加5件: the figure is by how much, not how many.
fn is_change(before: &str) -> bool {
    let before = before.trim_end_matches('了');
    ["增加", "增多", "增长", "减少", "下降", "降低", "上升", "多", "少"].iter().any(|change| before.ends_with(change))
}

fn application(clause: &Clause, words: Searched, year: Option<i32>) -> Option<Topic> {
    let is_other = has(words, OTHER_MATTERS) || has(words, CASEWORK) || holds(clause.after, "申请的");
    if is_other || !is_on_applications(clause, words) {
        return None;
    }
    if has(words, words!["结转", "顺延", "转入", "转至", "转到", "转下"]) {
        return carried(words, year).filter(|_| !goes_on_with_another(clause, words));
    }
    let outcomes = outcomes(words);
    if !outcomes.is_empty() {
        // 向第三方征求意见6件，其中同意公开4件 is what others think.
        let reason = has(words, words!["因", "属于", "由于", "为由", "涉及"])
            || clause.before.ends_with('对')
            || has(clause.sentence, words!["征求", "权利人"]);
        return (!reason && !is_on_documents(clause, words)).then_some(Topic::Outcome(outcomes));
    }
    received_or_concluded(clause, words)
}

/// 热线受理工单80件，办结79件: what is counted was named in a clause before, and it isn't applications.
fn goes_on_with_another(clause: &Clause, words: Searched) -> bool {
    let before = [clause.context, clause.sentence].concat();
    let before = Searched::from(before.as_str());
    let is_counted = |at: usize| before.text[at..].contains(|c: char| c.is_ascii_digit() || is_chinese_numeral(c));
    !has(words, words!["申请", "公开"])
        && last_of(before, CASEWORK).is_some_and(|at| is_counted(at) && last_of(before, words!["申请"]) < Some(at))
}

/// Applications carried from one year to the next, which may be named by its figure: 结转至2024年.
fn carried(words: Searched, year: Option<i32>) -> Option<Topic> {
    let names = |year: Option<i32>| year.is_some_and(|year| holds(words.text, &format!("{year}年")));
    if has(words, words!["下年", "下一年", "次年", "下年度", "继续办理", "明年"]) || names(year.map(|year| year + 1))
    {
        return Some(Topic::CarriedOut);
    }
    // 收到40件，含上年结转4件 has a clause of its own; 新收和上年结转44件 is a sum.
    let from_last = has(words, words!["上年", "上一年", "去年"]) || names(year.map(|year| year - 1));
    (from_last && !has(words, words!["新收", "收到"])).then_some(Topic::CarriedIn)
}

/// Whether it is documents that are open, open on application or closed: 主动公开80件，依申请公开12件，不予公开5件.
fn is_on_documents(clause: &Clause, words: Searched) -> bool {
    has(clause.sentence, words!["主动公开", "属性", "公文", "源头", "模板"])
        || has(words, words!["主动公开", "属性", "公文"])
}

/// Whether words narrow applications to those of one way or kind.
fn names_some(words: Searched) -> bool {
    has(words, SUBSETS) && !has(words, ALL_WAYS)
}

/// Whether words speak of all applications, whoever made them and in whatever way.
pub(super) fn is_of_all(words: &str) -> bool {
    let words = Searched::from(words);
    !names_some(words) && applicant(words) == Some(Applicant::All)
}

fn received_or_concluded(clause: &Clause, words: Searched) -> Option<Topic> {
    let ways = names_some(words);
    let applicant = applicant(words)?;
    let verb = Searched::from(clause.before);
    // In 收到40件申请 what is counted follows the figure; 答复意见40件 answers nobody.
    if has(verb, CONCLUDED) {
        let whole = !ways && applicant == Applicant::All && !has(words, NOT_ALL_ANSWERS);
        let followed = has(verb, words!["收到", "受理", "新收", "当年"]);
        return (whole && !followed && !goes_on_with_another(clause, words)).then_some(Topic::Concluded);
    }
    let received = has(verb, RECEIVED);
    // 全年依申请公开40件 may be all that was dealt with.
    let bare =
        ["依申请公开", "依申请公开共"].iter().any(|bare| verb.text.ends_with(bare)) && !is_on_documents(clause, words);
    let handled = has(verb, HANDLED) || bare;
    let named = applicant != Applicant::All
        && clause.before.ends_with("申请")
        && has(clause.sentence, words!["收到", "受理", "新收"]);
    if ways && !named || !(received || handled || named) {
        return None;
    }
    // 申请办理方面，2023年新收到40件: what was received goes before.
    let before = ["收到", "新收", "接收", "接到"].iter().any(|bare| verb.text.ends_with(bare))
        && clause.after.is_empty()
        && holds(clause.sentence, "申请");
    let counts = (holds(words.text, "申请") || before) && !divides_concluded(clause.sentence);
    counts.then_some(Topic::Received { handled: handled || named, applicant })
}

/// 办结42件（其中上年结转4件、新收38件): what follows are parts of those that were concluded.
fn divides_concluded(sentence: &str) -> bool {
    let Some((before, parts)) = sentence.rsplit_once("其中") else { return false };
    let before = Searched::from(before);
    !parts.contains(';') && last_of(before, CONCLUDED) > last_of(before, RECEIVED)
}

/// Which applicants are counted; none where only some organizations are.
fn applicant(words: Searched) -> Option<Applicant> {
    let (natural, organization) =
        (has(words, words!["自然人"]), has(words, words!["法人或其他组织", "法人和其他组织"]));
    let some = has(words, words!["企业", "公民", "个人", "科研", "公益", "法律服务"]);
    let all = holds(words.text, "公民") && has(words, words!["法人", "组织"])
        || holds(words.text, "个人") && holds(words.text, "单位");
    match (natural, organization) {
        _ if all => Some(Applicant::All),
        _ if some => None,
        (true, true) | (false, false) => Some(Applicant::All),
        (true, false) => Some(Applicant::Natural),
        (false, true) => Some(Applicant::Organization),
    }
}

/// Whether the sentence, or what goes before it, speaks of applications for government information.
fn is_on_applications(clause: &Clause, words: Searched) -> bool {
    let near = [clause.context, clause.sentence, words.text].concat();
    has(near.as_str(), words!["公开申请", "依申请公开", "信息申请", "申请公开", "申请政府信息", "信息公开的申请"])
        || (holds(&near, "申请") && holds(&near, "信息公开"))
}

fn outcomes(words: Searched) -> Vec<Outcome> {
    const NAMES: [(&str, Outcome); 9] = [
        ("予以公开", Outcome::Granted),
        ("同意公开", Outcome::Granted),
        ("准予公开", Outcome::Granted),
        ("全部公开", Outcome::Granted),
        ("部分公开", Outcome::PartlyGranted),
        ("不予公开", Outcome::Denied),
        ("无法提供", Outcome::Unavailable),
        ("不予处理", Outcome::Unprocessed),
        ("其他处理", Outcome::Other),
    ];
    let is_named = |name: &str| beginnings(words.text, name).any(|at| !words.text[..at].ends_with(['不', '未']));
    let mut named: Vec<Outcome> =
        NAMES.iter().filter(|(name, _)| is_named(name)).map(|&(_, outcome)| outcome).collect();
    // Those of one outcome follow each other.
    named.dedup();
    named
}

fn cases(clause: &Clause, words: Searched, section: Option<SectionId>) -> Option<Cases> {
    // Parts of a total, stages of a suit, and what an organ decides or sees as another than the one sued.
    let part = words![
        "维持",
        "纠正",
        "纠错",
        "撤销",
        "驳回",
        "胜诉",
        "败诉",
        "审结",
        "审理",
        "结果",
        "撤回",
        "终止",
        "一审",
        "二审",
        "再审",
        "受理",
        "其中",
        "裁定",
        "判决",
        "调解",
        "化解",
        "被告知",
        "未审",
        "变更",
        "第三人",
        "协助",
        "新增",
        "新收",
        "决定",
        "责令",
        "占",
        "案例",
        "可能",
        "风险",
        "庭审",
        "听证",
    ];
    let near = [clause.context, clause.sentence, words.text].concat();
    let on_disclosure =
        section == Some(SectionId::Litigation) || has(near.as_str(), words!["信息公开", "依申请", "政务公开"]);
    // 行政复议12件，其中涉及政府信息公开5件; 复议4件，加上上年结转1件; 各类行政复议36件，行政诉讼12件.
    let next = clause.rest.trim_start_matches([',', ';', '(']);
    let next = next.split([',', ';', ')']).next().unwrap_or(next);
    let of_more = [clause.sentence, words.text].iter().any(|text| holds(text, "各类"))
        || has(next, words!["结转"])
        || clause.after.starts_with("申请")
        || (next.starts_with("其中") && has(next, words!["信息公开", "依申请"]));
    if has(words, part) || !on_disclosure || of_more {
        return None;
    }
    let after_reconsideration = words!["复议后起诉", "经复议后", "复议后提起"];
    let direct = words!["未经复议", "直接起诉", "直接提起"];
    if has(words, after_reconsideration) {
        return Some(Cases::SuitsAfterReconsideration);
    }
    if has(words, direct) {
        return Some(Cases::DirectSuits);
    }
    match (holds(words.text, "复议"), holds(words.text, "诉讼")) {
        (true, false) => Some(Cases::Reconsideration),
        (false, true) => Some(Cases::Suits),
        _ => Some(Cases::All),
    }
}

/// `goes_on` where the kind was named by a clause before: 制发规范性文件2件，废止1件.
fn documents(words: Searched, goes_on: bool) -> Option<Topic> {
    let other = words![
        "规章制度",
        "审查",
        "审核",
        "清理",
        "备案",
        "党内",
        "党组",
        "党委",
        "目录",
        "清单",
        "汇编",
        "栏目",
        "联合",
        "解读",
        "意见",
        "修改",
        "修订",
        "其中",
        "草案",
        "培训",
        "报备",
        "评估",
        "宣传",
        "转发",
        "起草",
        "类",
        "制度",
        "规划",
        "拟",
        "提请",
        "报请",
        "上级",
        "国家",
        "转载",
    ];
    let kind = match (holds(words.text, "规范性文件"), holds(words.text, "规章")) {
        (true, false) => Documents::Normative,
        (false, true) => Documents::Rules,
        (false, false) if goes_on => Documents::Normative,
        _ => return None,
    };
    if has(words, other) {
        return None;
    }
    let measure = if has(words, words!["废止", "失效"]) {
        Measure::Repealed
    } else if has(words, words!["现行有效", "有效"]) {
        Measure::InForce
    } else if has(words, words!["制发", "制定", "印发", "出台", "制作", "发文"]) {
        Measure::Issued
    } else if has(words, words!["公开", "发布", "公布"]) {
        Measure::Published
    } else {
        return None;
    };
    Some(Topic::Documents { kind, measure })
}
