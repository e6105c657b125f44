//! A sheet of cells → tables and paragraphs.
//!
//! A sheet has no mark where a table begins. Rows without a gap belong together; a row of one cell is a paragraph, unless
//! it is a short row of a table: merged over it, or standing inside it.

use super::draw::{Block, Cell, Table, begins_item};
use super::limits;
use crate::form::heading;
use crate::form::label::{self, Label};
use crate::options::Error;
use crate::read::figure::is_figure;
use crate::sorted::sort_by_key;
use crate::text::Span;

/// A row with text, or one without under such a row.
#[derive(Clone, Debug)]
pub struct SheetRow {
    /// As the sheet counts.
    pub number: usize,
    /// Cells with text.
    pub cells: Vec<SheetCell>,
    /// One past the last column that has a cell, with or without text.
    pub end: usize,
}

#[derive(Clone, Debug)]
pub struct SheetCell {
    /// Counted from 0.
    pub column: usize,
    pub text: String,
}

/// A merged range, its ends included.
#[derive(Clone, Copy, Debug)]
pub struct Merge {
    pub top: usize,
    pub left: usize,
    pub bottom: usize,
    pub right: usize,
}

/// A row of one cell with more characters than this is prose.
const PROSE: usize = 60;

/// Adds the tables and paragraphs of a sheet, whose rows and cells stand in their order.
pub fn read(rows: Vec<SheetRow>, mut merges: Vec<Merge>, blocks: &mut Vec<Block<'static>>) -> Result<(), Error> {
    sort_by_key(&mut merges, |merge| (merge.top, merge.left));
    let rows = place(rows, &merges);
    let first = rows.first().map(|row| row.number);
    for group in rows.chunk_by(|above, below| below.number <= above.reach + 1) {
        let is_table = tell_tables(group, first);
        let mut start = 0;
        for run in is_table.chunk_by(|one, other| one == other) {
            let rows = &group[start..start + run.len()];
            start += run.len();
            if run[0] {
                blocks.push(Block::Table(table(rows)));
            } else {
                let texts = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone());
                blocks.extend(texts.map(|text| Block::Paragraph(text.into())));
            }
        }
    }
    Ok(())
}

/// A row whose cells know how far they are merged, and which of its places others cover.
struct PlacedRow {
    number: usize,
    /// The last row that a merge of this row, or of one before it, goes down to.
    reach: usize,
    cells: Vec<PlacedCell>,
    covered: [bool; limits::TABLE_COLUMNS],
    is_covered_from_above: bool,
    end: usize,
}

struct PlacedCell {
    column: usize,
    /// One past the last column that the cell is merged over.
    end: usize,
    text: String,
}

/// Lays the merges over the rows. Text under a merge isn't shown.
fn place(rows: Vec<SheetRow>, merges: &[Merge]) -> Vec<PlacedRow> {
    let mut merges = merges.iter().filter(|merge| merge.left < limits::TABLE_COLUMNS).peekable();
    // For each column, the last row that a merge covers.
    let mut covered_to = [0; limits::TABLE_COLUMNS];
    let mut reach = 0;
    let mut placed = Vec::new();
    for mut row in rows {
        let mut ends = [0; limits::TABLE_COLUMNS];
        let mut covered_here = [false; limits::TABLE_COLUMNS];
        while let Some(merge) = merges.next_if(|merge| merge.top <= row.number) {
            let end = (merge.right + 1).min(limits::TABLE_COLUMNS);
            for column in merge.left..end {
                covered_here[column] |= merge.top == row.number && column > merge.left;
                if merge.top < row.number || merge.bottom > row.number {
                    covered_to[column] = covered_to[column].max(merge.bottom);
                }
            }
            if merge.top == row.number {
                ends[merge.left] = end;
                if row.cells.iter().any(|cell| cell.column == merge.left) {
                    reach = reach.max(merge.bottom);
                }
            }
        }
        let owns = |column: usize| ends[column] > 0;
        let from_above: [bool; limits::TABLE_COLUMNS] =
            std::array::from_fn(|column| !owns(column) && !covered_here[column] && covered_to[column] >= row.number);
        let covered: [bool; limits::TABLE_COLUMNS] =
            std::array::from_fn(|column| from_above[column] || covered_here[column]);
        row.cells.retain(|cell| !covered[cell.column]);
        if !row.cells.is_empty() {
            reach = reach.max(row.number);
        }
        let cell = |cell: SheetCell| PlacedCell {
            column: cell.column,
            end: ends[cell.column].max(cell.column + 1),
            text: cell.text,
        };
        let cells: Vec<PlacedCell> = row.cells.into_iter().map(cell).collect();
        // One that is as wide as the row of a table above it may be a row of that table, with nothing filled in.
        let is_under = |above: &PlacedRow| {
            let end = above.cells.last().filter(|_| above.cells.len() > 1).map(|cell| cell.end);
            above.number + 1 == row.number && end.is_some_and(|end| end <= row.end)
        };
        if !cells.is_empty() || placed.last().is_some_and(is_under) {
            let is_covered_from_above = from_above.contains(&true);
            placed.push(PlacedRow { number: row.number, reach, cells, covered, is_covered_from_above, end: row.end });
        }
    }
    placed
}

