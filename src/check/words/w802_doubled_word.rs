//! W802 doubled-word
//!
//! ## What it finds
//!
//! A word written twice over in the prose: 还还, 的的, 由由, 和和, 在在, 是是 and the like, and a word of two to four
//! characters (资金资金). Good doublings (层层, 紧紧, 往往) and doublings across two words (我县县政府, 市市场监管局)
//! are left alone, and so are tables.
//!
//! ## Why it matters
//!
//! A slip that shows that nobody read the text again.
//!
//! ## Basis
//!
//! Practice: 党政机关公文处理工作条例 asks for exact wording.
//!
//! ## Example
//!
//! `但还还存在一些不足。`
//!
//! ## Instead
//!
//! `但还存在一些不足。`
//!
//! ## 查什么
//!
//! 正文中重复的字词：还还、的的、由由、和和、在在、是是等，以及连写两遍的两到四个字的词（资金资金）。层层、紧紧、往往
//! 等正常叠词，我县县政府、市市场监管局等前后两个词相接的，不算；表格不查。
//!
//! ## 为什么
//!
//! 一眼可见的笔误，说明定稿前没有通读。
//!
//! ## 依据
//!
//! 工作惯例：《党政机关公文处理工作条例》要求公文表述准确。
//!
//! ## 示例
//!
//! `但还还存在一些不足。`
//!
//! ## 应为
//!
//! `但还存在一些不足。`

use crate::check::language::Passage;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::{Edit, Severity};
use std::ops::Range;

pub const RULE: Rule = Rule { code: "W802", name: "doubled-word", severity: Severity::Warning, file: file!(), check };

const MESSAGE: Words =
    Words { zh: "“{word}”写了两遍，请删去一个", en: "“{word}” is written twice; take one out" };
const FIX: Words = Words { zh: "删去一个“{word}”", en: "take one “{word}” out" };

/// A word of one character that is never doubled, with the characters before and after it that make two words of it:
/// 存在|在建, 加深了|了解.
const SINGLE: &[(char, &str, &str)] = &[
    ('还', "归返退偿送生交", "款本清"),
    ('的', "目", "确"),
    ('由', "理自缘事来案情", "于"),
    ('了', "", "解结然却断不如望"),
    ('和', "", "谐平睦气美解缓"),
    ('在', "存现正实潜内外所", "建线职校岗编册即场于押地外"),
    ('是', "但可凡还就于总都只要若或不也凡正", "否非"),
    ('将', "即必", ""),
    ('对', "针面应相绝反核校", "象策照比接外应标口"),
    ('与', "参", "会此时"),
    ('及', "以涉普顾危", "时其格"),
    ('从', "服听自无", "事严而业属"),
    ('被', "", ""),
    ('把', "", "握关"),
    ('其', "尤极与及", "他中余它实"),
    ('以', "可所予足加难得何用给", "及上下来后前便内外人往致为"),
    ('也', "", ""),
    ('并', "合吞", "联行"),
    ('向', "方导意面倾定", ""),
    ('为', "作成因行认以变称更较最极", "民人了何此"),
];

/// Words that two compounds share where they meet, or that are doubled on purpose: 主动公开|公开内容, 研究研究.
const SHARED: &[&str] = &[
    "公开", "服务", "管理", "建设", "监督", "审批", "登记", "检查", "培训", "研究", "讨论", "学习", "了解", "商量",
    "非常", "许多", "很多", "某某", "政府", "工作", "行政", "人民", "总计", "结果", "申请", "信息", "保护", "评价",
    "考核", "发展", "治理", "维护", "运行", "审查", "处罚", "交流", "优化", "部门", "单位", "财政", "街道", "社区",
    "乡镇", "领导",
];

/// The longest word that is looked for, in characters.
const LONGEST: usize = 4;

/// A page is at least so many characters wide.
const WRAPPED_LINE: usize = 20;

/// What makes a compound of a word before it: 审核|审核人, 公告|公告期, 全过程|过程性.
const SUFFIXES: &str = "人员者期表性类率制单书权栏家箱群";

