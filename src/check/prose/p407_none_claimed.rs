//! P407 none-claimed
//!
//! ## What it finds
//!
//! A sentence that says there were no applications, no 行政复议 or no 行政诉讼, where the tables have some; and one that
//! says all applications were concluded, where table 三 carries some over and the paragraph doesn't say so.
//!
//! ## Why it matters
//!
//! Such a sentence is often left over from last year's report, and tells the reader the opposite of the table.
//!
//! ## Basis
//!
//! Practice: the report is one document, and Art. 50 of 政府信息公开条例 asks for its figures both in the tables and in
//! words that agree with them.
//!
//! ## Example
//!
//! The text says 全年未收到政府信息公开申请; row 一 of table 三 has a total of 3.
//!
//! ## Instead
//!
//! Write what the register shows, in the text and in the table.
//!
//! ## 查什么
//!
//! 正文称没有收到申请，没有行政复议、行政诉讼，而表中有数；或者正文称申请均已办结，而表中有结转下年度的申请，这一段又没有说明。
//!
//! ## 为什么
//!
//! 这类句子往往是从上一年度报告沿用下来的，与表格正好相反。
//!
//! ## 依据
//!
//! 工作惯例：年度报告正文与表格反映同一事实；《政府信息公开条例》第五十条对年度报告应当列明的情况作了规定。
//!
//! ## 示例
//!
//! 正文写“全年未收到政府信息公开申请”，第三张表第一项总计为3。
//!
//! ## 应为
//!
//! 按登记台账如实填写，正文与表格一致。

use super::readings;
use super::scope::Scope;
use super::topic;
use crate::check::language::{Passage, STOPS};
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Cell, Report, SectionId, Severity};
use crate::text::{Searched, Word, find, has_any, holds, words};
use rust_decimal::Decimal;
use std::cell::LazyCell;
use std::ops::Range;

pub const RULE: Rule = Rule { code: "P407", name: "none-claimed", severity: Severity::Warning, file: file!(), check };

const NO_APPLICATIONS: Words = Words {
    zh: "正文称没有收到政府信息公开申请，表中本年新收为{count}件，请核对正文和表格",
    en: "The text says that no application was received; the table has {count}. Check the text and the table",
};
const NO_CASES: Words = Words {
    zh: "正文称没有{cases}，表中总计为{count}件，请核对正文和表格",
    en: "The text says that there was no {cases}; the table has {count}. Check the text and the table",
};
const ALL_CONCLUDED: Words = Words {
    zh: "正文称申请均已办结，表中结转下年度继续办理为{count}件，请核对正文和表格",
    en: "The text says that all applications were concluded; the table carries {count} over. Check the text and the table",
};
const CELL: Words = Words { zh: "表中的数", en: "the figure in the table" };

/// What says that applications are carried over, or aren't concluded yet.
const CARRIED: &[Word] =
    words!["下年", "下一年", "次年", "顺延", "转入", "结转至", "结转到", "在办", "继续办理", "未办结", "未到期"];

/// Words that deny; what is denied follows.
const DENIALS: [&str; 11] =
    ["未收到", "没有收到", "未接到", "没有接到", "未受理", "未发生", "没有发生", "未出现", "没有", "未被", "无"];

/// What is denied must follow 没有 or 无 at once: 无正当理由大量反复申请 denies nothing.
const DENIED: [&str; 14] = [
    "政府信息公开",
    "依申请",
    "信息公开",
    "公开申请",
    "申请公开",
    "行政复议",
    "行政诉讼",
    "因政府信息",
    "因信息",
    "涉及政府信息",
    "关于政府信息",
    "公民",
    "申请人",
    "被",
];

/// What narrows a denial to some applications, or makes it one of something else.
const NARROWED_APPLICATIONS: &[Word] = words!["收费", "投诉", "费用", "举报", "涉密", "补正", "引发", "引起", "导致"];

