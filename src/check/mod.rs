//! The rules: a registry, a folder a family, a file a rule.

pub mod arithmetic;
pub mod cells;
pub mod form;
pub mod program;
pub mod prose;
mod rule;

pub use rule::{Draft, Findings, Rule, Words, family};

use crate::options::CheckOptions;
use crate::parse::Parsed;
use crate::report::{CheckResult, Counts, Finding, Severity};
use std::cell::Cell;

/// Every rule, family by family, in the order in which they run: a rule may ask what those before it found.
pub const RULES: &[&Rule] = &[];

/// What a rule looks at.
pub struct Context<'c> {
    pub parsed: &'c Parsed<'c>,
    pub options: &'c CheckOptions,
}

thread_local! {
    static RUNNING: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// The code of the rule that is running, or that was when a call came to a sudden end.
pub fn running_rule() -> Option<&'static str> {
    RUNNING.get()
}

/// Codes after which a report isn't wholly checked.
const INCOMPLETE: [&str; 5] = ["F105", "F116", "C203", "C211", "I901"];

/// Runs every rule over what was read.
pub fn check(parsed: Parsed, options: &CheckOptions) -> CheckResult {
    let context = Context { parsed: &parsed, options };
    let mut findings = Findings::new(&options.findings);
    for rule in RULES {
        RUNNING.set(Some(rule.code));
        findings.begin(rule);
        (rule.check)(&context, &mut findings);
    }
    RUNNING.set(None);
    let findings = findings.finish();
    let complete = !findings.iter().any(|finding| INCOMPLETE.contains(&finding.code.as_str()));
    CheckResult { schema: 1, counts: count(&findings), complete, findings, report: parsed.report }
}

fn count(findings: &[Finding]) -> Counts {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u32;
    Counts { error: of(Severity::Error), warning: of(Severity::Warning), info: of(Severity::Info) }
}
