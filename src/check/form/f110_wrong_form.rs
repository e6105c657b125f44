//! F110 wrong-form
//!
//! ## What it finds
//!
//! Tables of the 2019 form in a report for 2021 or later, or of the 2021 form in one for 2020 or before.
//!
//! ## Why it matters
//!
//! The forms ask for different figures: the old one for items and new disclosures, the new one for documents in force and
//! three kinds of 其他处理. A report on the wrong form leaves out what its year asks for.
//!
//! ## Basis
//!
//! 国办公开办函〔2019〕60号 for the years 2019 and 2020; 国办公开办函〔2021〕30号 from 2021 on.
//!
//! ## Example
//!
//! A report for 2022 asks for 本年新制作数量 and 上一年项目数量.
//!
//! ## Instead
//!
//! Move the figures to the form of the year, and fill in what it asks for beyond them.
//!
//! ## 查什么
//!
//! 2021年及以后的报告用了2019年格式，或者2020年及以前的报告用了2021年格式。
//!
//! ## 为什么
//!
//! 两种格式要求的数据不同：旧格式填项目数和新公开数，新格式填现行有效件数，“其他处理”分为三项。格式用错，就缺少当年应报的数据。
//!
//! ## 依据
//!
//! 2019、2020年度适用国办公开办函〔2019〕60号，2021年度起适用国办公开办函〔2021〕30号。
//!
//! ## 示例
//!
//! 2022年度的报告仍填“本年新制作数量”“上一年项目数量”。
//!
//! ## 应为
//!
//! 改用当年的格式填报，并补齐新要求的数据。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::form_for_year;
use crate::report::{FormId, ReportForm, Severity};

pub const RULE: Rule = Rule { code: "F110", name: "wrong-form", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "{year}年度的报告应当使用{expected}年格式，表格却是{form}年格式",
    en: "A report for {year} takes the {expected} form; its tables follow that of {form}",
};
const MARK: Words = Words { zh: "{form}年格式的栏目", en: "A label of the {form} form" };

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    let form = match report.form {
        Some(ReportForm::Form2019) => FormId::Form2019,
        Some(ReportForm::Form2021) => FormId::Form2021,
        Some(ReportForm::Mixed) | None => return,
    };
    let Some(year) = report.year.or(context.options.year) else { return };
    let expected = form_for_year(year);
    if expected == form {
        return;
    }
    let marks: Vec<_> = context.parsed.marks.iter().filter(|mark| mark.form == form).collect();
    let mut draft = Draft::new(MESSAGE)
        .at(marks.first().map(|mark| mark.span))
        .text("year", year.to_string())
        .text("expected", expected.as_str())
        .text("form", form.as_str());
    for mark in marks.iter().skip(1) {
        draft = draft.related(mark.span, MARK);
    }
    findings.add(draft);
}
