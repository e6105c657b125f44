//! How results cross to JavaScript: numbers in one array and words in one string, in the order in which `npm/src/wire.ts`
//! reads them. What is known there already isn't sent: the text at a place, and what the forms and the registry say.

use crate::check::RULES;
use crate::report::{
    Argument, Cell, CheckResult, Edit, Finding, Fix, Related, Report, RollUp, Row, Section, Table, Value, to_f64,
};
use crate::text::Span;
use js_sys::{Array, Float64Array, Uint16Array};
use rust_decimal::Decimal;
use wasm_bindgen::prelude::*;

/// Stands for what is absent, where a length, an index or a place is expected.
const NONE: f64 = -1.0;

#[derive(Default)]
pub struct Wire {
    numbers: Vec<f64>,
    words: String,
}

impl Wire {
    /// What `npm/src/wire.ts` reads; `text` is what places index, none where the caller has it. It crosses in UTF-16, which
    /// JavaScript makes a string of in a tenth of the time.
    pub fn send(self, text: Option<String>) -> JsValue {
        let numbers = Float64Array::from(self.numbers.as_slice());
        let in_units = |text: String| Uint16Array::from(units(&text).as_slice()).into();
        Array::of3(&numbers, &self.words.into(), &text.map_or(JsValue::NULL, in_units)).into()
    }

    /// The text of `result.report` crosses apart.
    pub fn result(mut self, result: &CheckResult) -> Self {
        let CheckResult { schema, report, findings, counts, complete } = result;
        self.number(*schema);
        self = self.report(report).findings(findings);
        [counts.error, counts.warning, counts.info].into_iter().for_each(|count| self.number(count));
        self.number(*complete);
        self
    }

    pub fn roll_up(self, rolled: &RollUp) -> Self {
        let RollUp { report, findings, missing } = rolled;
        let mut wire = self.report(report).findings(findings);
        wire.each(missing, |wire, organ| wire.word(organ));
        wire
    }

    pub fn report(mut self, report: &Report) -> Self {
        let Report { text: _, form, year, title, organ, date, sections, tables } = report;
        self.index(form.map(|form| form as usize));
        self.optional(*year, |wire, year| wire.number(year));
        [title, organ, date].into_iter().for_each(|words| self.optional_word(words.as_deref()));
        self.each(sections, Self::section);
        tables.all().into_iter().for_each(|table| self.table(table));
        self
    }

    pub fn findings(mut self, findings: &[Finding]) -> Self {
        self.each(findings, Self::finding);
        self
    }

    fn section(&mut self, section: &Section) {
        let Section { id, ordinal, heading, span, body } = section;
        self.number(*id as u32);
        self.optional_word(ordinal.as_deref());
        self.optional_word(heading.as_deref());
        self.place(*span);
        self.place(Some(*body));
    }

    fn table(&mut self, table: &Table) {
        let Table { id: _, form, found, layout, span, rows, extra_rows } = table;
        self.number(*form as u32);
        self.number(*found);
        self.index(layout.map(|layout| layout as usize));
        self.place(*span);
        // The form says how many there are, and what they are called.
        for row in rows {
            self.row(row);
            row.cells.iter().for_each(|cell| self.cell(cell));
        }
        self.each(extra_rows, |wire, row| {
            wire.word(&row.id);
            wire.word(&row.label);
            wire.row(row);
        });
    }

    fn row(&mut self, row: &Row) {
        let Row { id: _, label: _, written, span, cells: _, unplaced } = row;
        self.optional_word(written.as_deref().filter(|_| span.is_none()));
        self.place(*span);
        self.each(unplaced, |wire, Value { raw: _, value, span }| {
            wire.figure(*value);
            wire.place(Some(*span));
        });
    }

    fn cell(&mut self, cell: &Cell) {
        let Cell { address: _, column: _, raw, value, unit, state, placed, span } = cell;
        self.number(*state as u32);
        self.index(placed.map(|placed| placed as usize));
        self.figure(*value);
        self.optional_word(unit.as_deref());
        self.place(*span);
        if span.is_none() {
            self.word(raw);
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let Finding { code, name: _, severity, family: _, message, args, span, related, cells, .. } = finding;
        let Finding { expected, actual, fix, source, .. } = finding;
        self.index(RULES.iter().position(|rule| rule.code == code));
        self.number(*severity as u32);
        self.word(message);
        self.number(args.iter().len() as u32);
        for (name, argument) in args.iter() {
            self.word(name);
            match argument {
                Argument::Number(number) => self.figure(Some(*number)),
                Argument::Text(text) => {
                    self.figure(None);
                    self.word(text);
                }
            }
        }
        self.place(*span);
        self.each(related, |wire, Related { span, message }| {
            wire.place(Some(*span));
            wire.word(message);
        });
        self.each(cells, |wire, address| wire.word(address));
        self.figure(*expected);
        self.figure(*actual);
        self.optional(fix.as_ref(), |wire, Fix { message, edits }| {
            wire.number(edits.len() as u32);
            for Edit { span, was, text } in edits {
                wire.place(Some(*span));
                wire.word(was);
                wire.word(text);
            }
            wire.word(message);
        });
        self.index(source.map(|source| source as usize));
    }

    fn number(&mut self, number: impl Into<f64>) {
        self.numbers.push(number.into());
    }

    fn index(&mut self, index: Option<usize>) {
        self.numbers.push(index.map_or(NONE, |index| index as f64));
    }

    /// NaN stands for none.
    fn figure(&mut self, figure: Option<Decimal>) {
        self.numbers.push(figure.map_or(f64::NAN, to_f64));
    }

    /// Its length in UTF-16 code units; the words themselves stand one after the other.
    fn word(&mut self, word: &str) {
        self.number(word.chars().map(char::len_utf16).sum::<usize>() as u32);
        self.words.push_str(word);
    }

    fn optional_word(&mut self, word: Option<&str>) {
        match word {
            Some(word) => self.word(word),
            None => self.number(NONE),
        }
    }

    fn place(&mut self, span: Option<Span>) {
        match span {
            Some(Span { start, end, line, column }) => self.numbers.extend([start, end, line, column].map(f64::from)),
            None => self.number(NONE),
        }
    }

    fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.number(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn each<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u32);
        items.iter().for_each(|item| write(self, item));
    }
}

/// A text in UTF-16: most of its characters are of one unit.
fn units(text: &str) -> Vec<u16> {
    let mut units = Vec::with_capacity(text.len());
    for character in text.chars() {
        match u16::try_from(u32::from(character)) {
            Ok(unit) => units.push(unit),
            Err(_) => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
        }
    }
    units
}
