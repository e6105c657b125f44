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

/// Where the catalogue stands.
const CATALOGUE: &str = "docs/rules.md";

/// Writes the catalogue of all rules.
pub fn write() -> Result<()> {
    fs::write(CATALOGUE, catalogue()?).context(CATALOGUE)
}

/// The families by the hundreds of their codes, in both languages.
const FAMILIES: [(char, &str, &str); 9] = [
    ('1', "格式", "Form"),
    ('2', "数据填写", "Cells"),
    ('3', "勾稽关系", "Arithmetic"),
    ('4', "正文与表格", "Prose against tables"),
    ('5', "年份与日期", "Years and dates"),
    ('6', "与上年报告对照", "Against last year's report"),
    ('7', "多份报告", "Over many reports"),
    ('8', "文字与隐私", "Words and privacy"),
    ('9', "程序本身", "The program itself"),
];

/// Every rule's page in one file: a table of all, then the pages in Chinese and in English.
fn catalogue() -> Result<String> {
    let mut text = String::from(
        "# 规则 · Rules\n\n<!-- Made by `cargo xtask build` from the doc comments of the rules in src/check. -->\n\n\
         [中文](#中文) · [English](#english)\n",
    );
    for (locale, title) in [(Locale::Chinese, "中文"), (Locale::English, "English")] {
        let mut pages = RULES.iter().map(|rule| page(rule, locale)).collect::<Result<Vec<_>>>()?;
        pages.sort_by_key(|page| page.code.get(1..));
        text += &format!("\n## {title}\n");
        for (hundred, chinese, english) in FAMILIES {
            let family = || pages.iter().filter(|page| page.code.chars().nth(1) == Some(hundred));
            text += &format!("\n### {hundred}xx {}\n\n", if locale == Locale::Chinese { chinese } else { english });
            text += match locale {
                Locale::Chinese => "| 代码 | 名称 | 级别 | 查什么 |\n|---|---|---|---|\n",
                Locale::English => "| code | name | severity | what it finds |\n|---|---|---|---|\n",
            };
            for page in family() {
                let severity = severity(page.severity, locale);
                text +=
                    &format!("| {} | {} | {severity} | {} |\n", page.code, page.name, page.summary.replace('|', "\\|"));
            }
            for page in family() {
                let doc = page.doc.replace("\n## ", "\n##### ").replacen("## ", "##### ", 1);
                text += &format!("\n#### {} {}\n\n{doc}", page.code, page.name);
            }
        }
    }
    Ok(text)
}

fn severity(severity: Severity, locale: Locale) -> &'static str {
    match (severity, locale) {
        (Severity::Error, Locale::Chinese) => "错误",
        (Severity::Warning, Locale::Chinese) => "提醒",
        (Severity::Info, Locale::Chinese) => "提示",
        (severity, Locale::English) => severity.as_str(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_that_of_the_rules() {
        std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).expect("the project's root");
        let written = fs::read_to_string(CATALOGUE).expect("the catalogue");
        assert!(written == catalogue().expect("pages"), "{CATALOGUE} isn't up to date: run `cargo xtask build`");
    }
}
