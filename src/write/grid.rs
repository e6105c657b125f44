//! The official grid of a table with the report's figures in it.

use super::caption;
use crate::form;
use crate::report::{Cell, CellState, Table};

/// Stands in a cell whose figure has no certain column.
pub const UNKNOWN: &str = "？";

/// Stands in a cell whose row or column the report doesn't have.
pub const MISSING: &str = "缺";

pub struct Grid {
    pub caption: String,
    /// Rows at their full width.
    pub rows: Vec<Vec<Square>>,
}

/// A cell where it begins; none where another covers the square.
pub type Square = Option<Placed>;

pub struct Placed {
    pub text: String,
    pub rowspan: usize,
    pub colspan: usize,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Figure,
    /// Speaks of what stands beside it.
    RowHeader,
    /// Speaks of what stands below it.
    ColumnHeader,
}

impl Grid {
    pub fn new(table: &Table) -> Self {
        let cells = form::form_table(table.form, table.id).grid;
        let width = cells[0].iter().map(|cell| cell.colspan as usize).sum();
        // For each column, how many rows are covered from here on.
        let mut covered = vec![0; width];
        let rows = cells.iter().map(|cells| {
            // A header in a row of figures speaks of that row.
            let holds_figures = cells.iter().any(|cell| cell.address.is_some());
            let header = if holds_figures { Kind::RowHeader } else { Kind::ColumnHeader };
            let mut cells = cells.iter();
            let mut row: Vec<Square> = Vec::with_capacity(width);
            for column in 0..width {
                let square = if covered[column] > 0 { None } else { cells.next() };
                row.push(square.map(|cell| {
                    let (rowspan, colspan) = (cell.rowspan as usize, cell.colspan as usize);
                    covered[column..column + colspan].fill(rowspan);
                    match &cell.address {
                        Some(address) => Placed { text: figure(table, address), rowspan, colspan, kind: Kind::Figure },
                        None => Placed { text: cell.text.to_owned(), rowspan, colspan, kind: header },
                    }
                }));
                covered[column] -= 1;
            }
            row
        });
        Self { caption: caption(table.id), rows: rows.collect() }
    }
}

/// How the squares of a row are told apart in a format that knows no merges.
pub struct Separators {
    pub before: &'static str,
    pub between: &'static str,
    pub after: &'static str,
}

/// Writes rows at their full width; a covered square is empty.
pub fn write_rows(rows: &[Vec<Square>], separators: &Separators, field: fn(&str, &mut String), out: &mut String) {
    for row in rows {
        out.push_str(separators.before);
        for (index, square) in row.iter().enumerate() {
            if index > 0 {
                out.push_str(separators.between);
            }
            if let Some(cell) = square {
                field(&cell.text, out);
            }
        }
        out.push_str(separators.after);
    }
}

fn figure(table: &Table, address: &str) -> String {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.find(|cell| cell.address == address).map_or_else(String::new, written)
}

fn written(cell: &Cell) -> String {
    match cell.state {
        CellState::Number => cell.value.map_or_else(String::new, |value| value.normalize().to_string()),
        CellState::Blank => String::new(),
        CellState::Placeholder | CellState::Unreadable => one_line(&cell.raw),
        CellState::Ambiguous => UNKNOWN.to_owned(),
        CellState::Missing => MISSING.to_owned(),
    }
}

/// The words with one space between them, whatever white space stood there.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
