//! A row's cells → its columns, where that needs no sums: which cells are a merge's empties, which columns are lost.

use crate::form::{self, RowForm, label};
use crate::parse::rows::FoundRow;
use crate::read::document::GridCell;
use crate::read::figure;
use crate::report::{Layout, TableId};
use crate::text::holds;

/// How a row's cells stand to its columns.
#[derive(Clone, Debug, PartialEq)]
pub enum Fit {
    /// A cell for each column; none where the row has lost it.
    Exact(Vec<Option<GridCell>>),
    /// Fewer figures than columns, in their order: more than one placement may be possible.
    Open(Vec<GridCell>),
    /// No cell is left of a row that is known to be blank.
    Blank,
    /// More figures than columns.
    Surplus(Vec<GridCell>),
    /// Which figures are the row's isn't known.
    Unknown,
}

/// The most empty cells that a label's own merge leaves before the figures.
const MOST_COVERED: usize = 3;

/// The empty cells that the merge of a row's own label may leave: in table 三 those of the label columns that its groups
/// don't take.
pub fn room(table: TableId, row: &RowForm) -> usize {
    match table {
        TableId::Applications => form::LABEL_COLUMNS - 1 - row.groups.len(),
        TableId::Disclosure | TableId::Litigation => MOST_COVERED,
    }
}

/// Where a row that is wider than its columns has the cells that aren't its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// Before the figures: cells that the label's merge covers.
    Lead,
    /// After them: cells that fill the row to the table's width.
    Trail,
}

/// Whether the header above a row tells where these columns stand in it.
pub fn is_under_header(row: &FoundRow, columns: &[&str]) -> bool {
    !row.cut && places(row, columns).is_some_and(|places| !stand_beside(row, &places))
}

/// Whether a figure stands beside the columns that the header has.
fn stand_beside(row: &FoundRow, places: &[usize]) -> bool {
    row.cells.iter().enumerate().any(|(at, cell)| !cell.is_blank() && !places.contains(&at))
}

/// The place of each column's header among the cells of the row, where the header is as wide as the row: then a header's
/// place is its column's, if no figure stands beside them.
fn places(row: &FoundRow, columns: &[&str]) -> Option<Vec<usize>> {
    let width = row.before + usize::from(row.label.is_some()) + row.cells.len();
    let first = width - row.cells.len();
    let place = |column: &&str| {
        let mut named = row.header.iter().filter(|header| header.column == *column);
        let header = named.next().filter(|header| header.width == width && header.at >= first)?;
        named.next().is_none().then(|| header.at - first)
    };
    if row.keeps_blanks { columns.iter().map(place).collect() } else { None }
}

/// Fits a row by its header and by its own cells. A blank cell of the row's own beside the columns of the header speaks
/// against the header: where the two don't agree, the places of the figures are lost.
pub fn fit_row(text: &str, row: &FoundRow, columns: &[&str], room: usize, padding: Option<Padding>) -> Fit {
    if let Some(cells) = written_again(text, row, columns) {
        return exact(&cells);
    }
    // Where merged cells were written again and blanks dropped, two figures may be one; in table 四 none are merged.
    let is_whole = row.table == TableId::Litigation && row.cells.len() == columns.len();
    if !row.keeps_blanks && !row.cells.is_empty() && !is_whole && names_again(row) {
        return Fit::Unknown;
    }
    // A figure that a space splits in two stands in a row that is whole otherwise.
    let is_cut = row.cells.len() != columns.len() || row.layout == Layout::Pipes;
    if row.stuck && is_cut && full(&row.cells).len() < columns.len() {
        return Fit::Unknown;
    }
    // Before the figures of a wide row stands more of its label.
    let is_label = |cell: &GridCell| {
        let text = cell.span.of(text);
        !figure::is_figure(text) && label::is_piece(text)
    };
    if row.keeps_blanks && row.cells.len() > columns.len() && row.cells.first().is_some_and(is_label) {
        return Fit::Unknown;
    }
    let by_cells = || fit(row, columns.len(), room, padding);
    let Some(places) = places(row, columns) else { return by_cells() };
    let stand_beside = stand_beside(row, &places);
    if row.cut || stand_beside {
        // Figures beside the columns of a header as wide as their row: a converter has moved some of them.
        let figures = full(&row.cells);
        let is_moved = row.cells.len() > columns.len() && figures.len() < columns.len() && stand_beside;
        return if is_moved && !figures.is_empty() { Fit::Open(figures) } else { by_cells() };
    }
    let by_header = Fit::Exact(places.iter().map(|&at| row.cells.get(at).copied()).collect());
    let is_own_beside = |(at, cell): (usize, &GridCell)| !cell.hollow && !places.contains(&at);
    if !row.cells.iter().enumerate().any(is_own_beside) || by_cells() == by_header {
        return by_header;
    }
    Fit::Open(full(&row.cells))
}

