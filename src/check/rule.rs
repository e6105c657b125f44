//! What a rule is, and how it says what it found.

use super::Context;
use crate::options::FindingOptions;
use crate::report::{Argument, Edit, Finding, Fix, Locale, Related, Severity};
use crate::text::Span;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A rule: named after the fault, with a code that is never used again.
pub struct Rule {
    pub code: &'static str,
    pub name: &'static str,
    pub severity: Severity,
    /// The rule's file, whose doc comment is its page.
    pub file: &'static str,
    pub check: fn(&Context, &mut Findings),
}

/// A template in both languages; `{name}` stands for the argument of that name.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub zh: &'static str,
    pub en: &'static str,
}

impl Words {
    fn fill(self, locale: Locale, arguments: &BTreeMap<String, Argument>) -> String {
        let template = match locale {
            Locale::Chinese => self.zh,
            Locale::English => self.en,
        };
        let mut filled = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            match arguments.get(name) {
                Some(Argument::Text(text)) => filled.push_str(text),
                Some(Argument::Number(number)) => filled.push_str(&number.normalize().to_string()),
                None => debug_assert!(false, "no argument {name} for {template}"),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// A finding as a rule makes it, before it is put into words.
///
/// ```ignore
/// findings.add(Draft::new(MESSAGE).at(span).number("left", left).text("column", label).cells([address]));
/// ```
pub struct Draft {
    words: Words,
    severity: Option<Severity>,
    arguments: BTreeMap<String, Argument>,
    span: Option<Span>,
    related: Vec<(Span, Words)>,
    cells: Vec<String>,
    expected: Option<Decimal>,
    actual: Option<Decimal>,
    fix: Option<(Words, Vec<Edit>)>,
}

impl Draft {
    pub fn new(words: Words) -> Self {
        Self {
            words,
            severity: None,
            arguments: BTreeMap::new(),
            span: None,
            related: Vec::new(),
            cells: Vec::new(),
            expected: None,
            actual: None,
            fix: None,
        }
    }

    /// The place of the fault; what has none is said before all else.
    pub fn at(mut self, span: impl Into<Option<Span>>) -> Self {
        self.span = span.into();
        self
    }

    /// A severity other than the rule's own.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    pub fn text(mut self, name: &str, text: impl Into<String>) -> Self {
        self.arguments.insert(name.to_owned(), Argument::Text(text.into()));
        self
    }

    pub fn number(mut self, name: &str, number: impl Into<Decimal>) -> Self {
        self.arguments.insert(name.to_owned(), Argument::Number(number.into()));
        self
    }

    /// Another place that the finding speaks of, and what stands there.
    pub fn related(mut self, span: impl Into<Option<Span>>, words: Words) -> Self {
        self.related.extend(span.into().map(|span| (span, words)));
        self
    }

    pub fn cells(mut self, addresses: impl IntoIterator<Item = String>) -> Self {
        self.cells.extend(addresses);
        self
    }

    pub fn expected(mut self, value: impl Into<Option<Decimal>>) -> Self {
        self.expected = value.into();
        self
    }

    pub fn actual(mut self, value: impl Into<Option<Decimal>>) -> Self {
        self.actual = value.into();
        self
    }

    /// Edits to the text that mend the fault.
    pub fn fix(mut self, words: Words, edits: Vec<Edit>) -> Self {
        self.fix = Some((words, edits));
        self
    }
}

/// The findings of one check, gathered rule by rule.
pub struct Findings<'o> {
    options: &'o FindingOptions,
    rule: Option<&'static Rule>,
    findings: Vec<Finding>,
}

impl<'o> Findings<'o> {
    pub(super) fn new(options: &'o FindingOptions) -> Self {
        Self { options, rule: None, findings: Vec::new() }
    }

    /// Names the rule whose findings follow.
    pub(super) fn begin(&mut self, rule: &'static Rule) {
        self.rule = Some(rule);
    }

    pub fn add(&mut self, draft: Draft) {
        let Some(rule) = self.rule else { return };
        let setting = self.options.rules.get(rule.code).or_else(|| self.options.rules.get(rule.name));
        let severity = match setting {
            Some(setting) => match setting.severity() {
                Some(severity) => severity,
                None => return,
            },
            None => draft.severity.unwrap_or(rule.severity),
        };
        let locale = self.options.locale;
        let say = |words: Words| words.fill(locale, &draft.arguments);
        self.findings.push(Finding {
            code: rule.code.to_owned(),
            name: rule.name.to_owned(),
            severity,
            family: family(rule.code).to_owned(),
            message: say(draft.words),
            span: draft.span,
            related: draft.related.iter().map(|&(span, words)| Related { span, message: say(words) }).collect(),
            cells: draft.cells,
            expected: draft.expected,
            actual: draft.actual,
            fix: draft.fix.map(|(words, edits)| Fix { message: words.fill(locale, &draft.arguments), edits }),
            args: draft.arguments,
            source: None,
        });
    }

    /// Whether some rule that ran before found this fault.
    pub fn found(&self, code: &str) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }

    /// In the order of the text, those without a place first; findings of one place in the order of their codes.
    pub(super) fn finish(mut self) -> Vec<Finding> {
        let key = |finding: &Finding| (finding.span.map(|span| (span.start, span.end)), finding.code.clone());
        self.findings.sort_by_cached_key(key);
        self.findings
    }
}

/// The family that a code belongs to.
pub fn family(code: &str) -> &'static str {
    match code.as_bytes().get(1) {
        Some(b'1') => "form",
        Some(b'2') => "cells",
        Some(b'3') => "arithmetic",
        Some(b'4') => "prose",
        Some(b'5') => "dates",
        Some(b'6') => "previous",
        Some(b'7') => "many",
        Some(b'8') => "words",
        _ => "program",
    }
}
