//! A converter's text: each cell on a line of its own behind a tab, a blank line after each row.

use super::super::sample::{Role, Sample, Square, Table};
use super::{Set, one_of};
use fastrand::Rng;

pub fn cells(rng: &mut Rng, sample: &Sample) -> Set {
    let blank = one_of(rng, &["", "\u{a0}", "　", "　　"]);
    let padding = one_of(rng, &["", "", " "]);
    super::text(rng, sample, |_, table| set(table, blank, padding))
}

fn set(table: &Table, blank: &str, padding: &str) -> String {
    let mut text = String::new();
    for row in table.squares() {
        for square in row {
            match square {
                Square::Own(piece) if piece.is_blank() => text += &format!("\t{blank}\n"),
                Square::Own(piece) if piece.role == Role::Figure => text += &format!("\t{padding}{}\n", piece.text),
                Square::Own(piece) => text += &format!("\t{}\n", piece.text),
                Square::Below => text += "\t\n",
                Square::Beside | Square::BelowBeside => {}
            }
        }
        text += "\n";
    }
    text
}
