//! Files of a word processor and of a spreadsheet.

use super::super::sample::{Block, Piece, Sample, Square, Table};
use super::Set;
use crate::support::office;
use fastrand::Rng;

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A text split over two runs, as a word processor does after an edit.
fn runs(rng: &mut Rng, text: &str) -> String {
    let length = text.chars().count();
    if length < 2 || rng.bool() {
        return paragraph(text);
    }
    let at = rng.usize(1..length);
    let (head, tail): (String, String) = (text.chars().take(at).collect(), text.chars().skip(at).collect());
    format!("<w:p><w:r><w:t>{head}</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>{tail}</w:t></w:r></w:p>")
}

pub fn docx(rng: &mut Rng, sample: &Sample) -> Set {
    let mut body = String::new();
    for block in &sample.blocks {
        body += &match block {
            Block::Title(line) | Block::Heading(line) | Block::Paragraph(line) => runs(rng, line),
            Block::Table(table) => document_table(rng, table),
        };
    }
    Set::File(office::docx(&body))
}

fn document_table(rng: &mut Rng, table: &Table) -> String {
    let mut xml = String::from("<w:tbl>");
    for row in table.squares() {
        xml += "<w:tr>";
        for (at, square) in row.iter().enumerate() {
            xml += &match square {
                Square::Own(piece) => {
                    let merge = if piece.rowspan > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
                    let content: String = match piece.is_blank() {
                        true => "<w:p/>".to_owned(),
                        false => piece.text.split('\n').map(|line| runs(rng, line)).collect(),
                    };
                    cell(piece.colspan, merge, &content)
                }
                Square::Below => {
                    let beside = row[at + 1..].iter().take_while(|next| matches!(next, Square::BelowBeside)).count();
                    cell(beside + 1, "<w:vMerge/>", "<w:p/>")
                }
                Square::Beside | Square::BelowBeside => String::new(),
            };
        }
        xml += "</w:tr>";
    }
    xml + "</w:tbl>"
}

fn cell(across: usize, merge: &str, content: &str) -> String {
    let span = if across > 1 { format!("<w:gridSpan w:val=\"{across}\"/>") } else { String::new() };
    format!("<w:tc><w:tcPr>{span}{merge}</w:tcPr>{content}</w:tc>")
}

/// One sheet: a paragraph a row, a table as rows with merged ranges.
pub fn xlsx(_: &mut Rng, sample: &Sample) -> Set {
    let (mut rows, mut merges) = (String::new(), String::new());
    let mut at = 0;
    for block in &sample.blocks {
        match block {
            Block::Title(line) | Block::Heading(line) | Block::Paragraph(line) => {
                at += 1;
                rows += &format!("<row r=\"{at}\">{}</row>", text_cell(at, 0, line));
            }
            Block::Table(table) => {
                for squares in table.squares() {
                    at += 1;
                    let cells: String = squares
                        .iter()
                        .enumerate()
                        .map(|(column, square)| sheet_cell(at, column, square, &mut merges))
                        .collect();
                    rows += &format!("<row r=\"{at}\">{cells}</row>");
                }
            }
        }
    }
    Set::File(office::xlsx(&format!("<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")))
}

fn reference(row: usize, column: usize) -> String {
    format!("{}{row}", char::from(b'A' + column as u8))
}

fn text_cell(row: usize, column: usize, text: &str) -> String {
    format!("<c r=\"{}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", reference(row, column))
}

fn sheet_cell(row: usize, column: usize, square: &Square, merges: &mut String) -> String {
    // A cell with a border is there, though nothing stands in it.
    let bordered = format!("<c r=\"{}\" s=\"1\"/>", reference(row, column));
    let Square::Own(piece) = square else { return bordered };
    let Piece { text, rowspan, colspan, .. } = piece;
    if rowspan * colspan > 1 {
        let last = reference(row + rowspan - 1, column + colspan - 1);
        *merges += &format!("<mergeCell ref=\"{}:{last}\"/>", reference(row, column));
    }
    let is_number = text.parse::<f64>().is_ok() && !text.starts_with('+');
    match text.as_str() {
        "" => bordered,
        number if is_number => format!("<c r=\"{}\"><v>{number}</v></c>", reference(row, column)),
        words => text_cell(row, column, words),
    }
}