/// Whether the header names a column of the row more than once, one time after the other.
fn names_again(row: &FoundRow) -> bool {
    row.header.windows(2).any(|pair| pair[0].column == pair[1].column)
}

/// The cells of a row whose merged cells were written again in each place that they cover: the header says which columns
/// these are, and the figures that stand under it agree.
fn written_again(text: &str, row: &FoundRow, columns: &[&str]) -> Option<Vec<GridCell>> {
    if row.cells.len() <= columns.len() || row.cells.len() != row.header.len() {
        return None;
    }
    let mut named = row.header.iter().zip(&row.cells).peekable();
    let mut cells = Vec::new();
    for column in columns {
        let (_, first) = named.next().filter(|(header, _)| header.column == *column)?;
        while let Some((_, again)) = named.next_if(|(header, _)| header.column == *column) {
            if again.span.of(text) != first.span.of(text) {
                return None;
            }
        }
        cells.push(*first);
    }
    named.next().is_none().then_some(cells)
}

/// Fits a row's cells to its columns. `room` is what its label's merge may leave, and `padding` what the other rows of the
/// table say of its wide rows.
fn fit(row: &FoundRow, columns: usize, room: usize, padding: Option<Padding>) -> Fit {
    if row.is_blank {
        return Fit::Blank;
    }
    // Nothing stands behind the label, not even a blank cell: its figures may stand elsewhere.
    if row.cells.is_empty() && !row.cut {
        return Fit::Unknown;
    }
    let full = full(&row.cells);
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
    wide(cells, full, columns, room, padding)
}

/// A row of more cells than columns: some of them are covered by merges, or fill the row to the table's width.
fn wide(cells: &[GridCell], full: Vec<GridCell>, columns: usize, room: usize, padding: Option<Padding>) -> Fit {
    let own: Vec<GridCell> = cells.iter().filter(|cell| !cell.hollow).copied().collect();
    if own.len() == columns {
        return exact(&own);
    }
    let extra = cells.len() - columns;
    match (leads(cells, columns), trails(cells, columns)) {
        (true, true) if extra > room || padding == Some(Padding::Trail) => exact(&cells[..columns]),
        (true, true) if full.is_empty() || padding == Some(Padding::Lead) => exact(&cells[extra..]),
        (true, true) => Fit::Open(full),
        (true, false) => exact(&cells[extra..]),
        (false, true) => exact(&cells[..columns]),
        (false, false) if full.len() == columns => exact(&full),
        (false, false) if full.len() < columns => Fit::Open(full),
        (false, false) => Fit::Surplus(full),
    }
}

/// Whether several figures stand in a cell: a converter that draws tables from a page has set them in cells that aren't
/// theirs.
pub fn is_gathered(text: &str, row: &FoundRow) -> bool {
    let is_several = |cell: &GridCell| {
        let text = cell.span.of(text);
        holds(text, "<br>") && text.bytes().last().is_some_and(|last| last.is_ascii_digit())
    };
    row.layout == Layout::Pipes && (row.stuck || row.cells.iter().any(is_several))
}

/// Whether a row has all of its figures and an empty cell between them, as such a converter leaves too.
pub fn is_spread(row: &FoundRow, columns: usize) -> bool {
    let is_full = |cell: &GridCell| !cell.is_blank();
    let (first, last) = (row.cells.iter().position(is_full), row.cells.iter().rposition(is_full));
    row.layout == Layout::Pipes && full(&row.cells).len() == columns && last >= first.map(|first| first + columns)
}

