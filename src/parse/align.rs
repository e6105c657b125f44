//! Figures under one another: in text drawn from PDF that keeps the places of words, the columns in which they stand.
//!
//! Such text is drawn with letters of different widths, and some rows stand apart, so a figure's place is never more than a
//! proposal: place.rs takes it only where all sums of the table agree.

use crate::parse::place::Proposal;
use crate::read::document::GridCell;

/// How a line's places are counted: each character as one, or Chinese ones as two.
pub const WIDTHS: [usize; 2] = [1, 2];

/// The columns in which the figures of rows stand, where the places of all figures fall into as many groups as there are
/// columns.
pub fn propose(text: &str, rows: &[Vec<GridCell>], columns: usize, width: usize) -> Proposal {
    let places = |row: &Vec<GridCell>| row.iter().map(|cell| middle(text, *cell, width)).collect();
    let places: Vec<Vec<usize>> = rows.iter().map(places).collect();
    let ends = ends_of_groups(&places, columns);
    let under = |row: &Vec<usize>| {
        let mut candidate = vec![None; columns];
        for (index, place) in row.iter().enumerate() {
            let column = ends.as_ref()?.iter().position(|end| place <= end)?;
            candidate[column] = Some(index);
        }
        Some(candidate)
    };
    places.iter().map(under).collect()
}

/// Twice the place of a figure's middle on its line.
fn middle(text: &str, cell: GridCell, width: usize) -> usize {
    let start = cell.span.start as usize;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let count = |text: &str| text.chars().map(|c| if c < FIRST_WIDE { 1 } else { width }).sum::<usize>();
    2 * count(&text[line..start]) + count(cell.span.of(text))
}

/// The first of the characters that are drawn twice as wide as a Latin letter.
const FIRST_WIDE: char = '\u{2e80}';

/// The last place of each group, where two groups are twice as far apart as any places in one.
fn ends_of_groups(places: &[Vec<usize>], columns: usize) -> Option<Vec<usize>> {
    let last = places.iter().flatten().max()?;
    let mut is_taken = vec![false; last + 1];
    places.iter().flatten().for_each(|&place| is_taken[place] = true);
    // The places before gaps, with the width of these.
    let mut gaps: Vec<(usize, usize)> = Vec::new();
    let mut before = None;
    for place in (0..is_taken.len()).filter(|&place| is_taken[place]) {
        gaps.extend(before.map(|before| (before, place - before)));
        before = Some(place);
    }
    let widest = gaps.iter().map(|gap| gap.1).max()?;
    let wide = |least: usize| gaps.iter().filter(move |gap| gap.1 >= least);
    let least = (1..=widest).rev().find(|&least| wide(least).count() >= columns - 1)?;
    let is_clear = wide(least.div_ceil(2) + 1).count() == columns - 1;
    is_clear.then(|| wide(least).map(|gap| gap.0).chain(before).collect())
}
