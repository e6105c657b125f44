//! A306 items-below-zero
//!
//! ## What it finds
//!
//! In the 2019 form, a row whose items would fall below zero: 上一年项目数量 and 本年增/减 come to less than 0.
//!
//! ## Why it matters
//!
//! No more items can be dropped than there were. One of the two figures is wrong.
//!
//! ## Basis
//!
//! The 2019 form: 上一年项目数量 is the stock of the year before, 本年增/减 its change. Nothing makes their sum equal
//! 处理决定数量.
//!
//! ## Example
//!
//! 行政强制: 上一年项目数量 6, 本年增/减 -16.
//!
//! ## Instead
//!
//! Compare both with the list of items and correct the one that is wrong.
//!
//! ## 查什么
//!
//! 2019年格式中，某一行的上一年项目数量与本年增/减之和小于0。
//!
//! ## 为什么
//!
//! 减少的项目不可能多于原有的项目，两个数必有一个填错。
//!
//! ## 依据
//!
//! 2019年格式：“上一年项目数量”是上年末的项目数，“本年增/减”是当年的变化。两者之和与“处理决定数量”没有关系。
//!
//! ## 示例
//!
//! “行政强制”上一年项目数量6，本年增/减-16。
//!
//! ## 应为
//!
//! 对照事项目录核对两个数，改正填错的一个。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{FormId, Severity};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "A306", name: "items-below-zero", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”上一年项目数量为{previous}，本年增/减为{change}，现有项目为{left}，不能小于0",
    en: "“{row}” had {previous} items and changed by {change}, which leaves {left}; it can't be below 0",
};
const CHANGE: Words = Words { zh: "本年增/减：{change}", en: "本年增/减: {change}" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.disclosure;
    for row in table.rows.iter().filter(|_| table.form == FormId::Form2019) {
        let (Some(items), Some(change)) = (row.cell("previous_items"), row.cell("change")) else { continue };
        let (Some(previous), Some(by)) = (items.value, change.value) else { continue };
        let Some(left) = previous.checked_add(by).filter(|left| *left < Decimal::ZERO) else { continue };
        findings.add(
            Draft::new(MESSAGE)
                .at(items.span.or(row.span))
                .text("row", &row.label)
                .number("previous", previous)
                .number("change", by)
                .number("left", left)
                .related(change.span, CHANGE)
                .cells([items.address.clone(), change.address.clone()]),
        );
    }
}
