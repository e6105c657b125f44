//! Bytes or text → [`Document`]: the text that all places index, cut into paragraphs and tables of cells.

pub mod document;
pub mod figure;
mod layout;
pub mod source;

use document::Document;
use source::Source;

/// Cuts a text into paragraphs and tables.
pub fn document(source: &Source) -> Document<'_> {
    Document { text: &source.text, blocks: layout::blocks(&source.text), drawn: source.drawn }
}
