//! F111 mixed-forms
//!
//! ## What it finds
//!
//! Rows or columns of both official forms in one report.
//!
//! ## Why it matters
//!
//! Figures under labels of the other form can't be compared with those of other organs, and what the year's form asks for
//! is missing in their place.
//!
//! ## Basis
//!
//! 国办公开办函〔2019〕60号 for the years 2019 and 2020; 国办公开办函〔2021〕30号 from 2021 on.
//!
//! ## Example
//!
//! Table 二 follows the 2021 form, but table 三 has one row （六）其他处理, as in 2019.
//!
//! ## Instead
//!
//! Use the year's form for all three tables.
//!
//! ## 查什么
//!
//! 一份报告里同时出现两种格式的行或者列。
//!
//! ## 为什么
//!
//! 另一种格式的栏目与其他机关的数据无法比较，当年格式要求的数据也因此缺失。
//!
//! ## 依据
//!
//! 2019、2020年度适用国办公开办函〔2019〕60号，2021年度起适用国办公开办函〔2021〕30号。
//!
//! ## 示例
//!
//! 第二部分表格是2021年格式，第三部分表格的“（六）其他处理”却只有一行，是2019年格式。
//!
//! ## 应为
//!
//! 三张表格都使用当年的格式。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form::form_for_year;
use crate::parse::FormMark;
use crate::report::{FormId, ReportForm, Severity};

pub const RULE: Rule = Rule { code: "F111", name: "mixed-forms", severity: Severity::Error, file: file!(), check };

const LABEL: Words = Words {
    zh: "报告混用两种格式：“{label}”是{form}年格式的栏目，其余是{other}年格式",
    en: "The report mixes both forms: “{label}” belongs to that of {form}, the rest to that of {other}",
};
const TABLES: Words = Words {
    zh: "报告混用两种格式：各部分的表格有的是2019年格式，有的是2021年格式",
    en: "The report mixes both forms: some of its tables follow that of 2019, some that of 2021",
};
const MARK: Words = Words { zh: "{form}年格式的栏目", en: "A label of the {form} form" };

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    let marks = &context.parsed.marks;
    let of = |form: FormId| marks.iter().filter(|mark| mark.form == form).collect::<Vec<&FormMark>>();
    let (of_2019, of_2021) = (of(FormId::Form2019), of(FormId::Form2021));
    if of_2019.is_empty() || of_2021.is_empty() {
        if report.form == Some(ReportForm::Mixed) {
            findings.add(Draft::new(TABLES));
        }
        return;
    }
    let expected = report.year.or(context.options.year).map(form_for_year);
    let strays = match expected {
        Some(FormId::Form2019) => of_2021,
        Some(FormId::Form2021) => of_2019,
        None if of_2019.len() <= of_2021.len() => of_2019,
        None => of_2021,
    };
    let (first, rest) = (strays[0], &strays[1..]);
    let other = if first.form == FormId::Form2019 { FormId::Form2021 } else { FormId::Form2019 };
    let mut draft = Draft::new(LABEL)
        .at(first.span)
        .text("label", first.label)
        .text("form", first.form.as_str())
        .text("other", other.as_str());
    for mark in rest {
        draft = draft.related(mark.span, MARK);
    }
    findings.add(draft);
}
