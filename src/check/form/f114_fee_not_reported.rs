//! F114 fee-not-reported
//!
//! ## What it finds
//!
//! A report on the 2021 form whose section 六 says nothing of the fee for processing information.
//!
//! ## Why it matters
//!
//! Organs may charge for applications beyond a number or an amount of pages. Whether they did, and how much, has to be
//! reported even if it was nothing.
//!
//! ## Basis
//!
//! 政府信息公开信息处理费管理办法 (国办函〔2020〕109号): the fees charged are stated in the annual report, under 六.
//!
//! ## Example
//!
//! 六、其他需要报告的事项 is followed by 无.
//!
//! ## Instead
//!
//! Say in section 六 how much was charged, or that nothing was: 2023年未收取信息处理费.
//!
//! ## 查什么
//!
//! 2021年格式的报告，第六部分没有提到信息处理费。
//!
//! ## 为什么
//!
//! 申请的件数或者页数超过标准的，可以收取信息处理费。收没有收、收了多少，没有收取的也要写明。
//!
//! ## 依据
//!
//! 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收取信息处理费的情况在年度报告第六部分报告。
//!
//! ## 示例
//!
//! “六、其他需要报告的事项”下面只写“无”。
//!
//! ## 应为
//!
//! 在第六部分写明收取的金额，没有收取的写明“2023年未收取信息处理费”。

use super::sections::find;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{ReportForm, SectionId, Severity};
use crate::text::Folded;

pub const RULE: Rule =
    Rule { code: "F114", name: "fee-not-reported", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "第六部分没有提到信息处理费，收取的请写明金额，没有收取的也请写明",
    en: "Section 六 says nothing of 信息处理费; state the amount charged, or that nothing was charged",
};

/// Words for the fee.
const FEE: [&str; 5] = ["处理费", "收费", "收取", "费用", "信息费"];

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    if report.form != Some(ReportForm::Form2021) {
        return;
    }
    let Some(section) = find(report, SectionId::Other) else { return };
    let words: String = Folded::new(section.body.of(context.text()), 0).chars.into_iter().collect();
    if !FEE.iter().any(|fee| words.contains(fee)) {
        findings.add(Draft::new(MESSAGE).at(section.span));
    }
}
