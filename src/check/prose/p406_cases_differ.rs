//! P406 cases-differ
//!
//! ## What it finds
//!
//! A sentence that says how many cases of 行政复议 or 行政诉讼 there were over government information, where table 四
//! has another total. A figure that is the total less 尚未审结 counts closed cases only, and that is said as
//! information.
//!
//! ## Why it matters
//!
//! Cases that the text leaves out look as if they were hidden.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and
//! in words that agree with them.
//!
//! ## Example
//!
//! The text says 行政复议3件; the total of table 四 is 4.
//!
//! ## Instead
//!
//! Count the cases again, those still open included, and write the same figure in both places.
//!
//! ## 查什么
//!
//! 正文写明因政府信息公开引起的行政复议、行政诉讼件数，与第四张表的总计不一致。正文的数等于总计减去尚未审结数的，只提
//! 示正文未计尚未审结的案件。
//!
//! ## 为什么
//!
//! 正文少写的案件，容易被看成有意回避。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“行政复议3件”，第四张表总计为4。
//!
//! ## 应为
//!
//! 核实案件数，尚未审结的也计算在内，正文与表格写同一个数。

use super::readings::{self, Reading, differs};
use super::topic::{Cases, Topic};
use crate::check::{Context, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "P406", name: "cases-differ", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words =
    Words { zh: "正文称{cases}{stated}{counter}", en: "The text gives {stated} as the number of cases of {cases}" };
const CLOSED: Words = Words {
    zh: "正文称{cases}{stated}{counter}，只计了已经审结的案件",
    en: "The text gives {stated} as the number of cases of {cases}, and counts closed cases only",
};
const TOTAL: Words = Words { zh: "，表中总计为{total}件", en: "; the total of the table is {total}" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.litigation;
    for claim in context.claims() {
        let Topic::Cases(cases) = claim.topic else { continue };
        let (rows, name) = rows_of(cases);
        let Some((total, cells)) = readings::rows(table, rows, "total") else { continue };
        let pending = readings::rows(table, rows, "pending").map_or_else(Default::default, |(pending, _)| pending);
        let closed = !pending.is_zero() && claim.figure.value == total - pending;
        let reading = Reading { words: TOTAL, name: "total", value: total, cells };
        let message = if closed { CLOSED } else { MESSAGE };
        if let Some(draft) = differs(claim, message, &[reading]) {
            let draft = draft.text("cases", name);
            findings.add(if closed { draft.severity(Severity::Info) } else { draft });
        }
    }
}

fn rows_of(cases: Cases) -> (&'static [&'static str], &'static str) {
    match cases {
        Cases::Reconsideration => (&["reconsideration"], "行政复议"),
        Cases::Suits => (&["direct_suit", "suit_after_reconsideration"], "行政诉讼"),
        Cases::DirectSuits => (&["direct_suit"], "未经复议直接起诉"),
        Cases::SuitsAfterReconsideration => (&["suit_after_reconsideration"], "复议后起诉"),
        Cases::All => (&["reconsideration", "direct_suit", "suit_after_reconsideration"], "行政复议和行政诉讼"),
    }
}
