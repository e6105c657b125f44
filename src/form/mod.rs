//! The two official forms, as data: the only place that holds a label, a heading or an id of theirs.
//!
//! Basis: 政府信息公开条例 (State Council decree 711), Art. 50; 国办公开办函〔2019〕60号 for form `2019`,
//! 国办公开办函〔2021〕30号 for form `2021`.

mod applications;
mod disclosure;
mod grid;
pub mod heading;
pub mod label;
mod litigation;

pub use grid::{APPLICANT_COLUMNS, Form, FormSection, FormTable, GridCell, LABEL_COLUMNS, form_table, forms};

use crate::report::{FormId, SectionId, TableId};
use std::sync::LazyLock;

/// A section's ordinal and official heading; both forms have the same.
pub struct SectionForm {
    pub id: SectionId,
    pub ordinal: &'static str,
    pub heading: &'static str,
}

pub const SECTIONS: [SectionForm; 6] = [
    SectionForm { id: SectionId::Overview, ordinal: "一", heading: "总体情况" },
    SectionForm { id: SectionId::Disclosure, ordinal: "二", heading: "主动公开政府信息情况" },
    SectionForm {
        id: SectionId::Applications, ordinal: "三", heading: "收到和处理政府信息公开申请情况"
    },
    SectionForm {
        id: SectionId::Litigation, ordinal: "四", heading: "政府信息公开行政复议、行政诉讼情况"
    },
    SectionForm { id: SectionId::Problems, ordinal: "五", heading: "存在的主要问题及改进情况" },
    SectionForm { id: SectionId::Other, ordinal: "六", heading: "其他需要报告的事项" },
];

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A whole number, 0 or more.
    Count,
    /// A whole number with a sign, or 增 and 减 for it.
    Change,
    /// Money in 万元.
    Amount,
}

#[derive(Debug)]
pub struct ColumnForm {
    pub id: &'static str,
    pub label: &'static str,
    pub measure: Measure,
}

/// A row of the form with the columns that are its own.
#[derive(Debug)]
pub struct RowForm {
    pub id: &'static str,
    pub label: &'static str,
    /// The merged label cells that stand before the row's own, outermost first.
    pub groups: &'static [&'static str],
    pub columns: &'static [ColumnForm],
}

#[derive(Debug)]
pub struct TableForm {
    pub id: TableId,
    pub form: FormId,
    pub rows: &'static [RowForm],
}

/// Of each form, each table, each row: the address of each cell.
static ADDRESSES: LazyLock<Vec<Vec<Vec<Vec<String>>>>> = LazyLock::new(|| {
    let of_row = |id, row: &RowForm| row.columns.iter().map(|column| address(id, row.id, column.id)).collect();
    let of_table = |form, id| table(form, id).rows.iter().map(|row| of_row(id, row)).collect();
    let of_form = |form| TableId::ALL.iter().map(|&id| of_table(form, id)).collect();
    FormId::ALL.iter().map(|&form| of_form(form)).collect()
});

impl TableForm {
    /// For each row, the address of each of its cells.
    pub fn addresses(&self) -> &'static [Vec<String>] {
        &ADDRESSES[self.form as usize][self.id as usize]
    }

    pub fn row(&self, id: &str) -> Option<&'static RowForm> {
        self.rows.iter().find(|row| row.id == id)
    }
}

/// One of a form's tables.
pub fn table(form: FormId, id: TableId) -> &'static TableForm {
    match (id, form) {
        (TableId::Disclosure, FormId::Form2019) => &disclosure::FORM_2019,
        (TableId::Disclosure, FormId::Form2021) => &disclosure::FORM_2021,
        (TableId::Applications, FormId::Form2019) => &applications::FORM_2019,
        (TableId::Applications, FormId::Form2021) => &applications::FORM_2021,
        (TableId::Litigation, FormId::Form2019) => &litigation::FORM_2019,
        (TableId::Litigation, FormId::Form2021) => &litigation::FORM_2021,
    }
}

/// The section that a table stands in.
pub fn section_of(table: TableId) -> &'static SectionForm {
    &SECTIONS[table as usize + 1]
}

/// The first year that a form is for: 2019 and 2020 take form `2019`.
pub fn form_for_year(year: i32) -> FormId {
    if year < 2021 { FormId::Form2019 } else { FormId::Form2021 }
}

/// A cell's address, e.g. `applications.received.total`.
pub fn address(table: TableId, row: &str, column: &str) -> String {
    [table.as_str(), row, column].join(".")
}
