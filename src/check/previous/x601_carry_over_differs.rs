//! X601 carry-over-differs
//!
//! ## What it finds
//!
//! A column of table 三 in which last year's report carried over (四) another number of applications than this year's
//! report carries in (二). Both forms have the two rows, so reports for 2020 and 2021 are compared as well.
//!
//! ## Why it matters
//!
//! An application that is lost between two years was answered by nobody.
//!
//! ## Basis
//!
//! The form: 四、结转下年度继续办理 of one year is 二、上年结转政府信息公开申请数量 of the next.
//!
//! ## Example
//!
//! Last year's 四 is 5 in column 总计; this year's 二 is 4.
//!
//! ## Instead
//!
//! Look up the register; correct this year's row 二, or publish a correction of last year's report.
//!
//! ## 查什么
//!
//! 第三张表的某一列，上年报告的第四项（结转下年度继续办理）与本年报告的第二项（上年结转）不相等。两种格式都有这两项，
//! 因此2020年与2021年的报告也作比较。
//!
//! ## 为什么
//!
//! 两个年度之间对不上的申请，可能无人答复。
//!
//! ## 依据
//!
//! 年度报告格式：上一年度的“四、结转下年度继续办理”即本年度的“二、上年结转政府信息公开申请数量”。
//!
//! ## 示例
//!
//! 上年报告第四项总计为5，本年报告第二项总计为4。
//!
//! ## 应为
//!
//! 查申请登记台账，改正本年的第二项；上年报告有误的，公布更正。

use super::figure;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::table;
use crate::report::{Row, Severity, TableId};
use rust_decimal::Decimal;

pub const RULE: Rule =
    Rule { code: "X601", name: "carry-over-differs", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "上年报告结转下年度{expected}件（{column}），本年报告上年结转为{actual}件，两者应当相等",
    en: "Last year's report carried {expected} over ({column}), this year's carries {actual} in; the two must be equal",
};
const OTHERS: Words = Words { zh: "；另有{others}列也不相等", en: "; further columns that differ: {others}" };

/// A row without any figure says nothing.
fn says_something(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.value.is_some())
}

fn check(context: &Context, findings: &mut Findings) {
    let Some(previous) = super::last_year(context) else { return };
    let applications = &context.report().tables.applications;
    let (out, into) = (previous.tables.applications.row("carried_out"), applications.row("carried_in"));
    let (Some(out), Some(into)) = (out, into) else { return };
    if !says_something(out) || !says_something(into) {
        return;
    }
    let differs = |column: &&str| {
        let (before, now) = (figure(out.cell(column))?, figure(into.cell(column))?);
        (before != now).then_some((before, now))
    };
    let columns = table(applications.form, TableId::Applications).rows[0].columns;
    let wrong: Vec<_> =
        columns.iter().filter_map(|column| differs(&column.id).map(|figures| (column, figures))).collect();
    let Some(&(column, (before, now))) = wrong.first() else { return };
    let cells = wrong.iter().filter_map(|(column, _)| into.cell(column.id));
    let mut draft = Draft::new(MESSAGE)
        .at(into.cell(column.id).and_then(|cell| cell.span).or(into.span))
        .number("expected", before)
        .number("actual", now)
        .text("column", column.label)
        .cells(cells.map(|cell| cell.address.clone()))
        .expected(before)
        .actual(now);
    if wrong.len() > 1 {
        draft = draft.and(OTHERS).number("others", Decimal::from(wrong.len() - 1));
    }
    findings.add(draft);
}
