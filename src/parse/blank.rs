//! A report of which nothing has been read yet: each row and column of the form, each cell missing.

use crate::form::{self, ColumnForm, RowForm, TableForm};
use crate::report::{Cell, CellState, FormId, Report, Row, Table, TableId, Tables};

pub fn report() -> Report {
    let blank = |id| table(form::table(FormId::Form2021, id));
    report_with(Tables {
        disclosure: blank(TableId::Disclosure),
        applications: blank(TableId::Applications),
        litigation: blank(TableId::Litigation),
    })
}

/// A report of which no more than the tables has been read.
pub fn report_with(tables: Tables) -> Report {
    Report {
        text: String::new(),
        form: None,
        year: None,
        title: None,
        organ: None,
        date: None,
        sections: Vec::new(),
        tables,
    }
}

pub fn table(form: &'static TableForm) -> Table {
    let rows = form.rows.iter().zip(form.addresses());
    Table {
        id: form.id,
        form: form.form,
        found: false,
        layout: None,
        span: None,
        rows: rows.map(|(row, addresses)| blank_row(row, addresses)).collect(),
        extra_rows: Vec::new(),
    }
}

fn blank_row(row: &'static RowForm, addresses: &'static [String]) -> Row {
    let cell = |(column, address): (&'static ColumnForm, &'static String)| Cell {
        address: address.into(),
        column: column.id.into(),
        raw: "".into(),
        value: None,
        unit: None,
        state: CellState::Missing,
        placed: None,
        span: None,
    };
    Row {
        id: row.id.into(),
        label: row.label.into(),
        written: None,
        span: None,
        cells: row.columns.iter().zip(addresses).map(cell).collect(),
        unplaced: Vec::new(),
    }
}
