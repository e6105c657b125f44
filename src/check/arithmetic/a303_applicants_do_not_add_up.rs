//! A303 applicants-do-not-add-up
//!
//! ## What it finds
//!
//! A row of table 三 in which 总计 isn't the sum of the six applicant columns.
//!
//! ## Why it matters
//!
//! Each application comes from one kind of applicant. A row that doesn't add up has a wrong figure in one of its columns,
//! and whoever adds up the reports of many organs carries the fault on.
//!
//! ## Basis
//!
//! The form's table 三: 总计 is the total of 自然人 and the five kinds of 法人或其他组织.
//!
//! ## Example
//!
//! （一）予以公开 has 14 for 自然人, 3 for 商业企业, 1 each for 社会公益组织 and 法律服务机构, and 总计 is 18 instead of 19.
//!
//! ## Instead
//!
//! Compare the row with the register and correct the column or the total that is wrong.
//!
//! ## 查什么
//!
//! 第三部分表格中，某一行的“总计”不等于六类申请人之和。
//!
//! ## 为什么
//!
//! 每件申请只归入一类申请人。一行合计不符，说明其中有一列填错；上级汇总时，错误会随之带入。
//!
//! ## 依据
//!
//! 年度报告格式第三部分表格：“总计”是“自然人”和“法人或其他组织”五类的合计。
//!
//! ## 示例
//!
//! “（一）予以公开”一行，自然人14件、商业企业3件、社会公益组织和法律服务机构各1件，总计却填18，应为19。
//!
//! ## 应为
//!
//! 对照申请登记台账核对这一行，改正填错的一列或者总计。

use super::sums::Kind;
use super::words;
use crate::check::{Context, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule =
    Rule { code: "A303", name: "applicants-do-not-add-up", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”总计为{actual}，各类申请人之和为{sum}（{parts}）",
    en: "The total of “{row}” is {actual}, but the applicants come to {sum} ({parts})",
};

fn check(context: &Context, findings: &mut Findings) {
    let sums = context.sums_of_applications();
    words::say_rows(MESSAGE, sums, Kind::Applicants, findings);
}
