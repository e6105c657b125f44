//! What is written of a report reads back the same, whatever layout it came in.

mod support;

use fastrand::Rng;
use gouji::options::{Input, ReadOptions, RenderFormat};
use gouji::report::{Cell, CellState, FormId, Report, Table};
use support::typesetter::figures;
use support::typesetter::layout::{SETTINGS, Set};
use support::typesetter::sample::Sample;
use support::typesetter::writing::{BLANKS, Figures};

/// The reports set in each layout.
const REPORTS: u64 = 30;

fn read(set: &Set) -> Report {
    let input = match set {
        Set::Text(text) => Input::Text(text),
        Set::File(bytes) => Input::Bytes(bytes),
    };
    gouji::parse(input, &ReadOptions::default()).expect("a report in a known format")
}

fn cells(table: &Table) -> impl Iterator<Item = &Cell> {
    table.rows.iter().flat_map(|row| &row.cells)
}

/// Whether a cell was read again as what it was; what isn't known must not become a figure.
fn is_same(cell: &Cell, again: &Cell) -> bool {
    match cell.state {
        CellState::Number | CellState::Blank | CellState::Placeholder => {
            (cell.state, cell.value) == (again.state, again.value)
        }
        CellState::Unreadable | CellState::Ambiguous | CellState::Missing => again.value.is_none(),
    }
}

#[test]
fn what_is_written_reads_back_the_same() {
    for (index, setting) in SETTINGS.iter().enumerate() {
        for number in 0..REPORTS {
            let mut rng = Rng::with_seed(index as u64 * 1_000_000 + number);
            let form = if rng.bool() { FormId::Form2019 } else { FormId::Form2021 };
            let mut values = figures::consistent(&mut rng, form);
            if rng.bool() {
                figures::slip(&mut rng, form, &mut values);
            }
            let figures = Figures::draw(&mut rng, form, &values, BLANKS);
            let sample = Sample::draw(&mut rng, form, figures);
            let report = read(&(setting.set)(&mut rng, &sample));
            for &format in RenderFormat::ALL {
                let written = gouji::render(&report, format);
                let again = read(&Set::Text(written.clone()));
                for (table, other) in report.tables.all().into_iter().zip(again.tables.all()) {
                    let place = format!("{} as {format:?}:\n{written}", setting.name);
                    assert_eq!(table.found, other.found, "{place}");
                    if !table.found {
                        continue;
                    }
                    assert_eq!(table.form, other.form, "{place}");
                    for (cell, other) in cells(table).zip(cells(other)) {
                        assert!(is_same(cell, other), "{place}\n{cell:?}\n{other:?}");
                    }
                }
            }
        }
    }
}
