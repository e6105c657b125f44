//! P405 carried-out-differs
//!
//! ## What it finds
//!
//! A sentence that says how many applications are carried over to the next year, where table 三 has another figure in
//! row 四.
//!
//! ## Why it matters
//!
//! Next year's report starts from this figure; a wrong one goes on from year to year.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and
//! in words that agree with them.
//!
//! ## Example
//!
//! The text says 结转下年度2件; row 四 of the table says 3.
//!
//! ## Instead
//!
//! Count the applications that were still open on 31 December, and write that figure in both places.
//!
//! ## 查什么
//!
//! 正文写明结转下年度的件数，与第三张表的第四项不一致。
//!
//! ## 为什么
//!
//! 下一年度的报告从这个数开始，错了会一年一年错下去。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“结转下年度2件”，表中第四项为3。
//!
//! ## 应为
//!
//! 清点12月31日尚未办结的申请，正文与表格写同一个数。

use super::readings::{self, differs, push};
use super::topic::Topic;
use crate::check::{Context, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule =
    Rule { code: "P405", name: "carried-out-differs", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文称结转下年度{stated}{counter}",
    en: "The text gives {stated} as the number of applications carried over",
};
const CARRIED: Words =
    Words { zh: "，表中结转下年度继续办理为{carried_out}件", en: "; the table has {carried_out}" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.applications;
    for claim in context.claims().iter().filter(|claim| claim.topic == Topic::CarriedOut) {
        let mut readings = Vec::new();
        push(&mut readings, "carried_out", CARRIED, readings::rows(table, &["carried_out"], "total"));
        differs(claim, MESSAGE, &readings).into_iter().for_each(|draft| findings.add(draft));
    }
}
