//! F116 not-a-report
//!
//! ## What it finds
//!
//! A text with no section and no table of the form.
//!
//! ## Why it matters
//!
//! Nothing can be checked. Other findings would only distract from that, so this one stands alone.
//!
//! ## Basis
//!
//! 政府信息公开条例, Article 50, and the form: six sections, three tables.
//!
//! ## Example
//!
//! A news item, a guide to applications, or a page that only links to the report.
//!
//! ## Instead
//!
//! Paste the whole text of the annual report, tables included, or open its file.
//!
//! ## 查什么
//!
//! 文字中既没有格式规定的部分，也没有规定的表格。
//!
//! ## 为什么
//!
//! 没有内容可以校验。报出其他问题只会干扰，因此只报这一条。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第五十条和年度报告格式：报告有六个部分、三张表格。
//!
//! ## 示例
//!
//! 一篇新闻、一份申请指南，或者只有报告链接的网页。
//!
//! ## 应为
//!
//! 粘贴年度报告全文，包括表格，或者打开报告文件。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "F116", name: "not-a-report", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "这不是政府信息公开工作年度报告：没有找到规定的部分和表格；请粘贴报告全文（包括表格）或者打开报告文件",
    en: "This is no annual report on government-information disclosure: none of its sections and tables was found; paste \
         the whole text with its tables, or open the file",
};

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    if report.sections.is_empty() && report.tables.all().iter().all(|table| !table.found) {
        findings.add(Draft::new(MESSAGE));
    }
}
