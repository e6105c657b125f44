//! C202 placeholder
//!
//! ## What it finds
//!
//! A mark or a word, such as 无, —— or /, in place of a figure.
//!
//! ## Why it matters
//!
//! A mark can't be added up. 无 may mean 0, and it may mean that the organ has no such business at all.
//!
//! ## Basis
//!
//! Practice: the form asks for figures; an item that doesn't occur is reported as 0.
//!
//! ## Example
//!
//! The row 行政强制 has —— under 处理决定数量.
//!
//! ## Instead
//!
//! Put 0, and explain in section 六 if there is something to explain.
//!
//! ## 查什么
//!
//! 应当填数的格里填了“无”“——”“/”等符号或者文字。
//!
//! ## 为什么
//!
//! 符号无法汇总。“无”可能是没有发生，也可能是本机关没有这类职能，含义不明。
//!
//! ## 依据
//!
//! 填报惯例：表格应当填数，没有发生的填0。
//!
//! ## 示例
//!
//! “行政强制”一行的“处理决定数量”填“——”。
//!
//! ## 应为
//!
//! 填0；确有需要说明的，在第六部分说明。

use super::group::Group;
use super::place::places;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::{CellState, Severity};

pub const RULE: Rule = Rule { code: "C202", name: "placeholder", severity: Severity::Warning, file: file!(), check };

const ROW: Words = Words {
    zh: "“{row}”有{count}格（{columns}）填的是“{raw}”，应当填数，没有的请填0",
    en: "“{row}” has “{raw}” in place of a figure under {columns}; put 0 where there was none",
};
const TABLE: Words = Words {
    zh: "第{ordinal}部分的表格有{rows}行共{count}格填的是“{raw}”等，应当填数，没有的请填0",
    en: "The table of section {ordinal} has “{raw}” or the like in place of a figure in {count} cells of {rows} rows; put \
         0 where there was none",
};

fn check(context: &Context, findings: &mut Findings) {
    let cells = places(context.report()).filter(|place| place.cell.state == CellState::Placeholder);
    for group in Group::of(cells) {
        let draft = match group.row {
            Some(row) => Draft::new(ROW).text("row", row).text("columns", group.columns()),
            None => Draft::new(TABLE)
                .text("ordinal", form::section_of(group.table).ordinal)
                .number("rows", group.rows() as u64),
        };
        let draft = draft.at(group.span()).text("raw", &group.cells[0].cell.raw);
        findings.add(draft.number("count", group.cells.len() as u64).cells(group.addresses()));
    }
}