/// What narrows a denial to some cases.
const NARROWED: &[Word] = words![
    "纠",
    "败诉",
    "撤销",
    "变更",
    "违法",
    "超期",
    "逾期",
    "维持",
    "审结",
    "未答复",
    "拒绝",
    "不予",
    "结转",
    "重复",
    "恶意",
    "超时",
    "不及时",
    "不当",
    "不规范",
    "不到位",
    "不力",
    "第三方",
    "第三人",
    "判决",
    "责令",
    "履行",
    "赔偿",
    "问责",
    "追责",
    "失泄密",
];

fn check(context: &Context, findings: &mut Findings) {
    let scope = Scope::new(context.report());
    for passage in context.passages() {
        let carries_over = LazyCell::new(|| has_any(passage.text.as_str(), CARRIED));
        for (sentence, clause) in clauses(passage) {
            if !has_any(passage.slice(clause.clone()), words!["申请", "复议", "诉讼", "办"]) {
                continue;
            }
            let said = said(context.report(), passage, &sentence, &clause, || *carries_over);
            if let Some(said) = said.filter(|_| scope.covers(passage, sentence, clause.clone(), false)) {
                findings.add(said.draft(passage, clause));
            }
        }
    }
}

/// So far before a clause its sentence is looked at, in characters.
const SENTENCE: usize = 160;

/// The clauses of a passage that may say that there was none, each with its sentence as far as the clause.
fn clauses(passage: &Passage) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let chars = passage.chars();
    let is_stop = |character: &char| STOPS.contains(character);
    let is_mark = move |character: &char| matches!(character, ',' | ';' | ':' | '(' | ')') || is_stop(character);
    let may_say_none = |character: &char| matches!(character, '未' | '无' | '没' | '均' | '全');
    let (mut sentence, mut from) = (0, 0);
    std::iter::from_fn(move || {
        let at = from + chars[from..].iter().position(may_say_none)?;
        let start = chars[from..at].iter().rposition(is_mark).map_or(from, |mark| from + mark + 1);
        sentence = chars[from..start].iter().rposition(is_stop).map_or(sentence, |stop| from + stop + 1);
        from = chars[at..].iter().position(is_mark).map_or(chars.len(), |length| at + length);
        Some((sentence.max(start.saturating_sub(SENTENCE))..from, start..from))
    })
}

/// What a clause claims, against the tables.
struct Said<'r> {
    words: Words,
    cases: &'static str,
    count: Decimal,
    cells: Vec<&'r Cell>,
}

impl Said<'_> {
    fn draft(self, passage: &Passage, clause: Range<usize>) -> Draft {
        let draft = Draft::new(self.words)
            .at(passage.span(clause))
            .number("count", self.count)
            .text("cases", self.cases)
            .expected(self.count)
            .actual(Decimal::ZERO);
        self.cells.iter().fold(draft, |draft, cell| draft.related(cell.span, CELL).cells([cell.address.clone()]))
    }
}

