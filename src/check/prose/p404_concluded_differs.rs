//! P404 concluded-differs
//!
//! ## What it finds
//!
//! A sentence that says how many applications were answered or concluded, where table 三 has another figure in row
//! （七）总计. Beside what was received in the year, the figure may leave out what was carried in: 收到40件，办结38件，结转2件.
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
//! 正文写明答复、办结的件数，与第三张表“（七）总计”不一致。与本年新收写在一起的，可以只计本年新收中办结的：收到40件，办结38件，结转2件。
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

use super::claim::Claim;
use super::readings::{self, differs, push};
use super::topic::{Applicant, Topic};
use crate::check::{Context, Findings, Rule, Words};
use crate::report::{Cell, Severity, Table, add};
use rust_decimal::Decimal;

pub const RULE: Rule =
    Rule { code: "P404", name: "concluded-differs", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文称办结{stated}{counter}",
    en: "The text gives {stated} as the number of applications concluded",
};
const CONCLUDED: Words =
    Words { zh: "，表中（七）总计为{concluded}件", en: "; （七）总计 of the table has {concluded}" };
const OF_THIS_YEAR: Words = Words {
    zh: "，本年新收减去结转下年度为{of_this_year}件",
    en: "; those received less those carried over are {of_this_year}",
};

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.applications;
    for claim in context.claims().iter().filter(|claim| claim.topic == Topic::Concluded) {
        let mut readings = Vec::new();
        push(&mut readings, "concluded", CONCLUDED, readings::rows(table, &["concluded"], "total"));
        if is_of_this_year(claim, context.claims(), table) {
            push(&mut readings, "of_this_year", OF_THIS_YEAR, of_this_year(table));
        }
        differs(claim, MESSAGE, &readings).into_iter().for_each(|draft| findings.add(draft));
    }
}

/// 收到40件，答复38件，2件正在办理: the sentence begins with what was received, and leaves out what was carried in.
fn is_of_this_year(claim: &Claim, claims: &[Claim], table: &Table) -> bool {
    let received = readings::rows(table, &["received"], "total").map(|(received, _)| received);
    let beside = || claims.iter().filter(|other| other.is_beside(claim));
    let begins = |other: &Claim| {
        matches!(other.topic, Topic::Received { applicant: Applicant::All, .. })
            && Some(other.figure.value) == received
            && other.figure.number.start < claim.figure.number.start
    };
    let carried_in =
        |other: &Claim| other.topic == Topic::CarriedIn && other.figure.number.start < claim.figure.number.start;
    beside().any(begins) && !beside().any(carried_in)
}

fn of_this_year(table: &Table) -> Option<(Decimal, Vec<&Cell>)> {
    let (received, mut cells) = readings::rows(table, &["received"], "total")?;
    let (carried_out, others) = readings::rows(table, &["carried_out"], "total")?;
    cells.extend(others);
    Some((add(received, -carried_out)?, cells))
}
