//! The rules: a registry, a folder a family, a file a rule.

pub mod arithmetic;
pub mod cells;
pub mod dates;
pub mod form;
pub mod language;
pub mod many;
pub mod previous;
pub mod program;
pub mod prose;
mod rule;
pub mod words;

pub use crate::report::Arguments;
pub use rule::{Draft, Findings, Rule, Words, family};

use crate::options::{CheckOptions, Error, ErrorCode, FindingOptions};
use crate::parse::Parsed;
use crate::report::{CheckResult, Counts, Finding, Report, Severity};
use arithmetic::Sums;
use cells::place::Place;
use language::Passage;
use many::Many;
use prose::Claim;
use std::cell::{Cell, OnceCell};
use std::panic::AssertUnwindSafe;

/// Every rule, family by family, in the order in which they run: a rule may ask what those before it found.
pub const RULES: &[&Rule] = &[
    &form::f116_not_a_report::RULE,
    &form::f101_missing_section::RULE,
    &form::f102_section_out_of_order::RULE,
    &form::f103_section_heading::RULE,
    &form::f104_section_ordinal::RULE,
    &form::f105_missing_table::RULE,
    &form::f106_missing_row::RULE,
    &form::f107_missing_column::RULE,
    &form::f108_unknown_row::RULE,
    &form::f109_row_label::RULE,
    &form::f110_wrong_form::RULE,
    &form::f111_mixed_forms::RULE,
    &form::f112_missing_title::RULE,
    &form::f113_empty_section::RULE,
    &form::f114_fee_not_reported::RULE,
    &form::f115_leftover_text::RULE,
    &form::f117_table_twice::RULE,
    &cells::c201_blank_cell::RULE,
    &cells::c202_placeholder::RULE,
    &cells::c203_not_a_number::RULE,
    &cells::c204_unit_in_cell::RULE,
    &cells::c205_not_a_whole_number::RULE,
    &cells::c206_negative_count::RULE,
    &cells::c207_unit_unknown::RULE,
    &cells::c208_change_in_words::RULE,
    &cells::c209_odd_digits::RULE,
    &cells::c210_annotated_cell::RULE,
    &cells::c211_unplaced_figures::RULE,
    &cells::c212_extra_figures::RULE,
    &arithmetic::a301_unbalanced::RULE,
    &arithmetic::a302_outcomes_do_not_add_up::RULE,
    &arithmetic::a303_applicants_do_not_add_up::RULE,
    &arithmetic::a304_cases_do_not_add_up::RULE,
    &arithmetic::a305_disclosed_more_than_held::RULE,
    &arithmetic::a306_items_below_zero::RULE,
    &arithmetic::a307_likely_culprit::RULE,
    &prose::p401_received_differs::RULE,
    &prose::p402_carried_in_differs::RULE,
    &prose::p403_outcome_differs::RULE,
    &prose::p404_concluded_differs::RULE,
    &prose::p405_carried_out_differs::RULE,
    &prose::p406_cases_differ::RULE,
    &prose::p407_none_claimed::RULE,
    &prose::p408_documents_differ::RULE,
    &prose::p409_parts_do_not_add_up::RULE,
    &prose::p410_percentage_off::RULE,
    &dates::y501_year_differs::RULE,
    &dates::y502_period_off::RULE,
    &dates::y503_late::RULE,
    &dates::y504_impossible_date::RULE,
    &previous::x601_carry_over_differs::RULE,
    &previous::x602_stock_differs::RULE,
    &previous::x603_copied_text::RULE,
    &previous::x604_jump::RULE,
    &previous::x605_not_last_year::RULE,
    &many::r701_sum_differs::RULE,
    &many::r702_report_missing::RULE,
    &many::r703_same_text::RULE,
    &words::w801_personal_data::RULE,
    &words::w802_doubled_word::RULE,
    &words::w803_wrong_citation::RULE,
    &program::i901_internal_error::RULE,
];

/// What a rule looks at.
pub struct Context<'c> {
    pub parsed: &'c Parsed<'c>,
    pub options: &'c CheckOptions,
    /// The reports of a roll-up, whose parent `parsed` is.
    pub many: Option<&'c Many<'c>>,
    prose: &'c Prose,
    written_oddly: OnceCell<Vec<Place<'c>>>,
    claims: OnceCell<Vec<Claim<'c>>>,
    sums_of_applications: OnceCell<Sums<'c>>,
    sums_of_litigation: OnceCell<Sums<'c>>,
}

/// The report's prose, read when the first rule asks for it.
type Prose = OnceCell<Vec<Passage>>;

impl<'c> Context<'c> {
    fn new(parsed: &'c Parsed<'c>, options: &'c CheckOptions, prose: &'c Prose, many: Option<&'c Many<'c>>) -> Self {
        Self {
            parsed,
            options,
            many,
            prose,
            written_oddly: OnceCell::new(),
            claims: OnceCell::new(),
            sums_of_applications: OnceCell::new(),
            sums_of_litigation: OnceCell::new(),
        }
    }

    /// The report's prose.
    pub fn passages(&self) -> &'c [Passage] {
        self.prose.get_or_init(|| language::passages(&self.parsed.document, &self.report().sections))
    }

    /// The cells whose figure isn't written in plain digits.
    pub fn written_oddly(&self) -> &[Place<'c>] {
        self.written_oddly.get_or_init(|| cells::place::written_oddly(self.report()))
    }

    /// What the prose says in figures of applications, cases and documents.
    pub fn claims(&self) -> &[Claim<'c>] {
        self.claims.get_or_init(|| prose::claims(self.report(), self.passages()))
    }

    /// The sums of table 三.
    pub fn sums_of_applications(&self) -> &Sums<'c> {
        self.sums_of_applications.get_or_init(|| Sums::applications(&self.report().tables.applications))
    }

    /// The sums of table 四.
    pub fn sums_of_litigation(&self) -> &Sums<'c> {
        self.sums_of_litigation.get_or_init(|| Sums::litigation(&self.report().tables.litigation))
    }

    pub fn report(&self) -> &'c Report {
        &self.parsed.report
    }

    /// The text that places index, in bytes.
    pub fn text(&self) -> &'c str {
        &self.parsed.report.text
    }
}

