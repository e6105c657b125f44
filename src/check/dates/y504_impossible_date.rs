//! Y504 impossible-date
//!
//! ## What it finds
//!
//! A date that no calendar has: a year of more than four digits (202020年), a thirteenth month, a thirtieth of
//! February.
//!
//! ## Why it matters
//!
//! Such a date is a slip that everybody sees, and leaves open when something happened.
//!
//! ## Basis
//!
//! Practice: GB/T 15835 on figures in publications, and the calendar.
//!
//! ## Example
//!
//! 202020年1月18日.
//!
//! ## Instead
//!
//! 2020年1月18日.
//!
//! ## 查什么
//!
//! 日历上没有的日期：年份多于四位（202020年）、13月、2月30日。
//!
//! ## 为什么
//!
//! 一眼就能看出的笔误，而且让人无法知道是哪一天。
//!
//! ## 依据
//!
//! 工作惯例：日期应当符合历法，数字用法见《出版物上数字用法》（GB/T 15835）。
//!
//! ## 示例
//!
//! “202020年1月18日”。
//!
//! ## 应为
//!
//! “2020年1月18日”。

use super::mention::{Mention, days_of, mentions};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "Y504", name: "impossible-date", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words =
    Words { zh: "没有“{date}”这个日期，请核对", en: "There is no such date as {date}. Check it" };

fn check(context: &Context, findings: &mut Findings) {
    for passage in context.passages() {
        for mention in mentions(passage).iter().filter(|mention| is_impossible(mention)) {
            let Some((first, last)) = mention.ends() else { continue };
            let place = first.number.start..last.whole.end;
            let date = passage.slice(place.clone()).to_owned();
            findings.add(Draft::new(MESSAGE).at(passage.span(place)).text("date", date));
        }
    }
}

fn is_impossible(mention: &Mention) -> bool {
    let exact = |figure: &Option<&crate::check::language::Figure>| figure.is_none_or(|figure| !figure.approximate);
    if !exact(&mention.month) || !exact(&mention.day) {
        return false;
    }
    // 20000年 alone may count years; one with a month is a date.
    let long_year = mention.year.is_some_and(|year| {
        let digits = year.number.len();
        (5..=8).contains(&digits) && year.value.fract().is_zero() && (mention.month.is_some() || starts_a_year(mention))
    });
    let month = mention.month().is_some_and(|month| !(1..=12).contains(&month));
    let day = mention
        .month()
        .zip(mention.day())
        .is_some_and(|(month, day)| !(1..=days_of(mention.year(), month)).contains(&day));
    long_year || month || day
}

/// Whether a long year begins like one: 202020, 20202.
fn starts_a_year(mention: &Mention) -> bool {
    mention.year().is_some_and(|year| year.to_string().starts_with("20"))
}
