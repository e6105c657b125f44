//! I901 internal-error
//!
//! ## What it finds
//!
//! A rule that failed on this report: what that rule looks for wasn't checked.
//!
//! ## Why it matters
//!
//! A report that wasn't wholly checked must not pass for a clean one. The findings of all other rules stand.
//!
//! ## Basis
//!
//! None: the fault is the program's, not the report's.
//!
//! ## Example
//!
//! The rule A302 ended unexpectedly; the outcomes of table 三 weren't added up.
//!
//! ## Instead
//!
//! Check by hand what the rule is about, and report the fault to the project with the version of the program and, if it
//! may be shown, the report.
//!
//! ## 查什么
//!
//! 某条规则在校验本报告时出错，该规则所查的内容没有校验。
//!
//! ## 为什么
//!
//! 没有全部校验的报告不能当作没有问题。其他规则的校验结果仍然有效。
//!
//! ## 依据
//!
//! 无。这是程序自身的错误，不是报告的错误。
//!
//! ## 示例
//!
//! 规则A302意外中止，第三张表的办理结果没有核对。
//!
//! ## 应为
//!
//! 人工核对该规则所查的内容，并将程序版本和报告（可以提供的）反馈给本项目。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "I901", name: "internal-error", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "规则{rule}在校验时出错，该规则所查的内容没有校验，请人工核对；其他规则的结果仍然有效",
    en: "Rule {rule} failed, and what it is about wasn't checked: look at it by hand; the findings of the other rules stand",
};

fn check(_context: &Context, findings: &mut Findings) {
    for rule in findings.failed().to_vec() {
        findings.add(Draft::new(MESSAGE).text("rule", rule));
    }
}
