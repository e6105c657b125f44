//! A305 disclosed-more-than-held
//!
//! ## What it finds
//!
//! In the 2019 form, more 规章 or 规范性文件 newly disclosed in the year than are disclosed in all.
//!
//! ## Why it matters
//!
//! What was disclosed in the year is part of what is disclosed. One of the two figures is wrong, or they stand in each
//! other's column.
//!
//! ## Basis
//!
//! The 2019 form: 本年新公开数量 counts the year's, 对外公开总数量 all of them. A document may be disclosed and repealed in
//! one year, so this is a warning.
//!
//! ## Example
//!
//! 规范性文件: 本年新公开数量 16, 对外公开总数量 3.
//!
//! ## Instead
//!
//! Compare both with the list of documents; here they stand in each other's place.
//!
//! ## 查什么
//!
//! 2019年格式中，规章或者规范性文件的本年新公开数量大于对外公开总数量。
//!
//! ## 为什么
//!
//! 本年新公开的包含在公开总数之内。两个数必有一个填错，或者互换了位置。
//!
//! ## 依据
//!
//! 2019年格式：“本年新公开数量”只计当年，“对外公开总数量”计全部。当年公开又当年废止的情形也可能存在，因此只作提醒。
//!
//! ## 示例
//!
//! “规范性文件”本年新公开数量16，对外公开总数量3。
//!
//! ## 应为
//!
//! 对照文件目录核对两个数；本例中两数互换了位置。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{FormId, Severity};

pub const RULE: Rule =
    Rule { code: "A305", name: "disclosed-more-than-held", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”本年新公开数量为{disclosed}，大于对外公开总数量{total}，请核对",
    en: "“{row}” has {disclosed} newly disclosed, more than the {total} disclosed in all; look at both",
};
const TOTAL: Words = Words { zh: "对外公开总数量：{total}", en: "对外公开总数量: {total}" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.disclosure;
    for row in table.rows.iter().filter(|_| table.form == FormId::Form2019) {
        let (Some(disclosed), Some(total)) = (row.cell("disclosed"), row.cell("disclosed_total")) else { continue };
        let (Some(part), Some(whole)) = (disclosed.value, total.value) else { continue };
        if part <= whole {
            continue;
        }
        findings.add(
            Draft::new(MESSAGE)
                .at(disclosed.span.or(row.span))
                .text("row", &row.label)
                .number("disclosed", part)
                .number("total", whole)
                .related(total.span, TOTAL)
                .cells([disclosed.address.clone(), total.address.clone()])
                .actual(part),
        );
    }
}
