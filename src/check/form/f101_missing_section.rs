//! F101 missing-section
//!
//! ## What it finds
//!
//! One of the six sections of the report isn't there.
//!
//! ## Why it matters
//!
//! Each section answers a duty to report that the regulations set out. A section left out reads as nothing to say, or as
//! something kept back.
//!
//! ## Basis
//!
//! 政府信息公开条例, Article 50, and the form: a report has six sections in a fixed order.
//!
//! ## Example
//!
//! After 四 the report ends; 五、存在的主要问题及改进情况 and 六、其他需要报告的事项 are missing.
//!
//! ## Instead
//!
//! Add the section under its official heading. Section 六 may say that there is nothing else to report.
//!
//! ## 查什么
//!
//! 报告缺少六个部分中的某一部分。
//!
//! ## 为什么
//!
//! 每一部分对应条例规定的一项报告义务。缺了一部分，读者会以为无事可报，或者有所隐瞒。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第五十条和年度报告格式：报告由六个部分依次组成。
//!
//! ## 示例
//!
//! 报告写到第四部分为止，没有“五、存在的主要问题及改进情况”和“六、其他需要报告的事项”。
//!
//! ## 应为
//!
//! 按规定的标题补上这一部分；第六部分可以写明没有其他需要报告的事项。

use super::sections::{find, table_of};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::SECTIONS;
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "F101", name: "missing-section", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "缺少“{ordinal}、{heading}”，请补上这一部分",
    en: "Section “{ordinal}、{heading}” is missing; add it",
};

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    for section in &SECTIONS {
        let has_table = table_of(report, section.id).is_some_and(|table| table.found);
        if find(report, section.id).is_none() && !has_table {
            findings.add(Draft::new(MESSAGE).text("ordinal", section.ordinal).text("heading", section.heading));
        }
    }
}
