//! Found rows → the three tables: which form they follow, which of them count, what each cell holds.

use crate::form::{Measure, RowForm, TableForm, label};
use crate::parse::align;
use crate::parse::doubt::{self, Refusal, Strays};
use crate::parse::fit::{self, Fit};
use crate::parse::order;
use crate::parse::place::{self, OpenFigure, Placement, Proposal, RowFigures, Sums};
use crate::parse::rows::{FoundRow, Rows};
use crate::parse::{AbsentColumn, FormMark, Repeat, Surplus, blank, split};
use crate::read::document::GridCell;
use crate::read::figure::{self, Reading};
use crate::report::{CellState, FormId, Layout, Placed, Row, Table, TableId, Value};
use crate::sorted::sort_by_key;
use crate::text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A table as it was read, with what the rules need to know of it.
pub struct ReadTable {
    pub table: Table,
    pub surplus: Vec<Surplus>,
    pub absent_columns: Vec<AbsentColumn>,
    pub repeats: Vec<Repeat>,
    /// Why its figures can't be read, though it is there.
    pub refusal: Option<Refusal>,
}

/// The labels that only one form has, in the order of the text.
pub fn marks(text: &str, rows: &Rows) -> Vec<FormMark> {
    let mark = |&(table, span): &(TableId, Span)| {
        let (form, label) = label::only_form(span.of(text), table)?;
        Some(FormMark { form, table, label, span })
    };
    rows.told.iter().filter_map(mark).collect()
}

/// The form that a table's own labels and headers speak for; none where they don't tell.
pub fn form_of(id: TableId, rows: &Rows, marks: &[FormMark]) -> Option<FormId> {
    let of = |form| marks.iter().filter(|mark| mark.table == id && mark.form == form).count();
    match of(FormId::Form2019).cmp(&of(FormId::Form2021)) {
        std::cmp::Ordering::Greater => Some(FormId::Form2019),
        std::cmp::Ordering::Less => Some(FormId::Form2021),
        std::cmp::Ordering::Equal => {
            let has = |row: &str| {
                rows.found.iter().any(|found| found.table == id && found.row == Some(row) && !found.cells.is_empty())
            };
            let licensing = rows.found.iter().find(|found| found.table == id && found.row == Some("licensing"));
            let figures = licensing.map(|row| row.cells.iter().filter(|cell| !cell.is_blank()).count());
            match (id, figures) {
                (TableId::Disclosure, Some(1)) => Some(FormId::Form2021),
                (TableId::Disclosure, Some(3)) => Some(FormId::Form2019),
                (TableId::Applications, _) if has("other") => Some(FormId::Form2019),
                _ => None,
            }
        }
    }
}

/// Reads one table after the form that it follows.
pub fn read(text: &str, form: &'static TableForm, rows: &Rows) -> ReadTable {
    let (found, are_beside) = order::told_by_order(form, &rows.found);
    let runs = runs(form, &found);
    let chosen = choose(form, &runs);
    let mut reader = TableReader {
        text,
        form,
        table: blank::table(form),
        surplus: Vec::new(),
        absent_columns: Vec::new(),
        repeats: Vec::new(),
        refusal: None,
        gathered: rows.found.iter().filter(|row| fit::is_gathered(text, row)).count(),
        stands_apart: rows.found.iter().any(|row| row.row.is_none() && row.label.is_none() && row.cells.len() > 1),
    };
    for (index, run) in runs.iter().enumerate() {
        if Some(index) != chosen && is_table(form, run) {
            let span = run.iter().map(|row| place_of(row)).reduce(Span::to).unwrap_or_default();
            reader.repeats.push(Repeat { table: form.id, span });
        }
    }
    if let Some(chosen) = chosen {
        let run = &runs[chosen];
        let within = run.iter().map(|row| place_of(row)).reduce(Span::to).unwrap_or_default();
        // On a page, words that no one tells are pieces of labels.
        let is_stray = |row: &&Cow<FoundRow>| {
            let has_words = row.label.is_some() && row.layout != Layout::Spaced;
            row.row.is_none() && !has_words && within.contains(place_of(row))
        };
        let is_loose = |row: &FoundRow| row.row.is_none() && matches!(row.layout, Layout::Lines | Layout::Spaced);
        let within_table = found.iter().filter(is_stray).count();
        let all = found.iter().filter(|row| is_loose(row)).count();
        reader.read(run, Strays { within: within_table, all, are_beside });
        let own =
            found.iter().map(AsRef::as_ref).filter(|row| order::is_unknown(row) && within.contains(place_of(row)));
        own.chain(unknown_after(form, &found, within)).for_each(|row| reader.add_unknown(row));
    }
    ReadTable {
        table: reader.table,
        surplus: reader.surplus,
        absent_columns: reader.absent_columns,
        repeats: reader.repeats,
        refusal: reader.refusal,
    }
}

