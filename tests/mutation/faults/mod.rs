//! The faults that are planted, one file a family, each with the rule that is meant for it.

mod cells;
mod form;
mod prose;
mod sums;
mod words;
mod years;

use crate::draft::Draft;
use crate::support::typesetter::layout::{Right, Setting};
use fastrand::Rng;
pub use years::with_previous;

use gouji::report::{Argument, Cell, CellState, CheckResult, Finding, Row};
use gouji::text::Folded;
use rust_decimal::Decimal;

/// A kind of fault.
pub struct Fault {
    pub name: &'static str,
    /// Plants it; none where the report gives no occasion.
    pub plant: fn(&mut Rng, &mut Draft) -> Option<Planted>,
    needs: Needs,
}

/// What a layout must have kept for it to show a fault.
#[derive(Clone, Copy)]
enum Needs {
    Nothing,
    /// Every cell, blank or not.
    Cells,
    /// Cells whose ends show, so that words in one are told from a label.
    Borders,
    /// The width of each cell.
    Widths,
}

const fn fault(name: &'static str, needs: Needs, plant: fn(&mut Rng, &mut Draft) -> Option<Planted>) -> Fault {
    Fault { name, needs, plant }
}

/// Every kind of fault.
pub fn faults() -> impl Iterator<Item = &'static Fault> {
    [form::FAULTS, cells::FAULTS, sums::FAULTS, prose::FAULTS, years::FAULTS, words::FAULTS].into_iter().flatten()
}

/// One of several, drawn.
pub fn one_of<T: Copy>(rng: &mut Rng, values: &[T]) -> T {
    values[rng.usize(0..values.len())]
}

impl Fault {
    /// Whether a layout has kept what it takes to show the fault.
    pub fn shows_in(&self, setting: &Setting) -> bool {
        let is = |family: &str| setting.name.starts_with(family);
        match self.needs {
            Needs::Nothing => true,
            Needs::Cells => setting.at_least == Right::All,
            Needs::Borders => !is("lines") && !is("spaced"),
            Needs::Widths => is("html") || is("docx") || is("xlsx") || is("tsv, spreadsheet"),
        }
    }
}

/// Where the fault stands.
#[derive(Debug)]
pub enum Place {
    /// These cells.
    Cells(Vec<String>),
    /// A row, by what its addresses begin with.
    Row(String),
    /// The label of such a row, as it is written.
    Label(String, String),
    /// These words of the text.
    Words(String),
    /// Nowhere: something isn't there.
    Whole,
}

/// A fault that was planted, and how it must be found.
#[derive(Debug)]
pub struct Planted {
    /// The rules that are meant for it: each must find it.
    pub codes: &'static [&'static str],
    pub place: Place,
    /// The value that A307 must give, or the rule that is meant for it.
    pub expected: Option<Decimal>,
}

impl Planted {
    pub fn cell(codes: &'static [&'static str], address: impl Into<String>) -> Option<Self> {
        Some(Self { codes, place: Place::Cells(vec![address.into()]), expected: None })
    }

    pub fn cells(codes: &'static [&'static str], addresses: Vec<String>) -> Option<Self> {
        Some(Self { codes, place: Place::Cells(addresses), expected: None })
    }

    pub fn words(codes: &'static [&'static str], words: impl Into<String>) -> Option<Self> {
        Some(Self { codes, place: Place::Words(words.into()), expected: None })
    }

    pub fn whole(codes: &'static [&'static str]) -> Option<Self> {
        Some(Self { codes, place: Place::Whole, expected: None })
    }

    pub fn is_found(&self, result: &CheckResult) -> bool {
        self.codes.iter().all(|code| {
            result.findings.iter().any(|finding| finding.code == *code && self.is_at_place(finding, result))
        })
    }

    /// Whether a finding is one of those that the fault must give.
    pub fn is_at(&self, finding: &Finding, result: &CheckResult) -> bool {
        self.codes.contains(&finding.code.as_str()) && self.is_at_place(finding, result)
    }

    fn is_at_place(&self, finding: &Finding, result: &CheckResult) -> bool {
        let right_value = self.expected.is_none() || finding.expected == self.expected;
        right_value
            && match &self.place {
                Place::Cells(addresses) if finding.code == "A307" => {
                    finding.cells == *addresses && finding.args.get("rank") == Some(&Argument::Number(Decimal::ONE))
                }
                Place::Cells(addresses) => addresses.iter().all(|address| finding.cells.contains(address)),
                Place::Row(begins) => finding.cells.iter().any(|cell| cell.starts_with(begins)),
                Place::Label(begins, _) => {
                    row(result, begins).is_some_and(|row| row.span.is_some() && row.span == finding.span)
                }
                Place::Words(words) => finding.span.is_some_and(|span| {
                    let found: String = span.of(&result.report.text).split_whitespace().collect();
                    found.contains(words.as_str()) || (!found.is_empty() && words.contains(&found))
                }),
                Place::Whole => true,
            }
    }

    /// Whether the layout lost what the fault is in: a figure whose place it doesn't show, in a report that is said to be not
    /// wholly checked; the end of a label, wrapped away from its row.
    pub fn is_lost(&self, result: &CheckResult) -> bool {
        match &self.place {
            Place::Cells(addresses) => {
                let all = result.report.tables.all();
                let mut cells = all.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
                let is_unknown = |cell: &Cell| {
                    addresses.iter().any(|address| *address == cell.address) && cell.state == CellState::Ambiguous
                };
                cells.any(is_unknown) && !result.complete
            }
            Place::Label(begins, label) => {
                let written = row(result, begins).and_then(|row| row.written.as_deref()).unwrap_or_default();
                Folded::new(written, 0).chars.len() < Folded::new(label, 0).chars.len()
            }
            Place::Row(_) | Place::Words(_) | Place::Whole => false,
        }
    }
}

/// The row whose addresses begin so.
fn row<'r>(result: &'r CheckResult, begins: &str) -> Option<&'r Row> {
    let mut rows = result.report.tables.all().into_iter().flat_map(|table| &table.rows);
    rows.find(|row| row.cells.iter().any(|cell| cell.address.starts_with(begins)))
}
