//! Paragraphs and tables → the text they are drawn as, from whatever file they came.
//!
//! A paragraph a line; a table as tab-separated rows at its full width, with a blank line between two tables. A place
//! that another cell covers is drawn empty, a cell of its own without text as U+00A0, tabs and line breaks inside a cell
//! or a paragraph as one space. A table that only lays out prose, or holds another table, is drawn as paragraphs.

use super::limits;
use crate::options::Error;
use std::borrow::Cow;

/// What a document is made of, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<'t> {
    /// `\n` stands for a line break inside the paragraph.
    Paragraph(Cow<'t, str>),
    Table(Table<'t>),
}

/// A table with every cell in its column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table<'t> {
    /// Columns, covered ones among them.
    pub width: usize,
    /// The cells of each row from left to right; a covered place has none.
    pub rows: Vec<Vec<Cell<'t>>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Counted from 0.
    pub column: usize,
    pub blocks: Vec<Block<'t>>,
}

/// A cell of its own without text.
const BLANK: char = '\u{a0}';
/// A cell with more characters than this holds prose: the longest label of the official forms has 33.
const PROSE: usize = 150;
/// A row with more cells than this is data, whatever stands in one of them.
const PROSE_ROW_CELLS: usize = 3;

/// Draws the blocks as text. Fails where the text would be over the limit.
pub fn draw(blocks: &[Block]) -> Result<String, Error> {
    let mut drawing = Drawing::default();
    drawing.blocks(blocks)?;
    Ok(drawing.text)
}

#[derive(Default)]
struct Drawing {
    text: String,
    after_table: bool,
}

impl Drawing {
    fn blocks(&mut self, blocks: &[Block]) -> Result<(), Error> {
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.paragraph(text)?,
                Block::Table(table) => self.table(table)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> Result<(), Error> {
        for line in paragraph_lines(text) {
            self.text.push_str(&line);
            self.text.push('\n');
            self.after_table = false;
        }
        limits::hold_text(self.text.len())
    }

    fn table(&mut self, table: &Table) -> Result<(), Error> {
        let rows: Vec<&[Cell]> = table.rows.iter().filter(|row| !row.is_empty()).map(Vec::as_slice).collect();
        let lays_out = lays_out_prose(&rows);
        let mut open = false;
        for row in rows {
            if lays_out || is_prose(row) {
                row.iter().try_for_each(|cell| self.blocks(&cell.blocks))?;
                open = false;
                continue;
            }
            if !open && self.after_table {
                self.text.push('\n');
            }
            open = true;
            self.row(row, table.width)?;
        }
        Ok(())
    }

    fn row(&mut self, row: &[Cell], width: usize) -> Result<(), Error> {
        let mut cells = row.iter().peekable();
        for column in 0..width {
            if column > 0 {
                self.text.push('\t');
            }
            if let Some(cell) = cells.next_if(|cell| cell.column == column) {
                self.cell(cell);
            }
        }
        self.text.push('\n');
        self.after_table = true;
        limits::hold_text(self.text.len())
    }

    fn cell(&mut self, cell: &Cell) {
        let start = self.text.len();
        for block in &cell.blocks {
            if let Block::Paragraph(text) = block {
                let gap = self.text.len() > start;
                push_words(&mut self.text, text, gap);
            }
        }
        if self.text.len() == start {
            self.text.push(BLANK);
        }
    }
}

/// One cell wide, or holding another table, or prose and no row of data.
fn lays_out_prose(rows: &[&[Cell]]) -> bool {
    let holds_table = |cell: &Cell| cell.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    rows.iter().all(|row| row.len() == 1)
        || rows.iter().any(|row| row.iter().any(holds_table))
        || (rows.iter().any(|row| is_prose(row)) && rows.iter().all(|row| row.len() <= PROSE_ROW_CELLS))
}

fn is_prose(row: &[Cell]) -> bool {
    row.len() <= PROSE_ROW_CELLS && row.iter().any(|cell| characters(cell) > PROSE)
}

fn characters(cell: &Cell) -> usize {
    let length = |block: &Block| match block {
        Block::Paragraph(text) => text.chars().count(),
        Block::Table(_) => 0,
    };
    cell.blocks.iter().map(length).sum()
}

/// The lines of a paragraph: one, unless its line breaks stand for paragraphs, as in pages written with `<br>` alone.
fn paragraph_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut apart = true;
    for piece in text.split('\n') {
        let mut line = String::new();
        push_words(&mut line, piece, false);
        if line.is_empty() {
            apart = true;
            continue;
        }
        match lines.last_mut() {
            Some(last) if !apart && !is_indented(piece) && !ends_paragraph(last) && !begins_item(&line) => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => lines.push(line),
        }
        apart = false;
    }
    lines
}

fn is_indented(piece: &str) -> bool {
    piece.starts_with('\u{3000}') || piece.starts_with("\u{a0}\u{a0}")
}

fn ends_paragraph(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '；', '：']) || begins_item(line)
}

/// 一、… or （一）…
pub fn begins_item(line: &str) -> bool {
    let rest = line.strip_prefix(['（', '(']).unwrap_or(line);
    let after = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    after.len() < rest.len() && after.starts_with(['、', '）', ')'])
}