fn position(form: &TableForm, row: &FoundRow) -> Option<usize> {
    let id = row.row.filter(|_| row.table == form.id)?;
    form.rows.iter().position(|each| each.id == id)
}

/// The label and the cells of a row.
fn place_of(row: &FoundRow) -> Span {
    let cells = row.cells.iter().map(|cell| cell.span).reduce(Span::to);
    match (row.label, cells) {
        (Some(label), Some(cells)) => label.to(cells),
        (label, cells) => label.or(cells).unwrap_or_default(),
    }
}

/// The table's rows cut into runs: a row that came before begins the table anew, and a row alone that stands before those
/// it should follow is no part of it.
fn runs<'r>(form: &TableForm, found: &'r [Cow<FoundRow>]) -> Vec<Vec<&'r FoundRow>> {
    let mut runs: Vec<Vec<&FoundRow>> = Vec::new();
    let mut furthest = 0;
    for row in found {
        let Some(at) = position(form, row) else { continue };
        let came_before = runs.last().is_none_or(|run| run.iter().any(|other| other.row == row.row));
        let stood_alone = runs.last().is_some_and(|run| run.len() == 1) && at < furthest && form.rows.len() > 3;
        let is_repeated = came_before && furthest == at && !runs.is_empty() && form.rows.len() > 3;
        if is_repeated {
            // A label that covers several columns may come once for each: the last has the figures.
            let last = runs.last_mut().and_then(|run| run.last_mut());
            if let Some(last) = last.filter(|last| last.row == row.row && last.cells.is_empty()) {
                *last = row;
            }
        } else if stood_alone || came_before {
            runs.push(vec![row]);
            furthest = at;
        } else if let Some(run) = runs.last_mut().filter(|_| !came_before) {
            run.push(row);
            furthest = furthest.max(at);
        }
    }
    runs
}

/// Whether a run is more than a stray row: table 四 has but one.
fn is_table(form: &TableForm, run: &[&FoundRow]) -> bool {
    run.len() > 1
        || (form.id == TableId::Litigation && run.iter().any(|row| row.cells.len() >= form.rows.len() * CASE_COLUMNS))
}

/// The rows right after a table that have a label and as many figures as its rows: the form doesn't have them.
fn unknown_after<'r>(form: &TableForm, found: &'r [Cow<FoundRow>], table: Span) -> impl Iterator<Item = &'r FoundRow> {
    let after = found.iter().map(AsRef::as_ref).skip_while(move |row| place_of(row).start < table.end);
    let columns = form.rows.last().map_or(0, |row| row.columns.len());
    let is_grid = |layout| !matches!(layout, Layout::Spaced | Layout::Lines);
    after.take_while(move |row| {
        let figures = row.cells.iter().filter(|cell| !cell.is_blank()).count();
        order::is_unknown(row) && figures == columns && is_grid(row.layout)
    })
}

/// The first run that is whole, else the one with the most rows.
fn choose(form: &TableForm, runs: &[Vec<&FoundRow>]) -> Option<usize> {
    let whole = form.rows.len() * 4 / 5;
    let rows = |run: &Vec<&FoundRow>| match form.id {
        TableId::Litigation if run.iter().flat_map(|row| &row.cells).all(GridCell::is_blank) => 1,
        TableId::Litigation => form.rows.len(),
        _ => run.len(),
    };
    runs.iter()
        .position(|run| rows(run) >= whole)
        .or_else(|| (0..runs.len()).max_by_key(|&index| (rows(&runs[index]), std::cmp::Reverse(index))))
}

/// Rows whose figures were moved before none that isn't full is trusted.
const FEWEST_MOVED: usize = 2;

