//! Y501 year-differs
//!
//! ## What it finds
//!
//! A year that the organ gives as its own in the text (我局2018年…, or 2018年， at the beginning of a sentence)
//! where the title has another; and a title of another year than the one the check was asked for. Plans for the next
//! year, looks back (自2018年起, 较2018年) and names of documents are left alone.
//!
//! ## Why it matters
//!
//! A stale year shows that last year's text was taken over; readers can't tell which year the figures are of.
//!
//! ## Basis
//!
//! Art. 50 of 政府信息公开条例: the report is on the year before the one in which it is published.
//!
//! ## Example
//!
//! The title says 2019年政府信息公开工作年度报告, and section 一 begins 2018年，我局认真落实.
//!
//! ## Instead
//!
//! Give the year of the title throughout, once it is sure that the sentence is about that year.
//!
//! ## 查什么
//!
//! 正文中本机关自述的年份（“我局2018年……”，或者句首的“2018年，”）与标题的年份不一致；标题的年份与校验时指定的年
//! 份不一致。下一年度的计划、回顾（自2018年起、较2018年）和文件名称中的年份不查。
//!
//! ## 为什么
//!
//! 年份没有改，说明正文沿用了上一年度的文字，读者无法判断数据是哪一年的。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第五十条、第四十九条：年度报告公布的是上一年度的情况。
//!
//! ## 示例
//!
//! 标题为“2019年政府信息公开工作年度报告”，正文第一部分写“2018年，我局认真落实……”。
//!
//! ## 应为
//!
//! 核实这句话说的是哪一年，说的是本年度的，改为标题的年份。

use super::mention::{Mention, mentions};
use crate::check::language::{Passage, STOPS};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{SectionId, Severity};
use crate::text::{Span, Word, has_any, words};

pub const RULE: Rule = Rule { code: "Y501", name: "year-differs", severity: Severity::Warning, file: file!(), check };

const TEXT: Words = Words {
    zh: "标题为{year}年，正文写的是{stated}年，请核对这句话说的是哪一年",
    en: "The title says {year}, the text {stated}. Check which year the sentence is about",
};
const TITLE: Words = Words {
    zh: "应当是{year}年的报告，标题写的是{stated}年，请核对",
    en: "This should be the report for {year}; it says {stated}. Check which report it is",
};

/// What makes a sentence on a later year a plan.
const PLANS: &[Word] = words!["将", "计划", "下一步", "继续", "进一步", "拟", "力争", "打算", "要", "预计"];

/// What follows a year at once where it is looked back on: 2018年起, 2018年印发的.
const LOOKS_BACK: &[&str] = &[
    "起", "以来", "以后", "之前", "之后", "前", "后", "底", "末", "初", "印发", "发布", "修订", "施行", "实施", "版",
    "至", "到", "-",
];

/// Words of a sentence on what the organ was given in another year.
const HONOURS: &[Word] = words!["评为", "获评", "荣获", "获得", "授予", "表彰", "考核"];

/// Words before a year that make it another than the report's own.
const NOT_AFTER: &[&str] =
    &["自", "从", "于", "较", "比", "到", "至", "与", "和", "截至", "截止", "《", "\"", "(", "-", "、"];

/// How far back the year's sentence is looked at, in characters.
const SENTENCE: usize = 160;

fn check(context: &Context, findings: &mut Findings) {
    let Some(stated) = context.report().year else { return };
    if let Some(year) = context.options.year.filter(|&year| year != stated) {
        let draft = Draft::new(TITLE).at(title(context)).number("year", year).number("stated", stated);
        findings.add(draft.expected(year_figure(year)).actual(year_figure(stated)));
    }
    if context.report().title.is_none() {
        return;
    }
    for passage in context.passages() {
        for mention in mentions(passage) {
            let other = mention.year().filter(|&year| year != stated && (2000..2100).contains(&year));
            let own = other.and_then(|other| Some((other, own_year(passage, &mention, stated)?)));
            let Some((other, span)) = own else { continue };
            let draft = Draft::new(TEXT).at(span).number("year", stated).number("stated", other);
            findings.add(draft.expected(year_figure(stated)).actual(year_figure(other)));
        }
    }
}

fn year_figure(year: i32) -> rust_decimal::Decimal {
    year.into()
}

/// Where the title stands.
fn title(context: &Context) -> Option<Span> {
    let title = context.report().title.as_deref()?;
    let start = context.text().find(title)?;
    Some(Span::bytes(start, start + title.len()))
}

/// The place of a year that the organ gives as its own.
fn own_year(passage: &Passage, mention: &Mention, stated: i32) -> Option<Span> {
    let year = mention.year.filter(|year| !year.approximate && mention.month.is_none())?;
    passage.section.filter(|&section| section != SectionId::Problems)?;
    let chars = passage.chars();
    let from = year.number.start.saturating_sub(12);
    let before = passage.slice(from..year.number.start);
    let sentence_end = chars[year.whole.end..].iter().take(60).position(|mark| matches!(mark, '。' | '!' | '?'));
    let end = sentence_end.map_or(chars.len().min(year.whole.end + 60), |at| year.whole.end + at);
    let after = passage.slice(year.whole.end..end);
    let near = year.number.start.saturating_sub(SENTENCE);
    let stop = chars[near..year.number.start].iter().rposition(|mark| STOPS.contains(mark));
    let sentence = passage.slice(near + stop.map_or(0, |at| at + 1)..year.number.start);
    if in_title_of_document(chars, year.number.start)
        || NOT_AFTER.iter().any(|word| before.ends_with(word))
        || LOOKS_BACK.iter().any(|word| after.strip_prefix('度').unwrap_or(after).starts_with(word))
        || (mention.year() > Some(stated) && has_any(after, PLANS))
        || [sentence, after].iter().any(|words| words.contains(&stated.to_string()))
        || has_any(after, HONOURS)
    {
        return None;
    }
    let begins = before.is_empty() || before.ends_with(['。', '!', '?', ';']);
    let speaks = |words: &str| ["我", "本"].iter().any(|own| words.starts_with(own));
    let after = after.strip_prefix('度').unwrap_or(after);
    let after_mark = after.strip_prefix(',').unwrap_or(after);
    let named = ends_with_own_name(before);
    let at_start = begins && (after.starts_with(',') || speaks(after_mark) || after.starts_with("全年"));
    (named || at_start || speaks(after_mark)).then(|| passage.span(year.whole.clone()))
}

/// Whether a position stands between 《 and 》.
fn in_title_of_document(chars: &[char], at: usize) -> bool {
    let near = &chars[at.saturating_sub(60)..at];
    near.iter().rev().find(|character| "《》".contains(**character)) == Some(&'《')
}

/// 我局 or 本机关 just before the year.
fn ends_with_own_name(before: &str) -> bool {
    let names =
        ["局", "委", "办", "厅", "县", "市", "区", "镇", "乡", "省", "机关", "单位", "部门", "街道", "中心", "院"];
    ["我", "本"]
        .iter()
        .any(|own| names.iter().any(|name| before.strip_suffix(name).is_some_and(|rest| rest.ends_with(own))))
}
