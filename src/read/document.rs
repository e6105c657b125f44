//! A text cut into paragraphs and tables of cells: what every layout comes down to.

use crate::report::Layout;
use crate::text::Span;

/// A text and its blocks, in their order.
#[derive(Debug)]
pub struct Document<'t> {
    pub text: &'t str,
    pub blocks: Vec<Block>,
}

#[derive(Debug)]
pub enum Block {
    /// A line of prose, without its line break and the white space around it; never empty.
    Paragraph(Span),
    Table(Grid),
}

/// A table as its layout gave it.
#[derive(Debug)]
pub struct Grid {
    pub layout: Layout,
    pub span: Span,
    pub rows: Vec<GridRow>,
}

/// A row of cells, each the place of its text without the white space around it; a cell may be empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    pub cells: Vec<Span>,
}

impl Document<'_> {
    /// The paragraphs of prose, in their order.
    pub fn paragraphs(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(span) => Some(*span),
            Block::Table(_) => None,
        })
    }
}
