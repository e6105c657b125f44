//! C207 unit-unknown
//!
//! ## What it finds
//!
//! An amount of money, not 0, without a unit in its cell or its header.
//!
//! ## Why it matters
//!
//! The form counts money in 万元, but its 2019 header doesn't say so, and some organs fill in 元. Where the text, or last
//! year's report, gives the same amount ten thousand times smaller, the table is most likely in 元.
//!
//! ## Basis
//!
//! The 2019 form's 采购总金额 (in 万元, by practice) and the 2021 form's 本年收费金额（单位：万元）.
//!
//! ## Example
//!
//! 政府集中采购 has the amount 832.775 under a header that says 采购总金额 alone.
//!
//! ## Instead
//!
//! Name the unit in the header, 采购总金额（单位：万元）, and see that the figure is in it.
//!
//! ## 查什么
//!
//! 金额不为0，而格里和表头都没有写明单位。
//!
//! ## 为什么
//!
//! 金额以万元计，2019年格式的表头却没有写明，有的机关按元填报。正文或者上年报告中的同一金额小一万倍的，表中很可能填的是元。
//!
//! ## 依据
//!
//! 2019年格式的“采购总金额”（惯例以万元计），2021年格式的“本年收费金额（单位：万元）”。
//!
//! ## 示例
//!
//! “政府集中采购”的金额填832.775，表头只写“采购总金额”。
//!
//! ## 应为
//!
//! 在表头写明单位，如“采购总金额（单位：万元）”，并核对金额是否以万元计。

use super::place::{Place, places};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::Measure;
use crate::report::Severity;
use crate::text::{Folded, Span, holds};
use regex::Regex;
use rust_decimal::Decimal;
use std::sync::LazyLock;

pub const RULE: Rule = Rule { code: "C207", name: "unit-unknown", severity: Severity::Info, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”的金额{value}没有写明单位，按万元读取，请在表头注明",
    en: "The amount of “{row}”, {value}, has no unit and was read as 万元; name the unit in the header",
};
const TEXT_SMALLER: Words = Words {
    zh: "“{row}”的金额{value}没有写明单位，正文写的是{smaller}万元，表中可能填的是元",
    en: "The amount of “{row}”, {value}, has no unit; the text says {smaller}万元, so the table may be in 元",
};
const LAST_YEAR_SMALLER: Words = Words {
    zh: "“{row}”的金额{value}没有写明单位，上年报告为{smaller}万元，表中可能填的是元",
    en: "The amount of “{row}”, {value}, has no unit; last year's report has {smaller}万元, so the table may be in 元",
};
const SENTENCE: Words = Words { zh: "正文：{smaller}万元", en: "The text: {smaller}万元" };

fn check(context: &Context, findings: &mut Findings) {
    for place in places(context.report()).filter(|place| place.column.measure == Measure::Amount) {
        let Some(value) = place.cell.value.filter(|value| !value.is_zero() && place.cell.unit.is_none()) else {
            continue;
        };
        let smaller = value / Decimal::from(10_000);
        let sentence = amount_in_text(context, smaller);
        let draft = if let Some(sentence) = sentence {
            Draft::new(TEXT_SMALLER).related(sentence, SENTENCE).severity(Severity::Warning)
        } else if last_year(context, &place) == Some(smaller) {
            Draft::new(LAST_YEAR_SMALLER).severity(Severity::Warning)
        } else {
            Draft::new(MESSAGE)
        };
        findings.add(
            draft
                .at(place.span())
                .text("row", &place.row.label)
                .number("value", value)
                .number("smaller", smaller)
                .cells([place.cell.address.clone()])
                .actual(value),
        );
    }
}

static AMOUNT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"([0-9][0-9,]*(?:\.[0-9]+)?)万元").expect("a pattern"));

/// Where the prose gives an amount in 万元.
fn amount_in_text(context: &Context, amount: Decimal) -> Option<Span> {
    context.parsed.document.paragraphs().find_map(|paragraph| {
        let line = paragraph.of(context.text());
        if !holds(line, "万") {
            return None;
        }
        let folded = Folded::new(line, paragraph.start as usize);
        let words: String = folded.chars.iter().collect();
        let found = AMOUNT.captures_iter(&words).find_map(|captures| {
            let figure: Decimal = captures[1].replace(',', "").parse().ok()?;
            (figure == amount).then(|| captures.get(0)).flatten()
        })?;
        let at = |byte: usize| words[..byte].chars().count();
        Some(folded.span(at(found.start()), at(found.end())))
    })
}

fn last_year(context: &Context, place: &Place) -> Option<Decimal> {
    let previous = context.options.previous.as_ref()?;
    previous.tables.get(place.table.id).cell(&place.row.id, &place.cell.column)?.value
}
