//! Y502 period-off
//!
//! ## What it finds
//!
//! A sentence on the period of the figures (统计期限) whose dates aren't 1 January and 31 December of the report's
//! year.
//!
//! ## Why it matters
//!
//! All figures of the report are counted over this period; another one makes them incomparable with those of other
//! organs and years.
//!
//! ## Basis
//!
//! Art. 50 of 政府信息公开条例 and the form: the report covers the calendar year before.
//!
//! ## Example
//!
//! The report for 2023 says 统计期限自2023年1月1日起至2023年11月30日止.
//!
//! ## Instead
//!
//! 统计期限自2023年1月1日起至2023年12月31日止。 If the figures were counted over another period, count them again.
//!
//! ## 查什么
//!
//! 说明统计期限的句子，起止日期不是报告年度的1月1日和12月31日。
//!
//! ## 为什么
//!
//! 年度报告的全部数据都按这个期限统计，期限不同，数据就无法与其他机关、其他年度比较。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第五十条和年度报告格式：年度报告反映上一年度全年的情况。
//!
//! ## 示例
//!
//! 2023年的报告写“统计期限自2023年1月1日起至2023年11月30日止”。
//!
//! ## 应为
//!
//! “统计期限自2023年1月1日起至2023年12月31日止”；数据确实按其他期限统计的，应当重新统计。

use super::mention::{Mention, mentions};
use crate::check::language::{Figure, Passage};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Edit, Severity};
use crate::text::{beginnings, holds};
use regex::Regex;
use std::sync::LazyLock;

pub const RULE: Rule = Rule { code: "Y502", name: "period-off", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "统计期限写的是{stated}，应为{year}年1月1日至12月31日",
    en: "The period of the figures is given as {stated}; it should be 1 January to 31 December {year}",
};
const FIX: Words = Words { zh: "改为{year}年1月1日至12月31日", en: "make it 1 January to 31 December {year}" };

/// 2023-1-1至2023-12-31, as folding leaves it.
static IN_DIGITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(20[0-9]{2})[-./]([0-9]{1,2})[-./]([0-9]{1,2})起?[至到-](?:(20[0-9]{2})[-./])?([0-9]{1,2})[-./]([0-9]{1,2})",
    )
    .expect("a pattern")
});

fn check(context: &Context, findings: &mut Findings) {
    let Some(year) = context.report().year else { return };
    for passage in context.passages() {
        if may_hold_digits(&passage.text) && holds(&passage.text, "统计") {
            in_digits(context, passage, year).into_iter().for_each(|draft| findings.add(draft));
        }
        let dates = mentions(passage);
        for (start, end) in dates.iter().zip(dates.iter().skip(1)) {
            if let Some(wrong) = wrong_figures(start, end, year).filter(|_| is_period(passage, start, end)) {
                findings.add(draft(context, passage, (start, end), &wrong, year));
            }
        }
    }
}

/// Whether a year of four digits may stand there with a mark after it; a look before the close one.
fn may_hold_digits(text: &str) -> bool {
    beginnings(text, "20").any(|at| matches!(text.as_bytes().get(at + 4), Some(b'-' | b'.' | b'/')))
}

/// A period in digits alone that is another.
fn in_digits(context: &Context, passage: &Passage, year: i32) -> Option<Draft> {
    let captures = IN_DIGITS.captures(&passage.text)?;
    let number = |group| captures.get(group).and_then(|found: regex::Match| found.as_str().parse::<i32>().ok());
    let from = number(1);
    let written = [from, number(2), number(3), number(4).or(from), number(5), number(6)];
    if written == [year, 1, 1, year, 12, 31].map(Some) {
        return None;
    }
    let whole = captures.get(0)?;
    let place = passage.position(whole.start())..passage.position(whole.end());
    if !passage.slice(place.start.saturating_sub(40)..place.start).contains("统计") {
        return None;
    }
    let span = passage.span(place);
    let was = span.of(context.text()).to_owned();
    let right = format!("{year}年1月1日至{year}年12月31日");
    let draft = Draft::new(MESSAGE).at(span).text("stated", was.as_str()).number("year", year);
    Some(draft.fix(FIX, vec![Edit { span, was, text: right }]))
}

/// Whether the sentence of two whole dates gives the period of the figures.
fn is_period(passage: &Passage, start: &Mention, end: &Mention) -> bool {
    let (Some(from), Some(to)) = (start.year, end.day) else { return false };
    let words = passage.slice(from.number.start.saturating_sub(40)..to.whole.end);
    let between = start
        .day
        .map_or("", |day| passage.slice(day.whole.end..end.ends().map_or(day.whole.end, |ends| ends.0.number.start)));
    let joined =
        ["至", "到", "-", "起至", "止"].iter().any(|word| holds(between, word)) && between.chars().count() <= 4;
    joined && ["统计", "所列数据", "数据期限", "时限"].iter().any(|word| holds(words, word))
}

/// The figures of both dates that are wrong, with what they should be; none where all are right or one is missing.
fn wrong_figures<'p>(start: &Mention<'p>, end: &Mention<'p>, year: i32) -> Option<Vec<(&'p Figure, i32)>> {
    let should = [
        (start.year, year),
        (start.month, 1),
        (start.day, 1),
        (end.year.or(start.year), year),
        (end.month, 12),
        (end.day, 31),
    ];
    let mut wrong: Vec<(&Figure, i32)> = Vec::new();
    for (figure, value) in should {
        let figure = figure?;
        if figure.value != value.into() && !wrong.iter().any(|(other, _)| std::ptr::eq(*other, figure)) {
            wrong.push((figure, value));
        }
    }
    (!wrong.is_empty()).then_some(wrong)
}

fn draft(
    context: &Context,
    passage: &Passage,
    dates: (&Mention, &Mention),
    wrong: &[(&Figure, i32)],
    year: i32,
) -> Draft {
    let edit = |&(figure, value): &(&Figure, i32)| {
        let span = passage.span(figure.number.clone());
        Edit { span, was: span.of(context.text()).to_owned(), text: value.to_string() }
    };
    let place = dates.0.ends().zip(dates.1.ends()).map(|(start, end)| start.0.number.start..end.1.whole.end);
    let place = place.unwrap_or_default();
    let stated = passage.slice(place.clone()).to_owned();
    Draft::new(MESSAGE)
        .at(passage.span(place))
        .text("stated", stated)
        .number("year", year)
        .fix(FIX, wrong.iter().map(edit).collect())
}
