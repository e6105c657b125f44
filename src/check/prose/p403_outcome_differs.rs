//! P403 outcome-differs
//!
//! ## What it finds
//!
//! A sentence that says how many applications had an outcome (予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处
//! 理), or several together, where the rows of table 三 under that outcome add up to another figure.
//!
//! ## Why it matters
//!
//! The share of applications granted is what the public looks at first.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and
//! in words that agree with them.
//!
//! ## Example
//!
//! The text says 不予公开3件; the eight rows under （三）不予公开 of the table add up to 4.
//!
//! ## Instead
//!
//! Add the rows of the group in column 总计, and write that sum in the text.
//!
//! ## 查什么
//!
//! 正文写明某一种办理结果（予以公开、部分公开、不予公开、无法提供、不予处理、其他处理），或者几种结果合计的件数，与第
//! 三张表这一类各行之和不一致。
//!
//! ## 为什么
//!
//! 公开了多少、没有公开多少，是公众最关心的数据。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“不予公开3件”，表中“（三）不予公开”八行合计为4。
//!
//! ## 应为
//!
//! 把表中这一类各行“总计”列的数加起来，正文写这个和。

use super::readings::{self, differs, push};
use super::topic::{Outcome, Topic};
use crate::check::{Context, Findings, Rule, Words};
use crate::report::{FormId, Severity};

pub const RULE: Rule =
    Rule { code: "P403", name: "outcome-differs", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文称“{outcome}”{stated}{counter}",
    en: "The text gives {stated} as the number of applications with the outcome {outcome}",
};
const ROWS: Words = Words { zh: "，表中各行合计{rows}件", en: "; the rows of the table add up to {rows}" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.applications;
    for claim in context.claims() {
        let Topic::Outcome(outcomes) = &claim.topic else { continue };
        let rows: Vec<&str> = outcomes.iter().flat_map(|&outcome| rows_of(outcome, table.form)).copied().collect();
        let mut readings = Vec::new();
        push(&mut readings, "rows", ROWS, readings::rows(table, &rows, "total"));
        let names: Vec<&str> = outcomes.iter().map(|&outcome| name(outcome)).collect();
        if let Some(draft) = differs(claim, MESSAGE, &readings) {
            findings.add(draft.text("outcome", names.join("、")));
        }
    }
}

fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Granted => "予以公开",
        Outcome::PartlyGranted => "部分公开",
        Outcome::Denied => "不予公开",
        Outcome::Unavailable => "无法提供",
        Outcome::Unprocessed => "不予处理",
        Outcome::Other => "其他处理",
    }
}

/// The rows of a group.
fn rows_of(outcome: Outcome, form: FormId) -> &'static [&'static str] {
    match outcome {
        Outcome::Granted => &["granted"],
        Outcome::PartlyGranted => &["partly_granted"],
        Outcome::Denied => &[
            "denied_state_secret",
            "denied_by_law",
            "denied_security",
            "denied_third_party",
            "denied_internal",
            "denied_deliberative",
            "denied_enforcement",
            "denied_inquiry",
        ],
        Outcome::Unavailable => &["unavailable_not_held", "unavailable_not_made", "unavailable_unclear"],
        Outcome::Unprocessed => &[
            "unprocessed_petition",
            "unprocessed_repeated",
            "unprocessed_publication",
            "unprocessed_excessive",
            "unprocessed_reissue",
        ],
        Outcome::Other if form == FormId::Form2019 => &["other"],
        Outcome::Other => &["other_not_corrected", "other_fee_unpaid", "other_rest"],
    }
}
