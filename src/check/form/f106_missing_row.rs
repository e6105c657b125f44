//! F106 missing-row
//!
//! ## What it finds
//!
//! Rows of the form that a table doesn't have.
//!
//! ## Why it matters
//!
//! The figures of a row that isn't there are unknown, and so are the sums that need them.
//!
//! ## Basis
//!
//! The form: each table has fixed rows, and those that don't apply are filled with 0.
//!
//! ## Example
//!
//! Table 三 has no row 8.属于行政查询事项.
//!
//! ## Instead
//!
//! Add the row under its official label, with 0 where there was none.
//!
//! ## 查什么
//!
//! 表格缺少格式规定的行。
//!
//! ## 为什么
//!
//! 缺少的行有多少件不明，用到它的合计也无法核对。
//!
//! ## 依据
//!
//! 年度报告格式：各表格的行是固定的，没有发生的填0。
//!
//! ## 示例
//!
//! 第三部分表格没有“8.属于行政查询事项”一行。
//!
//! ## 应为
//!
//! 按规定的名称补上这一行，没有发生的填0。

use crate::check::cells::place::has_row;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::{Row, Severity, Table};

pub const RULE: Rule = Rule { code: "F106", name: "missing-row", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "第{ordinal}部分的表格缺少{count}行：{rows}；请补上，没有发生的填0",
    en: "Rows missing from the table of section {ordinal}: {rows}; add them, with 0 where there was none",
};
const BEFORE: Words =
    Words { zh: "缺少的行应当接在这一行之后", en: "What is missing belongs after this row" };

fn check(context: &Context, findings: &mut Findings) {
    for table in context.report().tables.all().into_iter().filter(|table| table.found) {
        let missing: Vec<&Row> = table.rows.iter().filter(|row| !has_row(row)).collect();
        let Some(first) = missing.first() else { continue };
        let labels: Vec<&str> = missing.iter().map(|row| &*row.label).collect();
        let before = row_before(table, first).and_then(|row| row.span);
        findings.add(
            Draft::new(MESSAGE)
                .at(before.or(table.span))
                .text("ordinal", form::section_of(table.id).ordinal)
                .text("rows", labels.join("、"))
                .number("count", missing.len() as u64)
                .cells(missing.iter().flat_map(|row| row.cells.iter().map(|cell| cell.address.clone())))
                .related(before, BEFORE),
        );
    }
}

/// The row of the report that the form has before another.
fn row_before<'r>(table: &'r Table, row: &Row) -> Option<&'r Row> {
    let at = table.rows.iter().position(|other| other.id == row.id)?;
    table.rows[..at].iter().rev().find(|row| has_row(row))
}
