//! The rules' pages, drawn from the doc comments of the rules' files.

use anyhow::{Context, Result};
use gouji::check::{RULES, Rule, family};
use gouji::report::{Locale, Severity};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use ts_rs::TS;

/// What a rule finds, why, and on what basis.
#[derive(Serialize, TS)]
pub struct RuleDoc {
    code: &'static str,
    name: &'static str,
    family: &'static str,
    /// Unless an option sets another.
    severity: Severity,
    /// One sentence: what the rule finds.
    summary: String,
    /// The clause, the form's own note, or practice.
    basis: String,
    /// The whole page, in Markdown.
    doc: String,
}

/// The headings of a rule's doc comment, which are fixed: what it finds comes first, the basis third.
fn headings(locale: Locale) -> [&'static str; 5] {
    match locale {
        Locale::Chinese => ["查什么", "为什么", "依据", "示例", "应为"],
        Locale::English => ["What it finds", "Why it matters", "Basis", "Example", "Instead"],
    }
}

/// The pages of every rule, by language.
pub fn all() -> Result<BTreeMap<&'static str, Vec<RuleDoc>>> {
    let pages = |locale: Locale| RULES.iter().map(|rule| page(rule, locale)).collect::<Result<Vec<_>>>();
    Locale::ALL.iter().map(|&locale| Ok((locale.as_str(), pages(locale)?))).collect()
}

fn page(rule: &Rule, locale: Locale) -> Result<RuleDoc> {
    let source = fs::read_to_string(rule.file).with_context(|| format!("the file of {}: {}", rule.code, rule.file))?;
    let comment = doc_comment(&source);
    let part = |heading: &str| {
        section(&comment, heading).with_context(|| format!("{}: the doc comment has no `## {heading}`", rule.file))
    };
    let [finds, _, basis, ..] = headings(locale);
    let doc = headings(locale).into_iter().map(|heading| Ok(format!("## {heading}\n\n{}\n", part(heading)?)));
    Ok(RuleDoc {
        code: rule.code,
        name: rule.name,
        family: family(rule.code),
        severity: rule.severity,
        summary: first_paragraph(&part(finds)?, locale),
        basis: first_paragraph(&part(basis)?, locale),
        doc: doc.collect::<Result<Vec<_>>>()?.join("\n"),
    })
}

/// The `//!` comment that a file begins with.
fn doc_comment(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn section(comment: &str, heading: &str) -> Option<String> {
    let mut lines = comment.lines().skip_while(|line| line.strip_prefix("## ").map(str::trim) != Some(heading));
    lines.next()?;
    let body: Vec<_> = lines.take_while(|line| !line.starts_with("## ")).collect();
    Some(body.join("\n").trim().to_owned())
}

/// The first paragraph as one line; Chinese is joined without a space.
fn first_paragraph(text: &str, locale: Locale) -> String {
    let lines: Vec<_> = text.lines().take_while(|line| !line.trim().is_empty()).map(str::trim).collect();
    lines.join(if locale == Locale::Chinese { "" } else { " " })
}
