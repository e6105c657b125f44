//! C210 annotated-cell
//!
//! ## What it finds
//!
//! A figure with a remark in brackets behind it.
//!
//! ## Why it matters
//!
//! The figure before the brackets is the one that counts, but a spreadsheet takes the whole for text and leaves it out.
//!
//! ## Basis
//!
//! Practice: cells hold figures, remarks belong to the text.
//!
//! ## Example
//!
//! 本年制发件数 is written 22（其中修订16件）.
//!
//! ## Instead
//!
//! Put 22 into the cell and the remark into the text of the section.
//!
//! ## 查什么
//!
//! 数字后面用括号加了说明。
//!
//! ## 为什么
//!
//! 应以括号前的数为准，但电子表格会把整格当作文字，合计时漏掉。
//!
//! ## 依据
//!
//! 填报惯例：格里只填数，说明写在正文中。
//!
//! ## 示例
//!
//! “本年制发件数”写作“22（其中修订16件）”。
//!
//! ## 应为
//!
//! 格里填22，说明移到正文。

use super::place::plain;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;

pub const RULE: Rule = Rule { code: "C210", name: "annotated-cell", severity: Severity::Info, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "“{row}”（{column}）写作“{raw}”，读作{figure}，说明请移到正文",
    en: "“{row}” ({column}) is written “{raw}” and was read as {figure}; the remark belongs to the text",
};

fn check(context: &Context, findings: &mut Findings) {
    for place in context.written_oddly() {
        let Some(figure) = place.figure().filter(|figure| figure.annotation.is_some()) else { continue };
        findings.add(
            Draft::new(MESSAGE)
                .at(place.span())
                .text("row", &place.row.label)
                .text("column", place.column.label)
                .text("raw", &place.cell.raw)
                .text("figure", plain(figure.value))
                .cells([place.cell.address.clone()]),
        );
    }
}
