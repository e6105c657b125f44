//! The words of a good report: sentences written for these tests, which say what the tables say.

use crate::draft::{Draft, Organ};
use crate::support::typesetter::figures::Values;
use fastrand::Rng;
use gouji::report::{FormId, SectionId};

/// How a report writes the figures of its sentences.
#[derive(Clone, Copy, PartialEq)]
pub enum Numerals {
    Plain,
    Commas,
    FullWidth,
    Chinese,
}

impl Numerals {
    fn draw(rng: &mut Rng) -> Self {
        match rng.u32(0..10) {
            0 => Self::Commas,
            1 => Self::FullWidth,
            2 => Self::Chinese,
            _ => Self::Plain,
        }
    }

    pub fn write(self, number: i64) -> String {
        let plain = number.to_string();
        match self {
            Self::Plain => plain,
            Self::Commas => {
                let mut text = plain;
                for at in (1..text.len()).rev().filter(|at| (text.len() - at).is_multiple_of(3)).collect::<Vec<_>>() {
                    text.insert(at, ',');
                }
                text
            }
            Self::FullWidth => {
                plain.chars().map(|digit| char::from_u32(digit as u32 + 0xfee0).expect("a digit")).collect()
            }
            Self::Chinese if number < 10_000 => chinese(number),
            Self::Chinese => plain,
        }
    }
}

/// A number below 10,000 as it is spoken: 一百零五.
fn chinese(number: i64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number == 0 {
        return "零".to_owned();
    }
    let mut text = String::new();
    let (mut rest, mut gap) = (number, false);
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = rest / unit;
        rest %= unit;
        if digit == 0 {
            gap |= !text.is_empty() && rest > 0;
            continue;
        }
        if gap {
            text += "零";
            gap = false;
        }
        let is_ten = unit == 10 && digit == 1 && text.is_empty();
        text += &format!("{}{name}", if is_ten { "" } else { DIGITS[digit as usize] });
    }
    text
}

fn one_of<'t>(rng: &mut Rng, texts: &[&'t str]) -> &'t str {
    texts[rng.usize(0..texts.len())]
}

/// The rows of table 三 under each outcome.
pub fn group(form: FormId, outcome: &str) -> Vec<&'static str> {
    let rows = gouji::form::table(form, gouji::report::TableId::Applications).rows;
    let begins: &[&str] = match outcome {
        "予以公开" => &["granted"],
        "部分公开" => &["partly_granted"],
        "不予公开" => &["denied"],
        "无法提供" => &["unavailable"],
        "不予处理" => &["unprocessed"],
        _ => &["other"],
    };
    rows.iter().map(|row| row.id).filter(|id| begins.iter().any(|begin| id.starts_with(begin))).collect()
}

pub const OUTCOMES: [&str; 6] = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];

/// A report with these figures, in sentences of its own.
pub fn write(seed: u64, form: FormId, year: i32, organ: Organ, values: Values) -> Draft {
    let rng = &mut Rng::with_seed(seed);
    let mut draft = Draft::without_words(seed, form, year, organ, values);
    draft.title = Some(format!("{}{year}年政府信息公开工作年度报告", organ.name));
    let notice = if form == FormId::Form2019 {
        "国办公开办函〔2019〕60号"
    } else {
        "国办公开办函〔2021〕30号"
    };
    let second_year = if rng.bool() { format!("{year}年") } else { String::new() };
    draft.preamble = vec![format!(
        "本报告按照《中华人民共和国政府信息公开条例》（国务院令第711号）和年度报告格式（{notice}）编制，所列数据的统计期限自\
         {year}年1月1日起至{second_year}12月31日止。"
    )];
    let numerals = Numerals::draw(rng);
    let paragraphs = vec![
        published(rng, &draft, numerals),
        applications(rng, &draft, numerals),
        documents(rng, &draft, numerals),
        format!(
            "（四）平台建设。{}的栏目按照主题重新排列，检索结果先列近期的内容，老年人也能方便地找到办事材料。",
            organ.own
        ),
        "（五）监督保障。由专人每月核对栏目的更新情况，发现的错漏在三个工作日之内改正。".to_owned(),
    ];
    draft.part(SectionId::Overview).paragraphs = paragraphs;
    let cases = cases(&draft, numerals);
    let share = share(&draft, numerals);
    draft.part(SectionId::Overview).paragraphs.extend([cases].into_iter().chain(share));
    draft.part(SectionId::Problems).paragraphs = vec![
        "从全年的情况看，答复文书的说理仍然不够充分，个别栏目的更新不够均衡。".to_owned(),
        format!("下一步，{}将组织业务培训，完善内部核对的办法，使公开的内容更加完整。", organ.own),
    ];
    draft.part(SectionId::Other).paragraphs = vec![match form {
        FormId::Form2019 => "没有其他需要报告的事项。".to_owned(),
        FormId::Form2021 => format!("{year}年度没有收取政府信息公开信息处理费，没有其他需要报告的事项。"),
    }];
    draft.signature = vec![organ.name.to_owned(), format!("{}年1月{}日", year + 1, rng.u32(4..=28))];
    draft
}

