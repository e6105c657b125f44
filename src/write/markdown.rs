//! Markdown tables under a heading each; Markdown knows no merges, so a covered square is empty.

use super::grid::{Grid, Separators, write_rows};
use super::is_number;

const SEPARATORS: Separators = Separators { before: "| ", between: " | ", after: " |\n" };

pub fn write(grid: &Grid, out: &mut String) {
    out.push_str("### ");
    out.push_str(&grid.caption);
    out.push_str("\n\n");
    // The first row is the header, as Markdown has no table without one.
    let (header, rows) = grid.rows.split_at(1);
    write_rows(header, &SEPARATORS, field, out);
    header[0].iter().for_each(|_| out.push_str("| --- "));
    out.push_str("|\n");
    write_rows(rows, &SEPARATORS, field, out);
}

/// Keeps a cell's text from being markup.
fn field(text: &str, out: &mut String) {
    let is_number = is_number(text);
    for character in text.chars() {
        match character {
            // No escape of a bar holds in every Markdown; a character of much the same look does.
            '|' | '｜' => {
                out.push('¦');
                continue;
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '-' if !is_number => out.push('\\'),
            _ => {}
        }
        out.push(character);
    }
}
