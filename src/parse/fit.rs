//! A row's cells → its columns, where that needs no sums: which cells are a merge's empties, which columns are lost.

use crate::parse::rows::FoundRow;
use crate::read::document::GridCell;

/// How a row's cells stand to its columns.
#[derive(Clone, Debug, PartialEq)]
pub enum Fit {
    /// A cell for each column; none where the row has lost it.
    Exact(Vec<Option<GridCell>>),
    /// Fewer figures than columns, in their order: more than one placement may be possible.
    Open(Vec<GridCell>),
    /// More figures than columns.
    Surplus(Vec<GridCell>),
}

/// The most empty cells that a label's own merge leaves before the figures.
const MOST_COVERED: usize = 3;

/// Fits a row's cells to its columns. `covered` is how many cells the label's merge covers in the other rows of the same
/// grid that have their label in the same place, where that is known.
pub fn fit(row: &FoundRow, columns: usize, covered: Option<usize>) -> Fit {
    let full: Vec<GridCell> = row.cells.iter().filter(|cell| !cell.is_blank()).copied().collect();
    if !row.keeps_blanks {
        return match full.len() {
            0 => Fit::Exact(all_blank(row, columns)),
            count if count == columns => exact(&full),
            count if count < columns => Fit::Open(full),
            _ => Fit::Surplus(full),
        };
    }
    let cells = &row.cells;
    if cells.len() == columns {
        return exact(cells);
    }
    if cells.len() < columns {
        return match () {
            // The next row begins inside this one: it has lost its end.
            () if row.cut => Fit::Exact((0..columns).map(|column| cells.get(column).copied()).collect()),
            () if full.is_empty() => Fit::Exact(all_blank(row, columns)),
            () => Fit::Open(full),
        };
    }
    wide(cells, full, columns, covered)
}

/// A row of more cells than columns: some of them are covered by merges, or fill the row to the table's width.
fn wide(cells: &[GridCell], full: Vec<GridCell>, columns: usize, covered: Option<usize>) -> Fit {
    let extra = cells.len() - columns;
    let leads = extra <= MOST_COVERED && cells[..extra].iter().all(|cell| cell.hollow);
    let trails = cells[columns..].iter().all(GridCell::is_blank);
    let own: Vec<GridCell> = cells.iter().filter(|cell| !cell.hollow).copied().collect();
    match (leads, trails) {
        (true, true) if full.is_empty() || covered == Some(extra) => exact(&cells[extra..]),
        (true, true) if covered == Some(0) => exact(&cells[..columns]),
        (true, true) => Fit::Open(full),
        (true, false) => exact(&cells[extra..]),
        (false, true) => exact(&cells[..columns]),
        (false, false) if own.len() == columns => exact(&own),
        (false, false) if full.len() == columns => exact(&full),
        (false, false) if full.len() < columns => Fit::Open(full),
        (false, false) => Fit::Surplus(full),
    }
}

/// How many cells the label's merge covers in a row, where its cells leave no doubt.
pub fn covered(row: &FoundRow, columns: usize) -> Option<usize> {
    let extra = row.cells.len().checked_sub(columns)?;
    let leads = extra <= MOST_COVERED && row.cells[..extra].iter().all(|cell| cell.hollow);
    let trails = row.cells[columns..].iter().all(GridCell::is_blank);
    match (leads, trails) {
        _ if extra == 0 || !row.keeps_blanks => None,
        (true, false) => Some(extra),
        (false, true) => Some(0),
        _ => None,
    }
}

fn exact(cells: &[GridCell]) -> Fit {
    Fit::Exact(cells.iter().map(|cell| Some(*cell)).collect())
}

/// Blank cells for each column, at the places of those that are there.
fn all_blank(row: &FoundRow, columns: usize) -> Vec<Option<GridCell>> {
    let end = row.cells.last().or(row.cells.first()).copied();
    (0..columns).map(|column| row.cells.get(column).copied().or(end)).collect()
}
