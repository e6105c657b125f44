//! F107 missing-column
//!
//! ## What it finds
//!
//! A column of the form that a table doesn't have.
//!
//! ## Why it matters
//!
//! The figures of a column that isn't there are unknown, and so are the sums that need them.
//!
//! ## Basis
//!
//! The form: each table has fixed columns, and those that don't apply are filled with 0.
//!
//! ## Example
//!
//! Table 三 has no column 法律服务机构.
//!
//! ## Instead
//!
//! Add the column under its official header, with 0 where there was none.
//!
//! ## 查什么
//!
//! 表格缺少格式规定的列。
//!
//! ## 为什么
//!
//! 缺少的列有多少件不明，用到它的合计也无法核对。
//!
//! ## 依据
//!
//! 年度报告格式：各表格的列是固定的，没有发生的填0。
//!
//! ## 示例
//!
//! 第三部分表格没有“法律服务机构”一列。
//!
//! ## 应为
//!
//! 按规定的名称补上这一列，没有发生的填0。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "F107", name: "missing-column", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "第{ordinal}部分的表格缺少“{column}”一列；请补上，没有发生的填0",
    en: "The table of section {ordinal} lacks the column “{column}”; add it, with 0 where there was none",
};

fn check(context: &Context, findings: &mut Findings) {
    for absent in &context.parsed.absent_columns {
        let table = context.report().tables.get(absent.table);
        let first = absent.rows.first().and_then(|row| table.row(row)).and_then(|row| row.span);
        findings.add(
            Draft::new(MESSAGE)
                .at(first.or(table.span))
                .text("ordinal", form::section_of(absent.table).ordinal)
                .text("column", absent.label)
                .cells(absent.rows.iter().map(|row| form::address(absent.table, row, absent.column))),
        );
    }
}
