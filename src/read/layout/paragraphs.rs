//! `tsv` of cells that hold paragraphs, as a browser writes a table's text: a tab on a line of its own between two cells,
//! with empty lines around every paragraph.
//!
//! Two paragraphs without a tab between them stand in two rows. Lost are the merges, and where a row's last cell is blank.

use super::{Line, LineKind};
use crate::form::heading;
use crate::read::document::{Block, Grid, GridCell, GridRow};
use crate::report::Layout;
use crate::text::Span;

/// Whether tabs stand alone between empty lines.
pub fn is_paragraphs(text: &str, lines: &[Line]) -> bool {
    let is_alone = |window: &[Line]| {
        let [before, line, after] = window else { return false };
        is_tab(text, line) && before.is_blank() && after.is_blank()
    };
    let tabbed = lines.iter().filter(|line| line.kind == LineKind::Tabbed).count();
    let alone = lines.windows(3).filter(|window| is_alone(window)).count();
    alone >= FEWEST && alone * 2 > tabbed
}

/// Tabs alone that make a table.
const FEWEST: usize = 6;

fn is_tab(text: &str, line: &Line) -> bool {
    line.kind == LineKind::Tabbed && line.span.trimmed(text).is_empty()
}

/// Cuts a text whose cells hold paragraphs.
pub fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let mut builder = Builder { text, ..Builder::default() };
    // A cell without a paragraph leaves nothing but a longer gap: what is longer than the shortest beside a tab is one.
    let usual = usual_gap(text, lines);
    let mut gap = 0;
    for (at, line) in lines.iter().enumerate() {
        match line.kind {
            LineKind::Blank | LineKind::BlankCell => {
                gap += 1;
                continue;
            }
            _ if is_tab(text, line) => builder.tab(line.span, gap > usual),
            _ => {
                let span = line.span.trimmed(text);
                let tab_follows = lines[at + 1..].iter().find(|line| !line.is_blank());
                builder.paragraph(span, gap > usual, tab_follows.is_some_and(|line| is_tab(text, line)));
            }
        }
        gap = 0;
    }
    builder.close();
    builder.blocks
}

/// How many empty lines most often stand between a tab and what stands before or after it.
fn usual_gap(text: &str, lines: &[Line]) -> usize {
    let mut counts = [0usize; LONGEST_GAP];
    let (mut gap, mut after_tab) = (0, false);
    for line in lines {
        if line.is_blank() {
            gap += 1;
            continue;
        }
        let tab = is_tab(text, line);
        if (tab || after_tab) && gap < LONGEST_GAP {
            counts[gap] += 1;
        }
        (gap, after_tab) = (0, tab);
    }
    (0..LONGEST_GAP).max_by_key(|gap| counts[*gap]).unwrap_or(1)
}

/// In empty lines.
const LONGEST_GAP: usize = 6;

#[derive(Default)]
struct Builder<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    rows: Vec<GridRow>,
    /// The last row's last cell is still to come: a tab was the last thing.
    awaits_cell: bool,
}

impl Builder<'_> {
    /// A tab ends a cell; behind a longer gap it ends a blank one, the first of a new row.
    fn tab(&mut self, span: Span, after_gap: bool) {
        let count = span.of(self.text).matches('\t').count();
        let at = span.start as usize;
        if self.rows.is_empty() || (after_gap && !self.awaits_cell) {
            self.rows.push(GridRow::default());
            self.add(GridCell { span: Span::bytes(at, at), hollow: true });
        } else if self.awaits_cell {
            self.add(GridCell { span: Span::bytes(at, at), hollow: true });
        }
        for _ in 1..count {
            self.add(GridCell { span: Span::bytes(at, at), hollow: true });
        }
        self.awaits_cell = true;
    }

    /// A paragraph is a cell of the row that awaits one; behind a longer gap that cell was blank, and a row begins.
    fn paragraph(&mut self, span: Span, after_gap: bool, tab_follows: bool) {
        let is_apart = heading::tell(self.text, span).is_some() || span.of(self.text).contains('。');
        if self.awaits_cell && !after_gap && !is_apart {
            self.add(GridCell { span, hollow: false });
            self.awaits_cell = false;
            return;
        }
        self.end_row(span.start as usize);
        if is_apart && !tab_follows {
            self.close();
            self.blocks.push(Block::Paragraph(span));
        } else {
            self.rows.push(GridRow { cells: vec![GridCell { span, hollow: false }] });
        }
    }

    fn end_row(&mut self, at: usize) {
        if std::mem::take(&mut self.awaits_cell) {
            self.add(GridCell { span: Span::bytes(at, at), hollow: true });
        }
    }

    fn add(&mut self, cell: GridCell) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(cell);
        }
    }

    /// The rows so far as a table; rows of one cell each are paragraphs.
    fn close(&mut self) {
        self.end_row(self.text.len());
        let rows = std::mem::take(&mut self.rows);
        if rows.iter().all(|row| row.cells.len() == 1) {
            self.blocks.extend(rows.iter().flat_map(|row| &row.cells).map(|cell| Block::Paragraph(cell.span)));
        } else {
            self.blocks.push(Block::Table(Grid { layout: Layout::Tsv, keeps_blanks: true, rows }));
        }
    }
}
