//! Where the six sections begin and end.

use crate::form::heading::{self, Heading};
use crate::read::document::Document;
use crate::report::{Section, SectionId};
use crate::sorted::sort_by_key;
use crate::text::Span;

/// Every section that is found, in the order of the text.
///
/// A report may name its sections more than once: in a list of contents, in a narrative with ordinals of its own. The
/// heading nearest to the official wording counts, then one that has something under it, then the first.
pub fn sections(document: &Document) -> Vec<Section> {
    let headings: Vec<Heading> =
        document.paragraphs().filter_map(|paragraph| heading::tell(document.text, paragraph)).collect();
    let is_bare = |index: usize| {
        let next = headings.get(index + 1).map_or(document.text.len(), |next| place(next).start as usize);
        document.text[headings[index].words.end as usize..next].trim().is_empty()
    };
    let choose = |id: &SectionId| {
        let of_section = (0..headings.len()).filter(|&index| headings[index].section == *id);
        of_section.min_by_key(|&index| (headings[index].closeness, is_bare(index), index))
    };
    let mut chosen: Vec<usize> = SectionId::ALL.iter().filter_map(choose).collect();
    sort_by_key(&mut chosen, |&index| index);
    let chosen: Vec<&Heading> = chosen.into_iter().map(|index| &headings[index]).collect();
    let end_of = |index: usize| chosen.get(index + 1).map_or(document.text.len(), |next| place(next).start as usize);
    chosen.iter().enumerate().map(|(index, heading)| section(document.text, heading, end_of(index))).collect()
}

/// The heading with its ordinal.
fn place(heading: &Heading) -> Span {
    heading.ordinal.map_or(heading.words, |ordinal| ordinal.to(heading.words))
}

fn section(text: &str, heading: &Heading, end: usize) -> Section {
    Section {
        id: heading.section,
        ordinal: heading.ordinal.map(|ordinal| ordinal.of(text).to_owned()),
        heading: Some(heading.words.of(text).to_owned()),
        span: Some(place(heading)),
        body: Span::bytes(heading.words.end as usize, end),
    }
}
