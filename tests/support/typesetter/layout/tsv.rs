//! Rows of cells between tabs, as a spreadsheet or a browser copies them.

use super::super::chance;
use super::super::sample::{Block, Piece, Role, Sample, Square, Table};
use super::{Set, one_of};
use fastrand::Rng;

/// Every covered square is an empty cell; a cell of several lines stands in quotation marks.
pub fn spreadsheet(rng: &mut Rng, sample: &Sample) -> Set {
    super::text(rng, sample, |_, table| {
        let row = |squares: &Vec<Square>| squares.iter().map(quoted).collect::<Vec<_>>().join("\t");
        table.squares().iter().map(row).collect::<Vec<_>>().join("\n")
    })
}

fn quoted(square: &Square) -> String {
    match square {
        Square::Own(piece) if piece.text.contains('\n') => format!("\"{}\"", piece.text),
        Square::Own(piece) => piece.text.clone(),
        _ => String::new(),
    }
}

/// Every covered square holds the text of the cell that covers it, as programs that walk a table's squares write it.
pub fn written_again(rng: &mut Rng, sample: &Sample) -> Set {
    super::text(rng, sample, |_, table| {
        let row = |pieces: &Vec<&Piece>| pieces.iter().map(|piece| piece.joined(" ")).collect::<Vec<_>>().join("\t");
        table.written_again().iter().map(row).collect::<Vec<_>>().join("\n")
    })
}

/// How a browser's copy goes.
struct Browser {
    blank: &'static str,
    /// A square covered from above has an empty cell: a site's own copy has, Chromium's hasn't.
    covered_above: bool,
    /// Labels keep an empty cell for each square that they cover on their right.
    wide_labels: bool,
    /// A blank line before the row of this index in table 三.
    blank_line: Option<usize>,
    /// The rows after the results begin with an empty cell, as if the merged cell went on.
    shifted: bool,
}

/// A square covered from the left has no cell.
pub fn browser(rng: &mut Rng, sample: &Sample) -> Set {
    let covered_above = chance(rng, 0.7);
    let browser = Browser {
        blank: one_of(rng, &["", "", " ", "\u{a0}"]),
        covered_above,
        wide_labels: chance(rng, 0.2),
        blank_line: chance(rng, 0.3).then(|| rng.usize(4..20)),
        shifted: covered_above && chance(rng, 0.1),
    };
    super::text(rng, sample, |_, table| browser.set(table))
}

impl Browser {
    fn set(&self, table: &Table) -> String {
        let squares = table.squares();
        let long = squares.len() > 20;
        let mut text = String::new();
        for (at, row) in squares.iter().enumerate() {
            if long && self.blank_line == Some(at) {
                text += "\n";
            }
            let mut cells: Vec<String> = Vec::new();
            for (index, square) in row.iter().enumerate() {
                match square {
                    Square::Own(piece) if piece.is_blank() => cells.push(self.blank.to_owned()),
                    Square::Own(piece) => cells.push(piece.joined(" ")),
                    Square::Below if self.covered_above => cells.push(String::new()),
                    Square::Beside if self.wide_labels && under_label(row, index) => cells.push(String::new()),
                    Square::Below | Square::Beside | Square::BelowBeside => {}
                }
            }
            if long && self.shifted && at + 1 == squares.len() {
                cells.insert(0, String::new());
            }
            text += &(cells.join("\t") + "\n");
        }
        text
    }
}

/// A table about the document comes first, table three is begun again on a second page, and a figure is split.
pub fn pages(rng: &mut Rng, sample: &Sample) -> Set {
    let mut sample = sample.over_two_pages(rng);
    let about = ["索引号\t0143-2/2024-00018\t分类\t其他", "发布机构\t办公室\t生成日期\t2024-01-20"];
    sample.blocks.splice(0..0, about.map(|line| Block::Paragraph(line.to_owned())));
    spreadsheet(rng, &sample)
}

/// The `innerText` of a page whose cells hold paragraphs: blank lines around each of them, a tab between cells.
pub fn paragraphs(rng: &mut Rng, sample: &Sample) -> Set {
    let blank = one_of(rng, &["", "\n\n\u{a0}\n\n"]);
    super::text(rng, sample, |_, table| {
        let cell = |piece: &Piece| match piece.is_blank() {
            true => blank.to_owned(),
            false => format!("\n\n{}\n\n", piece.text),
        };
        let row = |pieces: &Vec<Piece>| pieces.iter().map(cell).collect::<Vec<_>>().join("\t");
        let rows: Vec<String> = table.rows.iter().map(row).collect();
        rows.join("\n").trim_start_matches('\n').to_owned()
    })
}

/// Whether the square is covered by a label of a row that has figures.
fn under_label(row: &[Square], index: usize) -> bool {
    let owner = row[..index].iter().rev().find_map(|square| match square {
        Square::Own(piece) => Some(piece.role == Role::Words),
        _ => None,
    });
    let has_figures = row.iter().any(|square| matches!(square, Square::Own(piece) if piece.role == Role::Figure));
    owner == Some(true) && has_figures
}