/// How much was published, with its parts, the share of one, and the growth.
fn published(rng: &mut Rng, draft: &Draft, numerals: Numerals) -> String {
    let parts = [rng.i64(20..400), rng.i64(20..400), rng.i64(20..400)];
    let whole: i64 = parts.iter().sum();
    let before = whole - rng.i64(1..whole / 2);
    let growth = (whole - before) * 1000 / before;
    let [one, two, three] = parts.map(|part| numerals.write(part));
    let opens = one_of(rng, &["其中", "其中：", "包括"]);
    let (own, year) = (draft.organ.own, draft.year);
    format!(
        "（一）主动公开。{year}年，{own}围绕群众关心的事项公开信息{}条，{opens}机构职能信息{one}条、办事指南信息{two}条、工作\
         进展信息{three}条。全年回复留言{}条，比上年的{}条增长{}.{}%。",
        numerals.write(whole),
        numerals.write(whole),
        numerals.write(before),
        growth / 10,
        growth % 10,
    )
}

/// What became of the applications.
fn applications(rng: &mut Rng, draft: &Draft, numerals: Numerals) -> String {
    let total = |row: &str| numerals.write(draft.total(row));
    let outcome = |name: &str| {
        let count: i64 = group(draft.form, name).iter().map(|row| draft.total(row)).sum();
        format!("{name}{}件", numerals.write(count))
    };
    let received = one_of(rng, &["全年收到政府信息公开申请", "本年度新收政府信息公开申请", "共接到政府信息公开申请"]);
    let carried_in = one_of(rng, &["上年结转", "上年度结转", "另有上年结转"]);
    let concluded = one_of(rng, &["办结", "已办结", "答复"]);
    let carried_out = one_of(rng, &["结转下年度继续办理", "结转下一年度", "顺延至下年度办理"]);
    let outcomes = if rng.bool() { &OUTCOMES[..] } else { &OUTCOMES[..3] };
    let outcomes: Vec<String> = outcomes.iter().map(|name| outcome(name)).collect();
    format!(
        "（二）依申请公开。{received}{}件，{carried_in}{}件；{concluded}{}件，其中{}；{carried_out}{}件。",
        total("received"),
        total("carried_in"),
        total("concluded"),
        outcomes.join("、"),
        total("carried_out")
    )
}

/// How many of the applications were granted, in per cent.
fn share(draft: &Draft, numerals: Numerals) -> Option<String> {
    let (all, granted) = (draft.total("concluded"), draft.total("granted"));
    let share = (granted * 1000).checked_div(all)?;
    let (all, granted) = (numerals.write(all), numerals.write(granted));
    Some(format!(
        "（七）公开比例。在办结的政府信息公开申请{all}件中，予以公开{granted}件，占{}.{}%。",
        share / 10,
        share % 10
    ))
}

fn documents(rng: &mut Rng, draft: &Draft, numerals: Numerals) -> String {
    let count = |column: &str| numerals.write(draft.value(&format!("disclosure.normative_documents.{column}")));
    let counter = one_of(rng, &["件", "件", "份"]);
    match draft.form {
        FormId::Form2019 => format!(
            "（三）文件管理。全年新制作规范性文件{}{counter}，逐件标明公开属性，文本与说明一并归档。",
            count("made")
        ),
        FormId::Form2021 => format!(
            "（三）文件管理。全年制发行政规范性文件{}{counter}，废止{}{counter}，现行有效的行政规范性文件{}{counter}。",
            count("issued"),
            count("repealed"),
            count("in_force")
        ),
    }
}

/// The cases of table 四, or that there were none.
fn cases(draft: &Draft, numerals: Numerals) -> String {
    let of = |rows: &[&str]| rows.iter().map(|row| draft.value(&format!("litigation.{row}.total"))).sum::<i64>();
    let (reconsideration, suits) = (of(&["reconsideration"]), of(&["direct_suit", "suit_after_reconsideration"]));
    if reconsideration + suits == 0 {
        return "（六）争议处理。没有因政府信息公开工作被申请行政复议、被提起行政诉讼。".to_owned();
    }
    format!(
        "（六）争议处理。因政府信息公开工作被申请行政复议{}件，被提起行政诉讼{}件。",
        numerals.write(reconsideration),
        numerals.write(suits)
    )
}
