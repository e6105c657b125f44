//! Title, organ, year and date: who reports, on which year, signed when.

use crate::read::document::Document;
use crate::report::{Report, SectionId};
use crate::text::{Folded, Span, find, fold_char, holds, is_space, year_in};
use regex::Regex;
use std::sync::LazyLock;

/// Fills in what the head, the first section and the signature of a report say. Its sections are known already.
pub fn read(document: &Document, report: &mut Report) {
    let text = document.text;
    let end_of_head = report.sections.first().and_then(|section| section.span).map(|span| span.start);
    let all: Vec<Span> = document.paragraphs().collect();
    let head: Vec<Span> = match end_of_head {
        Some(end) => all.iter().copied().take_while(|paragraph| paragraph.end <= end).take(LONGEST_HEAD).collect(),
        None => all.iter().copied().take(LONGEST_HEAD).collect(),
    };
    report.title = title(text, &head);
    let foot = &all[all.len().saturating_sub(LONGEST_FOOT)..];
    report.organ = report.title.as_deref().and_then(organ_of_title).or_else(|| organ_of_signature(text, foot));
    report.year = year(text, report, &head);
    let lines = || foot.iter().rev().chain(&head).map(|line| line.of(text));
    report.date = lines().find_map(signature_date).or_else(|| lines().find_map(labelled_date));
}

/// In paragraphs.
const LONGEST_HEAD: usize = 20;
const LONGEST_FOOT: usize = 6;

/// In characters.
const LONGEST_TITLE_LINE: usize = 60;

fn folded(text: &str) -> String {
    Folded::new(text, 0).chars.into_iter().collect()
}

/// The title: a short line that ends in 报告 or 年报, with the lines before it that it needs to name an organ.
fn title(text: &str, head: &[Span]) -> Option<String> {
    let line = |span: &Span| span.of(text).trim_matches(|c: char| matches!(c, '#' | '*') || is_space(c)).to_owned();
    let is_short =
        |line: &str| line.chars().count() <= LONGEST_TITLE_LINE && !line.contains(['。', '，', '；', '：', ':', '、']);
    let last = head.iter().position(|span| {
        let line = line(span);
        let names_report = || ["报告", "年报"].iter().any(|word| folded(&line).ends_with(word));
        is_short(&line) && names_report()
    })?;
    let mut title = line(&head[last]);
    for before in head[..last].iter().rev().take(2) {
        let whole = folded(&title);
        if holds(&whole, "公开") && organ_of_title(&title).is_some() {
            break;
        }
        let words = folded(&line(before));
        let names_something = holds(&words, "公开") || ends_like_an_organ(&words);
        if !is_short(&line(before)) || !names_something {
            break;
        }
        title = line(before) + &title;
    }
    folded(&title).contains("公开").then_some(title)
}

/// Words that end the name of an organ.
const ORGAN_ENDINGS: [&str; 24] = [
    "政府",
    "局",
    "委",
    "委员会",
    "办",
    "办公室",
    "办公厅",
    "厅",
    "部",
    "处",
    "室",
    "院",
    "署",
    "中心",
    "会",
    "社",
    "街道",
    "街道办事处",
    "镇",
    "乡",
    "站",
    "所",
    "队",
    "公司",
];

fn ends_like_an_organ(words: &str) -> bool {
    ORGAN_ENDINGS.iter().any(|ending| words.ends_with(ending))
}

/// The organ that a title names: what stands before the year, or between the year and the report's name.
fn organ_of_title(title: &str) -> Option<String> {
    let words: Vec<char> = title.chars().filter(|c| !is_space(*c)).collect();
    let words: String = words.into_iter().collect();
    let folded: String = words.chars().map(fold_char).collect();
    let (before, after) = match year_in(&folded) {
        Some((year, _)) => (take(&words, &folded, 0, year.start), take(&words, &folded, year.end, folded.len())),
        None => (String::new(), words.clone()),
    };
    let named = [before, after].into_iter().map(|part| without_report(&part)).find(|part| part.chars().count() > 1)?;
    Some(named)
}

/// The part of `words` that stands at `from..to` of its folded form.
fn take(words: &str, folded: &str, from: usize, to: usize) -> String {
    let (skip, count) = (folded[..from].chars().count(), folded[from..to].chars().count());
    words.chars().skip(skip).take(count).collect()
}

/// The words before the report's own name.
fn without_report(part: &str) -> String {
    let names = ["政府信息公开", "政务信息公开", "信息公开", "政务公开", "依申请公开", "年度报告"];
    let end = names.iter().filter_map(|name| find(part, name)).min().unwrap_or(part.len());
    let organ = part[..end].trim_start_matches("关于").trim_start_matches(['度', '年']);
    // 人民政府 shares its last word with 政府信息公开.
    if organ.ends_with("人民") { format!("{organ}政府") } else { organ.to_owned() }
}

fn organ_of_signature(text: &str, foot: &[Span]) -> Option<String> {
    let mut lines = foot.iter().rev();
    lines.by_ref().find(|line| signature_date(line.of(text)).is_some())?;
    let organ = folded(lines.next()?.of(text));
    (ends_like_an_organ(&organ) && organ.chars().count() <= LONGEST_TITLE_LINE / 2).then_some(organ)
}

