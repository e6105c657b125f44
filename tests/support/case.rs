//! Rule cases: a Markdown file a rule, that someone in the field can read.
//!
//! - A `##` heading begins a case and says what is wrong, or why nothing is.
//! - `底稿：[…](../../reports/form-2021.txt)` names the report that the case changes; before the first case it holds for
//!   all of them. `上年报告：` names the report that is last year's once its years are each
//!   one less, `年份：` and `机关：` are options of the check,
//!   `出错：` names a rule that failed. `下级报告：` names a subordinate report, and may come several times: the case is then
//!   a roll-up, `名单：` being who should have reported, and `上级报告：无` that there is none above.
//! - A ` ```diff ` block changes the report: lines with `-` give way to those with `+`, and the lines together stand once
//!   in it. A ` ```diff 上年 ` block changes last year's, a ` ```diff 下级2 ` block the second
//!   subordinate report. A ` ```text ` block is the whole report instead.
//! - A ` ```findings ` block holds all findings of the rule, as [`show::finding`](super::show::finding) writes them, and
//!   those of any other rule that it names.
//! - `不应报出…` in a line of its own names the rules, by their codes, that must find nothing.

use super::{report, show};
use gouji::options::{CheckOptions, FindingOptions, Input, OrganKind, ReadOptions, RollUpOptions};
use gouji::report::{Finding, Locale, Report};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// A file of cases.
pub struct CaseFile {
    pub code: String,
    pub name: String,
    pub cases: Vec<Case>,
}

/// One case of a rule.
#[derive(Clone, Default)]
pub struct Case {
    pub heading: String,
    report: Option<String>,
    previous: Option<String>,
    children: Vec<String>,
    organs: Option<Vec<String>>,
    year: Option<i32>,
    organ_kind: Option<OrganKind>,
    failed_rules: Vec<String>,
    /// The findings expected, and the lines of the file that hold them.
    pub findings: Option<(String, Range<usize>)>,
    /// Codes of the rules that must find nothing.
    pub silent: BTreeSet<String>,
}

impl CaseFile {
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let lines: Vec<&str> = text.lines().collect();
        let title = lines.first().and_then(|line| line.strip_prefix("# ")).expect("a title: # code name");
        let (code, name) = title.split_once(' ').expect("a title: # code name");
        let mut cases = vec![Case::default()];
        let mut at = 1;
        while at < lines.len() {
            let line = lines[at];
            at += 1;
            if let Some(heading) = line.strip_prefix("## ") {
                cases.push(Case { heading: heading.to_owned(), ..cases[0].clone() });
            }
            let case = cases.last_mut().expect("there is a first");
            if let Some(kind) = line.strip_prefix("```") {
                let end = (at..lines.len()).find(|&end| lines[end] == "```").expect("the block's end");
                case.take_block(kind, &lines[at..end], at..end);
                at = end + 1;
            } else {
                case.take_line(line);
            }
        }
        Self { code: code.to_owned(), name: name.to_owned(), cases: cases.split_off(1) }
    }
}

impl Case {
    fn take_line(&mut self, line: &str) {
        if let Some(codes) = line.strip_prefix("不应报出") {
            let codes = codes.trim_end_matches('。').split('、').map(|code| code.trim().to_owned());
            self.silent.extend(codes);
        }
        let Some((key, value)) = line.split_once('：') else { return };
        let file = || report(value.trim_end_matches(')').rsplit('/').next().unwrap_or_default());
        match key {
            "底稿" => self.report = Some(file()),
            "上年报告" => self.previous = Some(a_year_earlier(&file())),
            "下级报告" => self.children.push(file()),
            "上级报告" => self.report = None,
            "名单" => self.organs = Some(value.trim().split('、').map(str::to_owned).collect()),
            "出错" => self.failed_rules.push(value.trim().to_owned()),
            "年份" => self.year = Some(value.trim().parse().expect("a year")),
            "机关" => {
                self.organ_kind = Some(match value.trim() {
                    "人民政府" => OrganKind::Government,
                    "部门" => OrganKind::Department,
                    "乡镇" => OrganKind::Township,
                    other => panic!("人民政府, 部门 or 乡镇, not {other}"),
                })
            }
            _ => {}
        }
    }

