//! Rows and columns that a sheet hides: what a reader of the sheet doesn't see is taken out of it.
//!
//! A merged cell that begins in a hidden row or column shows its text where it comes to be seen, so the text moves there.

use super::sheet::{Merge, SheetCell, SheetRow};
use super::xlsx::insert_in_order;
use crate::sorted::sort_by_key;
use std::ops::Range;

/// Hidden numbers, of rows or of columns.
pub struct Hidden {
    /// Each with how many are hidden before it; they don't touch one another.
    gaps: Vec<(Range<usize>, usize)>,
}

impl Hidden {
    pub fn new(mut ranges: Vec<Range<usize>>) -> Self {
        ranges.retain(|range| !range.is_empty());
        sort_by_key(&mut ranges, |range| range.start);
        let mut gaps: Vec<(Range<usize>, usize)> = Vec::new();
        for range in ranges {
            match gaps.last_mut() {
                Some((last, _)) if range.start <= last.end => last.end = last.end.max(range.end),
                last => {
                    let before = last.map_or(0, |(last, before)| *before + last.len());
                    gaps.push((range, before));
                }
            }
        }
        Self { gaps }
    }

    /// The first of these that is seen.
    fn first_seen(&self, first: usize, last: usize) -> Option<usize> {
        let seen = self.gap_of(first).map_or(first, |gap| gap.end);
        (seen <= last).then_some(seen)
    }

    /// The gap that a number stands in.
    fn gap_of(&self, number: usize) -> Option<&Range<usize>> {
        let after = self.gaps.partition_point(|(gap, _)| gap.start <= number);
        self.gaps[..after].last().map(|(gap, _)| gap).filter(|gap| gap.contains(&number))
    }

    pub fn contains(&self, number: usize) -> bool {
        self.gap_of(number).is_some()
    }

    /// How many before a number are seen.
    fn seen_before(&self, number: usize) -> usize {
        let after = self.gaps.partition_point(|(gap, _)| gap.start < number);
        let hidden = self.gaps[..after].last().map_or(0, |(gap, before)| before + gap.end.min(number) - gap.start);
        number - hidden
    }
}

/// Takes what is hidden out of rows and cells that stand in their order; what is left is counted anew.
pub fn take_out(rows: &mut Vec<SheetRow>, merges: &mut Vec<Merge>, hidden_rows: &Hidden, hidden_columns: &Hidden) {
    if hidden_rows.gaps.is_empty() && hidden_columns.gaps.is_empty() {
        return;
    }
    merges.retain_mut(|merge| {
        let top = hidden_rows.first_seen(merge.top, merge.bottom);
        let left = hidden_columns.first_seen(merge.left, merge.right);
        let (Some(top), Some(left)) = (top, left) else { return false };
        if (top, left) != (merge.top, merge.left) {
            move_text(rows, (merge.top, merge.left), (top, left));
        }
        merge.top = hidden_rows.seen_before(top);
        merge.left = hidden_columns.seen_before(left);
        merge.bottom = hidden_rows.seen_before(merge.bottom + 1) - 1;
        merge.right = hidden_columns.seen_before(merge.right + 1) - 1;
        true
    });
    rows.retain_mut(|row| {
        row.cells.retain(|cell| !hidden_columns.contains(cell.column));
        row.cells.iter_mut().for_each(|cell| cell.column = hidden_columns.seen_before(cell.column));
        row.end = hidden_columns.seen_before(row.end);
        let seen = !hidden_rows.contains(row.number);
        row.number = hidden_rows.seen_before(row.number);
        seen
    });
}

/// Moves the text of a place, given by row and column, to another.
fn move_text(rows: &mut Vec<SheetRow>, from: (usize, usize), to: (usize, usize)) {
    let row_at = |rows: &[SheetRow], number: usize| rows.binary_search_by_key(&number, |row| row.number).ok();
    let Some(row) = row_at(rows, from.0) else { return };
    let Ok(cell) = rows[row].cells.binary_search_by_key(&from.1, |cell| cell.column) else { return };
    let text = rows[row].cells.remove(cell).text;
    if row_at(rows, to.0).is_none() {
        insert_in_order(rows, SheetRow { number: to.0, cells: Vec::new(), end: 0 }, |row| row.number);
    }
    let Some(row) = row_at(rows, to.0) else { return };
    let row = &mut rows[row];
    // Text under a merge isn't shown.
    row.cells.retain(|cell| cell.column != to.1);
    insert_in_order(&mut row.cells, SheetCell { column: to.1, text }, |cell| cell.column);
    row.end = row.end.max(to.1 + 1);
}
