//! R702 report-missing
//!
//! ## What it finds
//!
//! An organ on the list that has no report among those given; an organ that has two; a report of another year or on
//! another form than the others. Organs are known by the usual variants of their names: with or without the place's,
//! 住建局 for 住房和城乡建设局.
//!
//! ## Why it matters
//!
//! A sum over reports of which one is missing, comes twice or is last year's is wrong.
//!
//! ## Basis
//!
//! Art. 49 of 政府信息公开条例: every department publishes its report; whoever supervises gathers them all.
//!
//! ## Example
//!
//! The list has 云溪市水利局; none of the reports is its.
//!
//! ## Instead
//!
//! Ask the organ for its report; take out the one that came twice or belongs to another year.
//!
//! ## 查什么
//!
//! 名单上的机关没有报告；同一机关有两份报告；某份报告的年度或者格式与其他报告不同。机关名称按通常的写法对应：带不带地
//! 名、“住建局”与“住房和城乡建设局”都视为同一机关。
//!
//! ## 为什么
//!
//! 缺一份、重一份，或者混入上年的报告，汇总数就是错的。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第四十九条：各部门都应当公布年度报告，主管部门负责收齐。
//!
//! ## 示例
//!
//! 名单上有云溪市水利局，收到的报告中没有。
//!
//! ## 应为
//!
//! 向该机关催要报告；重复的、其他年度的报告，从汇总中剔除。

use super::organ::plain;
use super::sum::most_common;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Report, Severity};
use crate::sorted::Named;

pub const RULE: Rule = Rule { code: "R702", name: "report-missing", severity: Severity::Warning, file: file!(), check };

const MISSING: Words = Words {
    zh: "名单上的{organ}没有报告，请催报",
    en: "{organ} is on the list and has no report; ask for it",
};
const TWICE: Words = Words {
    zh: "{organ}有两份报告（第{first}份和第{second}份），汇总时只应计一份",
    en: "{organ} has two reports (number {first} and number {second}); only one of them counts",
};
const YEAR: Words = Words {
    zh: "{organ}的报告是{year}年的，其他报告是{expected}年的，请核对",
    en: "The report of {organ} is for {year}, the others are for {expected}; check which was meant",
};
const FORM: Words = Words {
    zh: "{organ}的报告用的是{form}年格式，其他报告用的是{expected}年格式，请核对",
    en: "The report of {organ} is on the form of {form}, the others are on that of {expected}; check which was meant",
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(many) = context.many else { return };
    for expected in many.expected.iter().filter(|expected| expected.children.is_empty()) {
        findings.add(Draft::new(MISSING).text("organ", expected.organ.as_str()));
    }
    for (first, second) in twice(context) {
        let draft = Draft::new(TWICE).text("organ", name(many.children, second));
        findings.add(draft.number("first", first as u64 + 1).number("second", second as u64 + 1).source(second));
    }
    odd_ones(context, findings);
}

/// What to call a report.
fn name(children: &[Report], index: usize) -> String {
    children[index].organ.clone().unwrap_or_else(|| format!("#{}", index + 1))
}

/// Pairs of reports of one organ: of one name, or found for one organ of the list.
fn twice(context: &Context) -> Vec<(usize, usize)> {
    let Some(many) = context.many else { return Vec::new() };
    let mut by_name: Named<Vec<usize>> = Named::default();
    for (index, child) in many.children.iter().enumerate() {
        if let Some(organ) = &child.organ {
            by_name.entry(String::from_iter(plain(organ))).push(index);
        }
    }
    let listed = many.expected.iter().map(|expected| expected.children.clone());
    let mut firsts = vec![None; many.children.len()];
    for group in by_name.things().iter().cloned().chain(listed) {
        for &second in group.iter().skip(1) {
            firsts[second].get_or_insert(group[0]);
        }
    }
    let paired = |(second, first): (usize, Option<usize>)| Some((first?, second));
    firsts.into_iter().enumerate().filter_map(paired).collect()
}

/// Reports of another year, or on another form, than most.
fn odd_ones(context: &Context, findings: &mut Findings) {
    let Some(many) = context.many else { return };
    let parent = many.has_parent.then(|| context.report());
    let years = many.children.iter().filter_map(|child| child.year);
    let year = parent.and_then(|parent| parent.year).or_else(|| most_common(years));
    let forms = many.children.iter().filter_map(|child| child.form);
    let form = parent.and_then(|parent| parent.form).or_else(|| most_common(forms));
    for (index, child) in many.children.iter().enumerate() {
        let organ = name(many.children, index);
        if let (Some(own), Some(year)) = (child.year, year)
            && own != year
        {
            let draft = Draft::new(YEAR).text("organ", organ.as_str()).number("year", own).number("expected", year);
            findings.add(draft.source(index));
        }
        if let (Some(own), Some(form)) = (child.form, form)
            && own != form
        {
            let draft =
                Draft::new(FORM).text("organ", organ).text("form", own.as_str()).text("expected", form.as_str());
            findings.add(draft.source(index));
        }
    }
}