fn said<'r>(
    report: &'r Report,
    passage: &Passage,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    carries_over: impl Fn() -> bool,
) -> Option<Said<'r>> {
    let words = passage.slice(clause.clone());
    if has_any(words, NARROWED) {
        return None;
    }
    let near = passage.slice(sentence.start.saturating_sub(60).max(clause.start.saturating_sub(160))..clause.end);
    let on_disclosure = has_any(near, words!["信息公开", "依申请", "政务公开"]);
    let (claim, rows, column, cases): (_, &[&str], _, _) = if let Some(denied) = denied(words) {
        match (holds(denied, "复议"), holds(denied, "诉讼")) {
            (false, false) if is_application(denied) => (NO_APPLICATIONS, &["received"], "total", ""),
            (false, false) => return None,
            _ if !on_disclosure && passage.section != Some(SectionId::Litigation) => return None,
            _ if has_any(denied, words!["未经复议", "直接起诉", "直接提起"]) => {
                (NO_CASES, &["direct_suit"], "total", "未经复议直接起诉的案件")
            }
            _ if has_any(denied, words!["复议后"]) => {
                (NO_CASES, &["suit_after_reconsideration"], "total", "复议后起诉的案件")
            }
            (true, false) => (NO_CASES, &["reconsideration"], "total", "行政复议"),
            (false, true) => (NO_CASES, &["direct_suit", "suit_after_reconsideration"], "total", "行政诉讼"),
            (true, true) => (
                NO_CASES,
                &["reconsideration", "direct_suit", "suit_after_reconsideration"],
                "total",
                "行政复议、行政诉讼",
            ),
        }
    } else if says_all_concluded(words, near, passage.slice(sentence.start..clause.start), carries_over)
        && !counts_concluded(report, passage, clause)
    {
        (ALL_CONCLUDED, &["carried_out"], "total", "")
    } else {
        return None;
    };
    let table = if claim.zh == NO_CASES.zh { &report.tables.litigation } else { &report.tables.applications };
    let (count, cells) = readings::rows(table, rows, column)?;
    (count > Decimal::ZERO).then_some(Said { words: claim, cases, count, cells })
}

/// What a clause says there was none of.
fn denied(words: &str) -> Option<&str> {
    DENIALS.iter().find_map(|denial| {
        let after = &words[find(words, denial)? + denial.len()..];
        let at_once = DENIED.iter().any(|each| after.starts_with(each));
        let of_more = ["其他", "其它", "新的", "新增", "另外"].iter().any(|more| after.starts_with(more));
        let is_told = at_once || (denial.chars().count() > 1 && *denial != "没有");
        (is_told && !of_more && !has_another_cause(after)).then_some(after)
    })
}

/// 未发生因征地补偿引发的行政复议 leaves others open.
fn has_another_cause(denied: &str) -> bool {
    denied.strip_prefix('因').is_some_and(|cause| {
        let end = ["引发", "引起", "导致", "造成"].iter().filter_map(|word| find(cause, word)).min();
        end.is_some_and(|end| !holds(&cause[..end], "公开") && !holds(&cause[..end], "信息"))
    })
}

/// 42件申请均已办结 says it of as many as were concluded.
fn counts_concluded(report: &Report, passage: &Passage, clause: &Range<usize>) -> bool {
    let concluded = readings::rows(&report.tables.applications, &["concluded"], "total");
    let counted = passage.figures_in(clause.clone());
    concluded.is_some_and(|(concluded, _)| counted.iter().any(|figure| figure.value == concluded))
}

fn is_application(denied: &str) -> bool {
    let searched = Searched::from(denied);
    let has = |words: &[Word]| has_any(searched, words);
    let named = has(words!["公开申请", "申请公开", "依申请公开", "政府信息申请"]) || denied.starts_with("信息申请");
    (named || ["申请", "公开", "信息"].iter().all(|word| holds(denied, word)))
        && !has(words!["来信", "费"])
        && !has(NARROWED_APPLICATIONS)
        && topic::is_of_all(denied)
}

/// `near` is the clause with what goes before it, `before` what goes before it in its sentence.
fn says_all_concluded(words: &str, near: &str, before: &str, carries_over: impl Fn() -> bool) -> bool {
    let all = has_any(words, words!["均已", "全部已", "已全部", "都已"]);
    let concluded = has_any(words, words!["办结", "办理完毕", "办理完结", "处理完毕"]);
    let narrowed = has_any(words, words!["到期", "期限", "除", "其余", "应", "延期", "正在"]);
    // 上年结转4件，均已办结 says it of those alone.
    let carried_in = holds(before, "结转") && !has_any(before, words!["收到", "受理", "新收", "办理"]);
    all && concluded
        && !narrowed
        && !carried_in
        && has_any(near, words!["公开申请", "依申请公开", "申请公开"])
        && !carries_over()
}
