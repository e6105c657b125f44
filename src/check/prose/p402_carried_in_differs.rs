//! P402 carried-in-differs
//!
//! ## What it finds
//!
//! A sentence that says how many applications were carried in from the year before, where table 三 has another figure
//! in row 二.
//!
//! ## Why it matters
//!
//! What was carried in must be what last year's report carried out; two figures in one report can't both be.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and
//! in words that agree with them.
//!
//! ## Example
//!
//! The text says 上年结转4件; row 二 of the table says 5.
//!
//! ## Instead
//!
//! Look up the figure of last year's report, row 四, and write it in both places.
//!
//! ## 查什么
//!
//! 正文写明上年结转的件数，与第三张表的第二项不一致。
//!
//! ## 为什么
//!
//! 上年结转数应当等于上一年度报告的结转下年度数，同一份报告里不应有两个数。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“上年结转4件”，表中第二项为5。
//!
//! ## 应为
//!
//! 查上一年度报告第三张表的第四项，正文与表格都写这个数。

use super::readings::{self, differs, push};
use super::topic::Topic;
use crate::check::{Context, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule =
    Rule { code: "P402", name: "carried-in-differs", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文称上年结转{stated}{counter}",
    en: "The text gives {stated} as the number of applications carried in",
};
const CARRIED: Words = Words { zh: "，表中上年结转为{carried_in}件", en: "; the table has {carried_in}" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.applications;
    for claim in context.claims().iter().filter(|claim| claim.topic == Topic::CarriedIn) {
        let mut readings = Vec::new();
        push(&mut readings, "carried_in", CARRIED, readings::rows(table, &["carried_in"], "total"));
        differs(claim, MESSAGE, &readings).into_iter().for_each(|draft| findings.add(draft));
    }
}
