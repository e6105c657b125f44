//! What the text says in figures of applications, cases and documents.

use super::scope::Scope;
use super::topic::{self, Topic};
use crate::check::language::{Figure, Passage, STOPS};
use crate::report::Report;
use rust_decimal::Decimal;
use std::ops::Range;

/// A figure with what it counts, of the reporting organ and the report's year.
#[derive(Debug)]
pub struct Claim<'p> {
    pub passage: &'p Passage,
    pub figure: &'p Figure,
    pub topic: Topic,
    /// From the beginning of the sentence to the end of the figure's clause.
    pub sentence: Range<usize>,
}

impl Claim<'_> {
    /// Whether the figure may be of another area than the table, which covers a government's whole area or the government
    /// alone: 全市收到90件，市政府收到40件.
    pub fn is_of_another_area(&self, table: Decimal) -> bool {
        let area = |range| Scope::names_area(self.passage.slice(range));
        let said = self.passage.figures.iter().any(|figure| figure.value == table);
        (said && area(0..self.figure.number.start))
            || (self.figure.value > table * Decimal::TWO + Decimal::TEN && area(self.sentence.clone()))
    }

    /// Whether both stand in one sentence.
    pub fn is_beside(&self, other: &Claim) -> bool {
        std::ptr::eq(self.passage, other.passage) && self.sentence.start == other.sentence.start
    }
}

/// A clause with a figure: what stands before and after the figure.
#[derive(Debug)]
pub struct Clause<'p> {
    pub before: &'p str,
    pub after: &'p str,
    /// The sentence as far as the clause.
    pub sentence: &'p str,
    /// What stands shortly before the sentence in its passage.
    pub context: &'p str,
    /// What follows the clause in its sentence.
    pub rest: &'p str,
}

/// How far a clause and a sentence reach to either side of a figure, in characters.
const CLAUSE: usize = 60;
const SENTENCE: usize = 160;

/// All claims of a report, in their order.
pub fn claims<'p>(report: &Report, passages: &'p [Passage]) -> Vec<Claim<'p>> {
    let scope = Scope::new(report);
    passages.iter().flat_map(|passage| of_passage(passage, &scope)).collect()
}

fn of_passage<'p>(passage: &'p Passage, scope: &Scope) -> Vec<Claim<'p>> {
    let mut claims = Vec::new();
    let mut last_end = 0;
    for figure in &passage.figures {
        let counts = figure.counts_items();
        let (start, end) = clause_borders(passage, figure, last_end);
        if counts {
            last_end = figure.whole.end;
        }
        if !counts || figure.approximate {
            continue;
        }
        let sentence = sentence_start(passage, start);
        let clause = Clause {
            before: passage.slice(start..figure.number.start),
            after: passage.slice(figure.whole.end..end),
            sentence: passage.slice(sentence..start),
            context: passage.slice(sentence.saturating_sub(CLAUSE)..sentence),
            rest: passage.slice(end..sentence_end(passage, end)),
        };
        let Some(topic) = topic::of(&clause, passage.section, scope.year) else { continue };
        let carried = matches!(topic, Topic::CarriedIn | Topic::CarriedOut);
        if scope.covers(passage, sentence..end, start..end, carried) {
            claims.push(Claim { passage, figure, topic, sentence: sentence..end });
        }
    }
    claims
}

/// A clause begins after a mark or the figure before it, and ends at a mark or the next figure.
fn clause_borders(passage: &Passage, figure: &Figure, last_end: usize) -> (usize, usize) {
    let chars = passage.chars();
    let from = figure.number.start.saturating_sub(CLAUSE).max(last_end);
    let before = chars[from..figure.number.start]
        .iter()
        .rposition(|mark| matches!(mark, ',' | ';' | ':' | '。' | '(' | ')' | '!' | '?'));
    let mut start = from + before.map_or(0, |at| at + 1);
    // 19件予以公开、6件部分公开: what stands before is of the figure before it.
    if matches!(chars[..figure.number.start], [.., '、' | '和' | '及']) {
        start = figure.number.start;
    }
    // 其中:予以公开12件 is a part, whatever mark follows 其中.
    if start >= 3 && chars[start - 3..start - 1] == ['其', '中'] {
        start -= 3;
    }
    let reach = chars.len().min(figure.whole.end + CLAUSE);
    let next = passage.figures_in(figure.whole.end..reach).iter().find(|next| next.counts_items());
    let to = next.map_or(reach, |next| next.number.start);
    let after = chars[figure.whole.end..to]
        .iter()
        .position(|mark| matches!(mark, ',' | ';' | ':' | '。' | '(' | ')' | '!' | '?' | '、'));
    let end = after.map_or(to, |at| figure.whole.end + at);
    (start, end)
}

fn sentence_end(passage: &Passage, clause: usize) -> usize {
    let to = passage.chars().len().min(clause + SENTENCE);
    let stop = passage.chars()[clause..to].iter().position(|mark| STOPS.contains(mark));
    stop.map_or(to, |at| clause + at)
}

fn sentence_start(passage: &Passage, clause: usize) -> usize {
    let from = clause.saturating_sub(SENTENCE);
    let stop = passage.chars()[from..clause].iter().rposition(|mark| STOPS.contains(mark));
    from + stop.map_or(0, |at| at + 1)
}
