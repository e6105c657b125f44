//! Table 二, 主动公开政府信息情况.

use super::{ColumnForm, Measure, RowForm, TableForm};
use crate::report::{FormId, TableId};

const fn count(id: &'static str, label: &'static str) -> ColumnForm {
    ColumnForm { id, label, measure: Measure::Count }
}

const fn row(
    id: &'static str,
    label: &'static str,
    groups: &'static [&'static str],
    columns: &'static [ColumnForm],
) -> RowForm {
    RowForm { id, label, groups, columns }
}

const ITEM_1: &[&str] = &["第二十条第（一）项"];
const ITEM_5: &[&str] = &["第二十条第（五）项"];
const ITEM_6: &[&str] = &["第二十条第（六）项"];
const ITEM_8: &[&str] = &["第二十条第（八）项"];
const ITEM_9: &[&str] = &["第二十条第（九）项"];

const DOCUMENTS_2019: &[ColumnForm] = &[
    count("made", "本年新制作数量"),
    count("disclosed", "本年新公开数量"),
    count("disclosed_total", "对外公开总数量"),
];
const PREVIOUS_ITEMS: ColumnForm = count("previous_items", "上一年项目数量");
const CHANGE: ColumnForm = ColumnForm { id: "change", label: "本年增/减", measure: Measure::Change };
const DECISIONS_2019: &[ColumnForm] = &[PREVIOUS_ITEMS, CHANGE, count("decisions", "处理决定数量")];

pub const FORM_2019: TableForm = TableForm {
    id: TableId::Disclosure,
    form: FormId::Form2019,
    rows: &[
        row("gov_rules", "规章", ITEM_1, DOCUMENTS_2019),
        row("normative_documents", "规范性文件", ITEM_1, DOCUMENTS_2019),
        row("licensing", "行政许可", ITEM_5, DECISIONS_2019),
        row("other_services", "其他对外管理服务事项", ITEM_5, DECISIONS_2019),
        row("penalties", "行政处罚", ITEM_6, DECISIONS_2019),
        row("coercion", "行政强制", ITEM_6, DECISIONS_2019),
        row("fees", "行政事业性收费", ITEM_8, &[PREVIOUS_ITEMS, CHANGE]),
        row(
            "procurement",
            "政府集中采购",
            ITEM_9,
            &[
                count("projects", "采购项目数量"),
                ColumnForm { id: "amount", label: "采购总金额", measure: Measure::Amount },
            ],
        ),
    ],
};

const DOCUMENTS_2021: &[ColumnForm] =
    &[count("issued", "本年制发件数"), count("repealed", "本年废止件数"), count("in_force", "现行有效件数")];
const DECISIONS_2021: &[ColumnForm] = &[count("decisions", "本年处理决定数量")];

pub const FORM_2021: TableForm = TableForm {
    id: TableId::Disclosure,
    form: FormId::Form2021,
    rows: &[
        row("gov_rules", "规章", ITEM_1, DOCUMENTS_2021),
        row("normative_documents", "行政规范性文件", ITEM_1, DOCUMENTS_2021),
        row("licensing", "行政许可", ITEM_5, DECISIONS_2021),
        row("penalties", "行政处罚", ITEM_6, DECISIONS_2021),
        row("coercion", "行政强制", ITEM_6, DECISIONS_2021),
        row(
            "fees",
            "行政事业性收费",
            ITEM_8,
            &[ColumnForm { id: "amount", label: "本年收费金额（单位：万元）", measure: Measure::Amount }],
        ),
    ],
};
