//! What a fix promises: it changes what it says and nothing else, and what it mended isn't found again.

mod support;

use gouji::check::{RULES, family};
use gouji::options::Input;
use gouji::report::Finding;
use support::case::CaseFile;

/// The findings of a text that have a fix.
fn fixable(text: &str) -> Vec<Finding> {
    let result = gouji::check(Input::Text(text), &Default::default()).expect("a report");
    result.findings.into_iter().filter(|finding| finding.fix.is_some()).collect()
}

/// The reports of all rule cases.
fn texts() -> Vec<(String, String)> {
    let cases = RULES.iter().flat_map(|rule| {
        let file = format!("{}-{}.md", rule.code.to_lowercase(), rule.name);
        CaseFile::read(&support::root().join("tests/rules").join(family(rule.code)).join(file)).cases
    });
    cases.filter_map(|case| Some((case.heading.clone(), case.text()?.to_owned()))).collect()
}

#[test]
fn what_was_fixed_is_not_found_again() {
    let mut fixed_codes = std::collections::BTreeSet::new();
    for (heading, text) in texts() {
        for finding in fixable(&text) {
            let fixed = gouji::apply_fixes(&text, std::slice::from_ref(&finding)).expect("a fix fits its own text");
            assert_ne!(fixed, text, "{heading}: {} changes nothing", finding.code);
            let same = |other: &&Finding| other.code == finding.code && other.message == finding.message;
            let left = fixable(&fixed).iter().filter(same).count();
            let before = fixable(&text).iter().filter(same).count();
            assert!(left < before, "{heading}: {} is found again: {}", finding.code, finding.message);
            fixed_codes.insert(finding.code);
        }
    }
    assert!(fixed_codes.len() > 5, "few rules fix anything: {fixed_codes:?}");
}

#[test]
fn all_fixes_of_a_report_are_made_at_once() {
    for (heading, text) in texts() {
        let findings = fixable(&text);
        let fixed = gouji::apply_fixes(&text, &findings).expect("fixes fit their own text");
        let edits: Vec<_> = findings.iter().flat_map(|finding| &finding.fix.as_ref().expect("a fix").edits).collect();
        // Lines that no edit touches stand in the fixed text as they did, in their order.
        let mut rest = fixed.as_str();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            let touched = edits.iter().any(|edit| (edit.span.start as usize) < end && edit.span.end as usize > start);
            if !touched {
                let at = rest.find(line).unwrap_or_else(|| panic!("{heading}: a line is lost: {line}"));
                rest = &rest[at + line.len()..];
            }
            start = end;
        }
    }
}
