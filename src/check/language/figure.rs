//! The figures of a passage: Arabic and Chinese numerals with their counters.

use crate::text::{Folded, chinese_numeral, is_chinese_numeral};
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// A figure in prose. Positions count the passage's characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub value: Decimal,
    /// What is counted by: 件, 条, 年, %, 万元; empty where nothing known follows.
    pub counter: &'static str,
    /// 40余, 近40, 2-3: not to be compared with anything.
    pub approximate: bool,
    /// The numeral alone, with 万 or 亿.
    pub number: Range<usize>,
    /// The numeral and its counter.
    pub whole: Range<usize>,
}

impl Figure {
    /// Whether it counts cases, applications or documents.
    pub fn counts_items(&self) -> bool {
        ["件", "条", "份", "宗", "起", "例", "个", "项", "件次", "条次"].contains(&self.counter)
    }
}

/// What may follow a figure, the usual first; a longer one stands before its beginning.
const COUNTERS: [&str; 40] = [
    "件次",
    "件",
    "条次",
    "条",
    "年",
    "月",
    "日",
    "%",
    "个百分点",
    "个工作日",
    "个月",
    "个",
    "项",
    "万元",
    "亿元",
    "人次",
    "篇次",
    "份",
    "宗",
    "起",
    "例",
    "篇",
    "次",
    "期",
    "场",
    "部",
    "元",
    "人",
    "名",
    "家",
    "户",
    "册",
    "幅",
    "张",
    "处",
    "天",
    "号",
    "倍",
    "轮",
    "页",
];

/// What follows a Chinese numeral in words that count nothing: 一部分, 千家万户, 一处.
const NOT_AFTER_CHINESE: [&str; 12] = ["", "部", "家", "户", "处", "张", "号", "页", "场", "天", "倍", "轮"];

/// What makes 十, 百, 千 and 万 approximate: 数十, 几百, 上千.
const APPROXIMATE_BEFORE_UNIT: [char; 3] = ['数', '几', '上'];

/// What makes a figure approximate when it stands between it and its counter, or after its counter.
const APPROXIMATE_BETWEEN: [char; 4] = ['余', '多', '来', '几'];
const APPROXIMATE_AFTER: &[&str] = &["余", "多", "以上", "左右", "以内", "以下", "上下", "不等"];

/// The longest numeral that is read; what is longer is no count.
const LONGEST: usize = 15;

/// Finds the figures, in one pass.
pub(super) fn scan(folded: &Folded, source: &str) -> Vec<Figure> {
    let chars = &folded.chars;
    let mut figures: Vec<Figure> = Vec::new();
    let mut at = 0;
    while let Some(next) = chars[at..].iter().position(|&character| begins_numeral(character)) {
        at += next;
        let end = numeral_end(folded, source, at);
        let figure = read(chars, at..end);
        at = figure.as_ref().map_or(end, |figure| figure.number.end);
        figures.extend(figure);
    }
    figures
}

fn begins_numeral(character: char) -> bool {
    character.is_ascii_digit() || is_chinese_numeral(character)
}

/// The end of the numeral that begins here.
fn numeral_end(folded: &Folded, source: &str, at: usize) -> usize {
    let chars = &folded.chars;
    if chars[at].is_ascii_digit() {
        let mut end = at + 1;
        while end < chars.len() {
            let goes_on = match chars[end] {
                next if next.is_ascii_digit() => touches(folded, source, end),
                ',' => groups(folded, source, end),
                '.' => chars.get(end + 1).is_some_and(char::is_ascii_digit),
                _ => false,
            };
            if !goes_on {
                break;
            }
            end += 1;
        }
        // 二0二四 begins with a Chinese numeral, so what follows an Arabic one is its 万 or 亿 alone.
        return end;
    }
    let is_part = |character: &&char| is_chinese_numeral(**character) || **character == '0';
    at + chars[at..].iter().take_while(is_part).count()
}

/// Whether this digit belongs to the one before it: nothing stands between but, at most, a hard line wrap.
fn touches(folded: &Folded, source: &str, at: usize) -> bool {
    let (last, next) = (folded.span(at - 1, at), folded.span(at, at + 1));
    last.end == next.start || source[last.end as usize..next.start as usize].contains(['\n', '\r'])
}

/// Whether a comma parts thousands: three digits follow it and no fourth, and it's as wide as the digits.
fn groups(folded: &Folded, source: &str, comma: usize) -> bool {
    let chars = &folded.chars;
    let digits = chars[comma + 1..].iter().take(4).take_while(|character| character.is_ascii_digit()).count();
    let width = |at: usize| folded.span(at, at + 1).of(source).len();
    digits == 3 && (width(comma) == 1) == (width(comma - 1) == 1)
}