fn full(cells: &[GridCell]) -> Vec<GridCell> {
    cells.iter().filter(|cell| !cell.is_blank()).copied().collect()
}

/// Whether the cells before the last `columns` may be covered ones.
fn leads(cells: &[GridCell], columns: usize) -> bool {
    let extra = cells.len() - columns;
    extra <= MOST_COVERED && cells[..extra].iter().all(|cell| cell.hollow)
}

/// Whether the cells after the first `columns` may fill the row.
fn trails(cells: &[GridCell], columns: usize) -> bool {
    cells[columns..].iter().all(GridCell::is_blank)
}

/// What the wide rows that leave no doubt say of all; none where they don't agree. Each row comes with its columns and its
/// label's room.
pub fn padding<'r>(rows: impl Iterator<Item = (&'r FoundRow, usize, usize)> + Clone) -> Option<Padding> {
    // A label's merge leaves no line; empty lines may stand under the table.
    if rows.clone().any(|(row, _, _)| row.layout == Layout::Lines) {
        return Some(Padding::Trail);
    }
    let clear = rows.clone().filter(|(row, columns, _)| row.keeps_blanks && row.cells.len() > *columns).filter_map(
        |(row, columns, room)| match (leads(&row.cells, columns), trails(&row.cells, columns)) {
            (true, false) => Some(Padding::Lead),
            (false, true) => Some(Padding::Trail),
            (true, true) if row.cells.len() - columns > room => Some(Padding::Trail),
            _ => None,
        },
    );
    let mut clear = clear.peekable();
    let Some(&first) = clear.peek() else { return is_ragged(rows).then_some(Padding::Lead) };
    clear.all(|padding| padding == first).then_some(first)
}

/// Whether rows differ in width though one whose label covers no more than its own column fits its columns: nothing
/// fills rows to the table's width then.
fn is_ragged<'r>(rows: impl Iterator<Item = (&'r FoundRow, usize, usize)> + Clone) -> bool {
    let rows = rows.filter(|(row, columns, _)| row.keeps_blanks && !row.cut && row.cells.len() >= *columns);
    let mut widths = rows.clone().map(|(row, _, _)| row.before + 1 + row.cells.len());
    let first = widths.next();
    rows.clone().any(|(row, columns, room)| room == 0 && row.cells.len() == columns)
        && widths.any(|width| Some(width) != first)
}

/// Doubts rows of table 三 that are short though they keep the cells that their label covers: the rows whose label covers
/// none tell how many cells come behind these. Such a row has lost cells, of which nothing tells where they stood.
pub fn doubt_short_rows<'r>(rows: impl Iterator<Item = (&'r FoundRow, usize)>, fits: &mut [Fit]) {
    let rows: Vec<(&FoundRow, usize)> = rows.collect();
    let keeps = |row: &FoundRow| row.table == TableId::Applications && row.keeps_blanks && !row.cut;
    let leaves = rows.iter().filter(|(row, room)| keeps(row) && *room == 0).map(|(row, _)| *row);
    let Some(leaf) = leaves.max_by_key(|row| row.cells.len()) else { return };
    let width = leaf.cells.len();
    // Of a row as wide as that one it is the cells before the first of its own.
    let covered = |(row, room): &(&FoundRow, usize)| match leaf.before.checked_sub(row.before) {
        Some(cells) if row.cells.len() == width + cells => cells,
        _ => *room,
    };
    let covers = |row: &(&FoundRow, usize)| {
        let (cells, covered) = (&row.0.cells, covered(row));
        covered > 0 && keeps(row.0) && cells.len() > covered && cells[..covered].iter().all(|cell| cell.hollow)
    };
    if !rows.iter().any(|row| covers(row) && row.0.cells.len() == width + covered(row)) {
        return;
    }
    for (row, fit) in rows.iter().zip(fits).filter(|(row, _)| covers(row)) {
        let is_short = row.0.cells.len() < width + covered(row) || width < form::APPLICANT_COLUMNS;
        let figures = full(&row.0.cells);
        if is_short && !figures.is_empty() && matches!(fit, Fit::Exact(_)) {
            *fit = Fit::Open(figures);
        }
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
