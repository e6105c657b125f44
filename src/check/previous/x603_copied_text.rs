//! X603 copied-text
//!
//! ## What it finds
//!
//! Prose that repeats last year's report: sentences that are the same but for their figures make up half of the text
//! or more. The share and the passages are given.
//!
//! ## Why it matters
//!
//! A report tells what was done in the year; repeated text tells nothing new, and brings last year's facts along.
//!
//! ## Basis
//!
//! Practice: 国办 asks that annual reports be written on the year's own work, and evaluations mark repeated text down.
//!
//! ## Example
//!
//! Three of the four paragraphs of 总体情况 are those of last year's report with the year changed.
//!
//! ## Instead
//!
//! Write anew what was done this year, and what became of last year's plans.
//!
//! ## 查什么
//!
//! 正文与上年报告雷同：除数字外相同的句子占全文一半以上。提示中列出比例和雷同的段落。
//!
//! ## 为什么
//!
//! 年度报告反映当年的工作，照抄上年等于没有内容，还会把上年的事实带进来。
//!
//! ## 依据
//!
//! 工作惯例：年度报告应当反映当年工作，第三方评估对雷同的报告扣分。
//!
//! ## 示例
//!
//! 总体情况四段中有三段与上年报告相同，只改了年份。
//!
//! ## 应为
//!
//! 重新撰写当年做了什么、上年的改进措施落实得怎么样。

use crate::check::language::{passages, sameness};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "X603", name: "copied-text", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文有{share}%与上年报告相同（共{count}处），应当反映本年度的情况",
    en: "{share} % of the text is that of last year's report ({count} passages); it should tell of this year",
};
const SAME: Words = Words { zh: "与上年报告相同", en: "the same as in last year's report" };

/// From this share on, in percent.
const SHARE: u32 = 50;

/// A text with less prose, in characters, has too little to compare.
const SHORTEST: usize = 120;

fn check(context: &Context, findings: &mut Findings) {
    let Some(previous) = super::last_year(context) else { return };
    let before = sameness::sentences(&passages(&crate::read::text(&previous.text), &previous.sections));
    let now = sameness::sentences(context.passages());
    let (share, places) = sameness::shared(&now, &before);
    if share < SHARE || sameness::length(&now) < SHORTEST {
        return;
    }
    let longest = places.iter().copied().max_by_key(|span| span.end - span.start);
    let draft = Draft::new(MESSAGE)
        .at(longest)
        .number("share", share)
        .number("count", places.len() as u64)
        .actual(share_of(share));
    findings.add(places.into_iter().fold(draft, |draft, place| draft.related(place, SAME)));
}

fn share_of(share: u32) -> rust_decimal::Decimal {
    share.into()
}
