//! What the rules ask of a section.

use crate::form::label::{self, Numbering};
use crate::form::{SECTIONS, SectionForm};
use crate::report::{Report, Section, SectionId, Table, TableId};
use crate::text::{Folded, Span};

/// The official heading of a section, and its number from 1.
pub fn official(id: SectionId) -> (&'static SectionForm, u32) {
    let index = SECTIONS.iter().position(|section| section.id == id).expect("each section has its form");
    (&SECTIONS[index], index as u32 + 1)
}

pub fn find(report: &Report, id: SectionId) -> Option<&Section> {
    report.sections.iter().find(|section| section.id == id)
}

/// The table that belongs into a section.
pub fn table_of(report: &Report, id: SectionId) -> Option<&Table> {
    let table = match id {
        SectionId::Disclosure => TableId::Disclosure,
        SectionId::Applications => TableId::Applications,
        SectionId::Litigation => TableId::Litigation,
        SectionId::Overview | SectionId::Problems | SectionId::Other => return None,
    };
    Some(report.tables.get(table))
}

/// Where the heading's words stand, without the ordinal.
pub fn words_of_heading(section: &Section) -> Option<Span> {
    let (span, heading) = (section.span?, section.heading.as_ref()?);
    Some(Span::bytes(span.end as usize - heading.len(), span.end as usize))
}

/// The number of a section's ordinal, and whether it is written as the form does: 一、
pub fn ordinal(section: &Section) -> Option<(u32, bool)> {
    let folded = Folded::new(section.ordinal.as_ref()?, 0).chars;
    let stray = folded.first().is_some_and(char::is_ascii_alphabetic);
    let own = if stray { &folded[1..] } else { &folded[..] };
    // A heading's words follow the ordinal; any will do.
    let whole: Vec<char> = own.iter().copied().chain(['总']).collect();
    let (number, is_chinese) = match label::split_numbering(&whole).0? {
        Numbering::Chinese(number) => (number, true),
        Numbering::Arabic(number) | Numbering::Bracketed(number) => (number, false),
    };
    Some((number, is_chinese && !stray && own.last() == Some(&'、')))
}
