//! A307 likely-culprit
//!
//! ## What it finds
//!
//! The cell of table 三 whose change mends every broken sum, with the value that it must have; where one won't do, the two
//! changes that will.
//!
//! ## Why it matters
//!
//! One wrong figure breaks up to three sums, and each of them names many cells. Together they point to the one: a wrong
//! figure breaks the sums of its row and its column, and by how much they break is by how much it is wrong.
//!
//! ## Basis
//!
//! Error localization as official statistics knows it (Fellegi and Holt, 1976): the smallest set of changes that makes all
//! sums hold. Sets of one size are ranked by evidence: two neighbours exchanged, a figure in the next column, a slip of
//! the keyboard, a sentence in the text, last year's carry-over.
//!
//! ## Example
//!
//! （一）予以公开 has 41 for 自然人; its row and its column both come to 27 more than their totals.
//!
//! ## Instead
//!
//! Compare the cell with the register: it must be 14. Where several sets would do, the register decides.
//!
//! ## 查什么
//!
//! 第三部分表格中，只要改动一格就能使各项合计全部相符的那一格，以及应改的数；改动一处不够的，指出应同时改动的两处。
//!
//! ## 为什么
//!
//! 一个数填错，最多会使三项合计不符，而每项合计都涉及许多格。几项合起来看，就能找到那一格：它使所在的行和列不符，相差多少，就是错了多少。
//!
//! ## 依据
//!
//! 官方统计通用的差错定位方法（Fellegi和Holt，1976年）：找出改动最少而使全部合计相符的办法。改动处数相同的，依次看是否相邻两数互换、错填到相邻一列、键入时错了一个数字、与正文所写相同、与上年结转相同。
//!
//! ## 示例
//!
//! “（一）予以公开”的“自然人”填41，所在的行和列都比合计多27。
//!
//! ## 应为
//!
//! 对照申请登记台账，该格应为14。有几种改法的，以台账为准。

use super::evidence::{self, Evidence};
use super::localization::{Candidate, localize};
use super::sums::{At, Sums};
use super::words;
use crate::check::{Arguments, Context, Draft, Findings, Rule, Words};
use crate::report::{Edit, Severity};
use crate::sorted::sort_by_key;
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "A307", name: "likely-culprit", severity: Severity::Info, file: file!(), check };

const ONE: Words = Words {
    zh: "“{row}”（{column}）由{actual}改为{expected}，各项合计即全部相符",
    en: "With “{row}” ({column}) changed from {actual} to {expected}, every sum holds",
};
const SEVERAL: Words = Words {
    zh: "同时改动以下各格，各项合计即全部相符：{changes}",
    en: "With these cells changed together, every sum holds: {changes}",
};
const RANK: Words = Words { zh: "（{of}种改法中的第{rank}位）", en: " (place {rank} of {of} ways)" };
const UNKNOWN: Words = Words {
    zh: "至少要改动{least}处，各项合计才能全部相符，无法推断是哪几处，请对照台账逐项核对",
    en: "At least {least} figures are wrong; which can't be told from the sums, so compare the table with the register",
};
const FIX: Words = Words { zh: "改为：{changes}", en: "Change {changes}" };
const FROM_TO: Words = Words {
    zh: "“{row}”（{column}）由{actual}改为{expected}",
    en: "“{row}” ({column}) from {actual} to {expected}",
};

/// Why a set of changes is likely.
fn because(evidence: Evidence) -> Option<Words> {
    Some(match evidence {
        Evidence::Exchange => {
            Words { zh: "；相邻两数可能互换了位置", en: "; two neighbours may have changed places" }
        }
        Evidence::NextColumn => {
            Words { zh: "；可能错填到相邻的一列", en: "; a figure may stand in the next column" }
        }
        Evidence::TypingSlip => {
            Words { zh: "；可能是键入时错了一个数字", en: "; it may be a slip of the keyboard" }
        }
        Evidence::Sentence => Words { zh: "；与正文所写相同", en: "; the text says the same" },
        Evidence::CarryOver => {
            Words { zh: "；与上年报告的结转数相同", en: "; last year's report carries the same over" }
        }
        Evidence::None => return None,
    })
}

/// The most sets of changes that are said, unless more of them are a figure in another's place: rows that are alike may
/// all have been exchanged, and leaving one out could leave out the right one.
const MOST: usize = 3;

fn check(context: &Context, findings: &mut Findings) {
    let sums = context.sums_of_applications();
    let Some(found) = localize(sums) else { return };
    if found.candidates.is_empty() {
        let first = sums.sums.iter().find(|sum| sums.is_broken(sum)).and_then(|sum| sums.place(sum.stated()));
        findings.add(Draft::new(UNKNOWN).at(first).number("least", found.changes as u64));
        return;
    }
    let mut ranked: Vec<(Evidence, &Candidate)> =
        found.candidates.iter().map(|candidate| (evidence::of(candidate, sums, context), candidate)).collect();
    sort_by_key(&mut ranked, |(evidence, _)| *evidence);
    let best = ranked.iter().filter(|(evidence, _)| *evidence == ranked[0].0).count();
    let most = if ranked[0].0 <= Evidence::NextColumn { best.max(MOST) } else { MOST };
    for (evidence, candidate) in ranked.iter().take(most) {
        let rank = ranked.iter().filter(|(other, _)| other < evidence).count() + 1;
        let is_only = ranked.len() == 1 || (rank == 1 && best == 1 && *evidence != Evidence::None);
        let mut draft = draft(candidate, sums);
        draft = draft.number("rank", rank as u64).number("of", ranked.len() as u64);
        if let Some(because) = because(*evidence) {
            draft = draft.and(because);
        }
        if ranked.len() > 1 {
            draft = draft.and(RANK);
        }
        let edits: Option<Vec<Edit>> = candidate.iter().map(|&(at, value)| words::edit(sums, at, value)).collect();
        if let Some(edits) = edits.filter(|_| is_only) {
            draft = draft.fix(FIX, edits);
        }
        findings.add(draft);
    }
}

/// The finding for one set of changes, but for its rank and evidence.
fn draft(candidate: &Candidate, sums: &Sums) -> Draft {
    let old = |at| sums.value(at).unwrap_or_default();
    let change = |&(at, value): &(At, Decimal)| {
        let (row, column) = (&sums.row(at).label, sums.column_label(at));
        format!("“{row}”（{column}）{}→{}", old(at).normalize(), value.normalize())
    };
    let changes: Vec<String> = candidate.iter().map(change).collect();
    let (at, value) = candidate[0];
    let draft = Draft::new(if candidate.len() == 1 { ONE } else { SEVERAL })
        .at(sums.place(at))
        .text("changes", changes.join("、"))
        .cells(candidate.iter().map(|&(at, _)| sums.cell(at).address.clone()));
    if candidate.len() == 1 {
        return draft
            .text("row", &sums.row(at).label)
            .text("column", sums.column_label(at))
            .number("actual", old(at))
            .number("expected", value)
            .actual(old(at))
            .expected(value);
    }
    candidate.iter().enumerate().fold(draft, |draft, (index, &(at, value))| {
        let own = Arguments::default()
            .text("row", &sums.row(at).label)
            .text("column", sums.column_label(at))
            .number("actual", old(at))
            .number("expected", value);
        let draft = draft.number(format!("value{}", index + 1), value);
        if index == 0 { draft } else { draft.related_with(sums.cell(at).span, FROM_TO, own) }
    })
}
