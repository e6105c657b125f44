//! W803 wrong-citation
//!
//! ## What it finds
//!
//! A citation of one of the notices that the report rests on with the wrong document number: 国办发〔2021〕30号 for 国
//! 办公开办函〔2021〕30号 (the form), the like for 国办公开办函〔2019〕60号 and 国办函〔2020〕109号 (fees), and 国务院
//! 令第492号 for the revised 政府信息公开条例, which is 第711号.
//!
//! ## Why it matters
//!
//! A document that is cited must be found under its number.
//!
//! ## Basis
//!
//! 国办公开办函〔2021〕30号, 国办公开办函〔2019〕60号, 国办函〔2020〕109号 and 国务院令第711号.
//!
//! ## Example
//!
//! 依据年度报告格式（国办发〔2021〕30号）编制.
//!
//! ## Instead
//!
//! 依据年度报告格式（国办公开办函〔2021〕30号）编制.
//!
//! ## 查什么
//!
//! 引用年度报告所依据的文件时文号写错：把“国办公开办函〔2021〕30号”（格式）写成“国办发〔2021〕30号”，国办公开办函
//! 〔2019〕60号、国办函〔2020〕109号（信息处理费）的类似错误，以及把修订后的《政府信息公开条例》写成国务院令第492号（
//! 应为第711号）。
//!
//! ## 为什么
//!
//! 引用的文件应当能按文号查到。
//!
//! ## 依据
//!
//! 国办公开办函〔2021〕30号、国办公开办函〔2019〕60号、国办函〔2020〕109号、国务院令第711号。
//!
//! ## 示例
//!
//! “依据年度报告格式（国办发〔2021〕30号）编制”。
//!
//! ## 应为
//!
//! “依据年度报告格式（国办公开办函〔2021〕30号）编制”。

use crate::check::language::Passage;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Edit, Severity};
use crate::text::{beginnings, holds};
use std::ops::Range;

pub const RULE: Rule = Rule { code: "W803", name: "wrong-citation", severity: Severity::Info, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "文号写作“{written}”，应为“{right}”",
    en: "The document number is given as {written}; it is {right}",
};
const FIX: Words = Words { zh: "改为“{right}”", en: "make it {right}" };

/// A notice: who issued it, its year and number, and a word of the sentence that is about it.
struct Notice {
    issuer: &'static str,
    number: &'static str,
    right: &'static str,
    about: &'static [&'static str],
}

/// Numbers are written as folding leaves them.
const NOTICES: &[Notice] = &[
    Notice {
        issuer: "国办公开办函",
        number: "2021)30号",
        right: "国办公开办函〔2021〕30号",
        about: &["年度报告", "格式", "年报"],
    },
    Notice {
        issuer: "国办公开办函",
        number: "2019)60号",
        right: "国办公开办函〔2019〕60号",
        about: &["年度报告", "格式", "年报"],
    },
    Notice {
        issuer: "国办函", number: "2020)109号", right: "国办函〔2020〕109号", about: &["处理费", "收费"]
    },
];

fn check(context: &Context, findings: &mut Findings) {
    for passage in context.passages().iter().filter(|passage| holds(&passage.text, "号")) {
        for notice in NOTICES {
            for place in wrong_issuers(passage, notice) {
                findings.add(wrong_issuer(context, passage, notice, place));
            }
        }
        if let Some(place) = old_decree(passage).filter(|_| context.report().year.is_none_or(|year| year >= 2019)) {
            let edit = edit(context, passage, place.clone(), "711");
            let written = format!("第{}号", passage.slice(place.clone()));
            let draft = Draft::new(MESSAGE).at(passage.span(place)).text("written", written).text("right", "第711号");
            findings.add(draft.fix(FIX, vec![edit]));
        }
    }
}

/// Where a notice's number stands with another issuer's name: the place of that name.
fn wrong_issuers(passage: &Passage, notice: &Notice) -> Vec<Range<usize>> {
    let square = notice.number.replace(')', "]");
    let round = beginnings(&passage.text, notice.number);
    let numbers = round.chain(beginnings(&passage.text, &square)).map(|byte| passage.position(byte));
    let issuer = |number: usize| {
        let bracket = number.checked_sub(1).filter(|&at| "([".contains(passage.chars()[at]))?;
        let from = bracket.saturating_sub(10);
        let name = passage.slice(from..bracket).rfind("国办")?;
        let start = passage.position(passage.byte(from) + name);
        let near = passage.slice(start.saturating_sub(60)..passage.chars().len().min(number + 60));
        let about = notice.about.iter().any(|word| holds(near, word));
        (about && passage.slice(start..bracket) != notice.issuer).then_some(start..bracket)
    };
    numbers.filter_map(issuer).collect()
}

fn wrong_issuer(context: &Context, passage: &Passage, notice: &Notice, issuer: Range<usize>) -> Draft {
    let whole = issuer.start..passage.chars().len().min(issuer.end + 1 + notice.number.chars().count());
    let span = passage.span(whole);
    Draft::new(MESSAGE)
        .at(span)
        .text("written", span.of(context.text()).split_whitespace().collect::<String>())
        .text("right", notice.right)
        .fix(FIX, vec![edit(context, passage, issuer, notice.issuer)])
}

/// The number of the decree before the revision, cited for 政府信息公开条例.
fn old_decree(passage: &Passage) -> Option<Range<usize>> {
    let byte = beginnings(&passage.text, "第492号").next()?;
    let start = passage.position(byte) + 1;
    let near = passage.slice(start.saturating_sub(40)..start);
    (holds(near, "信息公开条例") && holds(near, "令")).then_some(start..start + 3)
}

fn edit(context: &Context, passage: &Passage, place: Range<usize>, text: &str) -> Edit {
    let span = passage.span(place);
    Edit { span, was: span.of(context.text()).to_owned(), text: text.to_owned() }
}
