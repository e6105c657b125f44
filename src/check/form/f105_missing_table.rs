//! F105 missing-table
//!
//! ## What it finds
//!
//! A section that should hold a table, and no table of the form was found in the text.
//!
//! ## Why it matters
//!
//! Without the table none of its figures can be checked; the report isn't wholly checked. A table given as a picture can't
//! be read either, by people who can't see nor by programs.
//!
//! ## Basis
//!
//! The form: sections 二, 三 and 四 each consist of a table.
//!
//! ## Example
//!
//! Under 四 stands only that there were no cases.
//!
//! ## Instead
//!
//! Put the official table there and fill in 0 where there was none. If the original has the table, paste it as text.
//!
//! ## 查什么
//!
//! 应当有表格的部分，没有找到格式规定的表格。
//!
//! ## 为什么
//!
//! 没有表格，其中的数都无法核对，报告没有全部校验。以图片代替表格的，程序和使用读屏软件的人都读不出来。
//!
//! ## 依据
//!
//! 年度报告格式：第二、三、四部分各有一张表格。
//!
//! ## 示例
//!
//! 第四部分只写了没有行政复议、行政诉讼案件。
//!
//! ## 应为
//!
//! 附上规定的表格，没有发生的填0。原文有表格的，请连同表格文字一并粘贴。

use super::sections::find;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::form;
use crate::parse::doubt::Refusal;
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "F105", name: "missing-table", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "第{ordinal}部分“{heading}”没有找到表格，其中的数没有校验；请附上规定的表格，原文有的请连同表格粘贴",
    en: "No table was found for section {ordinal}, “{heading}”, so its figures weren't checked; add the official table, or \
         paste it with the text if the original has it",
};

const APART: Words = Words {
    zh: "第{ordinal}部分“{heading}”的表格中，栏目名称与数各在一处，无法确定哪个数属于哪一行，因此没有读取和校验；请从原文档或者\
         网页重新复制表格",
    en: "In the table of section {ordinal}, “{heading}”, labels and figures stand apart, so that no figure can be given its \
         row; it was neither read nor checked; copy the table again from the original document or page",
};

const REPEATS: Words = Words {
    zh: "第{ordinal}部分“{heading}”的表格中，重复的行已被删去，剩下的数不全，因此没有读取和校验；请从原文档或者网页重新复制表格",
    en: "In the table of section {ordinal}, “{heading}”, repeated lines were removed, and figures with them; it was neither \
         read nor checked; copy the table again from the original document or page",
};

const SIDE_BY_SIDE: Words = Words {
    zh: "第{ordinal}部分“{heading}”的表格中，每一行的数都多于规定的列数，像是几张表格并排在一起，因此没有读取和校验；请一次只\
         粘贴一份报告",
    en: "In the table of section {ordinal}, “{heading}”, each row has more figures than the form has columns, as if several \
         tables stood side by side; it was neither read nor checked; paste one report at a time",
};

fn message(refusal: Option<Refusal>) -> Words {
    match refusal {
        None => MESSAGE,
        Some(Refusal::Apart) => APART,
        Some(Refusal::Repeats) => REPEATS,
        Some(Refusal::SideBySide) => SIDE_BY_SIDE,
    }
}

fn check(context: &Context, findings: &mut Findings) {
    let report = context.report();
    for table in report.tables.all().into_iter().filter(|table| !table.found) {
        let section = form::section_of(table.id);
        let heading = find(report, section.id).and_then(|section| section.span);
        let refusal = context.parsed.refusals.iter().find(|(id, _)| *id == table.id).map(|(_, refusal)| *refusal);
        let draft = Draft::new(message(refusal)).at(table.span.or(heading));
        findings.add(draft.text("ordinal", section.ordinal).text("heading", section.heading));
    }
}
