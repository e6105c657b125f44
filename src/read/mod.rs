//! Bytes or text → [`Document`]: the text that all places index, cut into paragraphs and tables of cells.

pub mod document;
pub mod figure;
mod layout;
pub mod source;

use document::Document;
use source::Source;

/// Cuts a text into paragraphs and tables.
pub fn document(source: &Source) -> Document<'_> {
    Document { drawn: source.drawn, ..text(&source.text) }
}

/// Cuts the text of a report that was read before, whatever it was drawn from.
pub fn text(text: &str) -> Document<'_> {
    Document { text, blocks: layout::blocks(text), drawn: None }
}
