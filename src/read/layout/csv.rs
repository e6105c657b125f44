//! `tsv` as well: a line a row, cells between commas, as a spreadsheet saves it.
//!
//! Commas stand in prose and between thousands too; a table is rows one after the other that all have the same number of
//! them. A spreadsheet gives a line of prose as many commas as a row: a line with one full cell is prose where that is
//! neither a label nor a figure. Lost is which of the empty cells are covered ones.

use super::{Line, LineKind, is_short};
use crate::form::label;
use crate::read::document::{Grid, GridCell, GridRow};
use crate::read::figure::is_figure;
use crate::report::Layout;
use crate::text::Span;

/// The fewest commas of a row, and the fewest rows of a table.
const LEAST_COMMAS: usize = 3;
const LEAST_ROWS: usize = 3;

/// The most line breaks in a cell.
const MOST_LINES: usize = 8;

/// Programs that write CSV put it before text that a spreadsheet would take for a formula.
const GUARD: u8 = b'\'';

pub fn grid(text: &str, lines: &[Line]) -> Grid {
    let rows = lines.iter().filter(|line| line.kind == LineKind::Commas);
    let rows = rows.map(|line| GridRow { cells: fields(text, line.span) }).collect();
    Grid { layout: Layout::Tsv, keeps_blanks: true, rows }
}

/// Finds the lines that are rows between commas; a row whose cells hold line breaks becomes one line.
pub fn mark(text: &str, lines: &mut Vec<Line>) {
    let mut marked = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let (rows, end) = table(text, lines, at);
        if rows.len() < LEAST_ROWS {
            marked.push(lines[at]);
            at += 1;
        } else {
            marked.extend(rows);
            at = end;
        }
    }
    *lines = marked;
}

/// The rows with the same number of commas from line `start` on, and the line after them.
fn table(text: &str, lines: &[Line], start: usize) -> (Vec<Line>, usize) {
    let mut rows = Vec::new();
    let (mut at, mut width) = (start, 0);
    while let Some((span, next)) = row(text, lines, at) {
        let cells = fields(text, span);
        if cells.len() <= LEAST_COMMAS || (width > 0 && cells.len() != width) {
            break;
        }
        width = cells.len();
        let Some(row) = told(text, span, &cells) else { break };
        rows.push(row);
        at = next;
    }
    (rows, at)
}

/// The row that begins with line `at`, and the line after it: it goes on while a quotation is open.
fn row(text: &str, lines: &[Line], at: usize) -> Option<(Span, usize)> {
    let first = lines.get(at).filter(|line| line.kind == LineKind::Plain)?;
    if !first.span.of(text).contains(',') {
        return None;
    }
    let mut is_open = false;
    for (more, line) in lines[at..].iter().take(MOST_LINES).enumerate() {
        is_open ^= line.span.of(text).bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        if !is_open {
            return Some((first.span.to(line.span), at + more + 1));
        }
    }
    None
}

/// A row of the table, or the prose that stands in it alone; none where a cell is too long for either.
fn told(text: &str, row: Span, cells: &[GridCell]) -> Option<Line> {
    let is_number = |text: &str| is_figure(text) && text.bytes().any(|byte| byte.is_ascii_digit());
    let is_prose = |span: Span| label::tell(span.of(text)).is_none() && !is_number(span.of(text));
    let mut full = cells.iter().filter(|cell| !cell.is_blank()).map(|cell| cell.span);
    match (full.next(), full.next()) {
        (Some(span), None) if is_prose(span) => Some(Line { span, kind: LineKind::Plain }),
        _ if cells.iter().all(|cell| is_short(cell.span.of(text))) => Some(Line { span: row, kind: LineKind::Commas }),
        _ => None,
    }
}

fn fields(text: &str, row: Span) -> Vec<GridCell> {
    let (mut fields, mut from, mut is_quoted) = (Vec::new(), row.start as usize, false);
    for (at, byte) in row.of(text).bytes().enumerate() {
        is_quoted ^= byte == b'"';
        if byte == b',' && !is_quoted {
            let end = row.start as usize + at;
            fields.push(field(text, from, end));
            from = end + 1;
        }
    }
    fields.push(field(text, from, row.end as usize));
    fields
}

/// A field without its quotation marks and its guard.
fn field(text: &str, mut start: usize, mut end: usize) -> GridCell {
    let hollow = start == end;
    let bytes = text.as_bytes();
    if end - start > 1 && bytes[start] == b'"' && bytes[end - 1] == b'"' {
        (start, end) = (start + 1, end - 1);
    }
    if bytes[start..end].first() == Some(&GUARD) && bytes[start + 1..end].first().is_some_and(|c| b"=+-@".contains(c)) {
        start += 1;
    }
    GridCell { hollow, ..GridCell::new(text, start, end) }
}

#[cfg(test)]
mod tests {
    use super::super::blocks as read;
    use crate::read::document::Block;

    fn blocks(text: &str) -> Vec<String> {
        let shown = |block: &Block| match block {
            Block::Paragraph(span) => span.of(text).to_owned(),
            Block::Table(grid) => {
                let row = |row: &super::GridRow| {
                    row.cells.iter().map(|cell| cell.span.of(text)).collect::<Vec<_>>().join("│")
                };
                grid.rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
        };
        read(text).iter().map(shown).collect()
    }

    #[test]
    fn rows_with_as_many_commas_are_a_table() {
        let text = "前言,一,二\n规章,1,2,3\n\"行政,许可\",\"1,295\",,'-\n其他,0,'x,\"a\nb\"\n后记";
        assert_eq!(blocks(text), ["前言,一,二", "规章│1│2│3\n行政,许可│1,295││-\n其他│0│'x│a\nb", "后记"]);
    }

    #[test]
    fn prose_that_a_spreadsheet_saved_is_prose() {
        let text = "某局年度报告,,,\n一、总体情况,,,\n\"工作有序,规范。\",,,\n规章,1,2,3\n行政许可,1,2,3\n";
        assert_eq!(blocks(text), ["某局年度报告", "一、总体情况", "工作有序,规范。", "规章│1│2│3\n行政许可│1│2│3"]);
    }

    #[test]
    fn a_row_with_one_figure_is_a_row() {
        let text = "规章,1,2,3\n行政许可,,,\n,,4,\n无,,,\n";
        assert_eq!(blocks(text), ["规章│1│2│3\n行政许可│││\n││4│", "无"]);
    }

    #[test]
    fn prose_with_commas_is_no_table() {
        let text = "收到1,295件,答复1,200件,结转95件\n其中,网上1,000件,当面295件\n本年,上年,往年,各年,均有\n";
        assert_eq!(blocks(text).len(), 3);
    }
}
