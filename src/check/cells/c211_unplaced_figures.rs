//! C211 unplaced-figures
//!
//! ## What it finds
//!
//! A row with fewer figures than columns, where more than one column may be the place of a figure.
//!
//! ## Why it matters
//!
//! The empty cells of the row were lost on the way, so nobody can tell from the text which column a figure belongs to. It is
//! not guessed: the cells stay unknown, and the sums that need them aren't checked.
//!
//! ## Basis
//!
//! The form has a fixed number of columns for each row.
//!
//! ## Example
//!
//! A row of seven columns arrives as 12 1 13: 13 may be the total, but 1 may belong to any of the columns between.
//!
//! ## Instead
//!
//! Paste the table from the original document, so that empty cells stay where they are, or fill in the zeros.
//!
//! ## 查什么
//!
//! 一行的数少于列数，而且有的数可能属于不止一列。
//!
//! ## 为什么
//!
//! 粘贴或者转换时丢失了空白格，单凭文字无法确定某个数属于哪一列。本程序不作猜测，这些格按不明处理，用到它们的合计没有核对。
//!
//! ## 依据
//!
//! 年度报告格式中每一行的列数是固定的。
//!
//! ## 示例
//!
//! 应有七列的一行只剩“12 1 13”：13可能是总计，1却可能属于中间任何一列。
//!
//! ## 应为
//!
//! 从原文档重新粘贴表格，保留空白格，或者把空白格填上0。

use super::place::plain;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::{Cell, CellState, Row, Severity, Table, TableId};
use crate::sorted::sort_by_key;
use crate::text::Span;

pub const RULE: Rule =
    Rule { code: "C211", name: "unplaced-figures", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”只有{figures}，少于列数，有{count}格无法确定，相关合计没有核对；请从原文档重新粘贴，或者补齐空白格",
    en: "“{row}” has only {figures}, fewer than its columns; {count} cells stay unknown and the sums that need them weren't \
         checked; paste the table from the original document, or fill in the blank cells",
};

const NO_FIGURE: Words = Words {
    zh: "“{row}”没有数字，可能是空白，也可能数字排在别处，有{count}格无法确定，相关合计没有核对；请从原文档重新粘贴，或者补齐空白格",
    en: "“{row}” has no figure: it may be blank, or its figures stand elsewhere; {count} cells stay unknown and the sums that \
         need them weren't checked; paste the table from the original document, or fill in the blank cells",
};
const MANY: Words = Words {
    zh: "第{ordinal}部分的表格有{rows}行的数字少于列数，有{count}格无法确定，相关合计没有核对；请从原文档重新粘贴，或者补齐空白格",
    en: "{rows} rows of the table of section {ordinal} have fewer figures than columns; {count} cells stay unknown and the sums \
         that need them weren't checked; paste the table from the original document, or fill in the blank cells",
};

/// Rows of one table that are told one by one; of more, the table is.
const MOST_ROWS: usize = 5;

fn check(context: &Context, findings: &mut Findings) {
    for table in context.report().tables.all() {
        let surplus = |row: &Row| {
            let surplus = &context.parsed.surplus;
            surplus.iter().any(|surplus| surplus.table == table.id && surplus.row == row.id)
        };
        if table.rows.iter().any(|row| table.id == TableId::Litigation && surplus(row)) {
            continue;
        }
        let rows: Vec<&Row> = table.rows.iter().filter(|row| unknown(row).next().is_some() && !surplus(row)).collect();
        if rows.len() > MOST_ROWS {
            findings.add(of_table(table, &rows));
            continue;
        }
        // The fifteen figures of table 四 stand in one row on paper.
        let together = table.id == TableId::Litigation && rows.iter().all(|row| row.span.is_none());
        for rows in rows.chunk_by(|_, _| together) {
            findings.add(draft(table, rows));
        }
    }
}

fn unknown(row: &Row) -> impl Iterator<Item = &Cell> {
    row.cells.iter().filter(|cell| cell.state == CellState::Ambiguous)
}

fn draft(table: &Table, rows: &[&Row]) -> Draft {
    let labels: Vec<&str> = rows.iter().map(|row| &*row.label).collect();
    let figures: Vec<String> = rows.iter().flat_map(|row| figures(row)).collect();
    let words = if figures.is_empty() { NO_FIGURE } else { MESSAGE };
    with_cells(Draft::new(words), table, rows).text("row", labels.join("、")).text("figures", figures.join("、"))
}

fn of_table(table: &Table, rows: &[&Row]) -> Draft {
    with_cells(Draft::new(MANY), table, rows)
        .text("ordinal", form::section_of(table.id).ordinal)
        .number("rows", rows.len() as u64)
}

/// The finding's place and the cells that it speaks of.
fn with_cells(draft: Draft, table: &Table, rows: &[&Row]) -> Draft {
    let unplaced = rows.iter().flat_map(|row| &row.unplaced).map(|value| value.span);
    let span = unplaced.reduce(Span::to).or(rows[0].span).or(table.span);
    let cells: Vec<_> = rows.iter().flat_map(|row| unknown(row)).map(|cell| cell.address.clone()).collect();
    draft.at(span).number("count", cells.len() as u64).cells(cells)
}

/// The figures that a row has, those with a place and those without.
fn figures(row: &Row) -> Vec<String> {
    let mut figures: Vec<(Span, String)> = row.unplaced.iter().map(|value| (value.span, value.raw.clone())).collect();
    let placed = row.cells.iter().filter_map(|cell| Some((cell.span?, plain(cell.value?))));
    figures.extend(placed);
    sort_by_key(&mut figures, |(span, _)| span.start);
    figures.into_iter().map(|(_, figure)| figure).collect()
}