fn check(context: &Context, findings: &mut Findings) {
    for passage in context.passages().iter().filter(|passage| is_prose(passage)) {
        let mut at = 0;
        let chars = passage.chars();
        while at < chars.len() {
            // In most places no character comes again.
            if !comes_again(&chars[at..]) {
                at += 1;
                continue;
            }
            match doubled(context, passage, at) {
                Some(length) => {
                    findings.add(draft(context, passage, at..at + length));
                    at += 2 * length;
                }
                None => at += 1,
            }
        }
    }
}

/// Whether the first of the characters comes again so near that a word may stand twice.
fn comes_again(chars: &[char]) -> bool {
    match *chars {
        [first, a, b, c, d, ..] => first == a || first == b || first == c || first == d,
        [first, ref near @ ..] => near.contains(&first),
        [] => false,
    }
}

/// A passage without any mark is a heading, or what a layout left of a table's.
fn is_prose(passage: &Passage) -> bool {
    passage.text.contains(['。', ','])
}

/// The length of the word that stands twice from here on.
fn doubled(context: &Context, passage: &Passage, at: usize) -> Option<usize> {
    let rest = &passage.chars()[at..];
    (1..=LONGEST).find(|&length| {
        rest.len() >= 2 * length
            && rest[0] == rest[length]
            && rest[..length] == rest[length..2 * length]
            && (if length == 1 { is_slip(passage.chars(), at) } else { is_word(passage, at, length) })
            && !begins_a_line(context, passage, at + length)
    })
}

/// Whether the word before a position ends a line that no page would have wrapped there: a heading repeats in the text
/// below it.
fn begins_a_line(context: &Context, passage: &Passage, at: usize) -> bool {
    let (before, after) = (passage.span(at - 1..at), passage.span(at..at + 1));
    let (text, is_break) = (context.text(), |character: &char| matches!(character, '\n' | '\r'));
    let line =
        text[..before.end as usize].chars().rev().take(WRAPPED_LINE).take_while(|character| !is_break(character));
    text[before.end as usize..after.start as usize].contains(['\n', '\r']) && line.count() < WRAPPED_LINE
}

/// Whether one character stands twice that shouldn't.
fn is_slip(chars: &[char], at: usize) -> bool {
    let around = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    let (before, after) = (around(at.checked_sub(1)), around(Some(at + 2)));
    // 目的|的确, but 栏目|的的.
    if chars[at] == '的' && before == Some('目') && at > 1 && "栏项题节科条数".contains(chars[at - 2]) {
        return true;
    }
    SINGLE.iter().any(|&(single, not_after, not_before)| {
        let joined = before.is_some_and(|before| not_after.contains(before) || before == single)
            || after.is_some_and(|after| not_before.contains(after) || after == single);
        single == chars[at] && !joined
    })
}

/// Whether what stands twice is a word: no figure, no mark, no single character over and over.
fn is_word(passage: &Passage, at: usize, length: usize) -> bool {
    let word = &passage.chars()[at..at + length];
    let is_plain = |character: &char| {
        ('\u{4e00}'..='\u{9fff}').contains(character)
            && !"一二三四五六七八九十百千万两各每某很的了".contains(*character)
    };
    word.iter().all(is_plain)
        && word.iter().any(|character| *character != word[0])
        && !SHARED.iter().any(|shared| passage.slice(at..at + length).ends_with(shared))
        && !passage.chars().get(at + 2 * length).is_some_and(|&next| SUFFIXES.contains(next))
}

fn draft(context: &Context, passage: &Passage, word: Range<usize>) -> Draft {
    let second = passage.span(word.end..word.end + word.len());
    let edit = Edit { span: second, was: second.of(context.text()).to_owned(), text: String::new() };
    Draft::new(MESSAGE)
        .at(passage.span(word.start..word.end + word.len()))
        .text("word", passage.slice(word))
        .fix(FIX, vec![edit])
}
