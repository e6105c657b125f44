//! Paragraphs joined over hard line wraps, folded, with the way back to their places.

use super::figure::{self, Figure};
use crate::read::document::{Block, Document};
use crate::report::{Section, SectionId};
use crate::text::{Folded, Span, is_chinese_numeral};
use std::ops::Range;

/// A run of prose: a paragraph, or the lines that a hard wrap cut one into. White space is left out; positions in it
/// count folded characters. A full stop is always `。`, so that it can't be taken for a decimal point.
#[derive(Debug)]
pub struct Passage {
    /// The section that it stands in; none before the first.
    pub section: Option<SectionId>,
    /// The folded characters.
    pub text: String,
    pub figures: Vec<Figure>,
    folded: Folded,
    /// Where each character begins in `text`, in bytes, and the text's end.
    offsets: Vec<u32>,
}

/// What ends a sentence.
pub const STOPS: [char; 3] = ['。', '!', '?'];

/// A line without a stop that is longer than this was wrapped where it ends; a shorter one may be a heading.
const WRAPPED_LINE: usize = 12;

/// A report's prose, in its order.
pub fn passages(document: &Document, sections: &[Section]) -> Vec<Passage> {
    let text = document.text;
    let mut passages = Vec::new();
    let mut lines: Vec<Span> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(span) if is_page_number(span.of(text)) => {}
            Block::Paragraph(span) => {
                if lines.last().is_some_and(|&last| ends_passage(text, sections, last, *span)) {
                    passages.extend(Passage::new(text, sections, &std::mem::take(&mut lines)));
                }
                lines.push(*span);
            }
            Block::Table(_) => passages.extend(Passage::new(text, sections, &std::mem::take(&mut lines))),
        }
    }
    passages.extend(Passage::new(text, sections, &lines));
    passages
}

/// A line that holds nothing but the page's number: `- 4 -`, `P. 9`, 第4页.
fn is_page_number(line: &str) -> bool {
    line.len() <= 24
        && line.chars().any(|character| character.is_numeric())
        && line.chars().all(|character| character.is_numeric() || " \u{3000}\t-－—–.·第页共/Pp".contains(character))
}

/// Whether the text between two lines of prose is more than a hard wrap.
fn ends_passage(text: &str, sections: &[Section], last: Span, next: Span) -> bool {
    let (line, following) = (last.of(text), next.of(text));
    let is_heading = |line: Span| {
        sections.iter().filter_map(|section| section.span).any(|heading| {
            heading.contains(line)
                || (line.contains(heading) && heading.end - heading.start + 12 > line.end - line.start)
        })
    };
    line.ends_with(['。', '！', '？', '!', '?'])
        || is_heading(last)
        || is_heading(next)
        || begins_item(following)
        || (begins_item(line) && !line.contains(['，', ',', '。', '；', '、', '：']) && line.chars().count() <= 24)
        || (line.chars().count() <= WRAPPED_LINE && !continues(line, following))
}

/// Whether a figure runs on from one line to the next: 收到申请3 / 7件.
fn continues(line: &str, following: &str) -> bool {
    let is_figure = |character: char| character.is_numeric() || is_chinese_numeral(character);
    line.ends_with(|character: char| is_figure(character) || "，,、".contains(character))
        || following.starts_with(|character: char| is_figure(character) || "件条份宗起，,、。；".contains(character))
}

/// （一）, 一、, 1., (1), #, and 一是 begin a line of their own.
fn begins_item(line: &str) -> bool {
    let folded: Vec<char> = line.chars().take(5).map(crate::text::fold_char).collect();
    let is_ordinal = |character: char| character.is_ascii_digit() || "一二三四五六七八九十".contains(character);
    let start = folded.iter().take_while(|&&character| "#*(".contains(character)).count();
    let ordinal = folded[start..].iter().take_while(|&&character| is_ordinal(character)).count();
    let after = folded.get(start + ordinal);
    match ordinal {
        0 => folded.first() == Some(&'#'),
        _ if start > 0 => after == Some(&')') || after == Some(&'、'),
        1 | 2 if after == Some(&'.') => folded.get(start + ordinal + 1).is_some_and(|next| !next.is_ascii_digit()),
        _ => after == Some(&'、') || after == Some(&'是'),
    }
}

impl Passage {
    fn new(source: &str, sections: &[Section], lines: &[Span]) -> Option<Self> {
        let first = lines.first()?;
        let section = sections.iter().find(|section| section.body.contains(*first));
        let mut folded = Folded::default();
        lines.iter().for_each(|line| folded.push(line.of(source), line.start as usize));
        restore_stops(&mut folded, source);
        let mut text = String::with_capacity(folded.chars.len() * 3);
        text.extend(&folded.chars);
        let mut offsets = Vec::with_capacity(folded.chars.len() + 1);
        let mut end = 0;
        offsets.extend(folded.chars.iter().map(|character| {
            let start = end;
            end += character.len_utf8() as u32;
            start
        }));
        offsets.push(end);
        let figures = figure::scan(&folded, source);
        Some(Self { section: section.map(|section| section.id), text, figures, folded, offsets })
    }

    pub fn chars(&self) -> &[char] {
        &self.folded.chars
    }

    /// The text between two positions.
    pub fn slice(&self, range: Range<usize>) -> &str {
        &self.text[self.offsets[range.start] as usize..self.offsets[range.end] as usize]
    }

    /// The byte of `text` at a position.
    pub fn byte(&self, position: usize) -> usize {
        self.offsets[position] as usize
    }

    /// The position of a byte of `text`.
    pub fn position(&self, byte: usize) -> usize {
        self.offsets.partition_point(|&offset| offset < byte as u32)
    }

    /// The place in the source of what stands between two positions, of which there is at least one character.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.folded.span(range.start, range.end)
    }

    /// The passage's sentences, without their stops.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        self.chars().split(|character| STOPS.contains(character)).filter_map(move |sentence| {
            let range = start..start + sentence.len();
            start = range.end + 1;
            (!range.is_empty()).then_some(range)
        })
    }

    /// The figures between two positions.
    pub fn figures_in(&self, range: Range<usize>) -> &[Figure] {
        let from = self.figures.partition_point(|figure| figure.number.start < range.start);
        let to = self.figures.partition_point(|figure| figure.number.start < range.end);
        &self.figures[from..to.max(from)]
    }
}

/// Folding makes a point of `。`; here it is told from a decimal point again, and so is a `.` that ends a sentence.
fn restore_stops(folded: &mut Folded, source: &str) {
    for at in 0..folded.chars.len() {
        if folded.chars[at] != '.' {
            continue;
        }
        let written = folded.span(at, at + 1).of(source);
        let plain = |at: Option<usize>| at.and_then(|at| folded.chars.get(at)).is_none_or(|next| !next.is_ascii());
        if written == "。" || (plain(at.checked_sub(1)) && plain(Some(at + 1))) {
            folded.chars[at] = '。';
        }
    }
}
