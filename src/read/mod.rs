//! Bytes or text → [`Document`]: the text that all places index, cut into paragraphs and tables of cells.

pub mod document;
pub mod figure;
mod layout;
pub mod source;

use document::{Block, Document};
use source::Source;

/// Cuts a text into paragraphs and tables. What was drawn from HTML or a file names that as its layout.
pub fn document(source: &Source) -> Document<'_> {
    let mut document = layout::document(&source.text);
    if let Some(drawn) = source.drawn {
        for block in &mut document.blocks {
            if let Block::Table(grid) = block {
                grid.layout = drawn;
            }
        }
    }
    document
}
