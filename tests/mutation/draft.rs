//! A good report before a fault is planted in it: its figures, its words, and what is done to its tables.

use crate::support::typesetter::figures::{self, Values};
use crate::support::typesetter::sample::{Block, Piece, Sample, Square, Table};
use crate::support::typesetter::writing::Figures;
use crate::words;
use fastrand::Rng;
use gouji::form::{self, SECTIONS};
use gouji::options::OrganKind;
use gouji::report::{FormId, SectionId, TableId};
use gouji::text::Folded;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// An organ that doesn't exist, and what it calls itself.
#[derive(Clone, Copy)]
pub struct Organ {
    pub name: &'static str,
    pub own: &'static str,
    pub kind: OrganKind,
}

pub const ORGANS: [Organ; 6] = [
    Organ { name: "云溪县水利局", own: "我局", kind: OrganKind::Department },
    Organ { name: "临江区民政局", own: "本局", kind: OrganKind::Department },
    Organ { name: "青浦岭市发展和改革委员会", own: "我委", kind: OrganKind::Department },
    Organ { name: "白石县人民政府", own: "我县", kind: OrganKind::Government },
    Organ { name: "柳河镇人民政府", own: "我镇", kind: OrganKind::Township },
    Organ { name: "长桥街道办事处", own: "本街道", kind: OrganKind::Township },
];

/// A section as it is written.
#[derive(Clone)]
pub struct Part {
    pub id: SectionId,
    pub ordinal: String,
    /// None where it was left out.
    pub heading: Option<String>,
    pub paragraphs: Vec<String>,
    /// How often its table comes, for those that have one.
    pub tables: usize,
}

/// What is done to a table once its cells are laid out.
#[derive(Clone)]
pub enum TableEdit {
    /// A row's label is written otherwise.
    Label {
        table: TableId,
        row: &'static str,
        label: String,
    },
    /// A header is written otherwise.
    Header {
        table: TableId,
        was: &'static str,
        now: &'static str,
    },
    DropRow {
        table: TableId,
        row: &'static str,
    },
    /// A row with a label of its own and nothing but zeros, after the last.
    AddRow {
        table: TableId,
        label: String,
    },
    /// A column of table 三 with its header.
    DropColumn {
        column: &'static str,
    },
    /// One more figure at the end of a row.
    AddFigure {
        table: TableId,
        row: &'static str,
        figure: String,
    },
}

#[derive(Clone)]
pub struct Draft {
    pub form: FormId,
    pub year: i32,
    pub organ: Organ,
    pub values: Values,
    /// Cells that aren't written as their value is.
    pub written: BTreeMap<String, String>,
    pub title: Option<String>,
    pub preamble: Vec<String>,
    pub parts: Vec<Part>,
    pub edits: Vec<TableEdit>,
    pub signature: Vec<String>,
    /// The report of the year before, for the faults that only it shows.
    pub previous: Option<Box<Draft>>,
    /// Draws the words, and the hand that the labels are written in.
    pub seed: u64,
}

impl Draft {
    pub fn draw(rng: &mut Rng) -> Self {
        let form = if rng.bool() { FormId::Form2019 } else { FormId::Form2021 };
        let year = if form == FormId::Form2019 { rng.i32(2019..=2020) } else { rng.i32(2021..=2025) };
        let organ = ORGANS[rng.usize(0..ORGANS.len())];
        let values = figures::consistent(rng, form);
        words::write(rng.u64(..), form, year, organ, values)
    }

    /// The same report with the sentences that other figures would have.
    pub fn in_words_of(&self, values: Values) -> Self {
        let words = words::write(self.seed, self.form, self.year, self.organ, values);
        Self { values: self.values.clone(), ..words }
    }

