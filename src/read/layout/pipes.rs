//! `pipes` and `pipes-collapsed`: a line a row, cells between bars; Markdown among them.
//!
//! Lost are the merges. A converter that drops empty cells and pads the row at its end also loses where a lone figure
//! stood: that is `pipes-collapsed`, told by the table having empty cells, but none with a full one after it.

use super::{Line, LineKind};
use crate::read::document::{Block, Grid, GridCell, GridRow};
use crate::report::Layout;

pub const BARS: [char; 2] = ['|', '｜'];

pub fn grid(text: &str, lines: &[Line]) -> Grid {
    let barred = || lines.iter().filter(|line| line.kind == LineKind::Barred).map(|line| line.span.trimmed(text));
    let framed = barred().all(|line| line.of(text).starts_with(BARS));
    let mut rows: Vec<GridRow> = Vec::new();
    for line in lines {
        let trimmed = line.span.trimmed(text);
        match line.kind {
            LineKind::Barred => rows.push(row(text, trimmed.start as usize, trimmed.end as usize, framed)),
            LineKind::Plain | LineKind::Tabbed | LineKind::Commas => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.cells.last_mut()) {
                    *cell = GridCell::new(text, cell.span.start as usize, trimmed.end as usize);
                }
            }
            LineKind::Blank | LineKind::BlankCell => {}
        }
    }
    rows.retain(|row| !is_rule(text, row));
    let collapsed = !framed && is_collapsed(&rows);
    let layout = if collapsed { Layout::PipesCollapsed } else { Layout::Pipes };
    Grid { layout, keeps_blanks: !collapsed, rows }
}

fn row(text: &str, start: usize, end: usize, framed: bool) -> GridRow {
    let mut cells = Vec::new();
    let mut from = start;
    for cell in text[start..end].split(BARS) {
        let span = GridCell::new(text, from, from + cell.len()).span;
        // Spaces stand beside every bar: they don't tell a blank cell from a covered one.
        cells.push(GridCell { span, hollow: span.is_empty() });
        from += cell.len();
        from += text[from..].chars().next().map_or(0, char::len_utf8);
    }
    if framed {
        cells.remove(0);
    }
    // The bar that closes the row is no cell's beginning.
    if cells.last().is_some_and(|cell| cell.is_blank()) {
        cells.pop();
    }
    GridRow { cells }
}

/// The line of dashes under a Markdown table's header.
fn is_rule(text: &str, row: &GridRow) -> bool {
    let is_dashes = |cell: &GridCell| {
        let dashes = cell.span.of(text).trim_matches(':');
        dashes.len() >= 3 && dashes.bytes().all(|byte| byte == b'-')
    };
    !row.cells.is_empty() && row.cells.iter().all(is_dashes)
}

/// Tables of one text came the same way: where one of them has kept its blanks, all have.
pub fn agree(blocks: &mut [Block]) {
    let grids = || blocks.iter().filter_map(|block| if let Block::Table(grid) = block { Some(grid) } else { None });
    let is_pipes = |grid: &&Grid| matches!(grid.layout, Layout::Pipes | Layout::PipesCollapsed);
    if !grids().filter(is_pipes).any(|grid| has_full_after_blank(&grid.rows)) {
        return;
    }
    for block in blocks {
        if let Block::Table(grid) = block
            && grid.layout == Layout::PipesCollapsed
        {
            (grid.layout, grid.keeps_blanks) = (Layout::Pipes, true);
        }
    }
}

fn has_full_after_blank(rows: &[GridRow]) -> bool {
    rows.iter().any(|row| {
        let full = row.cells.iter().take_while(|cell| !cell.is_blank()).count();
        row.cells[full..].iter().any(|cell| !cell.is_blank())
    })
}

fn is_collapsed(rows: &[GridRow]) -> bool {
    let has_blank = rows.iter().any(|row| row.cells.iter().any(GridCell::is_blank));
    has_blank && !has_full_after_blank(rows)
}
