//! The headings of the six sections, found again in the wordings that reports give them.

use super::SECTIONS;
use super::label::{self, Label, Numbering};
use crate::report::SectionId;
use crate::text::{Folded, Span, holds, is_space};
use std::sync::LazyLock;

/// A line that heads a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    pub section: SectionId,
    pub closeness: Closeness,
    /// The ordinal with its mark, as written; none where there is none.
    pub ordinal: Option<Span>,
    /// The words after the ordinal.
    pub words: Span,
}

/// How near a heading is to the official wording; the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    Official,
    /// Its key words are there, and an ordinal.
    Variant,
    /// The official words behind an ordinal in brackets, which a part of section 一 may have as well.
    Bracketed,
}

/// The longest heading, in characters.
const LONGEST: usize = 40;

/// Words that tell a section in a line with an ordinal: all of one of the alternatives. The first section that fits counts.
const KEY_WORDS: [(SectionId, &[&[&str]]); 6] = [
    (SectionId::Litigation, &[&["复议"], &["诉讼"]]),
    (SectionId::Problems, &[&["问题", "改进"], &["问题", "措施"], &["主要问题"], &["存在", "问题"], &["存在", "不足"]]),
    (SectionId::Other, &[&["其他", "报告"], &["其它", "报告"], &["其他", "事项"], &["其它", "事项"]]),
    (SectionId::Disclosure, &[&["主动公开"]]),
    (SectionId::Applications, &[&["公开", "申请", "情况"], &["依申请公开"]]),
    (SectionId::Overview, &[&["总体情况"], &["基本情况"], &["总体", "情况"], &["概况"], &["概述"]]),
];

/// The official headings, as [`label::key`] makes them comparable.
static OFFICIAL: LazyLock<Vec<(SectionId, String)>> = LazyLock::new(|| {
    let heading = |section: &super::SectionForm| (section.id, label::key(section.heading).expect("a heading").full);
    SECTIONS.iter().map(heading).collect()
});

/// Tells whether a paragraph, standing at `span`, heads a section.
pub fn tell(text: &str, span: Span) -> Option<Heading> {
    let line = span.of(text);
    if line.len() > LONGEST * 4 {
        return None;
    }
    let marks = line.len() - line.trim_start_matches(|c: char| matches!(c, '#' | '*') || is_space(c)).len();
    let folded = Folded::new(&line[marks..], span.start as usize + marks);
    if folded.chars.len() > LONGEST || folded.chars.is_empty() {
        return None;
    }
    let (numbering, rest) = numbering(&folded.chars);
    let before = folded.chars.len() - rest.len();
    if rest.is_empty() {
        return None;
    }
    let is_bracketed = matches!(numbering, Some(Numbering::Bracketed(_)));
    let mut words = String::with_capacity(line.len());
    words.extend(rest.iter().filter(|&&character| is_word(character)));
    let is_sentence = rest.iter().any(|c| matches!(c, ',' | ';' | '.'));
    let official = OFFICIAL.iter().find(|(_, heading)| *heading == words);
    let (section, closeness) = match official {
        Some((section, _)) if is_bracketed => (*section, Closeness::Bracketed),
        Some((section, _)) => (*section, Closeness::Official),
        None if is_sentence || is_bracketed || numbering.is_none() => return None,
        None => (by_key_words(&words).filter(|_| !is_row_label(line))?, Closeness::Variant),
    };
    let ordinal = (before > 0).then(|| folded.span(0, before));
    let end = folded.chars.iter().rposition(|c| *c != '*').map_or(folded.chars.len(), |last| last + 1);
    Some(Heading { section, closeness, ordinal, words: folded.span(before, end.max(before + 1)) })
}

fn is_word(character: char) -> bool {
    // Most characters, told without a look into tables.
    matches!(character, '\u{4e00}'..='\u{9fff}') || character.is_alphanumeric()
}

/// The numbering, also behind a stray Latin letter (`l六、`).
fn numbering(folded: &[char]) -> (Option<Numbering>, &[char]) {
    if let [letter, rest @ ..] = folded
        && letter.is_ascii_alphabetic()
        && let (Some(number @ Numbering::Chinese(_)), rest) = label::split_numbering(rest)
    {
        return (Some(number), rest);
    }
    label::split_numbering(folded)
}

fn is_row_label(line: &str) -> bool {
    label::tell(line).is_some_and(|told| told.labels.iter().any(|label| matches!(label, Label::Row { .. })))
}

fn by_key_words(words: &str) -> Option<SectionId> {
    let fits = |alternatives: &[&[&str]]| alternatives.iter().any(|all| all.iter().all(|word| holds(words, word)));
    KEY_WORDS.iter().find(|(_, alternatives)| fits(alternatives)).map(|(section, _)| *section)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(line: &str) -> Option<(SectionId, Closeness)> {
        tell(line, Span::bytes(0, line.len())).map(|heading| (heading.section, heading.closeness))
    }

    #[test]
    fn headings_are_told_in_their_wordings() {
        use Closeness::{Official, Variant};
        for (line, expected) in [
            ("一、总体情况", (SectionId::Overview, Official)),
            ("1、 总体情况", (SectionId::Overview, Official)),
            ("一、工作基本情况", (SectionId::Overview, Variant)),
            ("## 三、收到和处理政府信息公开申请情况", (SectionId::Applications, Official)),
            ("三、依申请公开政府信息情况", (SectionId::Applications, Variant)),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", (SectionId::Litigation, Variant)),
            ("政府信息公开行政复议、行政诉讼情况", (SectionId::Litigation, Official)),
            ("五、存在问题及改进情况", (SectionId::Problems, Variant)),
            ("l六、其他需要报告的事项", (SectionId::Other, Official)),
            ("⼆、主动公开政府信息情况", (SectionId::Disclosure, Official)),
            ("（五）存在的主要问题及改进情况", (SectionId::Problems, Closeness::Bracketed)),
        ] {
            assert_eq!(section(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn other_lines_are_no_headings() {
        for line in [
            "四、结转下年度继续办理",
            "一、本年新收政府信息公开申请数量",
            "（二）依申请公开情况",
            "三、主动公开了规范性文件，并答复了申请。",
            "本报告分总体情况、主动公开政府信息情况、其他需要报告的事项等部分",
            "",
            "一、",
        ] {
            assert_eq!(section(line), None, "{line}");
        }
    }
}
