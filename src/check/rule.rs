//! What a rule is, and how it says what it found.

use super::Context;
use crate::options::{Error, FindingOptions};
use crate::read::source::limits;
use crate::report::{Argument, Arguments, Edit, Finding, Fix, Locale, Related, Severity};
use crate::sorted::sort_by;
use crate::text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

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
    fn fill(self, locale: Locale, arguments: &Arguments) -> String {
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

impl Arguments {
    pub fn text(mut self, name: impl Into<Cow<'static, str>>, text: impl AsRef<str>) -> Self {
        self.set(name, Argument::Text(text.as_ref().to_owned()));
        self
    }

    pub fn number(mut self, name: impl Into<Cow<'static, str>>, number: impl Into<Decimal>) -> Self {
        self.set(name, Argument::Number(number.into()));
        self
    }
}

/// A finding as a rule makes it, before it is put into words.
///
/// ```text
/// findings.add(Draft::new(MESSAGE).at(span).number("left", left).text("column", label).cells([address]));
/// ```
pub struct Draft {
    /// The message is made of these, one after the other.
    words: Vec<Words>,
    severity: Option<Severity>,
    arguments: Arguments,
    span: Option<Span>,
    /// Those without arguments of their own take the finding's.
    related: Vec<(Span, Words, Option<Arguments>)>,
    cells: Vec<String>,
    expected: Option<Decimal>,
    actual: Option<Decimal>,
    fix: Option<(Words, Vec<Edit>)>,
    source: Option<u32>,
}

impl Draft {
    /// A finding with its message, but for the full stop.
    pub fn new(words: Words) -> Self {
        Self {
            words: vec![words],
            severity: None,
            arguments: Arguments::default(),
            span: None,
            related: Vec::new(),
            cells: Vec::new(),
            expected: None,
            actual: None,
            fix: None,
            source: None,
        }
    }

    /// Adds a clause to the message, with the mark that parts it from what goes before.
    pub fn and(mut self, words: Words) -> Self {
        self.words.push(words);
        self
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

    pub fn text(mut self, name: impl Into<Cow<'static, str>>, text: impl AsRef<str>) -> Self {
        self.arguments = self.arguments.text(name, text);
        self
    }

    pub fn number(mut self, name: impl Into<Cow<'static, str>>, number: impl Into<Decimal>) -> Self {
        self.arguments = self.arguments.number(name, number);
        self
    }

    /// Another place that the finding speaks of, and what stands there.
    pub fn related(mut self, span: impl Into<Option<Span>>, words: Words) -> Self {
        self.related.extend(span.into().map(|span| (span, words, None)));
        self
    }

    /// As [`Draft::related`], in words with arguments of their own.
    pub fn related_with(mut self, span: Option<Span>, words: Words, arguments: Arguments) -> Self {
        self.related.extend(span.map(|span| (span, words, Some(arguments))));
        self
    }

    pub fn cells(mut self, addresses: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.cells.extend(addresses.into_iter().map(Into::into));
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

    /// In a roll-up: which of the subordinate reports has the place.
    pub fn source(mut self, child: usize) -> Self {
        self.source = Some(child as u32);
        self
    }

    /// Edits to the text that mend the fault.
    pub fn fix(mut self, words: Words, edits: Vec<Edit>) -> Self {
        self.fix = Some((words, edits));
        self
    }

    fn into_finding(self, rule: &Rule, severity: Severity, locale: Locale) -> Finding {
        let say = |words: Words| words.fill(locale, &self.arguments);
        let related = |(span, words, own): &(Span, Words, Option<Arguments>)| Related {
            span: *span,
            message: words.fill(locale, own.as_ref().unwrap_or(&self.arguments)),
        };
        Finding {
            code: rule.code.to_owned(),
            name: rule.name.to_owned(),
            severity,
            family: family(rule.code).to_owned(),
            message: self.words.iter().map(|&words| say(words)).chain([full_stop(locale)]).collect(),
            span: self.span,
            related: self.related.iter().map(related).collect(),
            cells: self.cells,
            expected: self.expected,
            actual: self.actual,
            fix: self.fix.map(|(words, edits)| Fix { message: words.fill(locale, &self.arguments), edits }),
            args: self.arguments,
            source: self.source,
        }
    }
}

fn full_stop(locale: Locale) -> String {
    match locale {
        Locale::Chinese => "。".to_owned(),
        Locale::English => ".".to_owned(),
    }
}

/// The findings of one check, gathered rule by rule.
pub struct Findings<'o> {
    options: &'o FindingOptions,
    rule: Option<&'static Rule>,
    findings: Vec<Finding>,
    /// The codes of all that was found, that of rules turned off among them.
    found: Vec<&'static str>,
    failed: Vec<&'static str>,
}

impl<'o> Findings<'o> {
    pub(super) fn new(options: &'o FindingOptions) -> Self {
        Self { options, rule: None, findings: Vec::new(), found: Vec::new(), failed: Vec::new() }
    }

    /// Names the rule whose findings follow.
    pub(super) fn begin(&mut self, rule: &'static Rule) {
        self.rule = Some(rule);
    }

    /// Notes that the rule failed: what it found until then doesn't count.
    pub(super) fn fail(&mut self, rule: &'static Rule) {
        self.findings.retain(|finding| finding.code != rule.code);
        self.found.retain(|code| *code != rule.code);
        self.failed.push(rule.code);
    }

    /// The codes of the rules that failed.
    pub fn failed(&self) -> &[&'static str] {
        &self.failed
    }

    pub fn add(&mut self, draft: Draft) {
        let Some(rule) = self.rule else { return };
        if !self.found(rule.code) {
            self.found.push(rule.code);
        }
        let setting = self.options.setting(rule.code).or_else(|| self.options.setting(rule.name));
        let severity = match setting {
            Some(setting) => match setting.severity() {
                Some(severity) => severity,
                None => return,
            },
            None => draft.severity.unwrap_or(rule.severity),
        };
        // One over the limit says that it is passed.
        if self.findings.len() <= limits::FINDINGS {
            self.findings.push(draft.into_finding(rule, severity, self.options.locale));
        }
    }

    /// Whether a rule found its fault, be its findings shown or turned off.
    pub fn found(&self, code: &str) -> bool {
        self.found.contains(&code)
    }

    /// In the order of the text, those without a place first; findings of one place in the order of their codes. In a
    /// roll-up, the parent's come first. Fails where there are too many.
    pub(super) fn finish(mut self) -> Result<Vec<Finding>, Error> {
        limits::hold(self.findings.len(), limits::FINDINGS, "问题的数量", "findings")?;
        let place = |finding: &Finding| (finding.source, finding.span.map(|span| (span.start, span.end)));
        sort_by(&mut self.findings, |one, other| (place(one), &one.code).cmp(&(place(other), &other.code)));
        Ok(self.findings)
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
