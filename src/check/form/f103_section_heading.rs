//! F103 section-heading
//!
//! ## What it finds
//!
//! A section's heading that departs from the official wording, or a table of the form without its section's heading.
//!
//! ## Why it matters
//!
//! The wording is the same for every organ in the country, so that reports can be compared and found by program. A heading
//! of one's own still says what is meant; it is worth tidying.
//!
//! ## Basis
//!
//! The form's headings of the six sections.
//!
//! ## Example
//!
//! 三、依申请公开政府信息情况.
//!
//! ## Instead
//!
//! 三、收到和处理政府信息公开申请情况.
//!
//! ## 查什么
//!
//! 某一部分的标题与规定的不一致，或者有表格而没有这一部分的标题。
//!
//! ## 为什么
//!
//! 全国统一标题，是为了便于查阅、比较和汇总。自拟的标题虽然看得懂，仍宜统一。
//!
//! ## 依据
//!
//! 年度报告格式规定的六个部分的标题。
//!
//! ## 示例
//!
//! “三、依申请公开政府信息情况”。
//!
//! ## 应为
//!
//! “三、收到和处理政府信息公开申请情况”。

use super::sections::{find, official, table_of, words_of_heading};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::{SECTIONS, label};
use crate::report::{Edit, Severity};

pub const RULE: Rule = Rule { code: "F103", name: "section-heading", severity: Severity::Info, file: file!(), check };

const WORDING: Words = Words {
    zh: "标题“{written}”与规定的不一致，应为“{heading}”",
    en: "The heading “{written}” departs from the official “{heading}”",
};
const NO_HEADING: Words = Words {
    zh: "表格前没有标题“{ordinal}、{heading}”，请补上",
    en: "The table has no heading “{ordinal}、{heading}” before it; add it",
};
const CHANGE: Words = Words { zh: "改为“{heading}”", en: "Change it to “{heading}”" };

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    for form in &SECTIONS {
        let section = find(report, form.id);
        let draft = |words| Draft::new(words).text("ordinal", form.ordinal).text("heading", form.heading);
        let Some(section) = section.filter(|section| section.heading.is_some()) else {
            if let Some(table) = table_of(report, form.id).filter(|table| table.found) {
                findings.add(draft(NO_HEADING).at(table.span));
            }
            continue;
        };
        let (written, words) = (section.heading.clone().unwrap_or_default(), words_of_heading(section));
        if same_words(&written, official(form.id).0.heading) {
            continue;
        }
        let edit = words.map(|span| Edit { span, was: written.clone(), text: form.heading.to_owned() });
        findings.add(draft(WORDING).at(words).text("written", written).fix(CHANGE, edit.into_iter().collect()));
    }
}

/// Whether two headings have the same words; spaces, punctuation and the width of characters aside.
fn same_words(written: &str, official: &str) -> bool {
    let words = |text: &str| label::key(text).map(|key| key.full);
    written == official || words(written) == words(official)
}
