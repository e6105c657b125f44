//! F108 unknown-row
//!
//! ## What it finds
//!
//! A row with figures that the form doesn't have.
//!
//! ## Why it matters
//!
//! Its figures have no place in the sums: they are lost when reports are added up, or belong to another row.
//!
//! ## Basis
//!
//! The form: each table has fixed rows; organs don't add their own.
//!
//! ## Example
//!
//! Table 三 has a row 9.其他不予公开情形 after 8.属于行政查询事项.
//!
//! ## Instead
//!
//! Count the figures under the official row that fits, and explain in the text.
//!
//! ## 查什么
//!
//! 表格中有格式没有规定的行，并填了数。
//!
//! ## 为什么
//!
//! 这一行的数在合计中没有位置，汇总时会丢失，或者本应计入别的行。
//!
//! ## 依据
//!
//! 年度报告格式：各表格的行是固定的，不自行增加。
//!
//! ## 示例
//!
//! 第三部分表格在“8.属于行政查询事项”之后另加“9.其他不予公开情形”一行。
//!
//! ## 应为
//!
//! 把数计入规定的行，需要说明的写在正文中。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "F108", name: "unknown-row", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "第{ordinal}部分的表格有格式没有规定的一行“{row}”（{figures}），请把数计入规定的行",
    en: "The table of section {ordinal} has a row that the form doesn't have, “{row}” ({figures}); count its figures under an \
         official row",
};

fn check(context: &Context, findings: &mut Findings) {
    for table in context.report().tables.all().into_iter().filter(|table| table.found) {
        for row in &table.extra_rows {
            let figures: Vec<&str> = row.unplaced.iter().map(|value| value.raw.as_str()).collect();
            findings.add(
                Draft::new(MESSAGE)
                    .at(row.span)
                    .text("ordinal", form::section_of(table.id).ordinal)
                    .text("row", &row.label)
                    .text("figures", figures.join("、")),
            );
        }
    }
}
