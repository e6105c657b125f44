//! `tsv`: a line a row, cells between tabs; copied from a spreadsheet or a browser, or drawn from a file.
//!
//! A spreadsheet leaves an empty cell for each that a merge covers; a browser leaves none for a colspan, and an empty one
//! for a rowspan. A spreadsheet puts a cell of several lines in quotation marks. Lost is which of the empty cells are
//! covered ones, and sometimes a cell.

use super::Line;
use crate::read::document::{Grid, GridCell, GridRow};
use crate::report::Layout;

pub fn grid(text: &str, lines: &[Line]) -> Grid {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let mut last = at;
        if !lines[at].is_blank() {
            while last + 1 < lines.len()
                && last - at < MOST_LINES
                && quotation_is_open(lines[at].span.to(lines[last].span).of(text))
            {
                last += 1;
            }
            rows.push(row(text, lines[at].span.start as usize, lines[last].span.end as usize));
        }
        at = last + 1;
    }
    Grid { layout: Layout::Tsv, keeps_blanks: true, rows }
}

/// The most line breaks in a cell.
const MOST_LINES: usize = 8;

/// Whether a cell that began with a quotation mark goes on in the next line.
fn quotation_is_open(row: &str) -> bool {
    row.rsplit('\t').next().is_some_and(|cell| cell.starts_with('"') && cell.matches('"').count() % 2 == 1)
}

fn row(text: &str, start: usize, end: usize) -> GridRow {
    let mut cells = Vec::with_capacity(USUAL_CELLS);
    let mut from = start;
    for cell in text.as_bytes()[start..end].split(|&byte| byte == b'\t') {
        cells.push(unquoted(text, from, from + cell.len()));
        from += cell.len() + 1;
    }
    GridRow { cells }
}

/// A row of table three, as wide as it is.
const USUAL_CELLS: usize = 10;

/// A cell without the quotation marks that a spreadsheet puts around several lines.
fn unquoted(text: &str, start: usize, end: usize) -> GridCell {
    let cell = &text[start..end];
    if cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"') && cell.contains(['\n', '\r']) {
        return GridCell::new(text, start + 1, end - 1);
    }
    GridCell::new(text, start, end)
}
