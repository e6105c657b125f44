//! What the tables say on a claim: one figure, or several that the words may mean.

use super::claim::Claim;
use crate::check::{Draft, Words};
use crate::report::{Cell, CellState, Table, add};
use rust_decimal::Decimal;

/// One figure of the tables that the words may mean.
#[derive(Debug)]
pub struct Reading<'r> {
    /// What it is, with its value as the argument that `name` names.
    pub words: Words,
    pub name: &'static str,
    pub value: Decimal,
    pub cells: Vec<&'r Cell>,
}

const SENTENCE: Words = Words { zh: "这句话", en: "the sentence" };
const CELL: Words = Words { zh: "表中的数", en: "the figure in the table" };

/// A sum of cells, none where one of them can't be known. Blank cells count as 0 beside others.
pub fn sum<'r>(cells: impl IntoIterator<Item = Option<&'r Cell>>) -> Option<(Decimal, Vec<&'r Cell>)> {
    let mut value = Decimal::ZERO;
    let mut used = Vec::new();
    for cell in cells {
        let cell = cell?;
        match cell.state {
            CellState::Number => value = add(value, cell.value?)?,
            CellState::Blank | CellState::Placeholder => {}
            CellState::Unreadable | CellState::Ambiguous | CellState::Missing => return None,
        }
        used.push(cell);
    }
    used.iter().any(|cell| cell.state == CellState::Number).then_some((value, used))
}

/// The sum of rows of a table in one column.
pub fn rows<'r>(table: &'r Table, rows: &[&str], column: &str) -> Option<(Decimal, Vec<&'r Cell>)> {
    sum(rows.iter().map(|row| table.cell(row, column)))
}

/// The finding that none of the readings is what the text says; none where one of them is, or there is none.
pub fn differs(claim: &Claim, message: Words, readings: &[Reading]) -> Option<Draft> {
    let stated = claim.figure.value;
    let first = readings.first()?;
    if readings.iter().any(|reading| reading.value == stated || claim.is_of_another_area(reading.value)) {
        return None;
    }
    let passage = claim.passage;
    let sentence = passage.span(claim.sentence.clone());
    let mut draft = Draft::new(message)
        .at(passage.span(claim.figure.whole.clone()))
        .number("stated", stated)
        .text("counter", claim.figure.counter)
        .related(sentence, SENTENCE)
        .expected(first.value)
        .actual(stated);
    for reading in readings {
        draft = draft.and(reading.words).number(reading.name, reading.value);
    }
    let mut told: Vec<&str> = Vec::new();
    for cell in readings.iter().flat_map(|reading| &reading.cells) {
        if !told.contains(&&*cell.address) {
            told.push(&cell.address);
            draft = draft.related(cell.span, CELL).cells([cell.address.clone()]);
        }
    }
    Some(draft.and(CHECK))
}

const CHECK: Words = Words { zh: "，请核对正文和表格", en: ". Check the text and the table" };

/// Adds a reading if the tables tell it.
pub fn push<'r>(
    readings: &mut Vec<Reading<'r>>,
    name: &'static str,
    words: Words,
    found: Option<(Decimal, Vec<&'r Cell>)>,
) {
    readings.extend(found.map(|(value, cells)| Reading { words, name, value, cells }));
}
