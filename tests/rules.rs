//! Every rule does what its page and its cases say. The cases are Markdown files in `tests/rules`; how they are written is
//! told in `tests/support/case.rs`. With `UPDATE_CASES=1` the findings that they expect are written anew, for review.

mod support;

use gouji::check::{RULES, Rule, family};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use support::case::CaseFile;

fn case_path(rule: &Rule) -> PathBuf {
    let file = format!("{}-{}.md", rule.code.to_lowercase(), rule.name);
    support::root().join("tests/rules").join(family(rule.code)).join(file)
}

#[test]
fn every_case_gives_the_findings_it_promises() {
    let mut wrong = String::new();
    for rule in RULES {
        let path = case_path(rule);
        let file = CaseFile::read(&path);
        assert_eq!((file.code.as_str(), file.name.as_str()), (rule.code, rule.name), "{}", path.display());
        let mut updates = Vec::new();
        for case in &file.cases {
            let title = format!("{} · {}", file.code, case.heading);
            let outcome = case.run();
            if let Some((expected, lines)) = &case.findings {
                let found = outcome.shown(rule.code, expected);
                if found != *expected {
                    wrong += &format!("{title}\nexpected:\n{expected}found:\n{found}\n");
                    updates.push((lines.clone(), found));
                }
            }
            for code in case.silent.intersection(&outcome.codes()) {
                wrong += &format!("{title}: {code} must find nothing\n{}\n", outcome.shown(code, ""));
            }
        }
        if std::env::var_os("UPDATE_CASES").is_some() {
            update(&path, updates);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn update(path: &Path, updates: Vec<(std::ops::Range<usize>, String)>) {
    let text = std::fs::read_to_string(path).expect("the file that was just read");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (range, found) in updates.into_iter().rev() {
        lines.splice(range, found.lines().map(str::to_owned));
    }
    std::fs::write(path, lines.join("\n") + "\n").expect("the file can be written");
}

#[test]
fn every_rule_has_a_case_that_sets_it_off_and_one_that_must_not() {
    for rule in RULES {
        let cases = CaseFile::read(&case_path(rule)).cases;
        let begins = format!("{} ", rule.code);
        let sets_off = |expected: &str| expected.lines().any(|line| line.starts_with(&begins));
        assert!(
            cases.iter().any(|case| case.findings.as_ref().is_some_and(|(expected, _)| sets_off(expected))),
            "{}: no case sets it off",
            rule.code
        );
        assert!(cases.iter().any(|case| case.silent.contains(rule.code)), "{}: no case must not set it off", rule.code);
        for case in &cases {
            let says = case.findings.is_some() || !case.silent.is_empty();
            assert!(says, "{} · {}: says neither what is found nor what isn't", rule.code, case.heading);
        }
    }
}

#[test]
fn every_file_of_cases_belongs_to_a_rule() {
    let known: BTreeSet<PathBuf> = RULES.iter().map(|rule| case_path(rule)).collect();
    for family in std::fs::read_dir(support::root().join("tests/rules")).expect("the folder of cases") {
        for file in std::fs::read_dir(family.expect("an entry").path()).expect("a family's folder") {
            let path = file.expect("an entry").path();
            assert!(known.contains(&path), "{} belongs to no rule", path.display());
        }
    }
}

#[test]
fn codes_and_names_are_unique() {
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!((codes.len(), names.len()), (RULES.len(), RULES.len()));
}

/// The headings of a rule's page, in their order.
const HEADINGS: [&str; 10] =
    ["What it finds", "Why it matters", "Basis", "Example", "Instead", "查什么", "为什么", "依据", "示例", "应为"];

#[test]
fn every_rule_has_its_page_in_both_languages() {
    for rule in RULES {
        let source = std::fs::read_to_string(support::root().join(rule.file)).expect("the rule's file");
        let page: Vec<&str> = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
        assert_eq!(page[0], format!("{} {}", rule.code, rule.name));
        let sections: Vec<&[&str]> = page[1..].split(|line| line.starts_with("## ")).skip(1).collect();
        let headings: Vec<&str> = page.iter().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, HEADINGS, "{}", rule.code);
        for (heading, section) in headings.iter().zip(sections) {
            let text: String = section.concat();
            assert!(text.chars().count() >= 2, "{}: nothing under {heading}", rule.code);
            let ends = ['.', '。', ':', '：', ')', '）', '`', '」'];
            assert!(text.ends_with(ends), "{}: {heading} doesn't end in a sentence", rule.code);
        }
    }
}

#[test]
fn a_good_report_gives_no_finding_at_all() {
    for name in ["form-2019.txt", "form-2019-cells.txt", "form-2021.txt", "form-2021-cells.txt"] {
        let text = support::report(name);
        let result = gouji::check(gouji::options::Input::Text(&text), &Default::default()).expect("a report");
        let messages: Vec<&str> = result.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert!(messages.is_empty() && result.complete, "{name}: {messages:#?}");
    }
}

#[test]
fn a_rule_that_is_not_there_is_named() {
    let mut options = gouji::options::CheckOptions::default();
    options.findings.rules.push(("A3O1".to_owned(), gouji::options::RuleSetting::Off));
    let error = gouji::check(gouji::options::Input::Text(""), &options).expect_err("no such rule");
    assert_eq!(error.code, gouji::options::ErrorCode::UnknownOption);
    assert!(error.chinese.contains("A3O1") && error.english.contains("A3O1"));
}
