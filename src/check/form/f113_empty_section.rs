//! F113 empty-section
//!
//! ## What it finds
//!
//! Section 一 or 五 with fewer than ten characters of text, such as 无.
//!
//! ## Why it matters
//!
//! These are the two sections in which an organ gives an account in its own words. Left empty, the report says nothing about
//! the year's work or what is to get better.
//!
//! ## Basis
//!
//! 政府信息公开条例, Article 50: the report covers the main problems in the work and how they are mended.
//!
//! ## Example
//!
//! 五、存在的主要问题及改进情况 is followed by 无.
//!
//! ## Instead
//!
//! Name the year's problems and what is being done about them.
//!
//! ## 查什么
//!
//! 第一部分或者第五部分只有“无”等不足十个字的内容。
//!
//! ## 为什么
//!
//! 这两部分由机关用自己的话说明情况。空着不写，一年的工作和改进措施就无从了解。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第五十条：年度报告应当包括工作存在的主要问题及改进情况。
//!
//! ## 示例
//!
//! “五、存在的主要问题及改进情况”下面只写“无”。
//!
//! ## 应为
//!
//! 写明当年存在的问题和改进措施。

use super::sections::{find, official};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{SectionId, Severity};

pub const RULE: Rule = Rule { code: "F113", name: "empty-section", severity: Severity::Warning, file: file!(), check };

const EMPTY: Words = Words {
    zh: "“{ordinal}、{heading}”没有内容，请写明有关情况",
    en: "“{ordinal}、{heading}” has no text; describe the situation",
};
const SHORT: Words = Words {
    zh: "“{ordinal}、{heading}”只写了“{text}”，请写明有关情况",
    en: "“{ordinal}、{heading}” says only “{text}”; describe the situation",
};

/// In characters.
const SHORTEST: usize = 10;

fn check(context: &Context, findings: &mut Findings) {
    for id in [SectionId::Overview, SectionId::Problems] {
        let Some(section) = find(context.report(), id) else { continue };
        let body = section.body.of(context.text()).trim();
        if body.chars().filter(|character| character.is_alphanumeric()).nth(SHORTEST - 1).is_some() {
            continue;
        }
        let form = official(id).0;
        let words = if body.is_empty() { EMPTY } else { SHORT };
        let draft = Draft::new(words).at(section.span).text("ordinal", form.ordinal).text("heading", form.heading);
        findings.add(draft.text("text", body));
    }
}
