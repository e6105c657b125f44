//! X602 stock-differs
//!
//! ## What it finds
//!
//! A stock of table 二 that doesn't follow from last year's report. Form 2021: 现行有效件数 of last year, plus 本年制
//! 发, less 本年废止, is 现行有效 of this year. Form 2019: 上一年项目数量 and 本年增/减 of last year together are 上一
//! 年项目数量 of this year. Reports on different forms aren't compared.
//!
//! ## Why it matters
//!
//! Documents in force can't appear or vanish without being issued or repealed.
//!
//! ## Basis
//!
//! The form's columns: each year's stock starts from the last one's.
//!
//! ## Example
//!
//! Last year 13 normative documents were in force, 2 were issued and 1 repealed this year, and the report says 15.
//!
//! ## Instead
//!
//! Count the documents in force; correct the figure, or say in the text why it doesn't follow (a clean-up, a change
//! of method).
//!
//! ## 查什么
//!
//! 第二张表的存量数与上年报告推算不符。2021年格式：上年现行有效件数加本年制发、减本年废止，应为本年现行有效件数；2019
//! 年格式：上年的上一年项目数量加本年增/减，应为本年的上一年项目数量。两年格式不同的不作比较。
//!
//! ## 为什么
//!
//! 现行有效的文件不会不经制发、废止就增加或者减少。
//!
//! ## 依据
//!
//! 年度报告格式各栏的含义：每年的存量从上年的存量开始。
//!
//! ## 示例
//!
//! 上年现行有效13件，本年制发2件、废止1件，本年却填15件。
//!
//! ## 应为
//!
//! 清点现行有效的文件，改正数据；确有原因的（集中清理、口径调整），在正文说明。

use super::figure;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Cell, FormId, Row, Severity, add};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "X602", name: "stock-differs", severity: Severity::Warning, file: file!(), check };

const IN_FORCE: Words = Words {
    zh: "{row}：上年现行有效{before}件，本年制发{issued}件、废止{repealed}件，现行有效应为{expected}件，表中为{actual}件，请核对",
    en: "{row}: {before} were in force last year, {issued} were issued and {repealed} repealed this year, which makes \
         {expected} in force; the table has {actual}",
};
const ITEMS: Words = Words {
    zh: "{row}：上年报告的上一年项目数量{before}项，增减{change}项，本年的上一年项目数量应为{expected}项，表中为{actual}项，请核对",
    en: "{row}: last year's report had {before} items and a change of {change}, which makes {expected}; this year's report \
         starts from {actual}",
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(previous) = super::last_year(context) else { return };
    let (before, now) = (&previous.tables.disclosure, &context.report().tables.disclosure);
    if before.form != now.form || !before.found || !now.found {
        return;
    }
    for row in &now.rows {
        let Some(last) = before.row(&row.id) else { continue };
        let draft = match now.form {
            FormId::Form2021 => in_force(last, row),
            FormId::Form2019 => items(last, row),
        };
        draft.into_iter().for_each(|draft| findings.add(draft));
    }
}

/// A figure that stands there; a blank says nothing of a stock, nor does a 0 that is known only from what is absent.
fn stated(cell: Option<&Cell>) -> Option<Decimal> {
    cell.filter(|cell| cell.span.is_some()).and_then(|cell| cell.value)
}

fn in_force(last: &Row, row: &Row) -> Option<Draft> {
    let before = stated(last.cell("in_force"))?;
    let (issued, repealed) = (figure(row.cell("issued"))?, figure(row.cell("repealed"))?);
    let cell = row.cell("in_force")?;
    let (actual, expected) = (stated(Some(cell))?, add(add(before, issued)?, -repealed)?);
    let draft = draft(IN_FORCE, row, cell, (expected, actual))?;
    Some(draft.number("before", before).number("issued", issued).number("repealed", repealed))
}

fn items(last: &Row, row: &Row) -> Option<Draft> {
    let (before, change) = (stated(last.cell("previous_items"))?, figure(last.cell("change"))?);
    let cell = row.cell("previous_items")?;
    let (actual, expected) = (stated(Some(cell))?, add(before, change)?);
    let draft = draft(ITEMS, row, cell, (expected, actual))?;
    Some(draft.number("before", before).number("change", change))
}

fn draft(words: Words, row: &Row, cell: &Cell, (expected, actual): (Decimal, Decimal)) -> Option<Draft> {
    let draft = Draft::new(words)
        .at(cell.span)
        .text("row", &row.label)
        .number("expected", expected)
        .number("actual", actual)
        .cells([cell.address.clone()])
        .expected(expected)
        .actual(actual);
    (expected != actual).then_some(draft)
}
