//! C203 not-a-number
//!
//! ## What it finds
//!
//! A cell with text that can't be read as one figure.
//!
//! ## Why it matters
//!
//! The cell's figure stays unknown, and so does every sum that it belongs to: the report isn't wholly checked.
//!
//! ## Basis
//!
//! The form: each cell of the three tables takes a figure.
//!
//! ## Example
//!
//! （七）总计 is 约30 under 自然人, or two figures stand in one cell.
//!
//! ## Instead
//!
//! Put the figure alone into the cell, in Arabic digits.
//!
//! ## 查什么
//!
//! 格里的文字不能读成一个数。
//!
//! ## 为什么
//!
//! 这一格的数不明，凡是用到它的合计都无法核对，报告也就没有全部校验。
//!
//! ## 依据
//!
//! 年度报告格式：三张表格的每一格都填一个数。
//!
//! ## 示例
//!
//! “（七）总计”的“自然人”填“约30”，或者一格里填了两个数。
//!
//! ## 应为
//!
//! 格里只填一个数，用阿拉伯数字。

use super::place::places;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{CellState, Severity};

pub const RULE: Rule = Rule { code: "C203", name: "not-a-number", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”（{column}）填的是“{raw}”，不能读成一个数，相关合计没有核对",
    en: "“{row}” ({column}) is “{raw}”, which can't be read as a figure; the sums that need it weren't checked",
};

/// In characters; longer text is cut short in the message.
const LONGEST_SHOWN: usize = 20;

fn check(context: &Context, findings: &mut Findings) {
    for place in places(context.report()).filter(|place| place.cell.state == CellState::Unreadable) {
        let raw = &place.cell.raw;
        let shown = match raw.char_indices().nth(LONGEST_SHOWN) {
            Some((end, _)) => format!("{}…", &raw[..end]),
            None => raw.to_string(),
        };
        findings.add(
            Draft::new(MESSAGE)
                .at(place.span())
                .text("row", &place.row.label)
                .text("column", place.column.label)
                .text("raw", shown)
                .cells([place.cell.address.clone()]),
        );
    }
}
