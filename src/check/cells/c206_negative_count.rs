//! C206 negative-count
//!
//! ## What it finds
//!
//! A figure below 0 in a column that can't go below it.
//!
//! ## Why it matters
//!
//! Only 本年增/减 may be negative. A minus sign elsewhere is a slip or a dash that ran into the figure, and it spoils every sum.
//!
//! ## Basis
//!
//! The form: all columns but 本年增/减 give a quantity or an amount.
//!
//! ## Example
//!
//! 2.重复申请 is -1 under 自然人.
//!
//! ## Instead
//!
//! Put the figure without the sign if the quantity is right, else the right quantity.
//!
//! ## 查什么
//!
//! 不可能小于0的格里填了负数。
//!
//! ## 为什么
//!
//! 只有“本年增/减”可以是负数。别处的负号多半是误键，或者是横线与数字连在了一起，相关合计都会因此出错。
//!
//! ## 依据
//!
//! 年度报告格式：除“本年增/减”外，各栏填报数量或者金额。
//!
//! ## 示例
//!
//! “2.重复申请”的“自然人”填-1。
//!
//! ## 应为
//!
//! 数量无误的去掉负号，有误的改为正确的数量。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::Measure;
use crate::report::Severity;
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "C206", name: "negative-count", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”（{column}）为{value}，不能小于0",
    en: "“{row}” ({column}) is {value}; it can't be below 0",
};

fn check(context: &Context, findings: &mut Findings) {
    for place in context.written_oddly().iter().filter(|place| place.column.measure != Measure::Change) {
        let Some(value) = place.cell.value.filter(|value| *value < Decimal::ZERO) else { continue };
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
