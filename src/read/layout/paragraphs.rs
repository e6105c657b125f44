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
        is_tab(text, line) && before.kind == LineKind::Blank && after.kind == LineKind::Blank
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
    let mut blocks = Vec::new();
    let mut rows: Vec<GridRow> = Vec::new();
    // Tabs since the last paragraph.
    let mut tabs = 0;
    let full: Vec<&Line> = lines.iter().filter(|line| line.kind != LineKind::Blank).collect();
    for (at, line) in full.iter().enumerate() {
        if is_tab(text, line) {
            tabs += line.span.of(text).matches('\t').count();
            continue;
        }
        let span = line.span.trimmed(text);
        let tab_follows = full.get(at + 1).is_some_and(|next| is_tab(text, next));
        let is_apart = heading::tell(text, span).is_some() || span.of(text).contains('。');
        if tabs == 0 && !tab_follows && is_apart {
            close(&mut rows, &mut blocks);
            blocks.push(Block::Paragraph(span));
            continue;
        }
        if tabs == 0 || rows.is_empty() {
            rows.push(GridRow::default());
        }
        add(&mut rows, tabs, span);
        tabs = 0;
    }
    close(&mut rows, &mut blocks);
    blocks
}

/// Adds a cell after as many tabs: each but the last stands for a blank one before it.
fn add(rows: &mut [GridRow], tabs: usize, span: Span) {
    let Some(row) = rows.last_mut() else { return };
    let blank = GridCell { span: Span::bytes(span.start as usize, span.start as usize), hollow: true };
    row.cells.extend(std::iter::repeat_n(blank, tabs.saturating_sub(1)));
    row.cells.push(GridCell { span, hollow: false });
}

/// The rows so far as a table; one row of one cell is a paragraph.
fn close(rows: &mut Vec<GridRow>, blocks: &mut Vec<Block>) {
    let rows = std::mem::take(rows);
    if rows.iter().all(|row| row.cells.len() == 1) {
        blocks.extend(rows.iter().flat_map(|row| &row.cells).map(|cell| Block::Paragraph(cell.span)));
    } else {
        blocks.push(Block::Table(Grid { layout: Layout::Tsv, keeps_blanks: true, rows }));
    }
}
