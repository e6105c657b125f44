//! R701 sum-differs
//!
//! ## What it finds
//!
//! A figure of the report of the organ above that isn't the sum of the same figures of the subordinate reports, cell
//! by cell. Where a subordinate report's figure can't be known, the sum isn't compared, and that is said as
//! information.
//!
//! ## Why it matters
//!
//! A gathered report whose figures don't follow from those it gathers can't be trusted, and nobody knows which of
//! them to correct.
//!
//! ## Basis
//!
//! Art. 50 of 政府信息公开条例 and practice: whoever gathers reports adds them up. A government's report may cover
//! itself alone; the comparison is made only when it is asked for.
//!
//! ## Example
//!
//! Row 一 of the county's report says 40 in column 总计; its towns' reports make 41.
//!
//! ## Instead
//!
//! Compare with the subordinate reports, correct the one that is wrong, and say in the text what the report covers.
//!
//! ## 查什么
//!
//! 上级报告中的数与各下级报告同一格之和不相等，逐格比较。下级报告的数无法确定的，不作比较，并予提示。
//!
//! ## 为什么
//!
//! 汇总数与分报数对不上，汇总报告就不可信，也不知道应当改哪一份。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第五十条和工作惯例：汇总报告由各单位数据相加得出。政府的报告可能只反映本机关，因此只在要求汇总
//! 时比较。
//!
//! ## 示例
//!
//! 县政府报告第一项总计为40，各乡镇报告合计为41。
//!
//! ## 应为
//!
//! 对照下级报告逐项核实，改正有误的一份，并在正文说明报告的范围。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{CellState, Report, Row, Severity, Table};

pub const RULE: Rule = Rule { code: "R701", name: "sum-differs", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "{row}：上级报告为{actual}，下级报告合计为{expected}",
    en: "{row}: the report above has {actual}, the subordinate reports make {expected}",
};
const MORE: Words =
    Words { zh: "；这一行另有{others}格也不相等", en: "; further cells of the row that differ: {others}" };
const CHECK: Words = Words { zh: "，请逐份核对", en: ". Check each of them" };
const UNKNOWN: Words = Words {
    zh: "{organ}的报告有{count}格的数无法确定，相应的合计没有比较",
    en: "{count} figures of the report of {organ} can't be known; their sums weren't compared",
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(many) = context.many.filter(|many| many.has_parent && !many.children.is_empty()) else { return };
    for (parent, sum) in context.report().tables.all().into_iter().zip(many.sum.tables.all()) {
        for row in parent.rows.iter().filter(|_| parent.found) {
            sum.row(&row.id).and_then(|sum| differing(row, sum)).into_iter().for_each(|draft| findings.add(draft));
        }
    }
    for (index, child) in many.children.iter().enumerate() {
        let count = unknown(child, context.report());
        if count > 0 {
            let organ = child.organ.clone().unwrap_or_else(|| (index + 1).to_string());
            let draft = Draft::new(UNKNOWN).number("count", count as u64).text("organ", organ);
            findings.add(draft.source(index).severity(Severity::Info));
        }
    }
}

/// The finding on a row of the parent's, the last of whose cells that differ is its total.
fn differing(row: &Row, sum: &Row) -> Option<Draft> {
    let differs = |cell: &&crate::report::Cell| {
        let other = sum.cell(&cell.column).and_then(|sum| sum.value);
        other.is_some() && cell.value.is_some() && other != cell.value
    };
    let wrong: Vec<_> = row.cells.iter().filter(differs).collect();
    let cell = *wrong.last()?;
    let (actual, expected) = (cell.value?, sum.cell(&cell.column)?.value?);
    let draft = Draft::new(MESSAGE)
        .at(cell.span)
        .text("row", &row.label)
        .number("actual", actual)
        .number("expected", expected)
        .cells(wrong.iter().map(|cell| cell.address.clone()))
        .expected(expected)
        .actual(actual);
    let draft = match wrong.len() {
        1 => draft,
        count => draft.and(MORE).number("others", count as u64 - 1),
    };
    Some(draft.and(CHECK))
}

/// How many figures that the parent has are unknown in a child.
fn unknown(child: &Report, parent: &Report) -> usize {
    let tables = parent.tables.all().into_iter().zip(child.tables.all());
    tables.filter(|(parent, _)| parent.found).map(|(parent, child)| unknown_in(parent, child)).sum()
}

fn unknown_in(parent: &Table, child: &Table) -> usize {
    let cells = parent.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let is_unknown = |(row, cell): &(&Row, &crate::report::Cell)| {
        let state = child.cell(&row.id, &cell.column).map(|cell| cell.state);
        cell.value.is_some() && !matches!(state, Some(CellState::Number | CellState::Blank | CellState::Placeholder))
    };
    cells.filter(is_unknown).count()
}