fn read(chars: &[char], number: Range<usize>) -> Option<Figure> {
    let written = &chars[number.clone()];
    let before = number.start.checked_sub(1).map(|at| chars[at]);
    if written.len() > LONGEST || before.is_some_and(|before| before == '第' || before.is_ascii_alphabetic()) {
        return None;
    }
    let arabic = written[0].is_ascii_digit();
    let mut value = if arabic { arabic_value(written)? } else { Decimal::from(chinese_numeral(written)?) };
    let mut end = number.end;
    let mut approximate = is_approximate_before(&chars[..number.start], written[0]);
    approximate |= before == Some('-') || chars.get(end) == Some(&'-') || chars.get(end) == Some(&'~');
    if let Some(scale) = chars.get(end).filter(|_| arabic).and_then(|&next| scale(next)) {
        let money = chars.get(end + 1) == Some(&'元');
        if !money {
            // 1.2万 has been rounded; 3万 may be exact.
            approximate |= written.contains(&'.');
            value = value.checked_mul(scale)?;
            end += 1;
        }
    }
    let number = number.start..end;
    while chars.get(end).is_some_and(|next| APPROXIMATE_BETWEEN.contains(next)) {
        approximate = true;
        end += 1;
    }
    let counter = counter_at(&chars[end..]);
    // 一是, 统一部署, 每一件: a Chinese numeral is often a word, or a part of one.
    let counts =
        || !NOT_AFTER_CHINESE.contains(&counter) && before.is_none_or(|before| !"统同每任某单逐唯".contains(before));
    if !arabic && !counts() {
        return None;
    }
    end += counter.chars().count();
    approximate |= starts_with_any(&chars[end..], APPROXIMATE_AFTER);
    let whole = number.start..end;
    Some(Figure { value, counter, approximate, number, whole })
}

fn arabic_value(written: &[char]) -> Option<Decimal> {
    let plain: String = written.iter().filter(|&&character| character != ',').collect();
    plain.parse().ok()
}

fn scale(character: char) -> Option<Decimal> {
    match character {
        '万' => Some(Decimal::from(10_000)),
        '亿' => Some(Decimal::from(100_000_000)),
        _ => None,
    }
}

fn counter_at(chars: &[char]) -> &'static str {
    let Some(first) = chars.first() else { return "" };
    let alike = FIRSTS.iter().zip(COUNTERS).filter(|(begins, _)| *begins == first);
    alike.map(|(_, counter)| counter).find(|counter| starts_with(chars, counter)).unwrap_or("")
}

/// What each counter begins with.
static FIRSTS: LazyLock<[char; COUNTERS.len()]> =
    LazyLock::new(|| COUNTERS.map(|counter| counter.chars().next().expect("a counter has a character")));

/// What makes a figure approximate when it stands before it; `first` is the figure's first character.
fn is_approximate_before(before: &[char], first: char) -> bool {
    let unit = matches!(first, '十' | '百' | '千' | '万' | '亿');
    (unit && before.last().is_some_and(|last| APPROXIMATE_BEFORE_UNIT.contains(last)))
        || matches!(
            before,
            [.., '近' | '约' | '逾' | '超' | '每']
                | [.., '超', '过']
                | [.., '不', '足']
                | [.., '少', '于']
                | [.., '至', '少']
                | [.., '多', '于']
                | [.., '大', '于']
                | [.., '高', '于']
                | [.., '低', '于']
                | [.., '平', '均']
                | [.., '约', '为']
                | [.., '突', '破']
        )
}

fn starts_with_any(chars: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| starts_with(chars, word))
}

fn starts_with(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter();
    word.chars().all(|character| rest.next() == Some(&character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figures(text: &str) -> Vec<String> {
        let figures = scan(&Folded::new(text, 0), text);
        let write = |figure: &Figure| {
            format!("{}{}{}", if figure.approximate { "~" } else { "" }, figure.value.normalize(), figure.counter)
        };
        figures.iter().map(write).collect()
    }

    #[test]
    fn figures_are_read_however_they_are_written() {
        for (text, read) in [
            ("收到37件", vec!["37件"]),
            ("收到３６件", vec!["36件"]),
            ("收到1,295件和１，２９５件", vec!["1295件", "1295件"]),
            ("收到十二件，办结一百零五件", vec!["12件", "105件"]),
            ("收到1\n7件", vec!["17件"]),
            ("占33.9%", vec!["33.9%"]),
            ("发布3万条，收费1.5万元", vec!["30000条", "1.5万元"]),
            ("分别为5，160，300件", vec!["5", "160", "300件"]),
        ] {
            assert_eq!(figures(text), read, "{text}");
        }
    }

    #[test]
    fn an_approximate_figure_is_known_as_one() {
        for text in [
            "40余条",
            "近40条",
            "约40条",
            "40多条",
            "40条以上",
            "超过40条",
            "数十条",
            "几百条",
            "2-3条",
            "1.2万条",
            "40条左右",
        ] {
            let figures = figures(text);
            assert!(!figures.is_empty() && figures.iter().all(|figure| figure.starts_with('~')), "{text}: {figures:?}");
        }
    }

    #[test]
    fn words_and_numbers_of_clauses_are_no_figures() {
        for text in ["一是加强领导", "统一部署", "第二十条第（一）项", "国令第711号", "政策文件GB18030"]
        {
            assert_eq!(figures(text), Vec::<String>::new(), "{text}");
        }
        // Two figures with a space between them aren't one.
        assert_eq!(figures("12 345件"), ["12", "345件"]);
    }

    proptest! {
        #[test]
        fn any_text_is_scanned(text in "[0-9０-９,，.一十百万两零〇余约件条%年 \n]{0,60}") {
            let folded = Folded::new(&text, 0);
            for figure in scan(&folded, &text) {
                prop_assert!(figure.number.start < figure.number.end && figure.whole.end <= folded.chars.len());
            }
        }
    }
}
