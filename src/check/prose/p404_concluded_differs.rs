//! P404 concluded-differs
//!
//! ## What it finds
//!
//! A sentence that says how many applications were answered or concluded, where table 三 has another figure in row （
//! 七）总计.
//!
//! ## Why it matters
//!
//! Received, concluded and carried over make one account; a figure that differs breaks it.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and
//! in words that agree with them.
//!
//! ## Example
//!
//! The text says 办结42件; （七）总计 of the table says 43.
//!
//! ## Instead
//!
//! Count again in the register of applications, and write the same figure in both places.
//!
//! ## 查什么
//!
//! 正文写明答复、办结的件数，与第三张表“（七）总计”不一致。
//!
//! ## 为什么
//!
//! 收到、办结、结转是一笔账，一个数不一致，账就对不上。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“办结42件”，表中（七）总计为43。
//!
//! ## 应为
//!
//! 对照申请登记台账核实，正文与表格写同一个数。

use super::readings::{self, differs, push};
use super::topic::Topic;
use crate::check::{Context, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule =
    Rule { code: "P404", name: "concluded-differs", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文称办结{stated}{counter}",
    en: "The text gives {stated} as the number of applications concluded",
};
const CONCLUDED: Words =
    Words { zh: "，表中（七）总计为{concluded}件", en: "; （七）总计 of the table has {concluded}" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.applications;
    for claim in context.claims().iter().filter(|claim| claim.topic == Topic::Concluded) {
        let mut readings = Vec::new();
        push(&mut readings, "concluded", CONCLUDED, readings::rows(table, &["concluded"], "total"));
        differs(claim, MESSAGE, &readings).into_iter().for_each(|draft| findings.add(draft));
    }
}
