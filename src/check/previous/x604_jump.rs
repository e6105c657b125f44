//! X604 jump
//!
//! ## What it finds
//!
//! A figure of the tables that is more than five times last year's, or less than a fifth of it. Figures below ten in
//! both years are left alone.
//!
//! ## Why it matters
//!
//! A jump is often a slip: a digit too many, a figure in the wrong row or unit.
//!
//! ## Basis
//!
//! Practice: the ratio to the year before is the first thing that an office that gathers reports looks at.
//!
//! ## Example
//!
//! Last year's report had 268 decisions on licences, this year's has 2680.
//!
//! ## Instead
//!
//! Compare with the register; where the figure is right, say in the text what brought it about.
//!
//! ## 查什么
//!
//! 表中的数超过上年的五倍，或者不到上年的五分之一。两年都不足10的不查。
//!
//! ## 为什么
//!
//! 数据突变往往是笔误：多了一位数，填错了行，或者弄错了单位。
//!
//! ## 依据
//!
//! 工作惯例：汇总单位审核报表，首先看与上年的比值。
//!
//! ## 示例
//!
//! 上年行政许可处理决定268件，本年为2680件。
//!
//! ## 应为
//!
//! 核对台账；数据无误的，在正文说明原因。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Cell, Row, Severity};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "X604", name: "jump", severity: Severity::Info, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "{row}：上年为{before}，本年为{now}，变化超过五倍，请核对",
    en: "{row}: {before} last year, {now} this year, a change of more than five times. Check the figure",
};

const TIMES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// What is smaller in both years jumps by chance.
const SMALLEST: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

fn check(context: &Context, findings: &mut Findings) {
    let Some(previous) = super::last_year(context) else { return };
    for (before, now) in previous.tables.all().into_iter().zip(context.report().tables.all()) {
        for row in &now.rows {
            let jumps = before.row(&row.id).map(|last| jumps(last, row)).unwrap_or_default();
            // The last is the total, where a row has one.
            let Some(&(cell, before, now)) = jumps.last() else { continue };
            let draft = Draft::new(MESSAGE)
                .at(cell.span)
                .text("row", &row.label)
                .number("before", before)
                .number("now", now)
                .cells(jumps.iter().map(|(cell, ..)| cell.address.clone()))
                .actual(now);
            findings.add(draft);
        }
    }
}

/// The cells of a row that jump, with both figures.
fn jumps<'r>(last: &Row, row: &'r Row) -> Vec<(&'r Cell, Decimal, Decimal)> {
    let jump = |cell: &'r Cell| {
        let (before, now) = (last.cell(&cell.column)?.value?, cell.value?);
        let jumps = now > before.checked_mul(TIMES)? || now.checked_mul(TIMES)? < before;
        let counts = cell.column != "change" && before > Decimal::ZERO && before.max(now) >= SMALLEST;
        (jumps && counts).then_some((cell, before, now))
    };
    row.cells.iter().filter_map(jump).collect()
}
