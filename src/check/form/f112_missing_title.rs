//! F112 missing-title
//!
//! ## What it finds
//!
//! A report without a title, or with one that names no organ or no year, or repeats itself.
//!
//! ## Why it matters
//!
//! Once reports are gathered, the title is what tells whose report it is and of which year.
//!
//! ## Basis
//!
//! Practice: the title is the organ's name, the year, and 政府信息公开工作年度报告.
//!
//! ## Example
//!
//! 2019年度政府信息公开工作年度报告: no organ, and 年度 twice.
//!
//! ## Instead
//!
//! 云溪市林业局2019年政府信息公开工作年度报告.
//!
//! ## 查什么
//!
//! 报告没有标题，或者标题没有写明机关、年份，或者用词重复。
//!
//! ## 为什么
//!
//! 报告汇集以后，要靠标题辨认是哪个机关、哪一年的。
//!
//! ## 依据
//!
//! 通行写法：机关名称加年份，再加“政府信息公开工作年度报告”。
//!
//! ## 示例
//!
//! “2019年度政府信息公开工作年度报告”，没有写机关，“年度”又重复。
//!
//! ## 应为
//!
//! “云溪市林业局2019年政府信息公开工作年度报告”。

use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;
use crate::text::{Folded, Span, beginnings, find, year_in};

pub const RULE: Rule = Rule { code: "F112", name: "missing-title", severity: Severity::Info, file: file!(), check };

const NONE: Words = Words {
    zh: "没有找到标题，标题应当写明机关、年份和“政府信息公开工作年度报告”",
    en: "No title was found; it should name the organ, the year and 政府信息公开工作年度报告",
};
const NO_ORGAN: Words =
    Words { zh: "标题“{title}”没有写明机关名称", en: "The title “{title}” doesn't name the organ" };
const NO_YEAR: Words =
    Words { zh: "标题“{title}”没有写明年份", en: "The title “{title}” doesn't name the year" };
const TWICE: Words = Words {
    zh: "标题“{title}”中“{word}”重复，可写作“……年政府信息公开工作年度报告”",
    en: "The title “{title}” has “{word}” twice; …年政府信息公开工作年度报告 will do",
};

/// What a title may say twice.
const WORDS: [&str; 3] = ["年度", "信息公开", "年报"];

fn check(context: &Context, findings: &mut Findings) {
    let Some(title) = &context.report().title else {
        findings.add(Draft::new(NONE));
        return;
    };
    let words: String = Folded::new(title, 0).chars.into_iter().collect();
    let mut without_year = words.clone();
    while let Some((year, _)) = year_in(&without_year) {
        without_year.replace_range(year, "");
    }
    let twice = WORDS.iter().find(|word| beginnings(&words, word).count() > 1);
    let problem = match twice {
        _ if !names_organ(&without_year) => Draft::new(NO_ORGAN),
        _ if without_year == words => Draft::new(NO_YEAR),
        Some(word) => Draft::new(TWICE).text("word", *word),
        None => return,
    };
    findings.add(problem.at(place(context, title)).text("title", title.as_str()));
}

/// Whether anything but the year stands before the report's own name, or between the year and it.
fn names_organ(without_year: &str) -> bool {
    let names = ["政府信息公开", "政务信息公开", "信息公开", "政务公开", "年度报告"];
    let end = names.iter().filter_map(|name| find(without_year, name)).min().unwrap_or(without_year.len());
    let organ = without_year[..end].trim_start_matches("关于").trim_matches(['年', '度', '的', '(', ')']);
    organ.chars().count() > 1
}

/// The line of the title that stands last: it may be put together from several.
fn place(context: &Context, title: &str) -> Option<Span> {
    let mut paragraphs = context.parsed.document.paragraphs();
    paragraphs.find(|span| {
        let line = span.of(context.text()).trim_start_matches(['#', '*', ' ']).trim_end_matches(['*', ' ']);
        !line.is_empty() && title.ends_with(line)
    })
}
