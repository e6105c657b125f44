//! What JavaScript knows of the model beforehand, so that it need not cross with every result.

use gouji::form;
use gouji::report::{CellState, FormId, Layout, Placed, ReportForm, SectionId, Severity, TableId};
use serde_json::{Value, json};

/// The members of the string unions in their order, and the rows and cells of each form.
pub fn model() -> Value {
    json!({
        "severities": Severity::ALL,
        "layouts": Layout::ALL,
        "formIds": FormId::ALL,
        "reportForms": ReportForm::ALL,
        "tableIds": TableId::ALL,
        "sectionIds": SectionId::ALL,
        "states": CellState::ALL,
        "placed": Placed::ALL,
        "rows": FormId::ALL.iter().map(|form| (form.as_str().to_owned(), tables(*form))).collect::<serde_json::Map<_, _>>(),
    })
}

fn tables(form: FormId) -> Value {
    TableId::ALL.iter().map(|&id| (id.as_str().to_owned(), rows(form, id))).collect::<serde_json::Map<_, _>>().into()
}

fn rows(form: FormId, table: TableId) -> Value {
    let cell = |row: &form::RowForm, column: &form::ColumnForm| json!({ "address": form::address(table, row.id, column.id), "column": column.id });
    let cells = |row: &form::RowForm| row.columns.iter().map(|column| cell(row, column)).collect::<Vec<_>>();
    let rows = form::table(form, table).rows.iter();
    rows.map(|row| json!({ "id": row.id, "label": row.label, "cells": cells(row) })).collect()
}
