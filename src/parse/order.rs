//! Rows whose figures and labels stand apart: told by their order, where it leaves no choice.
//!
//! Text drawn from PDF puts a wrapped label above, below or around its figures. Between two rows whose labels are told,
//! as many rows of figures without a label as the form has rows there are those rows.

use crate::form::TableForm;
use crate::parse::rows::FoundRow;
use crate::read::document::GridCell;

/// The rows of a table, those without a label given the row that their order leaves, or left as they are.
pub fn told_by_order(form: &TableForm, found: &[FoundRow]) -> Vec<FoundRow> {
    let position = |row: &FoundRow| {
        let id = row.row.filter(|_| row.table == form.id)?;
        form.rows.iter().position(|each| each.id == id)
    };
    let mut rows: Vec<FoundRow> = Vec::new();
    // Since the last row with label and figures: labels alone, and figures alone.
    let mut labels: Vec<(usize, FoundRow)> = Vec::new();
    let mut figures: Vec<FoundRow> = Vec::new();
    let mut last: Option<usize> = None;
    for row in found {
        match position(row) {
            Some(at) if row.cells.is_empty() => labels.push((at, row.clone())),
            Some(at) => {
                rows.extend(between(form, last, Some(at), &mut labels, &mut figures));
                rows.push(row.clone());
                last = Some(at);
            }
            None if row.row.is_none() && may_be_whole(form, row) => figures.push(row.clone()),
            None if row.row.is_none() && row.table == form.id => rows.push(row.clone()),
            None => {}
        }
    }
    rows.extend(between(form, last, None, &mut labels, &mut figures));
    rows
}

/// Whether the figures fill a row of the form.
fn may_be_whole(form: &TableForm, row: &FoundRow) -> bool {
    let figures = row.cells.iter().filter(|cell| !cell.is_blank()).count();
    form.rows.iter().all(|each| each.columns.len() == figures)
}

/// Gives the figures between two rows to the rows of the form that stand there: all of them, or those with a label.
fn between(
    form: &TableForm,
    before: Option<usize>,
    after: Option<usize>,
    labels: &mut Vec<(usize, FoundRow)>,
    figures: &mut Vec<FoundRow>,
) -> Vec<FoundRow> {
    let labels = std::mem::take(labels);
    let figures = std::mem::take(figures);
    let first = before.map_or(0, |at| at + 1);
    let missing: Vec<usize> = (first..after.unwrap_or(form.rows.len()).max(first)).collect();
    let labelled: Vec<usize> =
        missing.iter().copied().filter(|at| labels.iter().any(|(label, _)| label == at)).collect();
    let rows = match figures.len() {
        count if count == missing.len() => missing,
        count if count == labelled.len() => labelled,
        // More than one way to give them: the labels stay without figures, the figures without a row.
        _ => return labels.into_iter().map(|(_, row)| row).chain(figures).collect(),
    };
    let label_of = |at: usize| labels.iter().find(|(label, _)| *label == at).and_then(|(_, row)| row.label);
    let given = rows.iter().zip(figures).map(|(&at, figures)| FoundRow {
        table: form.id,
        row: Some(form.rows[at].id),
        label: label_of(at),
        by_order: true,
        ..figures
    });
    let bare = labels.iter().filter(|(at, _)| !rows.contains(at)).map(|(_, row)| row.clone());
    given.chain(bare).collect()
}

/// Whether a row of figures stands without a label of the form.
pub fn is_unknown(row: &FoundRow) -> bool {
    row.row.is_none() && row.label.is_some() && row.cells.iter().any(|cell: &GridCell| !cell.is_blank())
}
