//! C204 unit-in-cell
//!
//! ## What it finds
//!
//! A figure with a unit written after it, such as 5次 or 4995万.
//!
//! ## Why it matters
//!
//! The column has its unit already. A program that reads only digits takes 255490元 for 255490万元, ten thousand times too
//! much.
//!
//! ## Basis
//!
//! Practice: the header names the unit (单位：万元), the cells hold figures only.
//!
//! ## Example
//!
//! The amount of procurement is written 255490元 in a column of 万元.
//!
//! ## Instead
//!
//! Put the figure in the column's own unit: 25.549.
//!
//! ## 查什么
//!
//! 数字后面写了单位，如“5次”“4995万”。
//!
//! ## 为什么
//!
//! 栏目本身已有单位。只认数字的程序会把“255490元”当作255490万元，相差一万倍。
//!
//! ## 依据
//!
//! 填报惯例：单位写在表头（单位：万元），格里只填数。
//!
//! ## 示例
//!
//! 以万元为单位的“采购总金额”填“255490元”。
//!
//! ## 应为
//!
//! 按栏目的单位填数：25.549。

use super::place::plain;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::Measure;
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "C204", name: "unit-in-cell", severity: Severity::Warning, file: file!(), check };

const COUNT: Words = Words {
    zh: "“{row}”（{column}）写作“{raw}”，格里只填数，应填{figure}",
    en: "“{row}” ({column}) is written “{raw}”; the cell takes the figure alone: {figure}",
};
const AMOUNT: Words = Words {
    zh: "“{row}”（{column}）写作“{raw}”，按万元计为{figure}，格里只填数",
    en: "“{row}” ({column}) is written “{raw}”, which is {figure} in 万元; the cell takes the figure alone",
};
const CHANGE: Words = Words { zh: "改为{figure}", en: "Change it to {figure}" };

fn check(context: &Context, findings: &mut Findings) {
    for place in context.written_oddly() {
        let Some(figure) = place.figure().filter(|figure| figure.unit.is_some()) else { continue };
        let words = if place.column.measure == Measure::Amount { AMOUNT } else { COUNT };
        let draft = Draft::new(words)
            .at(place.span())
            .text("row", &place.row.label)
            .text("column", place.column.label)
            .text("raw", &place.cell.raw)
            .text("figure", plain(figure.value))
            .cells([place.cell.address.clone()]);
        let edit = place.replace(plain(figure.value));
        findings.add(draft.fix(CHANGE, edit.into_iter().collect()));
    }
}
