//! P409 parts-do-not-add-up
//!
//! ## What it finds
//! A sentence that divides a whole into parts (共20条，其中甲类12条，乙类9条) whose parts exceed the whole, or fall short of
//! it where the list claims to be whole: 其余, 分别为, or two or more parts that all have a figure, make half of the
//! whole or more, and no 等.
//!
//! ## Why it matters
//! Readers add the parts up. A list that doesn't give its own total makes every other figure of the report doubtful.
//!
//! ## Basis
//! Practice: the figures of one sentence must agree with each other. Art. 50 of 政府信息公开条例 asks for figures that
//! are true.
//!
//! ## Example
//! `全年公开信息20条，其中机构职能2条，政策文件12条，人事任免9条。` The parts make 23.
//!
//! ## Instead
//! `全年公开信息23条，其中机构职能2条，政策文件12条，人事任免9条。` Parts that overlap are said to overlap; a list that
//! leaves some out ends in 等.
//!
//! ## 查什么
//! 一句话里把总数分成若干项，各项之和大于总数；或者所列已是全部（有“其余”“分别为”，或者列出两项以上、项项有数、超过总数一半、没有“等”），
//! 各项之和却小于总数。
//!
//! ## 为什么
//! 读者会把分项加起来。分项与总数对不上，其他数据也会受到怀疑。
//!
//! ## 依据
//! 工作惯例：同一句话里的数据应当一致；《政府信息公开条例》第五十条要求年度报告列明有关情况，数据应当真实。
//!
//! ## 示例
//! `全年公开信息20条，其中机构职能2条，政策文件12条，人事任免9条。`各项之和为23。
//!
//! ## 应为
//! `全年公开信息23条，其中机构职能2条，政策文件12条，人事任免9条。`各项有交叉的，应予说明；没有列全的，以“等”结尾。

use super::parts::{PartsList, lists, sum};
use crate::check::language::{Figure, Passage};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Severity, add};
use crate::text::beginnings;
use rust_decimal::Decimal;

pub const RULE: Rule =
    Rule { code: "P409", name: "parts-do-not-add-up", severity: Severity::Warning, file: file!(), check };

const MORE: Words = Words {
    zh: "所列各项{parts}，合计{sum}{counter}，比总数{whole}{counter}多{difference}{counter}，请核对总数和各项",
    en: "The parts listed ({parts}) make {sum}, {difference} more than the whole of {whole}. Check the whole and each part",
};
const LESS: Words = Words {
    zh: "所列各项{parts}，合计{sum}{counter}，比总数{whole}{counter}少{difference}{counter}，请核对；没有列全的，应以“等”结尾",
    en: "The parts listed ({parts}) make {sum}, {difference} fewer than the whole of {whole}. Check the whole and each \
         part; if the list isn't whole, end it with 等",
};
const ONE: Words = Words {
    zh: "所列的一项为{sum}{counter}，比总数{whole}{counter}多{difference}{counter}，请核对总数和该项",
    en: "The part listed, {sum}, is {difference} more than the whole of {whole}. Check both",
};
const PART: Words = Words { zh: "所列的一项", en: "a part that is listed" };

fn check(context: &Context, findings: &mut Findings) {
    for passage in context.passages() {
        for list in lists(passage).iter().filter(|list| !says_overlap(passage, list) && !divides_another(passage, list))
        {
            let (whole, parts) = (list.whole.value, sum(&list.parts));
            if parts > whole && !overlaps(list) {
                let words = if list.parts.len() == 1 { ONE } else { MORE };
                findings.add(draft(words, passage, list, parts - whole));
            } else if parts < whole && list.complete && !may_reach(list) && !names_some(list) {
                findings.add(draft(LESS, passage, list, whole - parts));
            }
        }
    }
}

fn draft(words: Words, passage: &Passage, list: &PartsList, difference: Decimal) -> Draft {
    let (whole, parts) = (list.whole.value, sum(&list.parts));
    let written: Vec<String> = list.parts.iter().map(|part| part.value.normalize().to_string()).collect();
    let draft = Draft::new(words)
        .at(passage.span(list.whole.whole.clone()))
        .number("whole", whole)
        .number("sum", parts)
        .number("difference", difference)
        .text("counter", list.whole.counter)
        .text("parts", written.join("+"))
        .expected(parts)
        .actual(whole);
    list.parts.iter().fold(draft, |draft, part| draft.related(passage.span(part.whole.clone()), PART))
}

/// The text itself says that something is counted more than once.
fn says_overlap(passage: &Passage, list: &PartsList) -> bool {
    let last = list.parts.last().map_or(list.whole.whole.end, |part| part.whole.end);
    let end = passage.chars().len().min(last + 40);
    let said = passage.slice(list.whole.whole.start..end);
    ["重复", "交叉", "重叠", "同时", "同步", "兼有"]
        .iter()
        .any(|word| beginnings(said, word).any(|at| !said[..at].ends_with(['不', '无', '未'])))
}

/// Whether parts that exceed the whole may only overlap: ways of publishing of which one carried everything, or one part
/// among four and more, and no small one, that is a part of another, without which the sum holds.
fn overlaps(list: &PartsList) -> bool {
    let whole = list.whole.value;
    let excess = sum(&list.parts) - whole;
    let is = |value: Decimal| list.parts.iter().any(|part: &&Figure| part.value == value);
    // A small excess may be any small part by chance.
    let is_no_slip = excess >= Decimal::TEN && excess * Decimal::TWO < whole;
    (list.channels && is(whole)) || (list.parts.len() > 3 && is(excess) && is_no_slip)
}

/// Whether parts that come to less than half of the whole are only those worth naming, as nothing says that they are all.
fn names_some(list: &PartsList) -> bool {
    !list.claims && sum(&list.parts) * Decimal::TWO < list.whole.value
}

/// Whether the sum holds with some of the figures that only may belong to the list.
fn may_reach(list: &PartsList) -> bool {
    let mut parts = sum(&list.parts);
    list.perhaps.iter().any(|figure| {
        parts = add(parts, figure.value).unwrap_or(Decimal::MAX);
        parts == list.whole.value
    })
}

/// Whether the parts make up another figure shortly before: 收到10件，办结9件，其中网络6件，信函4件.
fn divides_another(passage: &Passage, list: &PartsList) -> bool {
    let end = list.whole.whole.start;
    let before = passage.figures_in(end.saturating_sub(80)..end);
    before.iter().any(|figure| figure.counter == list.whole.counter && figure.value == sum(&list.parts))
}
