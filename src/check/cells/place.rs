//! The cells of a report, each with what the form says of it.

use crate::form::{self, ColumnForm};
use crate::read::figure::{self, Figure, Reading};
use crate::report::{Cell, CellState, Edit, Report, Row, Table};
use crate::text::Span;
use rust_decimal::Decimal;

/// A cell in its row and table.
#[derive(Clone, Copy)]
pub struct Place<'r> {
    pub table: &'r Table,
    pub row: &'r Row,
    pub cell: &'r Cell,
    pub column: &'static ColumnForm,
}

/// Every cell of the tables that were found, table by table and row by row.
pub fn places(report: &Report) -> impl Iterator<Item = Place<'_>> {
    report.tables.all().into_iter().filter(|table| table.found).flat_map(of_table)
}

/// The cells whose figure isn't written in plain digits: most reports have few, and what is wrong with a figure's writing
/// is wrong with these.
pub fn written_oddly(report: &Report) -> Vec<Place<'_>> {
    places(report).filter(Place::is_written_oddly).collect()
}

/// Every cell of a table.
pub fn of_table(table: &Table) -> impl Iterator<Item = Place<'_>> {
    table.rows.iter().zip(form::table(table.form, table.id).rows).flat_map(move |(row, row_form)| {
        let with_form = row.cells.iter().zip(row_form.columns);
        with_form.map(move |(cell, column)| Place { table, row, cell, column })
    })
}

impl Place<'_> {
    /// Where the figure stands, else its row's label, else its table.
    pub fn span(&self) -> Option<Span> {
        let visible = self.cell.span.filter(|span| !span.is_empty());
        visible.or(self.row.span).or(self.table.span)
    }

    /// Whether the cell holds a figure that is written in any other way than in plain digits.
    fn is_written_oddly(&self) -> bool {
        self.cell.state == CellState::Number && !self.cell.raw.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// How the cell's figure is written.
    pub fn figure(&self) -> Option<Figure> {
        match figure::read(&self.cell.raw, self.column.measure, None) {
            Reading::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// Puts a figure in the place of what stands in the cell.
    pub fn replace(&self, text: impl Into<String>) -> Option<Edit> {
        let span = self.cell.span?;
        Some(Edit { span, was: self.cell.raw.to_string(), text: text.into() })
    }
}

/// Whether the report has the row at all.
pub fn has_row(row: &Row) -> bool {
    row.span.is_some() || !row.unplaced.is_empty() || row.cells.iter().any(|cell| cell.state != CellState::Missing)
}

/// A figure as a clerk writes it.
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}
