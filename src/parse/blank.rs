//! A report of which nothing has been read yet: each row and column of the form, each cell missing.

use crate::form::{self, RowForm, TableForm};
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

pub fn table(form: &TableForm) -> Table {
    Table {
        id: form.id,
        form: form.form,
        found: false,
        layout: None,
        span: None,
        rows: form.rows.iter().map(|row| blank_row(form, row)).collect(),
        extra_rows: Vec::new(),
    }
}

fn blank_row(table: &TableForm, row: &RowForm) -> Row {
    let cell = |column: &form::ColumnForm| Cell {
        address: form::address(table.id, row.id, column.id),
        column: column.id.to_owned(),
        raw: String::new(),
        value: None,
        unit: None,
        state: CellState::Missing,
        placed: None,
        span: None,
    };
    Row {
        id: row.id.to_owned(),
        label: row.label.to_owned(),
        written: None,
        span: None,
        cells: row.columns.iter().map(cell).collect(),
        unplaced: Vec::new(),
    }
}
