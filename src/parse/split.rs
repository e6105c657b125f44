//! Figures split in two by a space or a line break: joined only where a sum that runs through the cell then holds.

use super::place::Sums;
use crate::form::TableForm;
use crate::read::figure::{self, Reading};
use crate::report::{CellState, Table};
use rust_decimal::Decimal;

/// Joins the split figures of a table.
pub fn join(table: &mut Table, form: &TableForm) {
    let sums = Sums::of(form, form.rows[0].columns.len());
    for row in 0..form.rows.len() {
        for (column, column_form) in form.rows[row].columns.iter().enumerate() {
            let cell = &table.rows[row].cells[column];
            if cell.state != CellState::Unreadable {
                continue;
            }
            let Reading::Split(figure) = figure::read(&cell.raw, column_form.measure, None) else { continue };
            if holds(table, &sums, row, column, figure.value) {
                let cell = &mut table.rows[row].cells[column];
                cell.state = CellState::Number;
                cell.value = Some(figure.value);
            }
        }
    }
}

/// Whether a sum through the cell holds with that value in it.
fn holds(table: &Table, sums: &Sums, row: usize, column: usize, value: Decimal) -> bool {
    let known = |at: (usize, usize)| {
        let cell = &table.rows[at.0].cells[at.1];
        match cell.state {
            _ if at == (row, column) => Some(value),
            CellState::Number => cell.value,
            CellState::Blank | CellState::Placeholder => Some(Decimal::ZERO),
            CellState::Unreadable | CellState::Ambiguous | CellState::Missing => None,
        }
    };
    let sum =
        |cells: Vec<(usize, usize)>| cells.into_iter().try_fold(Decimal::ZERO, |sum, at| sum.checked_add(known(at)?));
    let in_row = sums.of_row.iter().filter(|(parts, total)| parts.contains(&column) || *total == column);
    let across = |parts: &[usize]| sum(parts.iter().map(|&part| (row, part)).collect());
    let mut by_row = in_row.map(|(parts, total)| (across(parts), known((row, *total))));
    let in_column = sums.of_column.iter().filter(|(left, right)| left.contains(&row) || right.contains(&row));
    let down = |rows: &[usize]| sum(rows.iter().map(|&row| (row, column)).collect());
    let mut by_column = in_column.map(|(left, right)| (down(left), down(right)));
    let agree = |(left, right): (Option<Decimal>, Option<Decimal>)| left.is_some() && left == right;
    by_row.any(agree) || by_column.any(agree)
}
