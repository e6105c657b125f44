//! Counts what became of each cell: read right, said to be unknown, or wrong.

use crate::support::typesetter::writing::{Figures, Truth};
use gouji::report::{Cell, CellState, Placed, Report};
use std::ops::AddAssign;

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Right,
    Unknown,
    WrongExact,
    WrongInferred,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub reports: usize,
    pub right: usize,
    pub unknown: usize,
    pub wrong_exact: usize,
    pub wrong_inferred: usize,
}

impl Count {
    pub fn cells(&self) -> usize {
        self.right + self.unknown + self.wrong_exact + self.wrong_inferred
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.reports += other.reports;
        self.right += other.right;
        self.unknown += other.unknown;
        self.wrong_exact += other.wrong_exact;
        self.wrong_inferred += other.wrong_inferred;
    }
}

/// A cell that wasn't read right.
pub struct Miss {
    pub outcome: Outcome,
    pub address: String,
    pub expected: String,
    pub got: String,
}

/// Compares a report with what was written.
pub fn measure(report: &Report, figures: &Figures) -> (Count, Vec<Miss>) {
    let mut count = Count { reports: 1, ..Count::default() };
    let mut misses = Vec::new();
    let cells: Vec<&Cell> =
        report.tables.all().iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells).collect();
    for (address, written) in &figures.cells {
        let cell = cells.iter().find(|cell| cell.address == *address);
        let outcome = cell.map_or(Outcome::Unknown, |cell| outcome(cell, written.truth));
        match outcome {
            Outcome::Right => count.right += 1,
            Outcome::Unknown => count.unknown += 1,
            Outcome::WrongExact => count.wrong_exact += 1,
            Outcome::WrongInferred => count.wrong_inferred += 1,
        }
        if outcome != Outcome::Right {
            let expected = format!("{:?} ({:?})", written.text, written.truth);
            let got = cell.map_or("no such cell".to_owned(), |cell| {
                format!(
                    "{} {:?} {:?} {:?}",
                    cell.state.as_str(),
                    cell.value.map(|v| v.to_string()),
                    cell.raw,
                    cell.placed
                )
            });
            misses.push(Miss { outcome, address: address.clone(), expected, got });
        }
    }
    (count, misses)
}

fn outcome(cell: &Cell, truth: Truth) -> Outcome {
    let inferred = cell.placed == Some(Placed::Inferred);
    // Where no figure was drawn, a layout can't tell a blank from a 0 that the sums ask for.
    let is_zero = cell.state == CellState::Number && cell.value.is_some_and(|value| value.is_zero());
    let is_right = match truth {
        Truth::Figure(value) => cell.state == CellState::Number && cell.value == Some(value),
        Truth::Blank => cell.state == CellState::Blank || (inferred && is_zero),
        Truth::Placeholder => cell.state == CellState::Placeholder || (inferred && is_zero),
    };
    match cell.state {
        _ if is_right => Outcome::Right,
        CellState::Ambiguous | CellState::Missing | CellState::Unreadable => Outcome::Unknown,
        _ if inferred => Outcome::WrongInferred,
        _ => Outcome::WrongExact,
    }
}