    /// A report without a sentence.
    pub fn without_words(seed: u64, form: FormId, year: i32, organ: Organ, values: Values) -> Self {
        let part = |section: &form::SectionForm| Part {
            id: section.id,
            ordinal: format!("{}、", section.ordinal),
            heading: Some(section.heading.to_owned()),
            paragraphs: Vec::new(),
            tables: usize::from(table_of(section.id).is_some()),
        };
        Self {
            form,
            year,
            organ,
            values,
            written: BTreeMap::new(),
            title: None,
            preamble: Vec::new(),
            parts: SECTIONS.iter().map(part).collect(),
            edits: Vec::new(),
            signature: Vec::new(),
            previous: None,
            seed,
        }
    }

    pub fn value(&self, address: &str) -> i64 {
        self.values[address].to_i64().expect("a count")
    }

    /// The total of a row of table 三.
    pub fn total(&self, row: &str) -> i64 {
        self.value(&format!("applications.{row}.total"))
    }

    pub fn part(&mut self, id: SectionId) -> &mut Part {
        self.parts.iter_mut().find(|part| part.id == id).expect("all sections are there")
    }

    /// Every paragraph of the sections.
    pub fn paragraphs(&mut self) -> impl Iterator<Item = &mut String> {
        self.parts.iter_mut().flat_map(|part| &mut part.paragraphs)
    }

    /// Puts `now` in the place of `was`, which stands in one paragraph; false where it stands nowhere.
    pub fn replace(&mut self, was: &str, now: &str) -> bool {
        let all = self.preamble.iter_mut().chain(self.parts.iter_mut().flat_map(|part| &mut part.paragraphs));
        let Some(paragraph) = all.into_iter().find(|paragraph| paragraph.contains(was)) else { return false };
        *paragraph = paragraph.replacen(was, now, 1);
        true
    }

    pub fn write(&mut self, address: &str, text: impl Into<String>) {
        self.written.insert(address.to_owned(), text.into());
    }

    /// Gives a cell another figure.
    pub fn set(&mut self, address: &str, value: impl Into<Decimal>) {
        self.values.insert(address.to_owned(), value.into());
    }

    /// The report laid out, ready to be set.
    pub fn sample(&self) -> Sample {
        let mut figures = Figures::plain(self.form, &self.values);
        for (address, text) in &self.written {
            figures.cells.get_mut(address).expect("a cell of the form").text.clone_from(text);
        }
        let drawn = Sample::draw(&mut Rng::with_seed(self.seed), self.form, figures);
        let mut tables: Vec<Table> = drawn.blocks.into_iter().filter_map(as_table).collect();
        tables.iter_mut().for_each(|table| self.edit(table));
        let mut blocks: Vec<Block> = self.title.iter().cloned().map(Block::Title).collect();
        blocks.extend(self.preamble.iter().cloned().map(Block::Paragraph));
        for part in &self.parts {
            blocks.extend(part.heading.iter().map(|heading| Block::Heading(format!("{}{heading}", part.ordinal))));
            blocks.extend(part.paragraphs.iter().cloned().map(Block::Paragraph));
            let table = table_of(part.id).and_then(|id| tables.iter().find(|table| table.id == id));
            for table in table.into_iter().flat_map(|table| std::iter::repeat_n(table, part.tables)) {
                blocks.push(Block::Table(Table { id: table.id, rows: table.rows.clone() }));
            }
        }
        blocks.extend(self.signature.iter().cloned().map(Block::Paragraph));
        Sample { blocks, figures: drawn.figures }
    }

    fn edit(&self, table: &mut Table) {
        for edit in &self.edits {
            edit.make(self.form, table);
        }
    }
}

pub fn table_of(section: SectionId) -> Option<TableId> {
    TableId::ALL.iter().copied().find(|id| id.as_str() == section.as_str())
}

fn as_table(block: Block) -> Option<Table> {
    match block {
        Block::Table(table) => Some(table),
        _ => None,
    }
}

