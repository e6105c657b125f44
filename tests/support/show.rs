//! A finding as lines of text: code, severity and place, then the message in both languages.

use gouji::report::{Finding, Severity};
use gouji::text::Span;

/// How many characters of a line are shown before and after a place, and at each end of a long place.
const AROUND: usize = 40;

/// `A301 错误 一、本年新收政府信息公开申请数量 【31】 6 0 1 2 0 40`, then the message in each language.
pub fn finding(text: &str, chinese: &Finding, english: &Finding) -> String {
    let severity = severity(chinese);
    let place = chinese.span.map_or_else(|| "（全文）".to_owned(), |span| place(text, span));
    format!("{} {severity} {place}\n{}\n{}\n", chinese.code, chinese.message, english.message)
}

/// The severity, code and message in Chinese, and under them the place's line with carets as wide as it is shown.
pub fn with_carets(text: &str, finding: &Finding) -> String {
    let mut shown = format!("{} {}　{}\n", severity(finding), finding.code, finding.message);
    if let Some(span) = finding.span {
        let (start, end) = (span.start as usize, span.end as usize);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = &text[line_start..line_end];
        let number = text[..line_start].matches('\n').count() + 1;
        let blank = |text: &str| " ".repeat(width(text));
        let carets = "^".repeat(width(&text[start..end.min(line_end)]).max(1));
        shown += &format!(
            "{number:>5} | {}\n      | {}{carets}\n",
            line.replace('\t', " "),
            blank(&text[line_start..start])
        );
    }
    if let Some(fix) = &finding.fix {
        shown += &format!("      = {}\n", fix.message);
    }
    shown + "\n"
}

/// How many columns a text takes: two for each Chinese character.
fn width(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

fn severity(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Error => "错误",
        Severity::Warning => "提醒",
        Severity::Info => "提示",
    }
}

/// The line of a place, with the place in 【】 and its tabs as single spaces.
fn place(text: &str, span: Span) -> String {
    let (start, end) = (span.start as usize, span.end as usize);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let before = last(&one_line(&text[line_start..start]), AROUND);
    let after = first(&one_line(&text[end..line_end]), AROUND);
    let within = one_line(&text[start..end]);
    let within = if within.chars().count() > 2 * AROUND + 1 {
        first(&within, AROUND) + last(&within, AROUND).trim_start_matches('…')
    } else {
        within
    };
    format!("{before}【{within}】{after}").trim().to_owned()
}

fn one_line(text: &str) -> String {
    let mut line = String::new();
    for character in text.chars() {
        match character {
            '\t' | ' ' if line.ends_with(' ') => {}
            '\t' => line.push(' '),
            '\n' => line.push('⏎'),
            other => line.push(other),
        }
    }
    line
}

fn first(text: &str, count: usize) -> String {
    match text.char_indices().nth(count) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn last(text: &str, count: usize) -> String {
    match text.char_indices().rev().nth(count.saturating_sub(1)) {
        Some((at, _)) if at > 0 => format!("…{}", &text[at..]),
        _ => text.to_owned(),
    }
}
