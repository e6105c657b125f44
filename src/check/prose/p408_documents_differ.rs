//! P408 documents-differ
//!
//! ## What it finds
//!
//! A sentence that says how many 规章 or 规范性文件 were issued, published, repealed or are in force, where table 二
//! has another figure.
//!
//! ## Why it matters
//!
//! The documents of an organ can be counted on its site; a wrong figure is found at once.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and
//! in words that agree with them.
//!
//! ## Example
//!
//! The text says 制发行政规范性文件2件; 本年制发件数 of the table is 3.
//!
//! ## Instead
//!
//! Count the documents again, and write the same figure in both places.
//!
//! ## 查什么
//!
//! 正文写明规章、规范性文件的制发、公开、废止或者现行有效件数，与第二张表不一致。
//!
//! ## 为什么
//!
//! 文件在网站上可以逐件清点，数字不符一查便知。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“制发行政规范性文件2件”，表中本年制发件数为3。
//!
//! ## 应为
//!
//! 重新清点文件，正文与表格写同一个数。

use super::readings::{self, differs, push};
use super::topic::{Documents, Measure, Topic};
use crate::check::{Context, Findings, Rule, Words};
use crate::report::{FormId, Severity};
use crate::text::holds;

pub const RULE: Rule =
    Rule { code: "P408", name: "documents-differ", severity: Severity::Warning, file: file!(), check };

const SAID_ISSUED: Words = Words {
    zh: "正文称制发{kind}{stated}{counter}",
    en: "The text gives {stated} as the number of {kind} issued",
};
const SAID_PUBLISHED: Words = Words {
    zh: "正文称公开{kind}{stated}{counter}",
    en: "The text gives {stated} as the number of {kind} published",
};
const SAID_REPEALED: Words = Words {
    zh: "正文称废止{kind}{stated}{counter}",
    en: "The text gives {stated} as the number of {kind} repealed",
};
const SAID_IN_FORCE: Words = Words {
    zh: "正文称现行有效的{kind}{stated}{counter}",
    en: "The text gives {stated} as the number of {kind} in force",
};
const MADE: Words = Words { zh: "，表中本年新制作为{made}件", en: "; the table has {made} made in the year" };
const DISCLOSED: Words =
    Words { zh: "，表中本年新公开为{disclosed}件", en: "; the table has {disclosed} disclosed in the year" };
const DISCLOSED_TOTAL: Words = Words {
    zh: "，表中对外公开总数为{disclosed_total}件",
    en: "; the table has {disclosed_total} disclosed in all",
};
const ISSUED: Words =
    Words { zh: "，表中本年制发为{issued}件", en: "; the table has {issued} issued in the year" };
const REPEALED: Words =
    Words { zh: "，表中本年废止为{repealed}件", en: "; the table has {repealed} repealed in the year" };
const IN_FORCE: Words =
    Words { zh: "，表中现行有效为{in_force}件", en: "; the table has {in_force} in force" };

fn check(context: &Context, findings: &mut Findings) {
    let table = &context.report().tables.disclosure;
    let organ = context.report().organ.as_deref().unwrap_or_default();
    // A government publishes what others issue, and what was issued in other years.
    let publishes_others = table.form == FormId::Form2021 && holds(organ, "政府");
    for claim in context.claims() {
        let Topic::Documents { kind, measure } = claim.topic else { continue };
        if measure == Measure::Published && publishes_others {
            continue;
        }
        let (row, kind) = match kind {
            Documents::Rules => ("gov_rules", "规章"),
            Documents::Normative => ("normative_documents", "规范性文件"),
        };
        let mut readings = Vec::new();
        for &(column, words) in columns(measure, table.form) {
            push(&mut readings, column, words, readings::rows(table, &[row], column));
        }
        if let Some(draft) = differs(claim, message(measure), &readings) {
            findings.add(draft.text("kind", kind));
        }
    }
}

fn message(measure: Measure) -> Words {
    match measure {
        Measure::Issued => SAID_ISSUED,
        Measure::Published => SAID_PUBLISHED,
        Measure::Repealed => SAID_REPEALED,
        Measure::InForce => SAID_IN_FORCE,
    }
}

/// The columns that the words may mean, the likeliest first.
fn columns(measure: Measure, form: FormId) -> &'static [(&'static str, Words)] {
    match (form, measure) {
        (FormId::Form2019, Measure::Issued) => &[("made", MADE), ("disclosed", DISCLOSED)],
        (FormId::Form2019, Measure::Published) => {
            &[("disclosed", DISCLOSED), ("made", MADE), ("disclosed_total", DISCLOSED_TOTAL)]
        }
        (FormId::Form2019, Measure::Repealed) => &[],
        (FormId::Form2019, Measure::InForce) => &[("disclosed_total", DISCLOSED_TOTAL)],
        (FormId::Form2021, Measure::Issued) => &[("issued", ISSUED)],
        (FormId::Form2021, Measure::Published) => &[("issued", ISSUED), ("in_force", IN_FORCE)],
        (FormId::Form2021, Measure::Repealed) => &[("repealed", REPEALED)],
        (FormId::Form2021, Measure::InForce) => &[("in_force", IN_FORCE)],
    }
}
