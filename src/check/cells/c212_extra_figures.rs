//! C212 extra-figures
//!
//! ## What it finds
//!
//! A row with more figures than the form has columns.
//!
//! ## Why it matters
//!
//! One figure too many puts all that follow it into the wrong column, so none of the row's figures is taken for read.
//!
//! ## Basis
//!
//! The form has a fixed number of columns for each row.
//!
//! ## Example
//!
//! （一）予以公开 has eight figures: a 0 was pasted twice.
//!
//! ## Instead
//!
//! Compare the row with the original document and take out what is too much.
//!
//! ## 查什么
//!
//! 一行的数多于格式规定的列数。
//!
//! ## 为什么
//!
//! 多出一个数，后面的数就都错了列，因此这一行的数都不采用。
//!
//! ## 依据
//!
//! 年度报告格式中每一行的列数是固定的。
//!
//! ## 示例
//!
//! “（一）予以公开”一行有八个数，其中一个0粘贴了两次。
//!
//! ## 应为
//!
//! 对照原文档，删去多出的数。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::{CellState, Severity, TableId};
use crate::text::Span;

pub const RULE: Rule = Rule { code: "C212", name: "extra-figures", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”有{count}个数（{figures}），多于{columns}列，无法确定各属哪一列，请从原文档重新粘贴，或者删去多余的数",
    en: "“{row}” has {count} figures ({figures}) for {columns} columns; which belongs where isn't known, so paste the table again or take out what is too many",
};

fn check(context: &Context, findings: &mut Findings) {
    for surplus in &context.parsed.surplus {
        let table = context.report().tables.get(surplus.table);
        // The fifteen figures of table 四 stand in one row on paper.
        let is_own = |id: &str| id == surplus.row || surplus.table == TableId::Litigation;
        let rows = table.rows.iter().filter(|row| is_own(&row.id));
        let cells = rows.flat_map(|row| &row.cells).filter(|cell| cell.state == CellState::Ambiguous);
        let cells: Vec<_> = cells.map(|cell| cell.address.clone()).collect();
        let figures: Vec<&str> = surplus.figures.iter().map(|figure| figure.raw.as_str()).collect();
        let label = match surplus.table {
            TableId::Litigation => form::section_of(surplus.table).heading,
            _ => table.row(surplus.row).map_or("", |row| &*row.label),
        };
        findings.add(
            Draft::new(MESSAGE)
                .at(surplus.figures.iter().map(|figure| figure.span).reduce(Span::to))
                .text("row", label)
                .text("figures", figures.join("、"))
                .number("count", figures.len() as u64)
                .number("columns", cells.len() as u64)
                .cells(cells),
        );
    }
}
