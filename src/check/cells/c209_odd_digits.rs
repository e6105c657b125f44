//! C209 odd-digits
//!
//! ## What it finds
//!
//! A figure written with full-width digits, thousands separators, a letter O for 0, or with a space or a line break inside.
//!
//! ## Why it matters
//!
//! A person reads it, a spreadsheet takes it for text and leaves it out of its sums.
//!
//! ## Basis
//!
//! Practice: cells hold plain Arabic digits. A number split in two is joined only where the sum of its row or its column
//! then holds.
//!
//! ## Example
//!
//! 处理决定数量 is written １，２９５ or 1 295.
//!
//! ## Instead
//!
//! Write 1295.
//!
//! ## 查什么
//!
//! 数字写成全角、带千分位逗号、以字母O代替0，或者中间有空格、换行。
//!
//! ## 为什么
//!
//! 人能读懂，电子表格却当作文字，合计时会漏掉。
//!
//! ## 依据
//!
//! 填报惯例：格里只用半角阿拉伯数字。中间断开的数，只有合并后本行或者本列合计相符，才读作一个数。
//!
//! ## 示例
//!
//! “处理决定数量”写作“１，２９５”或者“1 295”。
//!
//! ## 应为
//!
//! 写作1295。

use super::place::plain;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::read::figure::{self, Reading};
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "C209", name: "odd-digits", severity: Severity::Info, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”（{column}）写作“{raw}”，宜写作{figure}",
    en: "“{row}” ({column}) is written “{raw}”; write {figure}",
};
const CHANGE: Words = Words { zh: "改为{figure}", en: "Change it to {figure}" };

fn check(context: &Context, findings: &mut Findings) {
    for place in context.written_oddly() {
        let is_odd = match figure::read(&place.cell.raw, place.column.measure, None) {
            Reading::Figure(figure) => figure.odd_digits,
            Reading::Split(_) => true,
            Reading::Blank | Reading::Placeholder | Reading::Unreadable => false,
        };
        let (true, Some(value)) = (is_odd, place.cell.value) else { continue };
        let draft = Draft::new(MESSAGE)
            .at(place.span())
            .text("row", &place.row.label)
            .text("column", place.column.label)
            .text("raw", &place.cell.raw)
            .text("figure", plain(value))
            .cells([place.cell.address.clone()]);
        let edit = place.replace(plain(value));
        findings.add(draft.fix(CHANGE, edit.into_iter().collect()));
    }
}
