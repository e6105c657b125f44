//! F102 section-out-of-order
//!
//! ## What it finds
//!
//! A section that stands before one that should precede it, or whose ordinal comes twice or leaves a number out.
//!
//! ## Why it matters
//!
//! Readers and programs find a section by its number and place. Where the order differs, figures are taken for those of
//! another section, and a number left out looks like a section left out.
//!
//! ## Basis
//!
//! The form: six sections in a fixed order, numbered 一 to 六.
//!
//! ## Example
//!
//! 三 is followed by 五、政府信息公开行政复议、行政诉讼情况.
//!
//! ## Instead
//!
//! Put the sections in the official order and number them 一 to 六.
//!
//! ## 查什么
//!
//! 各部分的先后次序与格式不同，或者序号重复、跳号。
//!
//! ## 为什么
//!
//! 读者和程序都按序号和位置查找各部分。次序一乱，数据会被当作另一部分的；跳号则像是漏了一部分。
//!
//! ## 依据
//!
//! 年度报告格式：六个部分依次排列，序号为一至六。
//!
//! ## 示例
//!
//! “三”之后直接是“五、政府信息公开行政复议、行政诉讼情况”。
//!
//! ## 应为
//!
//! 按格式规定的次序排列，序号依次为一至六。

use super::sections::{official, ordinal};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Section, Severity};

pub const RULE: Rule =
    Rule { code: "F102", name: "section-out-of-order", severity: Severity::Warning, file: file!(), check };

const ORDER: Words = Words {
    zh: "“{heading}”排在“{before}”之后，应当在它之前",
    en: "“{heading}” stands after “{before}”; it belongs before it",
};
const NUMBER: Words = Words {
    zh: "“{heading}”的序号为{written}，按顺序应为{expected}",
    en: "“{heading}” is numbered {written}; in order it is {expected}",
};

fn check(context: &Context, findings: &mut Findings) {
    let sections: Vec<&Section> = context.report().sections.iter().collect();
    let misplaced = misplaced(&sections);
    for &(section, before) in &misplaced {
        findings.add(
            Draft::new(ORDER)
                .at(section.span)
                .text("heading", official(section.id).0.heading)
                .text("before", official(before.id).0.heading)
                .related(before.span, Words { zh: "{before}", en: "{before}" }),
        );
    }
    if misplaced.is_empty() {
        for (section, number) in misnumbered(&sections) {
            findings.add(
                Draft::new(NUMBER)
                    .at(section.span)
                    .text("heading", official(section.id).0.heading)
                    .text("written", written(section))
                    .text("expected", crate::form::SECTIONS[number as usize - 1].ordinal),
            );
        }
    }
}

/// Sections that stand after one that should follow them, each with that one.
fn misplaced<'r>(sections: &[&'r Section]) -> Vec<(&'r Section, &'r Section)> {
    let late = |index: usize| {
        let section = sections[index];
        let before = sections[..index].iter().find(|before| official(before.id).1 > official(section.id).1)?;
        Some((section, *before))
    };
    (0..sections.len()).filter_map(late).collect()
}

/// Sections whose ordinal is out of step with that of most, each with the number it should have. Ordinals may begin
/// anew after a narrative with its own.
fn misnumbered<'r>(sections: &[&'r Section]) -> Vec<(&'r Section, u32)> {
    let steps: Vec<(&Section, i64)> = sections
        .iter()
        .filter_map(|section| Some((*section, i64::from(ordinal(section)?.0) - i64::from(official(section.id).1))))
        .collect();
    let share = |step: i64| steps.iter().filter(|(_, other)| *other == step).count();
    let Some(most) = steps.iter().map(|(_, step)| *step).max_by_key(|&step| (share(step), step == 0)) else {
        return Vec::new();
    };
    let mut wrong = Vec::new();
    for (index, run) in steps.chunk_by(|a, b| a.1 == b.1).enumerate() {
        let (section, step) = run[0];
        let begins_anew = |step: i64| {
            let own = steps.iter().find(|(_, other)| *other == step);
            own.and_then(|(section, _)| ordinal(section)).is_some_and(|(number, _)| number == 1)
        };
        let is_narrative = index == 0 && begins_anew(most) && run.len() < steps.len();
        if step != most && !is_narrative {
            let number = i64::from(official(section.id).1) + most;
            wrong.push((section, number.clamp(1, 6) as u32));
        }
    }
    wrong
}

/// The ordinal without the mark behind it.
fn written(section: &Section) -> &str {
    section.ordinal.as_deref().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric())
}
