//! P401 received-differs
//!
//! ## What it finds
//!
//! A sentence that says how many applications the organ received, where the figure is neither that of row 一 of table
//! 三 nor that of 一 and 二 together. Figures of another organ, area or year, approximate figures and figures of some
//! applications only are not compared.
//!
//! ## Why it matters
//!
//! The number of applications is the figure of the report that is quoted most. Two different ones make readers doubt
//! both.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and
//! in words that agree with them.
//!
//! ## Example
//!
//! The text says 全年收到政府信息公开申请37件; row 一 of the table says 36 and row 二 says 4.
//!
//! ## Instead
//!
//! Count again in the register of applications, and write the same figure in the text and in the table; say 含上年结转
//!  where the figure includes what was carried in.
//!
//! ## 查什么
//!
//! 正文写明收到政府信息公开申请的件数，这个数既不等于第三张表的第一项，也不等于第一、二两项之和。其他机关、其他范围、
//! 其他年度的数，约数，只占申请一部分的数，都不作比较。
//!
//! ## 为什么
//!
//! 申请件数是年度报告中引用最多的数据，前后两个数不一致，两个数都会受到怀疑。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“全年收到政府信息公开申请37件”，表中第一项为36，第二项为4。
//!
//! ## 应为
//!
//! 对照申请登记台账核实，正文与表格写同一个数；正文的数包含上年结转的，写明“含上年结转”。

use super::claim::Claim;
use super::readings::{self, Reading, differs, push};
use super::topic::{Applicant, Topic};
use crate::check::{Context, Findings, Rule, Words};
use crate::report::{Cell, Severity, Table};
use rust_decimal::Decimal;

pub const RULE: Rule =
    Rule { code: "P401", name: "received-differs", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文称收到政府信息公开申请{stated}{counter}",
    en: "The text gives {stated} as the number of applications received",
};
const NATURAL: Words = Words {
    zh: "正文称收到自然人的申请{stated}{counter}",
    en: "The text gives {stated} as the number of applications by natural persons",
};
const ORGANIZATION: Words = Words {
    zh: "正文称收到法人或其他组织的申请{stated}{counter}",
    en: "The text gives {stated} as the number of applications by organizations",
};
const RECEIVED: Words =
    Words { zh: "，表中本年新收为{received}件", en: "; the table has {received} received in the year" };
const TOGETHER: Words = Words { zh: "，与上年结转合计{together}件", en: ", {together} with those carried in" };
const CONCLUDED: Words = Words { zh: "，办结{concluded}件", en: ", {concluded} concluded" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.applications;
    let mut confirmed: Option<&Claim> = None;
    for claim in context.claims() {
        let Topic::Received { handled, applicant } = claim.topic else { continue };
        let readings = readings(table, handled, applicant);
        match differs(claim, message(applicant), &readings) {
            // 收到40件，受理38件: two were not taken on, and the table doesn't tell of them.
            Some(_)
                if handled
                    && applicant == Applicant::All
                    && confirmed.is_some_and(|confirmed| confirmed.is_beside(claim)) => {}
            Some(draft) => findings.add(draft),
            None => confirmed = Some(claim),
        }
    }
}

fn message(applicant: Applicant) -> Words {
    match applicant {
        Applicant::All => MESSAGE,
        Applicant::Natural => NATURAL,
        Applicant::Organization => ORGANIZATION,
    }
}

fn readings(table: &Table, handled: bool, applicant: Applicant) -> Vec<Reading<'_>> {
    let mut readings = Vec::new();
    push(&mut readings, "received", RECEIVED, count(table, &["received"], applicant));
    if readings.is_empty() {
        return readings;
    }
    push(&mut readings, "together", TOGETHER, count(table, &["received", "carried_in"], applicant));
    if handled {
        push(&mut readings, "concluded", CONCLUDED, count(table, &["concluded"], applicant));
    }
    readings
}

fn count<'r>(table: &'r Table, rows: &[&str], applicant: Applicant) -> Option<(Decimal, Vec<&'r Cell>)> {
    let columns: &[&str] = match applicant {
        Applicant::All => &["total"],
        Applicant::Natural => &["natural_person"],
        Applicant::Organization => &["enterprise", "research", "nonprofit", "legal_service", "other"],
    };
    readings::sum(rows.iter().flat_map(|row| columns.iter().map(|column| table.cell(row, column))))
}