struct TableReader<'t> {
    text: &'t str,
    form: &'static TableForm,
    table: Table,
    surplus: Vec<Surplus>,
    absent_columns: Vec<AbsentColumn>,
    repeats: Vec<Repeat>,
    refusal: Option<Refusal>,
    /// Rows of the text with several figures in a cell.
    gathered: usize,
    /// Lines of several figures stand in the text without a row.
    stands_apart: bool,
}

/// The columns that a found row's figures belong to: of table 四 all fifteen where they stand in one row.
type Columns = Vec<(usize, usize)>;

impl TableReader<'_> {
    /// Reads the rows of the table.
    fn read(&mut self, run: &[&FoundRow], strays: Strays) {
        self.table.found = true;
        self.table.layout = run.first().map(|row| row.layout);
        // Of a table without a figure nothing but its headers stands there.
        self.table.span = run.iter().map(|row| place_of(row)).reduce(Span::to).filter(|span| !span.is_empty());
        let targets: Vec<Columns> = run.iter().map(|row| self.columns(row)).collect();
        let room = |columns: &Columns| fit::room(self.form.id, &self.form.rows[columns[0].0]);
        let padding = fit::padding(run.iter().zip(&targets).map(|(row, columns)| (*row, columns.len(), room(columns))));
        let mut fits: Vec<Fit> = run
            .iter()
            .zip(&targets)
            .map(|(row, columns)| {
                let ids: Vec<&str> =
                    columns.iter().map(|&(at, column)| self.form.rows[at].columns[column].id).collect();
                let fit = fit::fit_row(self.text, row, &ids, room(columns), padding);
                // What is no figure has no value that sums could place.
                let holds_words = matches!(&fit, Fit::Open(cells) if !cells.iter().all(|cell| figure::is_figure(cell.span.of(self.text))));
                let is_doubted = row.is_doubted && !matches!(fit, Fit::Surplus(_)) && !self.adds_up(columns, &fit);
                if holds_words || is_doubted { Fit::Unknown } else { fit }
            })
            .collect();
        self.doubt_pieces(run, &targets, &mut fits);
        fit::doubt_short_rows(run.iter().zip(&targets).map(|(row, columns)| (*row, room(columns))), &mut fits);
        self.refusal = doubt::weigh(self.text, self.form.id, run, strays, &mut fits);
        if self.refusal.is_some() {
            self.table.found = false;
            return;
        }
        for ((row, columns), fit) in run.iter().zip(&targets).zip(&fits) {
            self.fill(row, columns, fit);
        }
        self.place_open(run, &targets, &fits);
        split::join(&mut self.table, self.form);
    }

    /// Doubts rows of a table in which figures were moved to cells of others, or cut.
    fn doubt_pieces(&self, run: &[&FoundRow], targets: &[Columns], fits: &mut [Fit]) {
        let spread = run.iter().zip(targets).filter(|(row, columns)| fit::is_spread(row, columns.len())).count();
        let are_moved = self.table.layout == Some(Layout::Pipes) && self.gathered + spread >= FEWEST_MOVED;
        let are_cut = matches!(self.table.layout, Some(Layout::Lines | Layout::Spaced))
            && fits.iter().any(|fit| matches!(fit, Fit::Surplus(_)));
        // The end of the one row of table 四 may be among figures that stand apart.
        let has_ends =
            self.form.id == TableId::Litigation && self.table.layout == Some(Layout::Lines) && self.stands_apart;
        for (columns, fit) in targets.iter().zip(fits).filter(|_| are_moved || are_cut || has_ends) {
            let is_trusted = match fit {
                Fit::Open(_) if has_ends => false,
                Fit::Exact(cells) if are_moved => cells.iter().flatten().all(|cell| !cell.is_blank()),
                Fit::Exact(_) => self.form.id != TableId::Applications || self.adds_up(columns, fit),
                _ => !are_moved,
            };
            if !is_trusted {
                *fit = Fit::Unknown;
            }
        }
    }

    /// The columns of a row in the order in which its figures stand, each as row and column of the form.
    fn columns(&mut self, row: &FoundRow) -> Columns {
        let at = position(self.form, row).expect("runs hold rows of the form");
        let are_all = || row.header.len() != CASE_COLUMNS || row.cells.len() >= self.form.rows.len() * CASE_COLUMNS;
        if self.form.id == TableId::Litigation && row.label.is_none() && are_all() {
            return (0..self.form.rows.len())
                .flat_map(|row| (0..CASE_COLUMNS).map(move |column| (row, column)))
                .collect();
        }
        let official = self.form.rows[at].columns;
        let all: Columns = (0..official.len()).map(|column| (at, column)).collect();
        if self.form.id == TableId::Litigation || !(1..official.len()).contains(&row.header.len()) {
            return all;
        }
        let mut named: Vec<usize> = row
            .header
            .iter()
            .filter_map(|header| official.iter().position(|column| column.id == header.column))
            .collect();
        sort_by_key(&mut named, |&column| column);
        let ids: Vec<&str> = named.iter().map(|&column| official[column].id).collect();
        // A header of as many columns as the row has cells names these, in the form's order.
        let is_named = || row.keeps_blanks && !row.cut && row.cells.len() == named.len();
        if named.len() < row.header.len() || !(fit::is_under_header(row, &ids) || is_named()) {
            return all;
        }
        let absent: Vec<usize> = (0..official.len()).filter(|column| !named.contains(column)).collect();
        for column in absent {
            self.note_absent(&self.form.rows[at], column);
        }
        named.into_iter().map(|column| (at, column)).collect()
    }

    fn note_absent(&mut self, row: &'static RowForm, column: usize) {
        let column = &row.columns[column];
        match self.absent_columns.iter_mut().find(|absent| absent.column == column.id) {
            Some(absent) => absent.rows.push(row.id),
            None => self.absent_columns.push(AbsentColumn {
                table: self.form.id,
                column: column.id,
                label: column.label,
                rows: vec![row.id],
            }),
        }
    }

    /// Whether a row of table 三 is full, and its figures are as many as its total says.
    fn adds_up(&self, columns: &Columns, fit: &Fit) -> bool {
        let Fit::Exact(cells) = fit else { return false };
        let value = |(&(at, column), cell): (&(usize, usize), &Option<GridCell>)| {
            let measure = self.form.rows[at].columns[column].measure;
            match figure::read(cell.as_ref()?.span.of(self.text), measure, None) {
                Reading::Figure(figure) => Some(figure.value),
                _ => None,
            }
        };
        let values: Option<Vec<Decimal>> = columns.iter().zip(cells).map(value).collect();
        let adds_up = |values: &[Decimal]| {
            values.split_last().is_some_and(|(total, parts)| parts.iter().copied().sum::<Decimal>() == *total)
        };
        self.form.id == TableId::Applications && values.is_some_and(|values| adds_up(&values))
    }

    fn fill(&mut self, row: &FoundRow, columns: &Columns, fit: &Fit) {
        if let Some(label) = row.label {
            for &(at, _) in columns {
                let target = &mut self.table.rows[at];
                target.span = Some(label);
                target.written = Some(label.of(self.text).to_owned());
            }
        }
        match fit {
            Fit::Exact(cells) => {
                for (&(at, column), cell) in columns.iter().zip(cells) {
                    if let Some(cell) = cell {
                        let placed = if row.by_order { Placed::Inferred } else { Placed::Exact };
                        self.put(at, column, *cell, placed, row);
                    }
                }
            }
            Fit::Open(_) => {}
            Fit::Unknown => {
                for &(at, column) in columns {
                    self.table.rows[at].cells[column].state = CellState::Ambiguous;
                }
                if !row.cells.is_empty() {
                    self.table.rows[columns[0].0].unplaced = self.values(&row.cells, columns);
                }
            }
            Fit::Blank => {
                for &(at, column) in columns {
                    let cell = &mut self.table.rows[at].cells[column];
                    (cell.state, cell.placed) = (CellState::Blank, Some(Placed::Inferred));
                }
            }
            Fit::Surplus(figures) => {
                let figures = self.values(figures, columns);
                for &(at, column) in columns {
                    self.table.rows[at].cells[column].state = CellState::Ambiguous;
                }
                let first = &self.form.rows[columns[0].0];
                self.table.rows[columns[0].0].unplaced = figures.clone();
                self.surplus.push(Surplus { table: self.form.id, row: first.id, figures });
            }
        }
    }

    fn values(&self, figures: &[GridCell], columns: &Columns) -> Vec<Value> {
        let measure = self.form.rows[columns[0].0].columns[columns[0].1].measure;
        let value = |cell: &GridCell| {
            let raw = cell.span.of(self.text);
            let value = match figure::read(raw, measure, None) {
                Reading::Figure(figure) => Some(figure.value),
                _ => None,
            };
            Value { raw: raw.to_owned(), value, span: cell.span }
        };
        figures.iter().map(value).collect()
    }

    /// Puts what stands in a cell of the source into a cell of the table.
    fn put(&mut self, at: usize, column: usize, cell: GridCell, placed: Placed, row: &FoundRow) {
        let column_form = &self.form.rows[at].columns[column];
        let header_unit =
            if column_form.measure == Measure::Amount { self.unit_of_header(row, column_form.id) } else { None };
        let raw = cell.span.of(self.text);
        let (state, value, unit) = match figure::read(raw, column_form.measure, header_unit) {
            Reading::Blank => (CellState::Blank, None, None),
            Reading::Placeholder => (CellState::Placeholder, None, None),
            Reading::Figure(figure) => {
                (CellState::Number, Some(figure.value), figure.unit.or(header_unit.map(str::to_owned)))
            }
            Reading::Split(_) | Reading::Unreadable => (CellState::Unreadable, None, None),
        };
        let target = &mut self.table.rows[at].cells[column];
        target.raw = owned(raw);
        (target.value, target.unit, target.state) = (value, unit, state);
        (target.placed, target.span) = (Some(placed), Some(cell.span));
    }

    /// The unit that the header over an amount names.
    fn unit_of_header(&self, row: &FoundRow, column: &str) -> Option<&'static str> {
        let header = row.header.iter().find(|header| header.column == column)?;
        figure::unit_of_header(header.span.of(self.text))
    }

    /// Places the figures of the rows that have fewer of them than columns: table 三 as a whole, other rows on their own.
    fn place_open(&mut self, run: &[&FoundRow], targets: &[Columns], fits: &[Fit]) {
        let open: Vec<(usize, &Vec<GridCell>)> = fits
            .iter()
            .enumerate()
            .filter_map(|(index, fit)| if let Fit::Open(figures) = fit { Some((index, figures)) } else { None })
            .collect();
        if open.is_empty() {
            return;
        }
        let width = self.form.rows[0].columns.len();
        // The sums of table 三 run through all of its columns: a row that has lost some is left out of them.
        let is_whole = |index: usize| self.form.id == TableId::Applications && targets[index].len() == width;
        let mut together = vec![RowFigures::Unknown; self.form.rows.len()];
        for index in (0..run.len()).filter(|index| is_whole(*index)) {
            together[targets[index][0].0] = self.figures(&targets[index], &fits[index]);
        }
        let (whole, alone): (Vec<_>, Vec<_>) = open.into_iter().partition(|(index, _)| is_whole(*index));
        if !whole.is_empty() {
            let proposals = self.proposals(targets, fits);
            let placements = place::place(&together, width, &Sums::of(self.form, width), &proposals);
            for (index, figures) in whole {
                self.settle(run[index], &targets[index], figures, &placements[targets[index][0].0]);
            }
        }
        for (index, figures) in alone {
            let width = targets[index].len();
            let row = [self.figures(&targets[index], &fits[index])];
            let sums = match self.form.id {
                TableId::Applications => Sums::default(),
                TableId::Disclosure | TableId::Litigation => Sums::of(self.form, width),
            };
            let placements = place::place(&row, width, &sums, &[]);
            self.settle(run[index], &targets[index], figures, &placements[0]);
        }
    }

    /// Where the figures of each row of the form stand under those of others, for each way to count places.
    fn proposals(&self, targets: &[Columns], fits: &[Fit]) -> Vec<Proposal> {
        if self.table.layout != Some(Layout::Spaced) {
            return Vec::new();
        }
        let cells = |fit: &Fit| match fit {
            Fit::Exact(cells) => cells.iter().flatten().filter(|cell| !cell.is_blank()).copied().collect(),
            Fit::Open(cells) => cells.clone(),
            _ => Vec::new(),
        };
        let figures: Vec<Vec<GridCell>> = fits.iter().map(cells).collect();
        let width = self.form.rows[0].columns.len();
        let by_form = |found: Proposal| {
            let mut proposal = vec![None; self.form.rows.len()];
            targets.iter().zip(found).for_each(|(columns, found)| proposal[columns[0].0] = found);
            proposal
        };
        let propose = |characters: &usize| by_form(align::propose(self.text, &figures, width, *characters));
        align::WIDTHS.iter().map(propose).collect()
    }

    fn figures(&self, columns: &Columns, fit: &Fit) -> RowFigures {
        match fit {
            Fit::Exact(_) | Fit::Blank if self.form.id == TableId::Applications => {
                let at = columns[0].0;
                // A blank total says nothing.
                let is_silent = |column: &usize| {
                    self.form.rows[at].id == "concluded" && self.table.rows[at].cells[*column].state == CellState::Blank
                };
                let value = |column: usize| self.known(at, column).filter(|_| !is_silent(&column));
                RowFigures::Fixed((0..self.form.rows[at].columns.len()).map(value).collect())
            }
            Fit::Open(figures) => {
                RowFigures::Open(figures.iter().map(|cell| self.open_figure(cell, columns)).collect())
            }
            Fit::Exact(_) | Fit::Blank | Fit::Surplus(_) | Fit::Unknown => RowFigures::Unknown,
        }
    }

    /// A figure with the columns that it may stand in: a signed one only where a change is counted, an amount of money
    /// only where money is.
    fn open_figure(&self, cell: &GridCell, columns: &Columns) -> OpenFigure {
        let raw = cell.span.of(self.text);
        let readings = columns.iter().map(|&(at, column)| {
            let measure = self.form.rows[at].columns[column].measure;
            match figure::read(raw, measure, None) {
                Reading::Figure(figure) => (figure::suits(&figure, measure), figure.value),
                Reading::Blank | Reading::Placeholder => (true, Decimal::ZERO),
                Reading::Split(_) | Reading::Unreadable => (false, Decimal::ZERO),
            }
        });
        let (may_stand, values): (Vec<bool>, Vec<Decimal>) = readings.unzip();
        OpenFigure { values, may_stand }
    }

    /// A cell's figure for a sum: blanks and placeholders count as 0.
    fn known(&self, at: usize, column: usize) -> Option<Decimal> {
        let cell = &self.table.rows[at].cells[column];
        match cell.state {
            CellState::Number => cell.value,
            CellState::Blank | CellState::Placeholder => Some(Decimal::ZERO),
            CellState::Unreadable | CellState::Ambiguous | CellState::Missing => None,
        }
    }

    fn settle(&mut self, row: &FoundRow, columns: &Columns, figures: &[GridCell], placements: &[Placement]) {
        let values = self.values(figures, columns);
        let mut ambiguous_rows = Vec::new();
        for (&(at, column), placement) in columns.iter().zip(placements) {
            match placement {
                Placement::Figure(index) => self.put(at, column, figures[*index], Placed::Inferred, row),
                Placement::Zero => {
                    let cell = &mut self.table.rows[at].cells[column];
                    cell.state = CellState::Number;
                    cell.value = Some(Decimal::ZERO);
                    cell.placed = Some(Placed::Inferred);
                }
                Placement::Ambiguous => {
                    self.table.rows[at].cells[column].state = CellState::Ambiguous;
                    ambiguous_rows.push(at);
                }
            }
        }
        if let Some(&first) = ambiguous_rows.first() {
            let placed = |index: &usize| placements.contains(&Placement::Figure(*index));
            let left = (0..values.len()).filter(|index| !placed(index)).map(|index| values[index].clone());
            self.table.rows[first].unplaced = left.collect();
        }
    }

    fn add_unknown(&mut self, row: &FoundRow) {
        let written = row.label.map_or("", |label| label.of(self.text));
        let figures: Vec<GridCell> = row.cells.iter().filter(|cell| !cell.is_blank()).copied().collect();
        self.table.extra_rows.push(Row {
            id: "".into(),
            label: written.to_owned().into(),
            written: Some(written.to_owned()),
            span: row.label,
            cells: Vec::new(),
            unplaced: self.values(&figures, &vec![(0, 0)]),
        });
    }
}

/// A text of its own; most cells hold a single digit, which needs none.
fn owned(raw: &str) -> Cow<'static, str> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    match raw.as_bytes() {
        [digit @ b'0'..=b'9'] => DIGITS[usize::from(digit - b'0')].into(),
        _ => raw.to_owned().into(),
    }
}

/// The columns of one kind of case in table 四.
const CASE_COLUMNS: usize = 5;
