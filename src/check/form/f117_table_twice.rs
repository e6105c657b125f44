//! F117 table-twice
//!
//! ## What it finds
//!
//! A table of the form that comes a second time.
//!
//! ## Why it matters
//!
//! A reader can't tell which of them counts, and their figures may differ. The first whole one was read.
//!
//! ## Basis
//!
//! The form: each section has one table.
//!
//! ## Example
//!
//! Table 三 stands in section 三 and again in an annex.
//!
//! ## Instead
//!
//! Keep the right one.
//!
//! ## 查什么
//!
//! 同一张表格出现了两次。
//!
//! ## 为什么
//!
//! 读者无从知道以哪一张为准，两张的数还可能不同。本程序读取第一张完整的。
//!
//! ## 依据
//!
//! 年度报告格式：每一部分只有一张表格。
//!
//! ## 示例
//!
//! 第三部分的表格在正文中有一张，附件中又有一张。
//!
//! ## 应为
//!
//! 只保留正确的一张。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "F117", name: "table-twice", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "第{ordinal}部分的表格又出现一次，这一张没有校验，请只保留正确的一张",
    en: "The table of section {ordinal} comes again; this one wasn't checked, so keep only the right one",
};
const READ: Words = Words { zh: "校验的是这一张", en: "This one was checked" };

fn check(context: &Context, findings: &mut Findings) {
    for repeat in &context.parsed.repeats {
        let read = context.report().tables.get(repeat.table).span;
        findings.add(
            Draft::new(MESSAGE)
                .at(repeat.span)
                .text("ordinal", form::section_of(repeat.table).ordinal)
                .related(read, READ),
        );
    }
}
