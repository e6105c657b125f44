//! C205 not-a-whole-number
//!
//! ## What it finds
//!
//! A count with a fraction.
//!
//! ## Why it matters
//!
//! Applications, documents, decisions and cases come in whole numbers; a fraction shows a slip of the keyboard or a figure
//! that belongs to another cell, often an amount of money.
//!
//! ## Basis
//!
//! The form: the columns count 件, 数量 or cases.
//!
//! ## Example
//!
//! 一、本年新收政府信息公开申请数量 is 3.1 under 自然人.
//!
//! ## Instead
//!
//! Put the whole number from the register, here 31.
//!
//! ## 查什么
//!
//! 计件的格里填了小数。
//!
//! ## 为什么
//!
//! 申请、文件、决定、案件都是整数。出现小数，多半是键入有误，或者把别处的金额填了过来。
//!
//! ## 依据
//!
//! 年度报告格式：这些栏目填报件数、数量。
//!
//! ## 示例
//!
//! “一、本年新收政府信息公开申请数量”的“自然人”填3.1。
//!
//! ## 应为
//!
//! 对照台账填整数，本例中为31。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::Measure;
use crate::report::Severity;

pub const RULE: Rule =
    Rule { code: "C205", name: "not-a-whole-number", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”（{column}）为{value}，应当是整数",
    en: "“{row}” ({column}) is {value}; it must be a whole number",
};

fn check(context: &Context, findings: &mut Findings) {
    for place in context.written_oddly().iter().filter(|place| place.column.measure != Measure::Amount) {
        let Some(value) = place.cell.value.filter(|value| !value.is_integer()) else { continue };
        findings.add(
            Draft::new(MESSAGE)
                .at(place.span())
                .text("row", &place.row.label)
                .text("column", place.column.label)
                .number("value", value)
                .cells([place.cell.address.clone()])
                .actual(value),
        );
    }
}
