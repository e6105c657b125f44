//! C208 change-in-words
//!
//! ## What it finds
//!
//! 本年增/减 with 增 or 减 in place of a sign.
//!
//! ## Why it matters
//!
//! A person understands 增5; a program that adds up many reports has to be told, and may leave the figure out.
//!
//! ## Basis
//!
//! Practice: the cell takes a figure, with a minus sign for fewer.
//!
//! ## Example
//!
//! The row 行政处罚 has 增5.
//!
//! ## Instead
//!
//! Write +5 for five more, -3 for three fewer, 0 for no change.
//!
//! ## 查什么
//!
//! “本年增/减”用“增”“减”等字代替正负号。
//!
//! ## 为什么
//!
//! “增5”人看得懂，汇总的程序却未必认得，可能把这个数漏掉。
//!
//! ## 依据
//!
//! 填报惯例：格里填数，减少的用负号表示。
//!
//! ## 示例
//!
//! “行政处罚”一行填“增5”。
//!
//! ## 应为
//!
//! 增加5项填+5，减少3项填-3，没有变化填0。

use super::place::plain;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "C208", name: "change-in-words", severity: Severity::Info, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”（{column}）写作“{raw}”，宜填{figure}",
    en: "“{row}” ({column}) is written “{raw}”; {figure} is clearer",
};
const CHANGE: Words = Words { zh: "改为{figure}", en: "Change it to {figure}" };

fn check(context: &Context, findings: &mut Findings) {
    for place in context.written_oddly() {
        let Some(figure) = place.figure().filter(|figure| figure.change_in_words) else { continue };
        let sign = if figure.value > Decimal::ZERO { "+" } else { "" };
        let signed = format!("{sign}{}", plain(figure.value));
        let draft = Draft::new(MESSAGE)
            .at(place.span())
            .text("row", &place.row.label)
            .text("column", place.column.label)
            .text("raw", &place.cell.raw)
            .text("figure", &signed)
            .cells([place.cell.address.clone()]);
        let edit = place.replace(signed);
        findings.add(draft.fix(CHANGE, edit.into_iter().collect()));
    }
}