/// The place of a row in the form's grid, and of its first figure in that row.
fn place(form: FormId, table: TableId, row: &str) -> (usize, usize) {
    let forms = form::forms();
    let form = forms.iter().find(|each| each.id == form).expect("a form");
    let begins = format!("{}.{row}.", table.as_str());
    let is_first = |cell: &form::GridCell| cell.address.as_ref().is_some_and(|address| address.starts_with(&begins));
    let grid = &form.tables[table as usize].grid;
    let at = grid.iter().position(|row| row.iter().any(is_first)).expect("a row of the form");
    (at, grid[at].iter().position(is_first).expect("a figure of the row"))
}

impl TableEdit {
    fn make(&self, form: FormId, table: &mut Table) {
        match self {
            Self::Label { table: id, row, label } if *id == table.id => {
                let (at, figures) = place(form, *id, row);
                table.rows[at][figures - 1].text.clone_from(label);
            }
            Self::Header { table: id, was, now } if *id == table.id => {
                let same = |piece: &&mut Piece| Folded::new(&piece.text, 0).chars == Folded::new(was, 0).chars;
                table.rows.iter_mut().flatten().find(same).expect("a header of the form").text = (*now).to_owned();
            }
            Self::DropRow { table: id, row } if *id == table.id => drop_row(table, place(form, *id, row).0),
            Self::AddRow { table: id, label } if *id == table.id => {
                let mut row = table.rows.last().expect("a table with rows").clone();
                let words = row.iter().position(|piece| piece.text.parse::<i64>().is_ok()).unwrap_or(1);
                row[words - 1].text.clone_from(label);
                row[words..].iter_mut().for_each(|piece| "0".clone_into(&mut piece.text));
                table.rows.push(row);
            }
            Self::DropColumn { column } if table.id == TableId::Applications => drop_column(form, table, column),
            Self::AddFigure { table: id, row, figure } if *id == table.id => {
                add_figure(table, place(form, *id, row).0, figure);
            }
            _ => {}
        }
    }
}

/// One more figure at the end of a row; the last cells of the others become so much wider.
fn add_figure(table: &mut Table, at: usize, figure: &str) {
    let ends_itself = |row: &Vec<Square>| matches!(row.last(), Some(Square::Own(_) | Square::Beside));
    let ends: Vec<bool> = table.squares().iter().map(ends_itself).collect();
    for (index, row) in table.rows.iter_mut().enumerate().filter(|(index, _)| ends[*index]) {
        let last = row.last_mut().expect("a row with cells");
        if index == at {
            let extra = Piece { text: figure.to_owned(), ..last.clone() };
            row.push(extra);
        } else {
            last.colspan += 1;
        }
    }
}

fn drop_row(table: &mut Table, at: usize) {
    let dropped = table.rows.remove(at);
    for (above, row) in table.rows[..at].iter_mut().enumerate() {
        row.iter_mut().filter(|piece| above + piece.rowspan > at).for_each(|piece| piece.rowspan -= 1);
    }
    let groups = dropped.into_iter().filter(|piece| piece.rowspan > 1);
    let left: Vec<Piece> = groups.map(|piece| Piece { rowspan: piece.rowspan - 1, ..piece }).collect();
    if !left.is_empty() {
        table.rows[at].splice(0..0, left);
    }
}

fn drop_column(form: FormId, table: &mut Table, column: &str) {
    let columns = form::table(form, TableId::Applications).rows[0].columns;
    let index = columns.iter().position(|each| each.id == column).expect("a column of the form");
    let is_last_header = |row: &Vec<Piece>| row.len() == columns.len() - 2;
    let headers = table.rows.iter().position(is_last_header).expect("the organizations");
    table.rows[headers].remove(index - 1);
    for (row, wide) in [(0, columns.len()), (1, columns.len() - 2)] {
        let piece = table.rows[row].iter_mut().find(|piece| piece.colspan == wide).expect("a merged header");
        piece.colspan -= 1;
    }
    for row in &mut table.rows[headers + 1..] {
        let from_end = columns.len() - index;
        row.remove(row.len() - from_end);
    }
}
