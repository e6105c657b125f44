//! The sums that the figures owe one another (勾稽关系), and which of them break.

use crate::form;
use crate::report::{Cell, CellState, Row, Table};
use crate::text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A cell by the places of its row and its column in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    pub row: usize,
    pub column: usize,
}

/// Which of the table's sums it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 一 + 二 = 三（七）+ 四, in a column.
    Balance,
    /// The outcome rows = （七）, in a column.
    Outcomes,
    /// The applicant columns = 总计, in a row.
    Applicants,
    /// The four results = 总计, in a row of table 四.
    Cases,
}

/// Two groups of cells that must come to the same; of all kinds but the balance, `right` is the cell that states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub kind: Kind,
    pub left: Vec<At>,
    pub right: Vec<At>,
}

impl Sum {
    pub fn cells(&self) -> impl Iterator<Item = At> {
        self.left.iter().chain(&self.right).copied()
    }

    /// The column of a sum that runs down one.
    pub fn column(&self) -> usize {
        self.left[0].column
    }

    /// The cell that states the sum: for the balance, the first of its four.
    pub fn stated(&self) -> At {
        if self.kind == Kind::Balance { self.left[0] } else { self.right[0] }
    }
}

/// A broken sum of a column, with the sum of 总计 where that breaks by the same amount.
pub struct Break<'s> {
    pub sum: &'s Sum,
    pub total: Option<&'s Sum>,
}

impl Break<'_> {
    pub fn sums(&self) -> impl Iterator<Item = &Sum> {
        [self.sum].into_iter().chain(self.total)
    }
}

/// A table's sums, with the figure that each cell brings to them.
pub struct Sums<'r> {
    pub table: &'r Table,
    pub sums: Vec<Sum>,
    /// By row, then column; none for a cell that leaves its sums unchecked.
    values: Vec<Vec<Option<Decimal>>>,
}

impl<'r> Sums<'r> {
    /// The sums of table 三.
    pub fn applications(table: &'r Table) -> Self {
        let rows = &table.rows;
        let of = |id: &str| rows.iter().position(|row| row.id == id).expect("a row of the form");
        let [received, carried_in, concluded, carried_out] =
            ["received", "carried_in", "concluded", "carried_out"].map(of);
        let outcomes: Vec<usize> = (carried_in + 1..concluded).collect();
        let columns = rows[received].cells.len();
        let mut this = Self { table, sums: Vec::new(), values: values(table) };
        this.forget_blank_conclusions(&outcomes, concluded);
        for column in 0..columns {
            let at = |row| At { row, column };
            let (left, right) = ([received, carried_in].map(at), [concluded, carried_out].map(at));
            this.sums.push(Sum { kind: Kind::Balance, left: left.into(), right: right.into() });
            if !has_extra_outcomes(table) {
                let left = outcomes.iter().copied().map(at).collect();
                this.sums.push(Sum { kind: Kind::Outcomes, left, right: vec![at(concluded)] });
            }
        }
        this.sums.extend((0..rows.len()).map(|row| across(Kind::Applicants, row, columns)));
        this
    }

    /// The sums of table 四.
    pub fn litigation(table: &'r Table) -> Self {
        let across = |(row, of): (usize, &Row)| across(Kind::Cases, row, of.cells.len());
        Self { table, sums: table.rows.iter().enumerate().map(across).collect(), values: values(table) }
    }

    /// A blank （七） over outcomes that come to more than 0 isn't a part that counts as 0: it is a total left out.
    fn forget_blank_conclusions(&mut self, outcomes: &[usize], concluded: usize) {
        for column in 0..self.values[concluded].len() {
            let outcomes: Vec<At> = outcomes.iter().map(|&row| At { row, column }).collect();
            let blank = self.table.rows[concluded].cells[column].state != CellState::Number;
            if blank && self.side(&outcomes).is_none_or(|sum| !sum.is_zero()) {
                self.values[concluded][column] = None;
            }
        }
    }

