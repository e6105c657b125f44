//! Reports and fixes that JavaScript gives back, in the order in which `npm/src/given.ts` writes them. That they fit has been
//! seen to there.

use crate::form;
use crate::parse::blank;
use crate::report::{
    Cell, CellState, Edit, Fix, FormId, Report, ReportForm, Row, Section, SectionId, Table, TableId, Tables, from_f64,
};
use crate::text::Span;
use js_sys::{Array, Float64Array};
use wasm_bindgen::prelude::*;

/// A report that was read before, with its places in bytes again: what rules and tables are made from, and no more.
pub fn report(given: &JsValue) -> Report {
    Packed::new(given).report().from_utf16()
}

/// The fixes of findings.
pub fn fixes(given: &JsValue) -> Vec<Fix> {
    let mut given = Packed::new(given);
    given.each(|given| Fix { message: String::new(), edits: given.each(Packed::edit) })
}

struct Packed {
    numbers: std::vec::IntoIter<f64>,
    words: String,
    /// How many bytes of the words have been read.
    word: usize,
    text: String,
}

impl Packed {
    fn new(given: &JsValue) -> Self {
        let parts: &Array = given.unchecked_ref();
        let string = |at| parts.get(at).as_string().unwrap_or_default();
        let numbers = parts.get(0).unchecked_ref::<Float64Array>().to_vec().into_iter();
        Self { numbers, words: string(1), word: 0, text: string(2) }
    }

    fn report(mut self) -> Report {
        let form = self.one_of(ReportForm::ALL);
        let year = self.numbers.next().filter(|year| !year.is_nan()).map(|year| year as i32);
        let organ = self.word();
        let sections = self.each(Self::section);
        let tables = Tables {
            disclosure: self.table(TableId::Disclosure),
            applications: self.table(TableId::Applications),
            litigation: self.table(TableId::Litigation),
        };
        Report { text: self.text, form, year, organ, sections, ..blank::report_with(tables) }
    }

    fn section(&mut self) -> Section {
        let id = self.one_of(SectionId::ALL).expect_throw("a section");
        Section { id, ordinal: None, heading: None, span: self.place(), body: self.place().unwrap_or_default() }
    }

    fn table(&mut self, id: TableId) -> Table {
        let form = self.one_of(FormId::ALL).expect_throw("a form");
        let found = self.number() == 1.0;
        let mut table = Table { found, ..blank::table(form::table(form, id)) };
        table.rows.iter_mut().for_each(|row| self.row(row));
        table
    }

    fn row(&mut self, row: &mut Row) {
        row.span = self.place();
        row.cells.iter_mut().for_each(|cell| self.cell(cell));
    }

    fn cell(&mut self, cell: &mut Cell) {
        cell.state = self.one_of(CellState::ALL).expect_throw("a state");
        cell.value = from_f64(self.number());
        if cell.value.is_none() {
            cell.raw = self.word().unwrap_or_default().into();
        }
        cell.span = self.place();
    }

    fn edit(&mut self) -> Edit {
        let span = self.place().unwrap_or_default();
        let mut word = || self.word().unwrap_or_default();
        Edit { span, was: word(), text: word() }
    }

    fn number(&mut self) -> f64 {
        self.numbers.next().expect_throw("as many numbers as are read")
    }

    /// One of the members of a string union, by its index; a negative one stands for none.
    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let index = self.number();
        if index < 0.0 { None } else { all.get(index as usize).copied() }
    }

    /// A word is given by its length in UTF-16 code units; one character follows it. A negative length stands for none.
    fn word(&mut self) -> Option<String> {
        let length = self.number();
        if length < 0.0 {
            return None;
        }
        let rest = &self.words[self.word..];
        let mut units = 0.0;
        let end = rest.char_indices().find(|(_, character)| {
            units += character.len_utf16() as f64;
            units > length
        });
        let word = &rest[..end.map_or(rest.len(), |(at, _)| at)];
        self.word += word.len() + 1;
        Some(word.to_owned())
    }

    /// A negative start stands for none.
    fn place(&mut self) -> Option<Span> {
        let start = self.number();
        (start >= 0.0).then(|| Span { start: start as u32, end: self.number() as u32, ..Span::default() })
    }

    fn each<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let count = self.number() as usize;
        (0..count).map(|_| read(self)).collect()
    }
}
