//! Document → report: sections, rows and columns matched to the form, figures placed and read.

mod align;
pub(crate) mod blank;
pub mod doubt;
mod fit;
mod narrow;
mod numbers;
mod order;
mod pieces;
mod place;
mod rows;
mod sections;
mod split;
mod tables;
mod title;

pub use title::signature_date;

use crate::form;
use crate::read::{self, document::Document};
use crate::report::{FormId, Report, ReportForm, TableId, Tables, Value};
use crate::text::Span;
use doubt::Refusal;

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
    /// Tables that are there, but whose figures can't be read.
    pub refusals: Vec<(TableId, Refusal)>,
}

impl<'t> Parsed<'t> {
    /// A report that was read before, for the rules that hold it against others: they need nothing of how it was read.
    pub fn again(report: &'t Report) -> Self {
        Self {
            document: read::text(&report.text),
            report: report.clone(),
            marks: Vec::new(),
            surplus: Vec::new(),
            absent_columns: Vec::new(),
            repeats: Vec::new(),
            refusals: Vec::new(),
        }
    }
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
    let rows = rows::rows(&document);
    let marks = tables::marks(document.text, &rows);
    let told =
        [TableId::Disclosure, TableId::Applications, TableId::Litigation].map(|id| tables::form_of(id, &rows, &marks));
    let fallback = told.into_iter().flatten().next().unwrap_or(FormId::Form2021);
    let (mut surplus, mut absent_columns, mut repeats, mut refusals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut read = |id: TableId| {
        let form = form::table(told[id as usize].unwrap_or(fallback), id);
        let mut read = tables::read(document.text, form, &rows);
        surplus.append(&mut read.surplus);
        absent_columns.append(&mut read.absent_columns);
        repeats.append(&mut read.repeats);
        refusals.extend(read.refusal.map(|refusal| (id, refusal)));
        read.table
    };
    let tables = Tables {
        disclosure: read(TableId::Disclosure),
        applications: read(TableId::Applications),
        litigation: read(TableId::Litigation),
    };
    let mut report = blank::report_with(tables);
    doubt::spread(&document, &mut report.tables.all_mut(), &mut refusals);
    let is_read = |table: TableId| refusals.iter().all(|(refused, _)| *refused != table);
    surplus.retain(|surplus: &Surplus| is_read(surplus.table));
    absent_columns.retain(|absent: &AbsentColumn| is_read(absent.table));
    for table in report.tables.all_mut() {
        table.layout = table.layout.map(|layout| document.drawn.unwrap_or(layout));
    }
    report.text = document.text.to_owned();
    report.form = report_form(&report.tables, told);
    report.sections = sections::sections(&document);
    title::read(&document, &mut report);
    Parsed { document, report, marks, surplus, absent_columns, repeats, refusals }
}

/// The form that the tables follow; none where none of them tells.
fn report_form(tables: &Tables, told: [Option<FormId>; 3]) -> Option<ReportForm> {
    let mut forms = tables.all().into_iter().filter(|table| table.found).filter_map(|table| told[table.id as usize]);
    let first = forms.next()?;
    Some(match first {
        _ if forms.any(|other| other != first) => ReportForm::Mixed,
        FormId::Form2019 => ReportForm::Form2019,
        FormId::Form2021 => ReportForm::Form2021,
    })
}
