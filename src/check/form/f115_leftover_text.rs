//! F115 leftover-text
//!
//! ## What it finds
//!
//! Remains of a template or a conversion: bookmarks, instructions in brackets, lost characters, page numbers in a table.
//!
//! ## Why it matters
//!
//! They show that nobody read the published text, and lost characters may hide words or figures.
//!
//! ## Basis
//!
//! Practice: an official document is published clean.
//!
//! ## Example
//!
//! [bookmark: _GoBack], （文字描述）, 该部分以表格形式报告, ????, or - 4 - between two rows of a table.
//!
//! ## Instead
//!
//! Take the remains out; where characters were lost, put them back from the original.
//!
//! ## 查什么
//!
//! 模板或者转换留下的文字：书签、括号内的填写提示、丢失的字符、表格中间的页码。
//!
//! ## 为什么
//!
//! 这些文字说明发布前没有通读；丢失的字符还可能是正文或者数字。
//!
//! ## 依据
//!
//! 公文发布的一般要求：文字应当整洁。
//!
//! ## 示例
//!
//! “[bookmark: _GoBack]”“（文字描述）”“该部分以表格形式报告”“????”，或者表格两行之间的“- 4 -”。
//!
//! ## 应为
//!
//! 删去这些文字；丢失字符的，对照原文补上。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::read::document::GridRow;
use crate::report::{Edit, Layout, Severity};
use crate::text::{Folded, Span};
use regex::Regex;
use std::sync::LazyLock;

pub const RULE: Rule = Rule { code: "F115", name: "leftover-text", severity: Severity::Warning, file: file!(), check };

const LEFTOVER: Words = Words {
    zh: "“{text}”是模板或者转换留下的文字，请删去",
    en: "“{text}” is left over from a template or a conversion; take it out",
};
const LOST: Words = Words {
    zh: "“{text}”处的字符在转换中丢失，请对照原文补上",
    en: "Characters were lost in conversion at “{text}”; put them back from the original",
};
const PAGE: Words = Words {
    zh: "表格中间有页码“{text}”，请删去",
    en: "The page number “{text}” stands inside a table; take it out",
};
const DELETE: Words = Words { zh: "删去“{text}”", en: "Take “{text}” out" };

/// Remains of Word's fields and of templates; the last alternative is lost characters.
static REMAINS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\[bookmark:[^\]\n]{0,40}\]|_GoBack|[（(][ 　]*文字描述[ 　]*[）)]|[（(]?该部分以表格形式报告[）)]?",
        r"|错误[!！][ 　]*未(?:找到引用源|定义书签)。?|([?？]{4,}|\x{fffd}+)"
    ))
    .expect("a pattern")
});
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:-+[0-9]{1,3}-+|第[0-9]{1,3}页(?:共[0-9]{1,3}页)?|[Pp]\.[0-9]{1,3})$").expect("a pattern")
});

fn check(context: &Context, findings: &mut Findings) {
    let text = context.text();
    for captures in REMAINS.captures_iter(text) {
        let found = captures.get(0).expect("the whole match");
        let span = Span::bytes(found.start(), found.end());
        if captures.get(1).is_some() {
            findings.add(Draft::new(LOST).at(span).text("text", found.as_str()));
        } else {
            findings.add(leftover(LEFTOVER, span, text));
        }
    }
    for span in page_numbers(context) {
        findings.add(leftover(PAGE, span, text));
    }
}

fn leftover(words: Words, span: Span, text: &str) -> Draft {
    let edit = Edit { span, was: span.of(text).to_owned(), text: String::new() };
    Draft::new(words).at(span).text("text", span.of(text)).fix(DELETE, vec![edit])
}

/// Rows of a table that hold nothing but a page number, where the layout isn't one that the page itself gave.
fn page_numbers(context: &Context) -> Vec<Span> {
    let grids = context.parsed.document.grids().filter(|grid| !matches!(grid.layout, Layout::Spaced | Layout::Lines));
    let alone = |row: &GridRow| {
        let mut cells = row.cells.iter().filter(|cell| !cell.is_blank());
        cells.next().map(|cell| cell.span).filter(|_| cells.next().is_none())
    };
    let is_page = |span: &Span| {
        let line: String = Folded::new(span.of(context.text()), 0).chars.into_iter().collect();
        PAGE_NUMBER.is_match(&line)
    };
    grids.flat_map(|grid| &grid.rows).filter_map(alone).filter(is_page).collect()
}
