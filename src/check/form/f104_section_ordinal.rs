//! F104 section-ordinal
//!
//! ## What it finds
//!
//! A section's ordinal that isn't written 一、 二、 三、 as the form does, or is left out.
//!
//! ## Why it matters
//!
//! The numbers 1. and （一） are for the levels below. A program that looks for 一、 doesn't find the section.
//!
//! ## Basis
//!
//! The form: sections are numbered 一、 to 六、.
//!
//! ## Example
//!
//! 1、总体情况, or l六、其他需要报告的事项 with a stray letter.
//!
//! ## Instead
//!
//! 一、总体情况.
//!
//! ## 查什么
//!
//! 各部分的序号没有写成“一、二、三、”，或者没有序号。
//!
//! ## 为什么
//!
//! “1.”“（一）”用于下一层次。按“一、”查找的程序会找不到这一部分。
//!
//! ## 依据
//!
//! 年度报告格式：各部分的序号为“一、”至“六、”。
//!
//! ## 示例
//!
//! “1、总体情况”，或者“l六、其他需要报告的事项”多了一个字母。
//!
//! ## 应为
//!
//! “一、总体情况”。

use super::sections::{official, ordinal, words_of_heading};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::SECTIONS;
use crate::report::{Edit, Severity};
use crate::text::Span;

pub const RULE: Rule = Rule { code: "F104", name: "section-ordinal", severity: Severity::Info, file: file!(), check };

const WRITTEN: Words = Words {
    zh: "序号“{written}”宜写作“{expected}”",
    en: "The ordinal “{written}” is better written “{expected}”",
};
const NONE: Words = Words {
    zh: "“{heading}”没有序号，宜写作“{expected}{heading}”",
    en: "“{heading}” has no ordinal; write “{expected}{heading}”",
};
const CHANGE: Words = Words { zh: "改为“{expected}”", en: "Change it to “{expected}”" };
const ADD: Words = Words { zh: "加上“{expected}”", en: "Add “{expected}”" };

fn check(context: &Context, findings: &mut Findings) {
    for section in &context.report().sections {
        let (Some(span), Some(words)) = (section.span, words_of_heading(section)) else { continue };
        let own = official(section.id).1;
        let (number, is_official) = ordinal(section).unwrap_or((own, false));
        if is_official {
            continue;
        }
        let expected = format!("{}、", SECTIONS[(number.clamp(1, 6) - 1) as usize].ordinal);
        let draft = match &section.ordinal {
            Some(written) => {
                let place = Span::bytes(span.start as usize, span.start as usize + written.len());
                let edit = Edit { span: place, was: written.clone(), text: expected.clone() };
                Draft::new(WRITTEN).at(place).text("written", written.trim()).fix(CHANGE, vec![edit])
            }
            None => {
                let place = Span::bytes(words.start as usize, words.start as usize);
                let edit = Edit { span: place, was: String::new(), text: expected.clone() };
                let heading = section.heading.clone().unwrap_or_default();
                Draft::new(NONE).at(words).text("heading", heading).fix(ADD, vec![edit])
            }
        };
        findings.add(draft.text("expected", expected));
    }
}
