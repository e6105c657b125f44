//! Rows that a page or a converter has cut into several: the pieces of a label put together again, and what stands beside
//! pieces that nothing puts together doubted.
//!
//! In a grid that keeps its blank cells, a row of blank cells says that nothing was filled in. Not so where the label is cut:
//! one of its lines has the figures, the others have blank cells; and a figure too wide for its cell goes on in the next row.

use crate::form::{
    self,
    label::{self, Label},
};
use crate::parse::rows::FoundRow;
use crate::read::document::GridCell;
use crate::report::TableId;
use crate::sorted::sort_by_key;
use crate::text::Span;

/// The most pieces of a label on one side of its figures.
const MOST_PIECES: usize = 5;

/// What a row may be of a row that was cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Words, and no figure beside them.
    Words,
    /// Figures without a label that is told.
    Figures,
    /// A row with its label and figures; but a line of a label may look like that of another row.
    Whole,
    /// None of these.
    Other,
}

/// Joins the pieces of rows, doubts what stands beside those that are left, and takes the pieces out.
pub fn join(text: &str, found: &mut Vec<FoundRow>) {
    let pieces: Vec<Piece> = found.iter().map(piece).collect();
    if !pieces.contains(&Piece::Figures) && !pieces.contains(&Piece::Words) {
        return;
    }
    let mut joined = vec![false; found.len()];
    for at in (0..found.len()).filter(|at| pieces[*at] == Piece::Figures || pieces[*at] == Piece::Whole) {
        let Some((first, last, label)) = whole_label(text, found, &pieces, &joined, at) else { continue };
        joined[first..=last].fill(true);
        joined[at] = false;
        let row = &mut found[at];
        (row.table, row.row, row.label, row.is_piece) = (label.0, Some(label.1), None, false);
    }
    for at in (0..found.len()).filter(|at| pieces[*at] == Piece::Figures) {
        doubt_beside(text, found, &pieces, at);
    }
    for at in (0..found.len()).filter(|at| pieces[*at] == Piece::Words) {
        let is_beside = |row: usize| found.get(row).is_some_and(|row| row.is_piece && row.table == found[at].table);
        if (is_beside(at + 1) || at > 0 && is_beside(at - 1)) && !is_exact(text, &found[at]) {
            found[at].is_doubted = true;
        }
    }
    let mut joined = joined.into_iter();
    found.retain(|row| !(joined.next() == Some(true) || row.is_piece));
}

fn piece(row: &FoundRow) -> Piece {
    let is_blank = row.cells.iter().all(GridCell::is_blank);
    match row.row {
        _ if !row.keeps_blanks || row.cut => Piece::Other,
        Some(_) if row.label.is_some() && row.table != TableId::Litigation && is_blank => Piece::Words,
        None if is_blank => Piece::Words,
        None => Piece::Figures,
        Some(_) if row.table != TableId::Litigation => Piece::Whole,
        Some(_) => Piece::Other,
    }
}

/// The label that the words about a row of figures make together, with the first and the last row that hold them.
fn whole_label(
    text: &str,
    found: &[FoundRow],
    pieces: &[Piece],
    joined: &[bool],
    at: usize,
) -> Option<(usize, usize, (TableId, &'static str))> {
    let is_free = |row: &usize| pieces[*row] == Piece::Words && !joined[*row];
    let above = (0..at).rev().take_while(is_free).take(MOST_PIECES).count();
    let below = (at + 1..found.len()).take_while(is_free).take(MOST_PIECES).count();
    if above + below == 0 || is_exact(text, &found[at]) {
        return None;
    }
    let sizes = (0..=above).flat_map(|above| (0..=below).map(move |below| (at - above, at + below)));
    let mut sizes: Vec<(usize, usize)> = sizes.collect();
    sort_by_key(&mut sizes, |(first, last)| last - first);
    sizes.into_iter().find_map(|(first, last)| {
        let words: Vec<&str> =
            found[first..=last].iter().filter_map(|row| row.label.map(|label| label.of(text))).collect();
        // One label alone may be that of a row of its own.
        if words.len() < 2 {
            return None;
        }
        let row = told_exactly(&words)?;
        // Figures on a line of the label that isn't among these: the row has them on two.
        let label = |at: usize| found.get(at).filter(|row| row.row.is_none())?.label.map(|label| label.of(text));
        let above = first.checked_sub(1).and_then(label).map(|above| [&[above], words.as_slice()].concat());
        let below = label(last + 1).map(|below| [words.as_slice(), &[below]].concat());
        let goes_on = [above, below].into_iter().flatten().any(|words| told_exactly(&words) == Some(row));
        (!goes_on).then_some((first, last, row))
    })
}

fn is_exact(text: &str, row: &FoundRow) -> bool {
    row.label.and_then(|label| label::tell(label.of(text))).is_some_and(|told| told.exact)
}

/// The row of table 二 or 三 that words make the label of, to the letter.
fn told_exactly(words: &[&str]) -> Option<(TableId, &'static str)> {
    let told = label::tell(&words.concat()).filter(|told| told.exact)?;
    told.labels.iter().find_map(|label| match label {
        Label::Row { table, row } if *table != TableId::Litigation => Some((*table, *row)),
        _ => None,
    })
}

/// The figures of a row without a label may be those of the rows beside it, or the ends of their figures.
fn doubt_beside(text: &str, found: &mut [FoundRow], pieces: &[Piece], at: usize) {
    if found[at].row.is_some() {
        return;
    }
    let figures = found[at].cells.iter().filter(|cell| !cell.is_blank()).count();
    let is_named = found[at].label.is_some();
    for row in [at.wrapping_sub(1), at + 1] {
        if pieces.get(row) == Some(&Piece::Figures) && figures < form::APPLICANT_COLUMNS {
            found[row].is_doubted = true;
        }
    }
    let is_row = |row: &usize| found[*row].row.is_some();
    let beside = [(0..at).rev().take(MOST_PIECES).find(is_row), (at + 1..found.len()).take(MOST_PIECES).find(is_row)];
    for row in beside.into_iter().flatten() {
        if !is_next(text, &found[row.min(at)], &found[row.max(at)]) {
            continue;
        }
        let labels = [row.min(at), row.max(at)].map(|row| found[row].label.map_or("", |label| label.of(text)));
        let is_one_row = labels.iter().all(|label| !label.is_empty()) && told_exactly(&labels).is_some();
        let may_be_its_own = is_one_row
            || match found[row].table {
                TableId::Applications => !is_named || pieces[row] == Piece::Words || figures < form::APPLICANT_COLUMNS,
                TableId::Disclosure => !is_named,
                TableId::Litigation => false,
            };
        found[row].is_doubted |= may_be_its_own && found[row].keeps_blanks;
    }
}

/// In characters: fewer than a heading or the headers of a table have.
const MOST_BETWEEN: usize = 10;

/// Whether next to no words stand between two rows: those of another table would.
fn is_next(text: &str, above: &FoundRow, below: &FoundRow) -> bool {
    let place = |row: &FoundRow| row.label.into_iter().chain(row.cells.iter().map(|cell| cell.span)).reduce(Span::to);
    let (Some(above), Some(below)) = (place(above), place(below)) else { return false };
    let between = text.get(above.end as usize..below.start as usize);
    // The name of a group may stand before the second, or the end of a label.
    between.is_some_and(|between| between.chars().filter(|c| c.is_alphanumeric()).nth(MOST_BETWEEN).is_none())
}
