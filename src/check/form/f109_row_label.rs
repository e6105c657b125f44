//! F109 row-label
//!
//! ## What it finds
//!
//! A row's label that departs from the official wording.
//!
//! ## Why it matters
//!
//! A slip in a label looks careless in an official document, and a program that looks for the label doesn't find the row.
//!
//! ## Basis
//!
//! The form's labels. Width of characters, brackets, quotation marks, spaces, the style of the numbering, traditional
//! characters and guidance added in brackets are no departure.
//!
//! ## Example
//!
//! 4.无正当理由由大量反复申请, or 2.其他法律法规禁止公开.
//!
//! ## Instead
//!
//! 4.无正当理由大量反复申请; 2.其他法律行政法规禁止公开.
//!
//! ## 查什么
//!
//! 表格中某一行的名称与规定的不一致。
//!
//! ## 为什么
//!
//! 名称多字、漏字、错字有损公文的严谨，按名称查找的程序也会找不到这一行。
//!
//! ## 依据
//!
//! 年度报告格式规定的行名称。全角半角、括号、引号、空格、序号写法、繁体字以及括号内的填报说明不同，不算不一致。
//!
//! ## 示例
//!
//! “4.无正当理由由大量反复申请”“2.其他法律法规禁止公开”。
//!
//! ## 应为
//!
//! “4.无正当理由大量反复申请”“2.其他法律行政法规禁止公开”。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::label;
use crate::report::{Edit, Layout, Severity};
use crate::text::Folded;

pub const RULE: Rule = Rule { code: "F109", name: "row-label", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "行名称“{written}”与规定的不一致，应为“{label}”",
    en: "The label “{written}” departs from the official “{label}”",
};
const CHANGE: Words = Words { zh: "改为“{label}”", en: "Change it to “{label}”" };

fn check(context: &Context, findings: &mut Findings) {
    let rows =
        context.report().tables.all().into_iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    for (table, row) in rows {
        let (Some(written), Some(span)) = (&row.written, row.span) else { continue };
        let is_cut =
            matches!(table.layout, Some(Layout::Spaced | Layout::Lines)) && is_as_the_page_cut_it(written, &row.label);
        if is_cut || label::is_official(written, &row.label) {
            continue;
        }
        let edit = Edit { span, was: written.clone(), text: row.label.to_string() };
        let draft = Draft::new(MESSAGE).at(span).text("written", one_line(written)).text("label", &row.label);
        findings.add(draft.fix(CHANGE, vec![edit]));
    }
}

/// Whether the page alone made the label differ: a letter or two of the vertical label beside it stand before it, or its
/// end was wrapped away from its row.
fn is_as_the_page_cut_it(written: &str, official: &str) -> bool {
    // The number before the words may be written otherwise, or have been wrapped away.
    let words = |text: &str| {
        let mut words = Folded::new(text, 0).chars;
        words.retain(|character| !".、".contains(*character) && !character.is_ascii_digit());
        words
    };
    let (written, official) = (words(written), words(official));
    let strays = 0..=MOST_STRAYS.min(written.len());
    let is_enough = |own: &[char]| own.len() >= FIRST_LINE || own.len() * 2 >= official.len();
    strays.map(|strays| &written[strays..]).any(|own| is_enough(own) && official.starts_with(own))
}

/// In characters: what a narrow column has of a label in its first line, at the least.
const FIRST_LINE: usize = 8;

/// In characters.
const MOST_STRAYS: usize = 2;

/// A label that is wrapped over several lines, in one.
fn one_line(written: &str) -> String {
    written.lines().map(str::trim).collect()
}
