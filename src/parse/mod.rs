//! Document → report: sections, rows and columns matched to the form, figures placed and read.

mod blank;

use crate::read::document::Document;
use crate::report::{FormId, Report, TableId, Value};
use crate::text::Span;

/// What was read, with what only the rules need to know.
#[derive(Debug)]
pub struct Parsed<'t> {
    pub document: Document<'t>,
    pub report: Report,
    /// Labels and headers that only one of the forms has, where they stand.
    pub marks: Vec<FormMark>,
    /// Rows that have more figures than columns.
    pub surplus: Vec<Surplus>,
    /// Columns whose header isn't there though their rows are.
    pub absent_columns: Vec<AbsentColumn>,
    /// Further tables of a kind that was read already.
    pub repeats: Vec<Repeat>,
}

/// A label or a header that only one of the forms has.
#[derive(Debug)]
pub struct FormMark {
    pub form: FormId,
    pub table: TableId,
    /// The official label.
    pub label: &'static str,
    pub span: Span,
}

/// A row with more figures than columns: none of them could be placed.
#[derive(Debug)]
pub struct Surplus {
    pub table: TableId,
    pub row: &'static str,
    pub figures: Vec<Value>,
}

/// A column that the report leaves out.
#[derive(Debug)]
pub struct AbsentColumn {
    pub table: TableId,
    pub column: &'static str,
    pub label: &'static str,
    /// The rows that should have it.
    pub rows: Vec<&'static str>,
}

/// A table that came once more, and wasn't read.
#[derive(Debug)]
pub struct Repeat {
    pub table: TableId,
    pub span: Span,
}

/// Reads a document. Any text gives a report.
pub fn parse(document: Document) -> Parsed {
    let mut report = blank::report();
    report.text = document.text.to_owned();
    Parsed { document, report, marks: Vec::new(), surplus: Vec::new(), absent_columns: Vec::new(), repeats: Vec::new() }
}
