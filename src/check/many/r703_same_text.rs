//! R703 same-text
//!
//! ## What it finds
//!
//! Two subordinate reports whose prose is largely the same: sentences that differ in figures alone make up half of
//! one of them or more.
//!
//! ## Why it matters
//!
//! Reports that were copied from a neighbour tell nothing of the organ that signed them.
//!
//! ## Basis
//!
//! Practice: evaluations of annual reports mark down text that several organs share.
//!
//! ## Example
//!
//! Four towns' reports have the same section 五 and the same three paragraphs in section 一.
//!
//! ## Instead
//!
//! Have the organ write its own report.
//!
//! ## 查什么
//!
//! 两份下级报告的正文大部分相同：除数字外相同的句子占其中一份的一半以上。
//!
//! ## 为什么
//!
//! 互相抄来的报告，反映不了签发机关自己的工作。
//!
//! ## 依据
//!
//! 工作惯例：年度报告评估对各单位雷同的文字扣分。
//!
//! ## 示例
//!
//! 四个乡镇的报告第五部分相同，第一部分有三段相同。
//!
//! ## 应为
//!
//! 退回该机关，重新撰写。

use crate::check::language::{passages, sameness, sameness::Sentence};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Report, Severity};
use std::collections::HashMap;

pub const RULE: Rule = Rule { code: "R703", name: "same-text", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "正文有{share}%与第{first}份报告（{organ}）相同，请核实，照抄的应当重写",
    en: "{share} % of the text is that of report number {first} ({organ}); look at both, and have the copy rewritten",
};
const SAME: Words = Words { zh: "与另一份报告相同", en: "the same as in the other report" };

/// From this share on, in percent.
const SHARE: u32 = 50;

/// A text with less prose, in characters, has too little to compare.
const SHORTEST: usize = 120;

/// A sentence that more reports have is held against the first of them alone, so that the work stays linear.
const COMMON: usize = 20;

fn check(context: &Context, findings: &mut Findings) {
    let Some(many) = context.many else { return };
    let texts: Vec<Vec<Sentence>> = many.children.iter().map(sentences).collect();
    for (second, first) in likest(&texts) {
        let (share, places) = sameness::shared(&texts[second], &texts[first]);
        if share < SHARE || sameness::length(&texts[second]) < SHORTEST {
            continue;
        }
        let organ = many.children[first].organ.clone().unwrap_or_else(|| format!("#{}", first + 1));
        let draft = Draft::new(MESSAGE)
            .at(places.iter().copied().max_by_key(|span| span.end - span.start))
            .number("share", share)
            .number("first", first as u64 + 1)
            .text("organ", organ)
            .source(second);
        findings.add(places.into_iter().fold(draft, |draft, place| draft.related(place, SAME)));
    }
}

fn sentences(report: &Report) -> Vec<Sentence> {
    sameness::sentences(&passages(&crate::read::text(&report.text), &report.sections))
}

/// For each report that shares sentences with one before it: the one that it shares most with.
fn likest(texts: &[Vec<Sentence>]) -> Vec<(usize, usize)> {
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    // How much the report in hand shares with each before it, and which of those it shares anything with.
    let (mut shared, mut touched) = (vec![0; texts.len()], Vec::new());
    for (index, text) in texts.iter().enumerate() {
        for sentence in text {
            let held = holders.entry(sentence.hash).or_default();
            let reach = if held.len() > COMMON { 1 } else { held.len() };
            for &first in held[..reach].iter().filter(|&&first| first != index) {
                if shared[first] == 0 {
                    touched.push(first);
                }
                shared[first] += sentence.length;
            }
            if held.last() != Some(&index) {
                held.push(index);
            }
        }
        let likest = touched.iter().copied().max_by_key(|&first| (shared[first], std::cmp::Reverse(first)));
        pairs.extend(likest.map(|first| (index, first)));
        touched.drain(..).for_each(|first| shared[first] = 0);
    }
    pairs
}
