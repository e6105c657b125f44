//! A text cut into paragraphs and tables of cells: what every layout comes down to.

use crate::report::Layout;
use crate::text::Span;

/// A text and its blocks, in their order.
#[derive(Debug)]
pub struct Document<'t> {
    pub text: &'t str,
    pub blocks: Vec<Block>,
    /// What the text was drawn from: its tables have that layout's name, and are read by the one that they have as text.
    pub drawn: Option<Layout>,
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
    /// Whether an empty cell of the paper is one here too. Where it isn't, a figure's place among its row's columns is lost.
    pub keeps_blanks: bool,
    pub rows: Vec<GridRow>,
}

#[derive(Debug, Default)]
pub struct GridRow {
    pub cells: Vec<GridCell>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// The cell's text without the white space around it.
    pub span: Span,
    /// Nothing at all stands here, not even a space: the cell may be one that a merged cell covers.
    pub hollow: bool,
}

impl GridCell {
    /// The cell whose text, white space included, stands at `start..end`.
    pub fn new(text: &str, start: usize, end: usize) -> Self {
        let span = Span::bytes(start, end);
        Self { span: span.trimmed(text), hollow: start == end }
    }

    /// Whether no text stands in the cell.
    pub fn is_blank(&self) -> bool {
        self.span.is_empty()
    }
}

impl Grid {
    /// From the first to the last cell.
    pub fn span(&self) -> Span {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        let first = cells.next().map_or(Span::default(), |cell| cell.span);
        cells.next_back().map_or(first, |last| first.to(last.span))
    }
}

impl Document<'_> {
    /// The paragraphs of prose, in their order.
    pub fn paragraphs(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(span) => Some(*span),
            Block::Table(_) => None,
        })
    }

    /// The tables, in their order.
    pub fn grids(&self) -> impl Iterator<Item = &Grid> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(grid) => Some(grid),
            Block::Paragraph(_) => None,
        })
    }
}
