//! Table 三, 收到和处理政府信息公开申请情况.

use super::{ColumnForm, Measure, RowForm, TableForm};
use crate::report::{FormId, TableId};

/// The note in the table's corner: what its figures owe one another.
pub const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

const fn column(id: &'static str, label: &'static str) -> ColumnForm {
    ColumnForm { id, label, measure: Measure::Count }
}

const fn row(id: &'static str, label: &'static str, groups: &'static [&'static str]) -> RowForm {
    RowForm { id, label, groups, columns: COLUMNS }
}

/// Each kind of applicant, and their total.
pub const COLUMNS: &[ColumnForm] = &[
    column("natural_person", "自然人"),
    column("enterprise", "商业企业"),
    column("research", "科研机构"),
    column("nonprofit", "社会公益组织"),
    column("legal_service", "法律服务机构"),
    column("other", "其他"),
    column("total", "总计"),
];

const RESULTS: &[&str] = &["三、本年度办理结果"];
const DENIED: &[&str] = &["三、本年度办理结果", "（三）不予公开"];
const UNAVAILABLE: &[&str] = &["三、本年度办理结果", "（四）无法提供"];
const UNPROCESSED: &[&str] = &["三、本年度办理结果", "（五）不予处理"];
const OTHER: &[&str] = &["三、本年度办理结果", "（六）其他处理"];

/// All rows of a form, which has rows of its own under （六）其他处理.
macro_rules! rows {
    ($($other:expr),+ $(,)?) => {
        &[
            row("received", "一、本年新收政府信息公开申请数量", &[]),
            row("carried_in", "二、上年结转政府信息公开申请数量", &[]),
            row("granted", "（一）予以公开", RESULTS),
            row("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", RESULTS),
            row("denied_state_secret", "1.属于国家秘密", DENIED),
            row("denied_by_law", "2.其他法律行政法规禁止公开", DENIED),
            row("denied_security", "3.危及“三安全一稳定”", DENIED),
            row("denied_third_party", "4.保护第三方合法权益", DENIED),
            row("denied_internal", "5.属于三类内部事务信息", DENIED),
            row("denied_deliberative", "6.属于四类过程性信息", DENIED),
            row("denied_enforcement", "7.属于行政执法案卷", DENIED),
            row("denied_inquiry", "8.属于行政查询事项", DENIED),
            row("unavailable_not_held", "1.本机关不掌握相关政府信息", UNAVAILABLE),
            row("unavailable_not_made", "2.没有现成信息需要另行制作", UNAVAILABLE),
            row("unavailable_unclear", "3.补正后申请内容仍不明确", UNAVAILABLE),
            row("unprocessed_petition", "1.信访举报投诉类申请", UNPROCESSED),
            row("unprocessed_repeated", "2.重复申请", UNPROCESSED),
            row("unprocessed_publication", "3.要求提供公开出版物", UNPROCESSED),
            row("unprocessed_excessive", "4.无正当理由大量反复申请", UNPROCESSED),
            row("unprocessed_reissue", "5.要求行政机关确认或重新出具已获取信息", UNPROCESSED),
            $($other,)+
            row("concluded", "（七）总计", RESULTS),
            row("carried_out", "四、结转下年度继续办理", &[]),
        ]
    };
}

pub const FORM_2019: TableForm = TableForm {
    id: TableId::Applications,
    form: FormId::Form2019,
    rows: rows![row("other", "（六）其他处理", RESULTS)],
};

pub const FORM_2021: TableForm = TableForm {
    id: TableId::Applications,
    form: FormId::Form2021,
    rows: rows![
        row("other_not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", OTHER),
        row("other_fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", OTHER),
        row("other_rest", "3.其他", OTHER),
    ],
};
