//! A cell a line: with and without bars, blank cells kept or dropped.

use super::super::sample::{Piece, Sample, Square, Table};
use super::{Set, one_of};
use fastrand::Rng;

/// The cells of a table in their order, without the covered squares.
fn pieces(table: &Table) -> impl Iterator<Item = &Piece> {
    table.rows.iter().flatten()
}

/// A blank cell is a line of its own.
pub fn kept(rng: &mut Rng, sample: &Sample) -> Set {
    let (between, blank) =
        one_of(rng, &[("\n", "　"), ("\n", "\u{a0}"), ("\n", ""), ("\n\n", "　"), ("\n\n", "\u{a0}")]);
    let line_break = if between == "\n" { "\n" } else { " " };
    super::text(rng, sample, |_, table| {
        let line = |piece: &Piece| match piece.is_blank() {
            true => format!("{blank}{between}"),
            false => format!("{}{between}", piece.joined(line_break)),
        };
        pieces(table).map(line).collect()
    })
}

/// Nothing stands for a blank cell.
pub fn dropped(rng: &mut Rng, sample: &Sample) -> Set {
    let between = one_of(rng, &["\n", "\n\n", "\n\n\n"]);
    super::text(rng, sample, |_, table| {
        pieces(table).filter(|piece| !piece.is_blank()).map(|piece| piece.joined("\n") + between).collect()
    })
}

/// Every covered square holds the text of the cell that covers it; nothing stands for a blank cell.
pub fn written_again(rng: &mut Rng, sample: &Sample) -> Set {
    let between = one_of(rng, &["\n", "\n\n"]);
    super::text(rng, sample, |_, table| {
        let pieces = table.written_again().into_iter().flatten();
        pieces.filter(|piece| !piece.is_blank()).map(|piece| piece.joined(" ") + between).collect()
    })
}

/// A cell and its bar on each line; a blank cell is a bar alone.
pub fn bars_kept(rng: &mut Rng, sample: &Sample) -> Set {
    let row_end = one_of(rng, &["", "\n"]);
    super::text(rng, sample, |_, table| {
        let mut text = String::new();
        for row in &table.rows {
            for piece in row {
                text += &if piece.is_blank() { "|\n".to_owned() } else { format!("{} |\n", piece.joined(" ")) };
            }
            text += row_end;
        }
        text
    })
}

/// A cell and its bar on each line, blank cells dropped, and lines of bars where the row is filled at its end.
pub fn bars_dropped(rng: &mut Rng, sample: &Sample) -> Set {
    let alone = rng.bool();
    super::text(rng, sample, |_, table| {
        let mut text = String::new();
        for squares in table.squares() {
            let own = squares.iter().filter_map(|square| match square {
                Square::Own(piece) if !piece.is_blank() => Some(piece),
                _ => None,
            });
            let cells: Vec<String> = own.map(|piece| piece.joined(" ")).collect();
            let missing = squares.len() - cells.len();
            for cell in cells {
                text += &if alone { format!("{cell}\n|\n") } else { format!("{cell} |\n") };
            }
            if missing > 0 {
                text += &format!("{}\n", "|".repeat(missing));
            }
        }
        text
    })
}

/// A cell and its bar on each line; a blank cell is a bar alone, and a line of bars fills each row to the table's width.
pub fn bars_filled(_: &mut Rng, sample: &Sample) -> Set {
    super::text(&mut Rng::with_seed(0), sample, |_, table| {
        let width: usize = table.rows[0].iter().map(|piece| piece.colspan).sum();
        let row = |pieces: &Vec<Piece>| {
            let cell = |piece: &Piece| format!("{} |\n", piece.joined(" ")).trim_start().to_owned();
            let cells: String = pieces.iter().map(cell).collect();
            let filler = if pieces.len() < width { "|".repeat(width - pieces.len()) + "\n" } else { String::new() };
            cells + &filler
        };
        table.rows.iter().map(row).collect()
    })
}