thread_local! {
    static RUNNING: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// The code of the rule that is running, or that was when a call came to a sudden end.
pub fn running_rule() -> Option<&'static str> {
    RUNNING.get()
}

/// Codes after which a report isn't wholly checked, though their findings be turned off.
const INCOMPLETE: [&str; 5] = ["F105", "F116", "C203", "C211", "I901"];

/// The finding that leaves nothing else to say; its rule runs first.
const NOT_A_REPORT: &str = "F116";

/// Makes sure that each rule that the options name is there.
pub fn known(options: &FindingOptions) -> Result<(), Error> {
    let is_known = |name: &str| RULES.iter().any(|rule| rule.code == name || rule.name == name);
    match options.rules.iter().map(|(name, _)| name).find(|name| !is_known(name)) {
        None => Ok(()),
        Some(name) => Err(Error::new(
            ErrorCode::UnknownOption,
            format!(
                "没有“{name}”这条规则，请使用规则的代码或英文名，如 A301 或 unbalanced；全部规则见 rules() 的结果。"
            ),
            format!(
                "There is no rule “{name}”; use a rule's code or name, such as A301 or unbalanced: rules() lists them all."
            ),
        )),
    }
}

/// Runs every rule over what was read.
pub fn check(parsed: Parsed, options: &CheckOptions) -> Result<CheckResult, Error> {
    check_by(RULES, parsed, options, None)
}

fn check_by(
    rules: &[&'static Rule],
    parsed: Parsed,
    options: &CheckOptions,
    many: Option<&Many>,
) -> Result<CheckResult, Error> {
    let prose = Prose::new();
    let context = Context::new(&parsed, options, &prose, many);
    let mut findings = Findings::new(&options.findings);
    for rule in rules {
        if findings.found(NOT_A_REPORT) && family(rule.code) != "program" {
            continue;
        }
        let failed_before = options.findings.failed_rules.iter().any(|code| code == rule.code);
        if failed_before || !run(rule, &context, &mut findings) {
            findings.fail(rule);
        }
    }
    RUNNING.set(None);
    let complete = !INCOMPLETE.iter().any(|code| findings.found(code));
    let findings = findings.finish()?;
    Ok(CheckResult { schema: 1, counts: count(&findings), complete, findings, report: parsed.report })
}

/// The rules of one family, with what says that one of them failed.
fn family_rules(name: &str) -> Vec<&'static Rule> {
    RULES.iter().copied().filter(|rule| [name, "program"].contains(&family(rule.code))).collect()
}

/// Runs a rule; false if it failed. Where a panic ends the whole instance, the caller finds [`running_rule`] and calls
/// again without that rule.
fn run(rule: &'static Rule, context: &Context, findings: &mut Findings) -> bool {
    RUNNING.set(Some(rule.code));
    findings.begin(rule);
    if cfg!(panic = "unwind") {
        std::panic::catch_unwind(AssertUnwindSafe(|| (rule.check)(context, findings))).is_ok()
    } else {
        (rule.check)(context, findings);
        true
    }
}

fn count(findings: &[Finding]) -> Counts {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u32;
    Counts { error: of(Severity::Error), warning: of(Severity::Warning), info: of(Severity::Info) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::document::Document;

    const MESSAGE: Words = Words { zh: "有", en: "found" };
    const FINDS: Rule = Rule {
        code: "A301",
        name: "finds",
        severity: Severity::Warning,
        file: file!(),
        check: |_, findings| findings.add(Draft::new(MESSAGE)),
    };
    const FAILS: Rule = Rule {
        code: "A302",
        name: "fails",
        severity: Severity::Error,
        file: file!(),
        check: |_, findings| {
            findings.add(Draft::new(MESSAGE));
            panic!("a rule that fails");
        },
    };

    fn check_with(options: &CheckOptions) -> CheckResult {
        let parsed = crate::parse::parse(Document { text: "", blocks: Vec::new(), drawn: None });
        check_by(&[&FINDS, &FAILS, &program::i901_internal_error::RULE], parsed, options, None).expect("few findings")
    }

    #[test]
    fn a_rule_that_fails_is_named_and_the_findings_of_the_others_stand() {
        let result = check_with(&CheckOptions::default());
        let codes: Vec<&str> = result.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["A301", "I901"]);
        assert!(result.findings[1].message.contains("A302"));
        assert_eq!(result.counts, Counts { error: 1, warning: 1, info: 0 });
        assert!(!result.complete);
    }

    #[test]
    fn a_rule_that_failed_before_is_not_run_again() {
        let mut options = CheckOptions::default();
        options.findings.failed_rules.push("A302".to_owned());
        assert_eq!(check_with(&options), check_with(&CheckOptions::default()));
    }

    #[test]
    fn a_report_stays_not_wholly_checked_though_the_finding_be_turned_off() {
        let mut options = CheckOptions::default();
        options.findings.rules.push(("I901".to_owned(), crate::options::RuleSetting::Off));
        let result = check_with(&options);
        assert_eq!(result.findings.len(), 1);
        assert!(!result.complete);
    }
}
