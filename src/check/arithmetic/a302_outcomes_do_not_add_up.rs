//! A302 outcomes-do-not-add-up
//!
//! ## What it finds
//!
//! A column of table 三 in which （七）总计 isn't the sum of the outcome rows above it.
//!
//! ## Why it matters
//!
//! The outcomes say what became of each application. If they don't add up to （七）, either an outcome or the number of
//! applications concluded is wrong, and nobody can tell which from the report.
//!
//! ## Basis
//!
//! The form's table 三: （七）总计 is the total of the outcomes （一） to （六） of 三、本年度办理结果.
//!
//! ## Example
//!
//! In the column 自然人, the petitions are 20, the repeated requests 7, those without good reason 2, all other outcomes 0;
//! （七）总计 is 0 instead of 29.
//!
//! ## Instead
//!
//! Add up the outcomes again and correct （七）总计 or the outcome that is wrong. A new （七） must still balance with 一, 二
//! and 四, and its row must still add up.
//!
//! ## 查什么
//!
//! 第三部分表格中，某一列的“（七）总计”不等于上面各项办理结果之和。
//!
//! ## 为什么
//!
//! 各项办理结果说明每件申请是怎样答复的。各项之和与“（七）总计”不符，说明其中必有一个数填错，而读者无从判断是哪一个。
//!
//! ## 依据
//!
//! 年度报告格式第三部分表格：“（七）总计”是“三、本年度办理结果”（一）至（六）各项的合计。
//!
//! ## 示例
//!
//! “自然人”列，信访举报投诉类申请20件、重复申请7件、无正当理由大量反复申请2件，其余为0，（七）总计却填0，应为29。
//!
//! ## 应为
//!
//! 重新合计各项办理结果，改正“（七）总计”或者填错的那一项。改动“（七）总计”后，还应与“一、二、四”各项相平，本行各列之和也应等于总计。

use super::sums::{At, Break, Kind, Sums};
use super::words;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;
use rust_decimal::Decimal;

pub const RULE: Rule =
    Rule { code: "A302", name: "outcomes-do-not-add-up", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "（七）总计（{column}）为{actual}，各项之和为{sum}（{parts}）",
    en: "（七）总计 ({column}) is {actual}, but the outcomes come to {sum} ({parts})",
};

fn check(context: &Context, findings: &mut Findings) {
    let sums = context.sums_of_applications();
    for each in sums.breaks(Kind::Outcomes) {
        let (sum, at) = (each.sum, each.sum.stated());
        let (Some(expected), Some(actual)) = (sums.side(&sum.left), sums.value(at)) else { continue };
        let mut draft = Draft::new(MESSAGE)
            .at(sums.place(at))
            .text("column", sums.column_label(at))
            .text("parts", sums.addition(&sum.left))
            .number("actual", actual)
            .number("sum", expected)
            .expected(expected)
            .actual(actual);
        if each.total.is_some() {
            draft = draft.and(words::TOTAL_TOO).number("difference", (expected - actual).abs());
        }
        draft = words::with_cells(draft, sums, each.sums(), at);
        findings.add(words::with_remedy(draft, sums, &remedy(sums, &each, expected - actual)));
    }
}

/// The cells that state the sums, each with the value that mends its own.
fn remedy(sums: &Sums, each: &Break, missing: Decimal) -> Vec<(At, Decimal)> {
    let stated = each.sums().map(|sum| sum.stated());
    stated.filter_map(|at| Some((at, sums.value(at)?.checked_add(missing)?))).collect()
}
