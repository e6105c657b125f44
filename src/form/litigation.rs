//! Table 四, 政府信息公开行政复议、行政诉讼情况: one row of 15 figures on paper, three rows of five here.

use super::{ColumnForm, Measure, RowForm, TableForm};
use crate::report::{FormId, TableId};

const fn column(id: &'static str, label: &'static str) -> ColumnForm {
    ColumnForm { id, label, measure: Measure::Count }
}

const COLUMNS: &[ColumnForm] = &[
    column("upheld", "结果维持"),
    column("corrected", "结果纠正"),
    column("other", "其他结果"),
    column("pending", "尚未审结"),
    column("total", "总计"),
];

const SUITS: &[&str] = &["行政诉讼"];

const ROWS: &[RowForm] = &[
    RowForm { id: "reconsideration", label: "行政复议", groups: &[], columns: COLUMNS },
    RowForm { id: "direct_suit", label: "未经复议直接起诉", groups: SUITS, columns: COLUMNS },
    RowForm { id: "suit_after_reconsideration", label: "复议后起诉", groups: SUITS, columns: COLUMNS },
];

pub const FORM_2019: TableForm = TableForm { id: TableId::Litigation, form: FormId::Form2019, rows: ROWS };
pub const FORM_2021: TableForm = TableForm { id: TableId::Litigation, form: FormId::Form2021, rows: ROWS };
