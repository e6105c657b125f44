//! X605 not-last-year
//!
//! ## What it finds
//!
//! The report given as last year's is of another year, or bears another organ's name. Where it is of another year,
//! nothing is compared with it.
//!
//! ## Why it matters
//!
//! What was carried over, the stocks and the text follow from last year's report alone; held against another, every
//! difference means nothing.
//!
//! ## Basis
//!
//! Practice: Art. 50 of 政府信息公开条例 has the report state the figures of one year, so that they can be held against
//! those of the year before.
//!
//! ## Example
//!
//! The report is for 2023, and the one for 2021 was given as last year's.
//!
//! ## Instead
//!
//! Give the report for 2022. Where the organ was renamed, the comparison stands.
//!
//! ## 查什么
//!
//! 用来对照的“上年报告”不是上一年度的，或者写的是另一机关的名称。不是上一年度的，不再逐项对照。
//!
//! ## 为什么
//!
//! 结转数、现行有效数和正文只能与上一年度的报告对照，与别的报告对照，得出的差异没有意义。
//!
//! ## 依据
//!
//! 工作惯例：《政府信息公开条例》第五十条要求年度报告列明当年的情况，以便与上一年度对照。
//!
//! ## 示例
//!
//! 本报告是2023年的，用来对照的却是2021年的报告。
//!
//! ## 应为
//!
//! 换成2022年的报告。机关改名的，对照结果仍然有效。

use crate::check::many::are_alike;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Report, Severity};

pub const RULE: Rule = Rule { code: "X605", name: "not-last-year", severity: Severity::Warning, file: file!(), check };

const YEAR: Words = Words {
    zh: "用来对照的是{stated}年的报告，不是上年（{expected}年）的，因此没有逐项对照，请换成{expected}年的报告",
    en: "The report to compare with is for {stated}, not for the year before ({expected}), so nothing was compared; give \
         the one for {expected}",
};
const ORGAN: Words = Words {
    zh: "用来对照的是“{other}”的报告，本报告是“{organ}”的，请确认是同一机关",
    en: "The report to compare with is that of {other}, this one is that of {organ}; make sure that they are one organ",
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(previous) = &context.options.previous else { return };
    let report = context.report();
    if let Some((stated, expected)) = other_year(previous, report) {
        findings.add(Draft::new(YEAR).number("stated", stated).number("expected", expected));
    } else if let (Some(organ), Some(other)) = (&report.organ, &previous.organ)
        && !are_alike(organ, other)
    {
        findings.add(Draft::new(ORGAN).text("organ", organ.as_str()).text("other", other.as_str()));
    }
}

/// The year of the report given as last year's and the year that it should have, where they differ.
pub fn other_year(previous: &Report, report: &Report) -> Option<(i32, i32)> {
    let (stated, expected) = (previous.year?, report.year? - 1);
    (stated != expected).then_some((stated, expected))
}
