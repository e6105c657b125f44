//! Y503 late
//!
//! ## What it finds
//!
//! A report signed after it was due: 31 January for a department, 31 March for a government. What the organ is comes
//! from the option organKind, else from its name; townships, subdistricts, a government's own office and unknown
//! organs are left alone. The date when a site put the report up is no signature.
//!
//! ## Why it matters
//!
//! A late report is a breach of duty that the supervising office records.
//!
//! ## Basis
//!
//! Art. 49 of 政府信息公开条例: departments of governments at county level and above publish by 31 January,
//! governments by 31 March.
//!
//! ## Example
//!
//! The report of 云溪市文化和旅游局 for 2023 is signed 2024年2月8日.
//!
//! ## Instead
//!
//! Check the date. If the report was published in time, give that date; if it was late, the supervising office has to
//! know.
//!
//! ## 查什么
//!
//! 落款日期晚于公布期限：部门为1月31日，人民政府为3月31日。机关类型按选项 organKind 确定，没有指定的按名称判断；网站的发布日期不是落款日期。乡镇、
//! 街道、人民政府办公室（厅）和无法判断的机关不查。
//!
//! ## 为什么
//!
//! 逾期公布年度报告，主管部门要登记、督促。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第四十九条：县级以上人民政府部门应当在每年1月31日前、县级以上地方人民政府应当在每年3月31日前公
//! 布上一年度报告。
//!
//! ## 示例
//!
//! 云溪市文化和旅游局2023年的报告，落款为2024年2月8日。
//!
//! ## 应为
//!
//! 核对日期。按期公布、日期写错的，改正日期；确实逾期的，向主管部门说明。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::options::OrganKind;
use crate::parse::signature_date;
use crate::report::Severity;
use crate::text::{Span, holds};

pub const RULE: Rule = Rule { code: "Y503", name: "late", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "落款日期为{date}，晚于公布期限{due}，请核对，确已逾期的应当说明",
    en: "The report is signed {date}, after it was due on {due}; check the date, and explain if it is right",
};

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    let kind = context.options.organ_kind.or_else(|| kind_of(report.organ.as_deref()?));
    let (Some(year), Some(date), Some(kind)) = (report.year, report.date.as_deref(), kind) else { return };
    let due = match kind {
        OrganKind::Department => format!("{}-01-31", year + 1),
        OrganKind::Government => format!("{}-03-31", year + 1),
        OrganKind::Township => return,
    };
    if date <= due.as_str() {
        return;
    }
    if let Some(place) = place(context, date) {
        findings.add(Draft::new(MESSAGE).at(place).text("date", date).text("due", due));
    }
}

/// What an organ is by its name; none where that doesn't tell.
fn kind_of(organ: &str) -> Option<OrganKind> {
    let township = ["镇", "乡", "街道", "人民政府办公", "政府办", "管委会", "管理委员会", "居委会", "村委会"];
    if township.iter().any(|word| holds(organ, word)) {
        return None;
    }
    if organ.ends_with("人民政府") {
        return Some(OrganKind::Government);
    }
    let departments = ["局", "委", "委员会", "办", "办公室", "厅"];
    departments.iter().any(|ending| organ.ends_with(ending)).then_some(OrganKind::Department)
}

/// Where the report is signed with the date; none where that is only when a site put it up, which may be later.
fn place(context: &Context, date: &str) -> Option<Span> {
    let lines: Vec<Span> = context.parsed.document.paragraphs().collect();
    lines.into_iter().rev().find(|line| signature_date(line.of(context.text())).as_deref() == Some(date))
}