/// Appends the text with each run of white space as one space and none at either end, after a space where `gap` asks for
/// one. An ideographic space inside a line stays: it is part of how the words are set.
fn push_words(out: &mut String, text: &str, gap: bool) {
    if !text.is_empty() && is_plain(text) {
        out.push_str(if gap { " " } else { "" });
        out.push_str(text);
        return;
    }
    let mut gap = gap;
    let mut begun = false;
    for character in text.trim_matches(is_space).chars().filter(|character| !is_invisible(*character)) {
        if character != '\u{3000}' && is_space(character) {
            gap |= begun;
            continue;
        }
        if gap {
            out.push(' ');
        }
        out.push(character);
        (gap, begun) = (false, true);
    }
}

/// Whether a text certainly holds no white space and nothing invisible, as its bytes tell: most words are so.
fn is_plain(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [b'!'..=b'~', rest @ ..] | [0xe4..=0xec, _, _, rest @ ..] => rest,
            // U+3000, and what the like of U+FEFF begins with.
            [0xe3, 0x80, 0x80, ..] | [0xef, 0xbb, ..] => return false,
            [0xe3 | 0xef, _, _, rest @ ..] => rest,
            _ => return false,
        };
    }
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || character.is_control() || is_invisible(character)
}

/// Characters that take no room: left in, they would make a blank cell look written in.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(column: usize, text: &str) -> Cell<'_> {
        Cell { column, blocks: vec![Block::Paragraph(text.into())] }
    }

    fn paragraph(text: &str) -> Block<'_> {
        Block::Paragraph(text.into())
    }

    fn table(width: usize, rows: Vec<Vec<Cell>>) -> Block {
        Block::Table(Table { width, rows })
    }

    #[test]
    fn covered_places_are_empty_and_blank_cells_are_not() {
        let rows = vec![vec![cell(0, "项目"), cell(1, "件数")], vec![cell(1, " \u{a0}")], vec![cell(0, "许可")]];
        assert_eq!(draw(&[table(3, rows)]).unwrap(), "项目\t件数\t\n\t\u{a0}\t\n许可\t\t\n");
    }

    #[test]
    fn a_cell_is_one_line_whatever_stands_in_it() {
        let broken = Cell { column: 0, blocks: vec![paragraph("本年新\n制作"), paragraph("数\t量\u{200b}")] };
        assert_eq!(draw(&[table(2, vec![vec![broken, cell(1, "3")]])]).unwrap(), "本年新 制作 数 量\t3\n");
    }

    #[test]
    fn a_blank_line_stands_between_tables_alone() {
        let grid = || table(2, vec![vec![cell(0, "甲"), cell(1, "1")]]);
        let blocks = [paragraph("前言"), grid(), grid(), paragraph("后记"), grid()];
        assert_eq!(draw(&blocks).unwrap(), "前言\n甲\t1\n\n甲\t1\n后记\n甲\t1\n");
    }

    #[test]
    fn a_table_around_prose_or_another_table_is_paragraphs() {
        let inner = table(2, vec![vec![cell(0, "甲"), cell(1, "1")]]);
        let outer = Cell { column: 1, blocks: vec![paragraph("正文"), inner] };
        assert_eq!(draw(&[table(2, vec![vec![cell(0, "栏目"), outer]])]).unwrap(), "栏目\n正文\n甲\t1\n");

        let narrow = table(4, vec![vec![cell(0, "一、总体情况")], vec![cell(0, "本年度工作有序。")]]);
        assert_eq!(draw(&[narrow]).unwrap(), "一、总体情况\n本年度工作有序。\n");

        let prose = "公开工作稳步推进，".repeat(40);
        let laid_out = table(2, vec![vec![cell(0, "标题"), cell(1, "日期")], vec![cell(0, "正文"), cell(1, &prose)]]);
        assert_eq!(draw(&[laid_out]).unwrap(), format!("标题\n日期\n正文\n{prose}\n"));
    }

    #[test]
    fn a_long_remark_leaves_the_rows_of_data_as_they_are() {
        let remark = "说明：数据由各科室汇总。".repeat(30);
        let data = |label: &'static str| vec![cell(0, label), cell(1, "1"), cell(2, "2"), cell(3, "3")];
        let drawn = draw(&[table(4, vec![data("甲"), data("乙"), vec![cell(0, &remark)]])]).unwrap();
        assert_eq!(drawn, format!("甲\t1\t2\t3\n乙\t1\t2\t3\n{remark}\n"));
    }

    #[test]
    fn line_breaks_that_stand_for_paragraphs_are_kept() {
        assert_eq!(draw(&[paragraph("某县\n2024年报告")]).unwrap(), "某县 2024年报告\n");
        let page = "一、总体情况\n全年工作有序。\n二、主动公开\n\u{3000}\u{3000}公开 信息";
        assert_eq!(draw(&[paragraph(page)]).unwrap(), "一、总体情况\n全年工作有序。\n二、主动公开\n公开 信息\n");
    }
}
