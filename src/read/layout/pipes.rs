//! `pipes` and `pipes-collapsed`: a line a row, cells between bars; Markdown among them.
//!
//! Lost are the merges. A converter that drops empty cells and pads the row at its end also loses where a lone figure
//! stood: that is `pipes-collapsed`, told by the table having empty cells, but none with a full one after it.

use super::{Line, LineKind};
use crate::form::label;
use crate::read::document::{Block, Grid, GridCell, GridRow};
use crate::read::figure;
use crate::report::Layout;
use crate::text::{Span, is_space};

/// What stands between two cells: in ASCII, full width, and in boxes drawn with lines.
pub fn is_bar(character: char) -> bool {
    matches!(character, '|' | '｜' | '│' | '┃' | '├' | '┤' | '┼' | '┬' | '┴' | '┌' | '┐' | '└' | '┘')
}

/// What the lines of a box are drawn with: no text of a cell.
fn is_line(character: char) -> bool {
    matches!(character, '─' | '━')
}

/// Whether a line is one of a box, with no text on it: ├───┼───┤ or +---+---+.
fn is_box(line: &str) -> bool {
    let is_drawn = |c| is_line(c) || is_bar(c) || is_space(c) || matches!(c, '+' | '-' | '=');
    line.contains(|c| is_line(c) || c == '+') && line.chars().all(is_drawn)
}

/// Whether a line of a box stands between every two rows: then a row may be several lines high.
fn is_ruled(text: &str, lines: &[Line]) -> bool {
    let (mut rules, mut barred, mut has_crosses) = (0, 0, false);
    for line in lines {
        let text = line.span.of(text);
        barred += usize::from(line.kind == LineKind::Barred);
        rules += usize::from(line.kind == LineKind::Plain && is_box(text));
        // Where crosses are drawn, they show rows however high.
        has_crosses |= text.starts_with('+');
    }
    rules > 3 && rules * 3 >= barred || rules > 1 && has_crosses
}

pub fn grid(text: &str, lines: &[Line]) -> Grid {
    let barred = || lines.iter().filter(|line| line.kind == LineKind::Barred).map(|line| line.span.trimmed(text));
    let framed = barred().all(|line| line.of(text).starts_with(is_bar));
    // A row that ends in a figure or a header without a bar: then one at the end of another row stands before a blank cell.
    let ends_open = |line: Span| {
        let line = line.of(text);
        let last = line.rsplit(is_bar).next().unwrap_or_default();
        let is_whole = || figure::is_figure(last) || label::tell(last).is_some_and(|told| told.exact);
        line.matches(is_bar).count() > 1 && !last.is_empty() && is_whole()
    };
    let closed = !barred().any(ends_open);
    let ruled = is_ruled(text, lines);
    let mut rows: Vec<GridRow> = Vec::new();
    // A line without a bar that goes on in the next row's first cell.
    let mut begun: Option<Span> = None;
    let mut after_rule = true;
    for line in lines {
        let trimmed = line.span.trimmed(text);
        match line.kind {
            LineKind::Barred | LineKind::Plain if is_box(trimmed.of(text)) => after_rule = true,
            // The further lines of a row hold the ends of its words, and of its figures.
            LineKind::Barred if ruled && !std::mem::take(&mut after_rule) => {
                let more = row(text, trimmed.start as usize, trimmed.end as usize, framed, closed).cells;
                let cells = rows.last_mut().map_or(&mut [][..], |row| &mut row.cells);
                for (cell, end) in cells.iter_mut().zip(more).filter(|(_, end)| is_figure_end(text, *end)) {
                    *cell = if cell.is_blank() { end } else { GridCell { span: cell.span.to(end.span), ..*cell } };
                }
            }
            LineKind::Barred => {
                let mut row = row(text, trimmed.start as usize, trimmed.end as usize, framed, closed);
                let first = row.cells.first_mut().filter(|first| !first.is_blank());
                if let (Some(begun), Some(first)) = (begun.take(), first) {
                    first.span = begun.to(first.span);
                }
                if !is_rule(text, &row) {
                    rows.push(row);
                }
            }
            LineKind::Plain | LineKind::Tabbed | LineKind::Commas => {
                match rows.last_mut().and_then(|row| row.cells.last_mut()) {
                    Some(last) if goes_on(text, *last, trimmed) => last.span = last.span.to(trimmed),
                    _ if label::tell(trimmed.of(text)).is_some_and(|told| told.exact) => {
                        rows.push(GridRow { cells: vec![GridCell { span: trimmed, hollow: false }] });
                    }
                    _ => begun = Some(begun.map_or(trimmed, |begun| begun.to(trimmed))),
                }
            }
            LineKind::Blank | LineKind::BlankCell => {}
        }
    }
    let collapsed = !framed && is_collapsed(&rows);
    let layout = if collapsed { Layout::PipesCollapsed } else { Layout::Pipes };
    Grid { layout, keeps_blanks: !collapsed, rows }
}

/// Whether a cell on a further line of a row has figures, not the end of words.
fn is_figure_end(text: &str, cell: GridCell) -> bool {
    !cell.is_blank() && figure::is_figure(cell.span.of(text))
}

/// Whether a line without a bar is more of the cell before it: not where that is blank or a figure, and not where the line
/// is a label by itself and no part of one.
fn goes_on(text: &str, cell: GridCell, line: Span) -> bool {
    if cell.is_blank() || figure::is_figure(cell.span.of(text)) {
        return false;
    }
    let is_exact = |span: Span| label::tell(span.of(text)).is_some_and(|told| told.exact);
    is_exact(cell.span.to(line)) || !is_exact(line)
}

fn row(text: &str, start: usize, end: usize, framed: bool, closed: bool) -> GridRow {
    let mut cells = Vec::new();
    let mut from = start;
    for cell in text[start..end].split(is_bar) {
        let end = from + cell.trim_end_matches(|c| is_space(c) || is_line(c)).len();
        let span = GridCell::new(text, from, end).span;
        // Spaces stand beside every bar: they don't tell a blank cell from a covered one.
        cells.push(GridCell { span, hollow: span.is_empty() });
        from += cell.len();
        from += text[from..].chars().next().map_or(0, char::len_utf8);
    }
    if framed {
        cells.remove(0);
    }
    // The bar that closes the row is no cell's beginning.
    if closed && cells.last().is_some_and(|cell| cell.is_blank()) {
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
