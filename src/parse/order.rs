//! Rows whose figures and labels stand apart: told by their order, where it leaves no choice.
//!
//! Text drawn from PDF puts a wrapped label above, below or around its figures. Between two rows whose labels are told,
//! as many rows of figures without a label as the form has rows there are those rows.

use crate::form::TableForm;
use crate::parse::rows::FoundRow;
use crate::read::document::GridCell;
use crate::report::Layout;
use std::borrow::Cow;
use std::ops::Range;

/// The rows of a table, those without a label given the row that their order leaves, or left as they are; and whether
/// the figures that have none can all be those of labels beside them.
pub fn told_by_order<'r>(form: &TableForm, found: &'r [FoundRow]) -> (Vec<Cow<'r, FoundRow>>, bool) {
    let position = |row: &FoundRow| {
        let id = row.row.filter(|_| row.table == form.id)?;
        form.rows.iter().position(|each| each.id == id)
    };
    let mut rows: Vec<Cow<FoundRow>> = Vec::new();
    // Since the last row with label and figures: labels alone, and figures alone.
    let mut labels: Vec<(usize, Cow<FoundRow>)> = Vec::new();
    let mut figures: Vec<Cow<FoundRow>> = Vec::new();
    // How many rows of figures without a label stand there at all, and how many of them are no more than a part of one.
    let (mut strays, mut parts) = (0, 0);
    let mut are_beside = true;
    let mut last: Option<usize> = None;
    // Where that row stands among those told so far.
    let mut above = 0;
    // Whether the last label that was told is one of this table; and the rows of figures since, where it isn't.
    let mut within = false;
    let mut before = 0;
    for row in parted(form, found) {
        if row.row.is_some() {
            within = row.table == form.id;
            // Figures above the table's first label may be its own.
            strays += if within { std::mem::take(&mut before) } else { 0 };
            before = 0;
        }
        match position(&row) {
            Some(at) if row.cells.is_empty() && row.label.is_some() => labels.push((at, row)),
            Some(at) => {
                are_beside &= strays <= labels.len();
                let too_many = parts > 0 && strays > missing(form, last, Some(at)).count();
                rows.extend(between(form, last, Some(at), &mut labels, &mut figures, strays));
                rows.push(row);
                doubt(&mut rows[above..], too_many);
                (last, above, strays, parts) = (Some(at), rows.len() - 1, 0, 0);
            }
            None if row.row.is_some() => {}
            // Headers cut in pieces may name another table: below a label of this one, its figures may be this one's.
            None if row.table != form.id && within => strays += 1,
            None if row.table != form.id => before += 1,
            None => {
                strays += 1;
                parts += usize::from(!is_whole(form, &row));
                if may_be_row(form, &row) {
                    figures.push(row);
                } else {
                    rows.push(row);
                }
            }
        }
    }
    are_beside &= strays <= labels.len();
    let too_many = parts > 0 && strays > missing(form, last, None).count();
    rows.extend(between(form, last, None, &mut labels, &mut figures, strays));
    doubt(&mut rows[above..], too_many);
    (rows, are_beside)
}

/// The rows of the form between two of its rows.
fn missing(form: &TableForm, before: Option<usize>, after: Option<usize>) -> Range<usize> {
    let first = before.map_or(0, |at| at + 1);
    first..after.unwrap_or(form.rows.len()).max(first)
}

/// Doubts the rows about parts of figures where more stand than rows are missing: some are the ends of their own figures.
fn doubt(rows: &mut [Cow<FoundRow>], too_many: bool) {
    for row in rows.iter_mut().filter(|row| too_many && is_loose(row)) {
        row.to_mut().is_doubted = true;
    }
}

fn is_loose(row: &FoundRow) -> bool {
    matches!(row.layout, Layout::Lines | Layout::Spaced)
}

/// The rows, with labels and figures apart where each figure stands before its label: 12, 行政处罚, 0, 行政强制.
///
/// There a figure comes before the first label, and the last label is left without one; whose the figures between are
/// isn't certain, as the first may be the number of a page.
fn parted<'r>(form: &TableForm, found: &'r [FoundRow]) -> Vec<Cow<'r, FoundRow>> {
    let is_lone = |row: &FoundRow| row.cells.len() == 1 && is_loose(row);
    let is_labelled = |row: &FoundRow| row.table == form.id && row.row.is_some() && row.label.is_some();
    let mut rows = Vec::with_capacity(found.len());
    let mut at = 0;
    while at < found.len() {
        let first = &found[at];
        rows.push(Cow::Borrowed(first));
        at += 1;
        if first.row.is_some() || !is_lone(first) {
            continue;
        }
        let chain = found[at..].iter().take_while(|row| is_labelled(row) && is_lone(row)).count();
        if found.get(at + chain).is_some_and(|last| is_labelled(last) && last.cells.is_empty()) {
            for row in &found[at..at + chain] {
                rows.push(Cow::Owned(FoundRow { cells: Vec::new(), ..row.clone() }));
                rows.push(Cow::Owned(FoundRow { row: None, label: None, ..row.clone() }));
            }
            at += chain;
        }
    }
    rows
}

/// Whether the figures fill a row of the form, or a part of it: one alone may be the number of a page.
fn may_be_row(form: &TableForm, row: &FoundRow) -> bool {
    let figures = full(row);
    // Words before a part of the figures may stand in the place of one.
    is_whole(form, row)
        || (row.label.is_none() && form.rows.iter().all(|each| (2..=each.columns.len()).contains(&figures)))
}

fn is_whole(form: &TableForm, row: &FoundRow) -> bool {
    form.rows.iter().all(|each| each.columns.len() == full(row))
}

fn full(row: &FoundRow) -> usize {
    row.cells.iter().filter(|cell| !cell.is_blank()).count()
}

/// Gives the figures between two rows to the rows of the form that stand there, where they are as many.
fn between<'r>(
    form: &TableForm,
    before: Option<usize>,
    after: Option<usize>,
    labels: &mut Vec<(usize, Cow<'r, FoundRow>)>,
    figures: &mut Vec<Cow<'r, FoundRow>>,
    strays: usize,
) -> Vec<Cow<'r, FoundRow>> {
    let labels = std::mem::take(labels);
    let figures = std::mem::take(figures);
    if strays == 0 {
        let blank = |(_, row): (usize, Cow<'r, FoundRow>)| match is_loose(&row) {
            true => Cow::Owned(FoundRow { is_blank: true, ..row.into_owned() }),
            false => row,
        };
        return labels.into_iter().map(blank).collect();
    }
    let missing = missing(form, before, after);
    // Beside a row with blanks any other figure may be its own.
    let are_all = figures.len() == strays || figures.iter().all(|row| is_whole(form, row));
    if figures.len() != missing.len() || !are_all {
        // More than one way to give them: the labels stay without figures, the figures without a row.
        return labels.into_iter().map(|(_, row)| row).chain(figures).collect();
    }
    let label_of = |at: usize| labels.iter().find(|(label, _)| *label == at).and_then(|(_, row)| row.label);
    let given = missing.zip(figures).map(|(at, figures)| FoundRow {
        table: form.id,
        row: Some(form.rows[at].id),
        label: label_of(at),
        by_order: true,
        ..figures.into_owned()
    });
    given.map(Cow::Owned).collect()
}

/// Whether a row of figures stands without a label of the form.
pub fn is_unknown(row: &FoundRow) -> bool {
    row.row.is_none() && row.label.is_some() && row.cells.iter().any(|cell: &GridCell| !cell.is_blank())
}
