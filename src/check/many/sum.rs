//! The sums over many reports, cell by cell.

use crate::form;
use crate::parse::blank;
use crate::report::{Cell, CellState, FormId, Report, ReportForm, Table, TableId, add};
use rust_decimal::Decimal;

/// A report that holds the sums. A cell that isn't known in one of the reports is unknown in the sum.
pub fn over(parent: Option<&Report>, children: &[Report]) -> Report {
    let mut sum = blank::report();
    for id in TableId::ALL.iter().copied() {
        let form = form_of(parent, children, id);
        let mut table = blank::table(form::table(form, id));
        table.found = children.iter().any(|child| child.tables.get(id).found);
        add_up(&mut table, children);
        sum.tables.all_mut()[id as usize].clone_from(&table);
    }
    sum.year = most_common(children.iter().filter_map(|child| child.year));
    sum.organ = parent.and_then(|parent| parent.organ.clone());
    sum.form = report_form(&sum);
    sum
}

/// The parent's form, else that of most children.
fn form_of(parent: Option<&Report>, children: &[Report], id: TableId) -> FormId {
    let found = |report: &&Report| report.tables.get(id).found;
    let of = |report: &Report| report.tables.get(id).form;
    let children = most_common(children.iter().filter(found).map(of));
    parent.filter(found).map(of).or(children).unwrap_or(FormId::Form2021)
}

/// What comes most often among a few different values; of what comes equally often, the last to appear.
pub fn most_common<T: PartialEq>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(value, _)| value)
}

fn add_up<'c>(table: &mut Table, children: &'c [Report]) {
    let id = table.id;
    for row in &mut table.rows {
        for cell in &mut row.cells {
            let part = |child: &'c Report| child.tables.get(id).cell(&row.id, &cell.column);
            let parts: Vec<Option<&Cell>> = children.iter().map(part).collect();
            set(cell, &parts);
        }
    }
}

fn set(sum: &mut Cell, parts: &[Option<&Cell>]) {
    let (mut value, mut figures) = (Decimal::ZERO, 0);
    for part in parts {
        let added = match part.map(|part| (part.state, part.value)) {
            Some((CellState::Number, Some(figure))) => add(value, figure).inspect(|_| figures += 1),
            Some((CellState::Blank | CellState::Placeholder, _)) => Some(value),
            _ => None,
        };
        let Some(added) = added else {
            sum.state = CellState::Ambiguous;
            return;
        };
        value = added;
    }
    if figures == 0 {
        sum.state = CellState::Blank;
        return;
    }
    sum.state = CellState::Number;
    sum.value = Some(value);
    sum.raw = value.normalize().to_string().into();
}

fn report_form(report: &Report) -> Option<ReportForm> {
    let forms: Vec<FormId> = report.tables.all().iter().filter(|table| table.found).map(|table| table.form).collect();
    match forms.first()? {
        first if forms.iter().any(|form| form != first) => Some(ReportForm::Mixed),
        FormId::Form2019 => Some(ReportForm::Form2019),
        FormId::Form2021 => Some(ReportForm::Form2021),
    }
}
