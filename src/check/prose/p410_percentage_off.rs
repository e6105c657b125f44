//! P410 percentage-off
//!
//! ## What it finds
//!
//! A share or a growth that the figures stated with it don't give: 占25% after 10件 of 50件, 较上年增加8件，增长30% where the
//! figures make 25%. Rounding and cutting off are both allowed.
//!
//! ## Why it matters
//!
//! A percentage is what gets quoted; a wrong one is taken up by others.
//!
//! ## Basis
//!
//! Practice: a percentage is the quotient of the figures that stand beside it.
//!
//! ## Example
//!
//! `办结申请50件，其中予以公开20件，占45%。` 20 of 50 is 40 %.
//!
//! ## Instead
//!
//! `办结申请50件，其中予以公开20件，占40%。`
//!
//! ## 查什么
//!
//! 正文写明的占比或者增长率，与同时写明的数算不出来：50件中的10件写成“占25%”，增加8件、应为增长25%的写成“增长30%”。四舍五入和直接舍去都算对。
//!
//! ## 为什么
//!
//! 百分比常被引用，写错了会被其他材料沿用。
//!
//! ## 依据
//!
//! 工作惯例：百分比应当是同时写明的两个数之比。
//!
//! ## 示例
//!
//! `办结申请50件，其中予以公开20件，占45%。`50件中的20件是40%。
//!
//! ## 应为
//!
//! `办结申请50件，其中予以公开20件，占40%。`

use super::readings;
use crate::check::language::{Figure, Passage};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Severity, add};
use crate::text::{has_any, words};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "P410", name: "percentage-off", severity: Severity::Info, file: file!(), check };

const SHARE: Words = Words {
    zh: "正文称占{stated}%，而{part}占{whole}的{exact}%，请核对",
    en: "The text gives a share of {stated} %; {part} of {whole} is {exact} %. Check the figures",
};
const GROWTH: Words = Words {
    zh: "正文称变动{stated}%，而从{before}到{now}变动{exact}%，请核对",
    en: "The text gives a change of {stated} %; from {before} to {now} it is {exact} %. Check the figures",
};
const USED: Words = Words { zh: "参与计算的数", en: "a figure that goes into it" };

/// How far back the figures that a percentage is made from may stand, in characters.
const REACH: usize = 120;

/// How far back a whole may stand that makes a share right.
const WIDE_REACH: usize = 400;

fn check(context: &Context, findings: &mut Findings) {
    for passage in context.passages() {
        for (index, figure) in passage.figures.iter().enumerate() {
            if figure.counter != "%" || figure.approximate {
                continue;
            }
            let earlier = &passage.figures[..index];
            if let Some(draft) = share(context, passage, earlier, figure).or_else(|| growth(passage, earlier, figure)) {
                findings.add(draft);
            }
        }
    }
}

/// The words between the last mark and a figure.
fn lead<'p>(passage: &'p Passage, figure: &Figure) -> &'p str {
    let from = figure.number.start.saturating_sub(30);
    let chars = &passage.chars()[from..figure.number.start];
    let mark = chars.iter().rposition(|mark| matches!(mark, ',' | ';' | ':' | '。' | '(' | ')' | '!' | '?' | '、'));
    passage.slice(from + mark.map_or(0, |at| at + 1)..figure.number.start)
}

/// The counts of one sentence before a figure, the last first.
fn counts<'f>(passage: &Passage, earlier: &'f [Figure], figure: &Figure) -> Vec<&'f Figure> {
    let from = figure.number.start.saturating_sub(REACH);
    let stop = passage.chars()[from..figure.number.start].iter().rposition(|&character| character == '。');
    let from = from + stop.map_or(0, |at| at + 1);
    let near = earlier.iter().rev().take_while(|figure| figure.number.start >= from);
    near.filter(|figure| !["年", "月", "日", "%", "个百分点", ""].contains(&figure.counter)).collect()
}

