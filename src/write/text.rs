//! Text with tabs between the cells: what is drawn from a file looks the same, and spreadsheets take it.

use super::grid::{Grid, Separators, write_rows};

/// A blank cell, told from a covered square, which is empty.
const BLANK: &str = "\u{a0}";

const SEPARATORS: Separators = Separators { before: "", between: "\t", after: "\n" };

pub fn write(grid: &Grid, out: &mut String) {
    out.push_str(&grid.caption);
    out.push('\n');
    write_rows(&grid.rows, &SEPARATORS, |text, out| out.push_str(if text.is_empty() { BLANK } else { text }), out);
}
