//! A304 cases-do-not-add-up
//!
//! ## What it finds
//!
//! A total of table 四, for 行政复议 or for either kind of 行政诉讼, that isn't the sum of its four results.
//!
//! ## Why it matters
//!
//! Every case was upheld, corrected, ended otherwise or is still pending. If the four don't add up to the total, a case is
//! missing or counted twice.
//!
//! ## Basis
//!
//! The form's table 四: 总计 is the total of 结果维持, 结果纠正, 其他结果 and 尚未审结.
//!
//! ## Example
//!
//! 行政复议 has 3 upheld, 1 corrected, 0 others and 1 pending; 总计 is 4 instead of 5.
//!
//! ## Instead
//!
//! Compare with the list of cases and correct the result or the total that is wrong. A pending case belongs to the total.
//!
//! ## 查什么
//!
//! 第四部分表格中，行政复议或者某类行政诉讼的“总计”不等于四项结果之和。
//!
//! ## 为什么
//!
//! 每个案件不是维持、纠正、其他结果，就是尚未审结。四项之和与总计不符，说明有案件漏计或者重复计算。
//!
//! ## 依据
//!
//! 年度报告格式第四部分表格：“总计”是“结果维持”“结果纠正”“其他结果”“尚未审结”四项的合计。
//!
//! ## 示例
//!
//! 行政复议维持3件、纠正1件、其他结果0件、尚未审结1件，总计却填4，应为5。
//!
//! ## 应为
//!
//! 对照案件台账核对，改正填错的一项或者总计。尚未审结的案件应当计入总计。

use super::sums::Kind;
use super::words;
use crate::check::{Context, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule =
    Rule { code: "A304", name: "cases-do-not-add-up", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "{row}总计为{actual}，四项结果之和为{sum}（{parts}）",
    en: "The total of {row} is {actual}, but the four results come to {sum} ({parts})",
};

fn check(context: &Context, findings: &mut Findings) {
    let sums = context.sums_of_litigation();
    words::say_rows(MESSAGE, sums, Kind::Cases, findings);
}
