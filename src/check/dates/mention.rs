//! Dates as prose has them: 2024年1月1日, 12月31日, 二〇二四年一月.

use crate::check::language::{Figure, Passage};
use rust_decimal::prelude::ToPrimitive;

/// A date, or a part of one: figures with 年, 月 and 日 that follow each other at once.
#[derive(Debug, Default)]
pub struct Mention<'p> {
    pub year: Option<&'p Figure>,
    pub month: Option<&'p Figure>,
    pub day: Option<&'p Figure>,
}

/// The dates of a passage, in their order.
pub fn mentions(passage: &Passage) -> Vec<Mention<'_>> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut last: Option<&Figure> = None;
    for figure in &passage.figures {
        let goes_on =
            |counter: &str| last.is_some_and(|last| last.counter == counter && last.whole.end == figure.number.start);
        match (figure.counter, mentions.last_mut()) {
            ("年", _) => mentions.push(Mention { year: Some(figure), ..Mention::default() }),
            ("月", Some(mention)) if goes_on("年") => mention.month = Some(figure),
            ("月", _) => mentions.push(Mention { month: Some(figure), ..Mention::default() }),
            ("日", Some(mention)) if goes_on("月") => mention.day = Some(figure),
            _ => {}
        }
        last = Some(figure);
    }
    mentions
}

impl Mention<'_> {
    pub fn year(&self) -> Option<i32> {
        self.year.and_then(|year| year.value.to_i32())
    }

    pub fn month(&self) -> Option<i32> {
        self.month.and_then(|month| month.value.to_i32())
    }

    pub fn day(&self) -> Option<i32> {
        self.day.and_then(|day| day.value.to_i32())
    }

    /// Its first and its last figure.
    pub fn ends(&self) -> Option<(&Figure, &Figure)> {
        Some((self.year.or(self.month)?, self.day.or(self.month).or(self.year)?))
    }
}

/// How many days a month has; a February of an unknown year has 29.
pub fn days_of(year: Option<i32>, month: i32) -> i32 {
    let leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    match month {
        2 => 28 + i32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
