//! C201 blank-cell
//!
//! ## What it finds
//!
//! Cells of the three tables that are left blank, and totals that are left out though the figures to add up are there.
//!
//! ## Why it matters
//!
//! A reader can't tell whether a blank means none or not filled in, and whoever adds up the reports of many organs has to
//! guess. A blank total hides whether the row or the column adds up.
//!
//! ## Basis
//!
//! Practice: the form asks for a figure in each cell. No official text says that a blank must be 0, so this is a warning.
//!
//! ## Example
//!
//! The row （一）予以公开 has a figure under 自然人 and under 总计; the five columns between are blank.
//!
//! ## Instead
//!
//! Put 0 where there was none, the figure where there was, and each total.
//!
//! ## 查什么
//!
//! 三张表格中应当填数而空着的格，以及各项有数而没有填的总计。
//!
//! ## 为什么
//!
//! 空白究竟是没有发生，还是漏填，读者无从知道，上级汇总时只能猜测。总计空着，这一行、这一列是否相符也就无法核对。
//!
//! ## 依据
//!
//! 填报惯例：格式的每一格都应填数。没有文件规定空白必须填0，因此只作提醒。
//!
//! ## 示例
//!
//! “（一）予以公开”一行只填了“自然人”和“总计”，中间五列空着。
//!
//! ## 应为
//!
//! 没有发生的填0，漏填的补上，总计逐一填写。

use super::group::Group;
use super::place::{Place, has_row, places};
use crate::check::arithmetic::BlankTotal;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::report::{CellState, Severity};

pub const RULE: Rule = Rule { code: "C201", name: "blank-cell", severity: Severity::Warning, file: file!(), check };

const ROW: Words = Words {
    zh: "“{row}”有{count}格空白（{columns}），没有的请填0",
    en: "“{row}” is blank under {columns}; put 0 where there was none",
};
const TABLE: Words = Words {
    zh: "第{ordinal}部分的表格有{rows}行共{count}格空白，没有的请填0",
    en: "The table of section {ordinal} has {count} blank cells in {rows} rows; put 0 where there was none",
};
const TOTAL: Words = Words {
    zh: "“{row}”（{column}）没有填写，各项之和为{sum}",
    en: "“{row}” ({column}) is left out; its parts come to {sum}",
};

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    let of_applications = context.sums_of_applications().blank_totals();
    let totals = [of_applications, context.sums_of_litigation().blank_totals()].concat();
    for BlankTotal { address, sum } in &totals {
        let Some(place) = places(report).find(|place| place.cell.address == *address) else { continue };
        findings.add(
            Draft::new(TOTAL)
                .at(place.span())
                .text("row", &place.row.label)
                .text("column", place.column.label)
                .number("sum", *sum)
                .cells([address.clone()])
                .expected(*sum),
        );
    }
    let is_blank = |place: &Place| {
        let left_out = place.cell.state == CellState::Missing && has_row(place.row) && !is_absent(context, place);
        let is_total = totals.iter().any(|total| total.address == place.cell.address);
        (place.cell.state == CellState::Blank || left_out) && !is_total
    };
    for group in Group::of(places(report).filter(is_blank)) {
        let draft = match group.row {
            Some(row) => Draft::new(ROW).text("row", row).text("columns", group.columns()),
            None => Draft::new(TABLE)
                .text("ordinal", form::section_of(group.table).ordinal)
                .number("rows", group.rows() as u64),
        };
        findings.add(draft.at(group.span()).number("count", group.cells.len() as u64).cells(group.addresses()));
    }
}

/// Whether the whole column isn't in the report: another rule's fault.
fn is_absent(context: &Context, place: &Place) -> bool {
    let absent = &context.parsed.absent_columns;
    absent.iter().any(|absent| {
        absent.table == place.table.id && absent.column == place.column.id && absent.rows.contains(&&*place.row.id)
    })
}