static PERIOD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(20[0-9]{2}|二[0一二三四五六七八九]{3})年0?[1一]月0?[1一]日").expect("a pattern"));
static OWN_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(20[0-9]{2}|二[0一二三四五六七八九]{3})年(?:度|来|以来|全年)?,?(?:我|本|全|以来|,)|[我本].{1,12}?(20[0-9]{2})年|(20[0-9]{2})年")
        .expect("a pattern")
});
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("([0-9]{4}|二[0一二三四五六七八九]{3})(?:年|[-./])([0-9一二十]{1,3})(?:月|[-./])([0-9一二三四五六七八九十]{1,3})日?")
        .expect("a pattern")
});

/// From the title, else the stated period, else the organ's own year in the first section.
fn year(text: &str, report: &Report, head: &[Span]) -> Option<i32> {
    let first = |pattern: &Regex, words: &str| {
        let captures = pattern.captures(words)?;
        captures.iter().skip(1).flatten().next().and_then(|year| number(year.as_str()))
    };
    let of_title = report.title.as_deref().and_then(|title| Some(year_in(&folded(title))?.1));
    let overview = || {
        let section = report.sections.iter().find(|section| section.id == SectionId::Overview)?;
        Some(beginning(section.body.of(text)))
    };
    let preamble = || head.iter().map(|span| folded(span.of(text))).collect::<String>();
    of_title.or_else(|| first(&PERIOD, &preamble())).or_else(|| {
        let overview = overview()?;
        first(&PERIOD, &overview).or_else(|| first(&OWN_YEAR, &overview))
    })
}

/// The first part of a section, folded: where a report says which year it speaks of.
fn beginning(body: &str) -> String {
    Folded::new(body.char_indices().nth(1200).map_or(body, |(end, _)| &body[..end]), 0).chars.into_iter().collect()
}

/// The date that a line consists of, or ends in behind an organ's name, as a signature has it; ISO 8601.
pub fn signature_date(line: &str) -> Option<String> {
    let line = folded_date_line(line)?;
    // Most lines name no year.
    if !line.contains(|c: char| c.is_ascii_digit() || c == '二') {
        return None;
    }
    let line = line.trim_matches(['(', ')', '#', '*']);
    date(line).or_else(|| {
        let start = DATE.find_iter(line).last()?.start();
        ends_like_an_organ(&line[..start]).then(|| date(&line[start..])).flatten()
    })
}

/// The date of a line that says when the report was published.
fn labelled_date(line: &str) -> Option<String> {
    let line = folded_date_line(line)?;
    let (label, rest) = line.rsplit_once(':')?;
    label.ends_with("日期").then(|| date(rest)).flatten()
}

fn folded_date_line(line: &str) -> Option<String> {
    (line.len() <= LONGEST_DATE_LINE).then(|| folded(line))
}

/// In bytes: what is longer doesn't consist of a date.
const LONGEST_DATE_LINE: usize = 200;

/// The date that a folded line consists of, ISO 8601; none where there is no such day.
fn date(line: &str) -> Option<String> {
    let captures = DATE.captures(line).filter(|captures| captures[0].len() == line.len())?;
    let (year, month, day) = (number(&captures[1])?, number(&captures[2])?, number(&captures[3])?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + i32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// A number in Arabic digits, or in Chinese ones: digit by digit, or with 十.
fn number(text: &str) -> Option<i32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let digit =
        |c: char| c.to_digit(10).or("一二三四五六七八九".chars().position(|each| each == c).map(|at| at as u32 + 1));
    if let Some((tens, ones)) = text.split_once('十') {
        let tens = if tens.is_empty() { 1 } else { digit(tens.chars().next()?)? };
        let ones = if ones.is_empty() { 0 } else { digit(ones.chars().next()?)? };
        return Some((tens * 10 + ones) as i32);
    }
    text.chars().try_fold(0, |number, c| Some(number * 10 + digit(c)? as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_writing() {
        for (line, expected) in [
            ("2020年1月18日", Some("2020-01-18")),
            ("二0二0年一月十八日", Some("2020-01-18")),
            ("二0二五年十二月三十一日", Some("2025-12-31")),
            ("（2026年1月23日）", Some("2026-01-23")),
            ("云溪市水利局　2026年1月23日", Some("2026-01-23")),
            ("发布日期:2020-01-31", None),
            ("本报告截至2025年12月31日", None),
            ("2021年2月30日", None),
            ("2021年13月1日", None),
            ("2021年1月1日起施行", None),
        ] {
            assert_eq!(signature_date(line).as_deref(), expected, "{line}");
        }
        assert_eq!(labelled_date("发布日期：2020-01-31").as_deref(), Some("2020-01-31"));
    }

    #[test]
    fn a_title_names_its_organ() {
        for (title, organ) in [
            ("甲县水利局2023年政府信息公开工作年度报告", "甲县水利局"),
            ("2023年度甲县人民政府信息公开工作年度报告", "甲县人民政府"),
            ("关于甲县财政局２０２３年政务公开工作的报告", "甲县财政局"),
        ] {
            assert_eq!(organ_of_title(title).as_deref(), Some(organ));
        }
        assert_eq!(organ_of_title("2023年政府信息公开工作年度报告"), None);
    }
}
