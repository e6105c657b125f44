//! How much of one text stands in another, sentence by sentence.

use super::Passage;
use crate::report::SectionId;
use crate::sorted::set;
use crate::text::Span;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A sentence of a report's own prose, without its figures: a year or a count that changed makes no new sentence.
#[derive(Debug)]
pub struct Sentence {
    /// Of the words without figures.
    pub hash: u64,
    /// In characters.
    pub length: usize,
    pub span: Span,
}

/// A sentence that is shorter says nothing of where it was taken from.
const SHORTEST: usize = 12;

/// The sentences of a report's sections; what stands before the first is the same in all reports.
pub fn sentences(passages: &[Passage]) -> Vec<Sentence> {
    let own = passages.iter().filter(|passage| {
        let tables = [SectionId::Disclosure, SectionId::Applications, SectionId::Litigation];
        passage.section.is_some_and(|section| !tables.contains(&section))
    });
    let read = |passage: &Passage| {
        let long = passage.sentences().filter(|range| range.len() >= SHORTEST);
        long.map(|range| sentence(passage, range)).collect::<Vec<_>>()
    };
    own.flat_map(read).collect()
}

fn sentence(passage: &Passage, range: std::ops::Range<usize>) -> Sentence {
    let mut hasher = DefaultHasher::new();
    passage.chars()[range.clone()].iter().filter(|character| !character.is_ascii_digit()).for_each(|character| {
        character.hash(&mut hasher);
    });
    Sentence { hash: hasher.finish(), length: range.len(), span: passage.span(range) }
}

/// The length of sentences together, in characters.
pub fn length(sentences: &[Sentence]) -> usize {
    sentences.iter().map(|sentence| sentence.length).sum()
}

/// What of `sentences` stands in `other` as well: the share in percent, rounded, and the places, neighbours joined.
pub fn shared(sentences: &[Sentence], other: &[Sentence]) -> (u32, Vec<Span>) {
    let known = set(other.iter().map(|sentence| sentence.hash));
    let mut same = 0;
    let mut places: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for sentence in sentences {
        let is_same = known.binary_search(&sentence.hash).is_ok();
        match places.last_mut() {
            Some(last) if is_same && goes_on => *last = last.to(sentence.span),
            _ if is_same => places.push(sentence.span),
            _ => {}
        }
        same += if is_same { sentence.length } else { 0 };
        goes_on = is_same;
    }
    let share = (same * 200 / length(sentences).max(1)).div_ceil(2);
    (share as u32, places)
}