    fn take_block(&mut self, kind: &str, lines: &[&str], range: Range<usize>) {
        match kind {
            "diff" => self.report = self.report.take().map(|text| change(&text, lines)),
            "diff 上年" => self.previous = self.previous.take().map(|text| change(&text, lines)),
            "text" => self.report = Some(lines.join("\n") + "\n"),
            "text 上年" => self.previous = Some(lines.join("\n") + "\n"),
            "findings" => self.findings = Some((lines.iter().map(|line| format!("{line}\n")).collect(), range)),
            other => {
                let number = other.strip_prefix("diff 下级").and_then(|number| number.parse::<usize>().ok());
                let child = number.and_then(|number| self.children.get_mut(number - 1));
                let child = child.unwrap_or_else(|| panic!("unknown block: {other}"));
                *child = change(child, lines);
            }
        }
    }

    /// The report that the case is about.
    pub fn text(&self) -> Option<&str> {
        self.report.as_deref()
    }

    /// Checks the case's report.
    pub fn run(&self) -> Outcome {
        let (chinese, english) = (self.check(Locale::Chinese), self.check(Locale::English));
        Outcome { chinese, english, children: self.children.clone() }
    }

    fn check(&self, locale: Locale) -> Found {
        let findings = FindingOptions { locale, failed_rules: self.failed_rules.clone(), ..FindingOptions::default() };
        let parse = |text: &String| gouji::parse(Input::Text(text), &ReadOptions::default()).expect("a report");
        if !self.children.is_empty() {
            let options = RollUpOptions { findings, organs: self.organs.clone() };
            let children: Vec<Report> = self.children.iter().map(parse).collect();
            let rolled = gouji::roll_up(self.report.as_ref().map(parse).as_ref(), &children, &options);
            let text = self.report.clone().unwrap_or_default();
            return Found { text, findings: rolled.expect("known options").findings };
        }
        let text = self.report.as_deref().unwrap_or_else(|| panic!("{}: no report", self.heading));
        let options = CheckOptions {
            findings,
            year: self.year,
            organ_kind: self.organ_kind,
            previous: self.previous.as_ref().map(parse),
            ..CheckOptions::default()
        };
        let result = gouji::check(Input::Text(text), &options).expect("a report");
        Found { text: result.report.text, findings: result.findings }
    }
}

/// The findings in one language, and the text of their places.
struct Found {
    text: String,
    findings: Vec<Finding>,
}

/// What a case gives, in both languages.
pub struct Outcome {
    chinese: Found,
    english: Found,
    children: Vec<String>,
}

impl Outcome {
    /// The findings of a rule and of those that `expected` names, as a case file writes them.
    pub fn shown(&self, code: &str, expected: &str) -> String {
        let named = |other: &str| other == code || expected.lines().any(|line| line.starts_with(&format!("{other} ")));
        let both = self.chinese.findings.iter().zip(&self.english.findings);
        let named = both.filter(|(finding, _)| named(&finding.code));
        let text = |finding: &Finding| match finding.source {
            Some(child) => &self.children[child as usize],
            None => &self.chinese.text,
        };
        named.map(|(chinese, english)| show::finding(text(chinese), chinese, english)).collect()
    }

    /// The codes of all that is found.
    pub fn codes(&self) -> BTreeSet<String> {
        self.chinese.findings.iter().map(|finding| finding.code.clone()).collect()
    }
}

/// The report as if it had been written a year earlier.
fn a_year_earlier(text: &str) -> String {
    (2019..=2026).fold(text.to_owned(), |text, year| text.replace(&year.to_string(), &(year - 1).to_string()))
}

/// Applies a diff: its lines but for those with `+` stand in the text once, one after the other.
pub fn change(text: &str, diff: &[&str]) -> String {
    let kept =
        |mark: char| diff.iter().filter(move |line| !line.starts_with(mark)).map(|line| line.get(1..).unwrap_or(""));
    let (old, new): (Vec<&str>, Vec<&str>) = (kept('+').collect(), kept('-').collect());
    let lines: Vec<&str> = text.lines().collect();
    let same = |at: &usize| lines[*at..*at + old.len()].iter().zip(&old).all(|(a, b)| a.trim_end() == b.trim_end());
    let found: Vec<usize> = (0..=lines.len().saturating_sub(old.len())).filter(same).collect();
    assert!(found.len() == 1, "stands {} times, not once, in the report:\n{}", found.len(), old.join("\n"));
    let changed = [&lines[..found[0]], &new, &lines[found[0] + old.len()..]].concat();
    changed.join("\n") + "\n"
}
