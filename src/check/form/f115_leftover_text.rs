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
use crate::text::{FirstBytes, Folded, Span};
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

/// What templates and Word's fields leave in a text, without the brackets around it.
const REMAINS: [&str; 6] = [
    "文字描述",
    "该部分以表格形式报告",
    "错误!未找到引用源",
    "错误！未找到引用源",
    "错误!未定义书签",
    "错误！未定义书签",
];

/// What Word's bookmarks look like when a converter writes them out.
const BOOKMARK: &str = "[bookmark:";

/// In bytes.
const LONGEST_BOOKMARK: usize = 60;

/// So many question marks are lost characters.
const LOST_CHARACTERS: usize = 4;

/// What stands at some place and shouldn't.
enum Remains {
    Leftover(usize),
    Lost(usize),
}

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:-+[0-9]{1,3}-+|第[0-9]{1,3}页(?:共[0-9]{1,3}页)?|[Pp]\.[0-9]{1,3})$").expect("a pattern")
});

fn check(context: &Context, findings: &mut Findings) {
    let text = context.text();
    let mut at = 0;
    while let Some(start) = next_beginning(text, at) {
        let rest = &text[start..];
        let first = rest.chars().next().expect("a remain begins with a character");
        at = start + first.len_utf8();
        let Some(remains) = remains(rest, first) else { continue };
        match remains {
            Remains::Leftover(length) => {
                at = start + length;
                findings.add(leftover(LEFTOVER, Span::bytes(start, at), text));
            }
            Remains::Lost(length) => {
                at = start + length;
                findings.add(Draft::new(LOST).at(Span::bytes(start, at)).text("text", &text[start..at]));
            }
        }
    }
    for span in page_numbers(context) {
        findings.add(leftover(PAGE, span, text));
    }
}

const BEGINNINGS: FirstBytes = FirstBytes::of("[(?（？\u{fffd}该错");

/// Where a character stands, from a byte on, that something left over may begin with: one of [`remains`]. It is looked for in
/// the whole text, so by its bytes.
fn next_beginning(text: &str, from: usize) -> Option<usize> {
    let begins = |bytes: &[u8]| match bytes {
        [b'[' | b'(' | b'?', ..] => true,
        // （ and ？, U+FFFD, 该 and 错.
        [0xef, second, third, ..] => matches!((second, third), (0xbc, 0x88 | 0x9f) | (0xbf, 0xbd)),
        [0xe8, second, third, ..] => (*second, *third) == (0xaf, 0xa5),
        [0xe9, second, third, ..] => (*second, *third) == (0x94, 0x99),
        _ => false,
    };
    BEGINNINGS.find(text, from, begins)
}

/// What the text begins with, if that is left over.
fn remains(text: &str, first: char) -> Option<Remains> {
    match first {
        '[' if begins_with(text, BOOKMARK).is_some() => {
            let end = text.bytes().take(LONGEST_BOOKMARK).position(|byte| byte == b']')?;
            Some(Remains::Leftover(end + 1))
        }
        '(' | '（' => {
            let inner = &text[first.len_utf8()..];
            let inner = inner.trim_start_matches(['\n', '\r']);
            let length = REMAINS.iter().find_map(|words| begins_with(inner, words))?;
            let close = inner[length..].trim_start().chars().next().filter(|close| matches!(close, ')' | '）'))?;
            let end = inner[length..].find(close)? + close.len_utf8();
            Some(Remains::Leftover(text.len() - inner.len() + length + end))
        }
        '该' | '错' => REMAINS.iter().find_map(|words| begins_with(text, words)).map(Remains::Leftover),
        '?' | '？' => {
            let length = text.find(|mark: char| !matches!(mark, '?' | '？' | '\n' | '\r')).unwrap_or(text.len());
            let length = text[..length].trim_end().len();
            let marks = text[..length].chars().filter(|mark| matches!(mark, '?' | '？')).count();
            (marks >= LOST_CHARACTERS).then_some(Remains::Lost(length))
        }
        char::REPLACEMENT_CHARACTER => {
            let lost = text.chars().take_while(|character| *character == char::REPLACEMENT_CHARACTER);
            Some(Remains::Lost(lost.map(char::len_utf8).sum()))
        }
        _ => None,
    }
}

/// The length of what the text begins with, if it's these words, whatever lines a page cut them into.
fn begins_with(text: &str, words: &str) -> Option<usize> {
    let mut end = 0;
    for word in words.chars() {
        let rest = if end == 0 { text } else { text[end..].trim_start_matches(['\n', '\r']) };
        end = text.len() - rest.strip_prefix(word)?.len();
    }
    Some(end)
}

fn leftover(words: Words, span: Span, text: &str) -> Draft {
    let edit = Edit { span, was: span.of(text).to_owned(), text: String::new() };
    Draft::new(words).at(span).text("text", span.of(text)).fix(DELETE, vec![edit])
}

/// In bytes.
const LONGEST_PAGE_NUMBER: usize = 48;

/// Rows of a table that hold nothing but a page number, where the layout isn't one that the page itself gave.
fn page_numbers(context: &Context) -> Vec<Span> {
    let grids = context.parsed.document.grids().filter(|grid| !matches!(grid.layout, Layout::Spaced | Layout::Lines));
    let alone = |row: &GridRow| {
        let mut cells = row.cells.iter().filter(|cell| !cell.is_blank());
        cells.next().map(|cell| cell.span).filter(|_| cells.next().is_none())
    };
    let is_page = |span: &Span| {
        let own = span.of(context.text());
        if own.len() > LONGEST_PAGE_NUMBER || !own.contains(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'))
        {
            return false;
        }
        let line: String = Folded::new(own, 0).chars.into_iter().collect();
        PAGE_NUMBER.is_match(&line)
    };
    grids.flat_map(|grid| &grid.rows).filter_map(alone).filter(is_page).collect()
}