/// For each row of a group, whether it belongs to a table.
fn tell_tables(group: &[PlacedRow], first: Option<usize>) -> Vec<bool> {
    let width = group.iter().flat_map(|row| &row.cells).map(|cell| cell.end).max().unwrap_or(0);
    let above = beside_tables(group.iter(), width);
    let mut below = beside_tables(group.iter().rev(), width);
    below.reverse();
    let places = above.into_iter().zip(below);
    let tell = |(row, (above, below)): (&PlacedRow, (bool, bool))| match row.only_cell() {
        None => true,
        Some(cell) if names_row(cell) => above || below,
        Some(cell) if is_prose(cell, width) => false,
        Some(cell) => match (above, below) {
            (true, true) => true,
            (false, true) => cell.end > cell.column + 1 && Some(row.number) != first,
            // The last row of table 四 may hold no more than one figure.
            (true, false) if cell.column > 0 && is_figure(&cell.text) => true,
            (true, false) => row.end.max(cell.end) >= width && row.end > cell.column + 1,
            (false, false) => false,
        },
    };
    group.iter().zip(places).map(tell).collect()
}

/// For each row, in the order given, whether a row of data comes before it without prose between.
fn beside_tables<'a>(rows: impl Iterator<Item = &'a PlacedRow>, width: usize) -> Vec<bool> {
    let mut beside = false;
    let mut all = Vec::new();
    for row in rows {
        all.push(beside);
        match row.only_cell() {
            None => beside = true,
            Some(cell) if !names_row(cell) && is_prose(cell, width) => beside = false,
            Some(_) => {}
        }
    }
    all
}

impl PlacedRow {
    /// The one cell of a row that may be a paragraph.
    fn only_cell(&self) -> Option<&PlacedCell> {
        match self.cells.as_slice() {
            [cell] if !self.is_covered_from_above => Some(cell),
            _ => None,
        }
    }
}

/// Whether a row of the form stands here with its figures blank.
fn names_row(cell: &PlacedCell) -> bool {
    label::tell(&cell.text).is_some_and(|told| told.labels.iter().any(|label| matches!(label, Label::Row { .. })))
}

/// Long, or the heading of a section. A label that is merged over some of the columns stands before blank figures.
fn is_prose(cell: &PlacedCell, width: usize) -> bool {
    let is_label = cell.end > cell.column + 1 && cell.end < width;
    cell.text.chars().count() > PROSE
        || heading::tell(&cell.text, Span::bytes(0, cell.text.len())).is_some()
        || (begins_item(cell.text.trim()) && !cell.text.starts_with(['（', '(']) && !is_label)
}

fn table(rows: &[PlacedRow]) -> Table<'static> {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let left = cells().map(|cell| cell.column).min().unwrap_or(0);
    let right = cells().map(|cell| cell.end).max().unwrap_or(0);
    let row = |row: &PlacedRow| {
        let mut texts = row.cells.iter().peekable();
        let own = (left..right).filter(|column| !row.covered[*column]);
        own.map(|column| {
            let text =
                texts.next_if(|cell| cell.column == column).map(|cell| Block::Paragraph(cell.text.clone().into()));
            Cell { column: column - left, blocks: text.into_iter().collect() }
        })
        .collect()
    };
    Table { width: right - left, rows: rows.iter().map(row).collect() }
}