    pub fn row(&self, at: At) -> &'r Row {
        &self.table.rows[at.row]
    }

    pub fn cell(&self, at: At) -> &'r Cell {
        &self.row(at).cells[at.column]
    }

    pub fn column_label(&self, at: At) -> &'static str {
        form::table(self.table.form, self.table.id).rows[at.row].columns[at.column].label
    }

    /// Where a cell stands: its figure, else its row's label, else its table.
    pub fn place(&self, at: At) -> Option<Span> {
        self.cell(at).span.or(self.row(at).span).or(self.table.span)
    }

    pub fn value(&self, at: At) -> Option<Decimal> {
        self.values[at.row][at.column]
    }

    /// What the cells come to; none where one of them leaves the sum unchecked.
    pub fn side(&self, cells: &[At]) -> Option<Decimal> {
        cells.iter().try_fold(Decimal::ZERO, |sum, &at| sum.checked_add(self.value(at)?))
    }

    /// By how much the left side exceeds the right.
    pub fn excess(&self, sum: &Sum) -> Option<Decimal> {
        self.side(&sum.left)?.checked_sub(self.side(&sum.right)?)
    }

    pub fn is_broken(&self, sum: &Sum) -> bool {
        self.excess(sum).is_some_and(|excess| !excess.is_zero())
    }

    /// The broken sums of a kind.
    pub fn broken(&self, kind: Kind) -> impl Iterator<Item = &Sum> {
        self.sums.iter().filter(move |sum| sum.kind == kind && self.is_broken(sum))
    }

    /// The broken sums of a kind that runs down the columns: one that breaks in an applicant column and again, by the
    /// same amount, in 总计 is one.
    pub fn breaks(&self, kind: Kind) -> Vec<Break<'_>> {
        let last = self.table.rows[0].cells.len() - 1;
        let (mut totals, parts): (Vec<&Sum>, Vec<&Sum>) = self.broken(kind).partition(|sum| sum.column() == last);
        let mut breaks = Vec::new();
        for sum in parts {
            let total = totals.pop_if(|total| self.excess(total) == self.excess(sum));
            breaks.push(Break { sum, total });
        }
        breaks.extend(totals.into_iter().map(|sum| Break { sum, total: None }));
        breaks
    }

    /// The sums that break once some cells have other values.
    pub fn broken_after(&self, changes: &[(At, Decimal)]) -> Vec<&Sum> {
        let changed = |at: &At| changes.iter().find(|change| change.0 == *at);
        let value = |at: &At| changed(at).map(|change| change.1).or(self.value(*at));
        let side = |cells: &[At]| cells.iter().try_fold(Decimal::ZERO, |sum, at| sum.checked_add(value(at)?));
        let breaks = |sum: &&Sum| matches!((side(&sum.left), side(&sum.right)), (Some(a), Some(b)) if a != b);
        self.sums.iter().filter(|sum| sum.cells().any(|at| changed(&at).is_some())).filter(breaks).collect()
    }

    /// The totals that are left out though their parts are there.
    pub fn blank_totals(&self) -> Vec<BlankTotal> {
        let mut blank: Vec<BlankTotal> = Vec::new();
        for sum in self.sums.iter().filter(|sum| sum.kind != Kind::Balance) {
            let at = sum.stated();
            let (cell, value) = (self.cell(at), self.value(at));
            let Some(parts) = self.side(&sum.left).filter(|_| cell.state == CellState::Blank && value.is_none()) else {
                continue;
            };
            if blank.iter().all(|total| total.address != cell.address) {
                blank.push(BlankTotal { address: cell.address.clone(), sum: parts });
            }
        }
        blank
    }

    /// The figures of a sum that aren't 0, as an addition: `20+7+2`.
    pub fn addition(&self, cells: &[At]) -> String {
        let figures = cells.iter().filter_map(|&at| self.value(at)).filter(|value| !value.is_zero());
        let figures: Vec<String> = figures.map(|value| value.normalize().to_string()).collect();
        if figures.is_empty() { "0".to_owned() } else { figures.join("+") }
    }
}

/// A total that was left out, with what its parts come to.
#[derive(Clone)]
pub struct BlankTotal {
    pub address: Cow<'static, str>,
    pub sum: Decimal,
}

/// All of a row but its last column come to the last.
fn across(kind: Kind, row: usize, columns: usize) -> Sum {
    let at = |column| At { row, column };
    Sum { kind, left: (0..columns - 1).map(at).collect(), right: vec![at(columns - 1)] }
}

/// Whether the table has figures in a row that the form doesn't have: what the outcomes come to isn't known then.
fn has_extra_outcomes(table: &Table) -> bool {
    let mut figures = table.extra_rows.iter().flat_map(|row| &row.unplaced);
    figures.any(|figure| figure.value.is_none_or(|value| !value.is_zero()))
}

/// What each cell brings to its sums. A blank or a placeholder counts as 0 if its row has any figure, but in 总计 it is
/// a total left out.
fn values(table: &Table) -> Vec<Vec<Option<Decimal>>> {
    let of_row = |row: &Row| {
        let any = row.cells.iter().any(|cell| cell.state == CellState::Number);
        let last = row.cells.len().saturating_sub(1);
        let of = |(column, cell): (usize, &Cell)| match cell.state {
            CellState::Number => cell.value,
            CellState::Blank | CellState::Placeholder => (any && column != last).then_some(Decimal::ZERO),
            CellState::Unreadable | CellState::Ambiguous | CellState::Missing => None,
        };
        row.cells.iter().enumerate().map(of).collect()
    };
    table.rows.iter().map(of_row).collect()
}