/// A share that no whole near it gives, nor a total of the table.
fn share(context: &Context, passage: &Passage, earlier: &[Figure], figure: &Figure) -> Option<Draft> {
    // 占全市的3% is a share of a figure that isn't here.
    let plain = ["占", "占比", "占比为", "占总数的", "占申请总数的", "占办结总数的", "占比达", "占到"];
    if !plain.contains(&lead(passage, figure)) {
        return None;
    }
    let counts = counts(passage, earlier, figure);
    let part = *counts.first()?;
    let whole = *counts[1..].iter().filter(|whole| whole.counter == part.counter).max_by_key(|whole| whole.value)?;
    let marks =
        passage.chars()[part.whole.end..figure.number.start].iter().filter(|&&each| ",(".contains(each)).count();
    let uncertain = part.approximate || counts.iter().any(|count| count.approximate);
    if marks != 1 || uncertain || whole.value < part.value {
        return None;
    }
    let from = figure.number.start.saturating_sub(WIDE_REACH);
    let near = earlier.iter().rev().take_while(|figure| figure.number.start >= from).map(|figure| figure.value);
    let wholes: Vec<Decimal> = near.chain(totals(context)).filter(|whole| !whole.is_zero()).collect();
    let fits = |part: Decimal| wholes.iter().any(|&whole| is_about(figure, passage, percent(part, whole)));
    // 甲5件、乙3件，占80%: the share may be that of several parts together.
    let mut together = Decimal::ZERO;
    let sums = counts.iter().map(|count| {
        together = add(together, count.value).unwrap_or(Decimal::MAX);
        together
    });
    if sums.into_iter().any(fits) {
        return None;
    }
    let draft = Draft::new(SHARE).number("part", part.value).number("whole", whole.value);
    Some(finish(draft, passage, figure, percent(part.value, whole.value), [part, whole]))
}

/// Totals of the tables that a share may be of.
fn totals(context: &Context) -> impl Iterator<Item = Decimal> {
    let table = &context.report().tables.applications;
    let rows: [&[&str]; 3] = [&["received"], &["received", "carried_in"], &["concluded"]];
    rows.into_iter().filter_map(|rows| readings::rows(table, rows, "total")).map(|(total, _)| total)
}

/// A growth that the figures before it don't give.
fn growth(passage: &Passage, earlier: &[Figure], figure: &Figure) -> Option<Draft> {
    let lead = lead(passage, figure);
    let up = has_any(lead, words!["增长", "上升", "增加", "提高", "增幅"]);
    let down = has_any(lead, words!["下降", "减少", "降低", "回落", "降幅"]);
    let counts = counts(passage, earlier, figure);
    // With more figures than two, which of them are meant is open.
    let [change, now] = counts[..] else { return None };
    if up == down || change.counter != now.counter || change.approximate || now.approximate {
        return None;
    }
    let words = self::lead(passage, change);
    let is_comparison = |words: &str| has_any(words, words!["较", "比", "同期", "上年", "去年"]);
    let differs = ["增加", "减少", "增长", "下降", "上升", "多", "少"].iter().any(|word| words.ends_with(word));
    let close = passage.chars()[change.whole.end..figure.number.start].iter().filter(|&&each| each == ',').count() <= 1;
    if !close || !(is_comparison(words) || (differs && is_comparison(lead))) {
        return None;
    }
    // 比上年的150条增加36条: the figure before is last year's, not this year's.
    let is_base = words.contains(passage.slice(now.whole.clone())) && is_comparison(self::lead(passage, now));
    let signed = if up { change.value } else { -change.value };
    let (before, after) = match differs {
        true if is_base => (now.value, add(now.value, signed)?),
        true => (add(now.value, -signed)?, now.value),
        false => (change.value, now.value),
    };
    if before <= Decimal::ZERO {
        return None;
    }
    let exact = percent(add(after, -before)?.abs(), before);
    let draft = Draft::new(GROWTH).number("before", before).number("now", after);
    (!is_about(figure, passage, exact)).then(|| finish(draft, passage, figure, exact, [now, change]))
}

fn finish(draft: Draft, passage: &Passage, figure: &Figure, exact: Decimal, used: [&Figure; 2]) -> Draft {
    let exact = exact.round_dp(decimals(figure, passage).max(2));
    let draft = draft
        .at(passage.span(figure.whole.clone()))
        .number("stated", figure.value)
        .number("exact", exact)
        .expected(exact)
        .actual(figure.value);
    used.iter().fold(draft, |draft, each| draft.related(passage.span(each.whole.clone()), USED))
}

/// A share beyond all that can be counted is the greatest there is.
fn percent(part: Decimal, whole: Decimal) -> Decimal {
    let exact = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(whole));
    exact.unwrap_or(Decimal::MAX)
}

/// How many decimals a figure is written with.
fn decimals(figure: &Figure, passage: &Passage) -> u32 {
    let written = passage.slice(figure.number.clone());
    written.split_once('.').map_or(0, |(_, decimals)| decimals.len() as u32)
}

/// Whether a stated percentage is the exact one, rounded or cut off.
fn is_about(figure: &Figure, passage: &Passage, exact: Decimal) -> bool {
    add(figure.value, -exact).is_some_and(|off| off.abs() < Decimal::new(1, decimals(figure, passage)))
}
