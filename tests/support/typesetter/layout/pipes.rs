//! Rows of cells between bars.

use super::super::sample::{Sample, Square, Table};
use super::{Set, one_of};
use fastrand::Rng;

/// What a converter does with a covered square.
#[derive(Clone, Copy, PartialEq)]
enum Covered {
    /// It makes an empty cell of it.
    Empty,
    /// It leaves it out.
    Absent,
    /// It leaves it out, and fills the row with empty cells at its end.
    Padded,
}

fn row(squares: &[Square], covered: Covered, line_break: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for square in squares {
        match square {
            Square::Own(piece) => cells.push(piece.joined(line_break)),
            _ if covered == Covered::Empty => cells.push(String::new()),
            _ => {}
        }
    }
    if covered == Covered::Padded {
        cells.resize(squares.len(), String::new());
    }
    cells
}

/// Blanks are kept as empty cells, and bars stand around each row.
pub fn framed(rng: &mut Rng, sample: &Sample) -> Set {
    let covered = one_of(rng, &[Covered::Empty, Covered::Empty, Covered::Absent, Covered::Padded]);
    super::text(rng, sample, |_, table| {
        let line = |squares: &Vec<Square>| format!("| {} |\n", row(squares, covered, " ").join(" | "));
        table.squares().iter().map(line).collect()
    })
}

/// Blanks are kept as empty cells; a row begins without a bar. Where only the ends of rows are blank, nothing tells this
/// from a row that was filled at its end.
pub fn open(rng: &mut Rng, sample: &Sample) -> Set {
    let covered = one_of(rng, &[Covered::Empty, Covered::Absent]);
    super::text(rng, sample, |_, table| {
        let line = |squares: &Vec<Square>| format!("{} |\n", row(squares, covered, " ").join(" | "));
        table.squares().iter().map(line).collect()
    })
}

/// A Markdown table, its first row the header.
pub fn markdown(rng: &mut Rng, sample: &Sample) -> Set {
    let covered = one_of(rng, &[Covered::Empty, Covered::Padded]);
    let line_break = one_of(rng, &["<br>", "<br/>", ""]);
    let rule = one_of(rng, &["---", ":---:", " --- "]);
    super::text(rng, sample, |_, table| {
        let mut text = String::from("\n");
        for (at, squares) in table.squares().iter().enumerate() {
            text += &format!("| {} |\n", row(squares, covered, line_break).join(" | "));
            if at == 0 {
                text += &format!("|{}\n", format!("{rule}|").repeat(squares.len()));
            }
        }
        text + "\n"
    })
}

/// Empty cells are dropped and the row is filled with bars at its end.
pub fn collapsed(rng: &mut Rng, sample: &Sample) -> Set {
    super::text(rng, sample, |_, table: &Table| {
        let line = |squares: &Vec<Square>| {
            let cells: Vec<String> =
                row(squares, Covered::Absent, " ").into_iter().filter(|cell| !cell.is_empty()).collect();
            format!("{} | {}\n", cells.join(" | "), "|".repeat(squares.len() - cells.len()))
        };
        table.squares().iter().map(line).collect()
    })
}

/// Bars stand only between cells, so that a row's first and last cells have none beside them.
pub fn between(rng: &mut Rng, sample: &Sample) -> Set {
    let rule = one_of(rng, &["---|---\n", ""]);
    super::text(rng, sample, |_, table: &Table| {
        let mut lines =
            table.squares().into_iter().map(|squares| row(&squares, Covered::Absent, " ").join("| ") + "  \n");
        let first = lines.next().unwrap_or_default();
        first + rule + &lines.collect::<String>()
    })
}
