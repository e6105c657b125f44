//! What a cell's text says: a figure, in whatever way it is written.

use crate::form::Measure;
use crate::text::{fold_char, folded_chars, is_space, trim};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Blank,
    /// 无, —, / and the like in place of a figure.
    Placeholder,
    Figure(Figure),
    /// Digits with white space between them: a figure only if the sums say so.
    Split(Figure),
    Unreadable,
}

/// A figure with what its writing shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// In the column's own unit.
    pub value: Decimal,
    /// The unit written after it: 次, 万元 …
    pub unit: Option<String>,
    /// A sign, or a word for it, stands before it.
    pub signed: bool,
    /// 增 or 减 stands for the sign.
    pub change_in_words: bool,
    /// Full-width digits, thousands separators, O for 0.
    pub odd_digits: bool,
    /// What stands in brackets after it.
    pub annotation: Option<String>,
}

/// Words that stand where a figure should.
const PLACEHOLDERS: [&str; 8] = ["无", "暂无", "没有", "不适用", "无此项", "空", "n/a", "N/A"];

/// Marks that stand where a figure should.
const PLACEHOLDER_MARKS: [char; 7] = ['-', '/', '\\', '_', '*', '×', '·'];

/// Counters that may follow a count.
const COUNTERS: [&str; 18] =
    ["件次", "件", "次", "个", "条", "项", "宗", "起", "份", "笔", "人次", "人", "家", "部", "篇", "例", "张", "户"];

/// Units of money, in 万元.
const MONEY: [(&str, i64, u32); 8] = [
    ("万元", 1, 0),
    ("万", 1, 0),
    ("亿元", 10_000, 0),
    ("亿", 10_000, 0),
    ("千元", 1, 1),
    ("百万元", 100, 0),
    ("元整", 1, 4),
    ("元", 1, 4),
];

/// Signs and the words for them; the first that fits counts.
const SIGNS: [(&str, i64, bool); 14] = [
    ("增/减", 0, false),
    ("+", 1, false),
    ("-", -1, false),
    ("增加了", 1, true),
    ("减少了", -1, true),
    ("增加", 1, true),
    ("减少", -1, true),
    ("新增", 1, true),
    ("增", 1, true),
    ("减", -1, true),
    ("加", 1, true),
    ("↑", 1, true),
    ("↓", -1, true),
    ("±", 1, true),
];

/// Reads a cell's text as its column measures it. `header_unit` is the unit that the column's header names.
pub fn read(raw: &str, measure: Measure, header_unit: Option<&str>) -> Reading {
    let trimmed = trim(raw);
    if trimmed.is_empty() {
        return Reading::Blank;
    }
    if is_digits(trimmed) {
        return plain(trimmed, measure, header_unit);
    }
    if !trimmed.starts_with(may_begin) {
        return Reading::Unreadable;
    }
    let folded = folded(trimmed);
    if is_placeholder(&folded) {
        return Reading::Placeholder;
    }
    let Some(mut figure) = figure(&folded, measure, header_unit) else { return Reading::Unreadable };
    figure.odd_digits |= trimmed.chars().any(|c| fold_digit(c) != c && fold_digit(c).is_ascii_digit());
    if digits_are_split(trimmed) { Reading::Split(figure) } else { Reading::Figure(figure) }
}

/// A cell's text without its white space, digits and marks half-width. Markdown may write a backslash before a sign or a
/// point: 6857\.26.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    folded.extend(text.chars().filter(|c| !is_space(*c)).map(fold_digit));
    if !folded.contains('\\') {
        return folded;
    }
    ["+", "-", "."].into_iter().fold(folded, |text, mark| text.replace(&format!("\\{mark}"), mark))
}

/// A figure of digits alone.
fn plain(digits: &str, measure: Measure, header_unit: Option<&str>) -> Reading {
    let value = digits.parse::<i64>().ok().map(Decimal::from);
    let value = match measure {
        Measure::Count | Measure::Change => value,
        Measure::Amount => {
            value.and_then(|value| in_own_unit(value, "", measure, header_unit)).map(|value| value.normalize())
        }
    };
    match value {
        Some(value) => Reading::Figure(Figure {
            value,
            unit: None,
            signed: false,
            change_in_words: false,
            odd_digits: false,
            annotation: None,
        }),
        None => Reading::Unreadable,
    }
}

/// Whether a text is nothing but the digits of a figure, as most cells are.
fn is_digits(text: &str) -> bool {
    text.len() <= MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What words that stand for a figure begin with, and its signs.
static BEGINNINGS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let words = PLACEHOLDERS.iter().chain(SIGNS.iter().map(|(word, _, _)| word));
    words.filter_map(|word| word.chars().next()).chain(PLACEHOLDER_MARKS).collect()
});

/// What the units of figures begin with.
static UNIT_BEGINNINGS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let units = COUNTERS.into_iter().chain(MONEY.iter().map(|(unit, _, _)| *unit));
    units.filter_map(|unit| unit.chars().next()).collect()
});

/// Whether a character may begin a figure, or a word that stands for one; a look before the close one.
fn may_begin(character: char) -> bool {
    let folded = fold_digit(character);
    folded.is_ascii_digit() || BEGINNINGS.contains(&folded)
}

/// Folds a character, and the letters that stand for 0 too.
fn fold_digit(character: char) -> char {
    match fold_char(character) {
        'O' | 'o' => '0',
        folded => folded,
    }
}

fn is_placeholder(folded: &str) -> bool {
    PLACEHOLDERS.contains(&folded) || folded.chars().all(|c| PLACEHOLDER_MARKS.contains(&c))
}

/// Whether white space stands between two digits.
fn digits_are_split(text: &str) -> bool {
    let mut last = None;
    let mut gap = false;
    for character in text.chars() {
        if is_space(character) {
            gap = true;
            continue;
        }
        let character = fold_digit(character);
        if gap && character.is_ascii_digit() && last.is_some_and(|last: char| last.is_ascii_digit()) {
            return true;
        }
        (last, gap) = (Some(character), false);
    }
    false
}

/// The parts of a figure as it is written.
struct Written<'w> {
    sign: i64,
    signed: bool,
    change_in_words: bool,
    number: &'w str,
    unit: &'w str,
    annotation: Option<&'w str>,
}

impl<'w> Written<'w> {
    fn of(folded: &'w str) -> Option<Self> {
        let (folded, annotation) = split_annotation(folded);
        let has_sign = !folded.starts_with(|first: char| first.is_ascii_digit());
        let written_sign = SIGNS.iter().find(|(word, _, _)| has_sign && folded.starts_with(word));
        let (sign, change_in_words, rest) = match written_sign {
            Some((_, 0, _)) => return None,
            Some((word, sign, in_words)) => (*sign, *in_words, &folded[word.len()..]),
            None => (1, false, folded),
        };
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(rest.len());
        let (number, unit) = rest.split_at(digits);
        Some(Self { sign, signed: written_sign.is_some(), change_in_words, number, unit, annotation })
    }

    fn value(&self, measure: Measure, header_unit: Option<&str>) -> Option<Decimal> {
        if self.change_in_words && measure != Measure::Change {
            return None;
        }
        let magnitude = decimal(self.number)?;
        Some((in_own_unit(magnitude, self.unit, measure, header_unit)? * Decimal::from(self.sign)).normalize())
    }
}

fn figure(folded: &str, measure: Measure, header_unit: Option<&str>) -> Option<Figure> {
    let written = Written::of(folded)?;
    Some(Figure {
        value: written.value(measure, header_unit)?,
        unit: (!written.unit.is_empty()).then(|| written.unit.to_owned()),
        signed: written.signed,
        change_in_words: written.change_in_words,
        odd_digits: written.number.contains(','),
        annotation: written.annotation.map(str::to_owned),
    })
}

/// 22(其中修订16件) is 22 with an annotation.
fn split_annotation(folded: &str) -> (&str, Option<&str>) {
    match folded.split_once('(') {
        Some((figure, annotation)) if !figure.is_empty() && annotation.ends_with(')') => {
            (figure, Some(annotation.trim_end_matches(')')))
        }
        _ => (folded, None),
    }
}

/// The most digits that a figure of these reports can have.
const MOST_DIGITS: usize = 15;

/// Digits with at most one decimal point, and commas only between thousands.
fn decimal(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || text.ends_with('.') || !is_digits(fraction) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| is_digits(first))?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !is_digits(group) || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    digits.push_str(fraction);
    if digits.len() > MOST_DIGITS {
        return None;
    }
    Some(Decimal::new(digits.parse().ok()?, fraction.len() as u32))
}

fn in_own_unit(value: Decimal, unit: &str, measure: Measure, header_unit: Option<&str>) -> Option<Decimal> {
    if measure == Measure::Amount {
        let unit = if unit.is_empty() { header_unit.unwrap_or("万元") } else { unit };
        let (_, factor, places) = MONEY.iter().find(|(name, _, _)| *name == unit)?;
        return Some(value * Decimal::new(*factor, *places));
    }
    let (scaled, counter) = match unit.strip_prefix('万') {
        Some(counter) => (value * Decimal::from(10_000), counter),
        None => (value, unit),
    };
    (counter.is_empty() || COUNTERS.contains(&counter)).then_some(scaled)
}

/// The unit that a header names: 采购总金额（单位：元） names 元.
pub fn unit_of_header(header: &str) -> Option<&'static str> {
    if !header.contains(|c| fold_char(c) == '(') {
        return None;
    }
    let folded: String = folded_chars(header).collect();
    let (_, brackets) = folded.split_once('(')?;
    MONEY.iter().map(|(name, _, _)| *name).find(|name| brackets.contains(name))
}

/// Whether a figure is of the kind that a column measures: a count has no sign, no fraction and no unit of money.
pub fn suits(figure: &Figure, measure: Measure) -> bool {
    match measure {
        Measure::Count => !figure.signed && figure.value.is_integer(),
        Measure::Change => figure.value.is_integer(),
        Measure::Amount => !figure.signed,
    }
}

/// Whether several figures stand in a text, with white space between them.
pub fn are_several(text: &str) -> bool {
    let mut parts = text.split(is_space).filter(|part| !part.is_empty());
    text.len() <= LONGEST && parts.clone().nth(1).is_some() && parts.all(is_figure)
}

/// Whether a text is a figure, or stands for one, in whatever column.
pub fn is_figure(text: &str) -> bool {
    // What is longer than any figure with its unit and its annotation isn't looked at.
    if text.len() > LONGEST {
        return false;
    }
    let trimmed = trim(text);
    if trimmed.is_empty() || is_digits(trimmed) {
        return true;
    }
    if !trimmed.starts_with(may_begin) {
        return false;
    }
    if is_numbered_label(trimmed) {
        return false;
    }
    let folded = folded(trimmed);
    let written = Written::of(&folded);
    let reads = |measure| written.as_ref().is_some_and(|written| written.value(measure, None).is_some());
    is_placeholder(&folded) || reads(Measure::Change) || reads(Measure::Amount)
}

/// Whether a number stands before words that are no unit, as it does in most labels: 1.属于国家秘密.
fn is_numbered_label(text: &str) -> bool {
    let is_number = |c: char| matches!(c, '0'..='9' | '.' | ',');
    text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .trim_start_matches(is_number)
            .chars()
            .next()
            .is_some_and(|c| matches!(c, '\u{4e00}'..='\u{9fff}') && !UNIT_BEGINNINGS.contains(&fold_char(c)))
}

/// In bytes.
const LONGEST: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;

    fn value(raw: &str, measure: Measure) -> Option<String> {
        match read(raw, measure, None) {
            Reading::Figure(figure) => Some(figure.value.to_string()),
            _ => None,
        }
    }

    #[test]
    fn figures_are_read_in_every_writing() {
        for (raw, measure, expected) in [
            ("12", Measure::Count, "12"),
            (" ０ ", Measure::Count, "0"),
            ("O", Measure::Count, "0"),
            ("○", Measure::Count, "0"),
            ("1,295", Measure::Count, "1295"),
            ("5次", Measure::Count, "5"),
            ("1.2万件", Measure::Count, "12000"),
            ("22（其中修订16件）", Measure::Count, "22"),
            ("-3", Measure::Count, "-3"),
            ("\\-33", Measure::Change, "-33"),
            ("\\+１４", Measure::Change, "14"),
            ("6857\\.263", Measure::Amount, "6857.263"),
            ("增5", Measure::Change, "5"),
            ("减 3", Measure::Change, "-3"),
            ("-4", Measure::Change, "-4"),
            ("－10", Measure::Change, "-10"),
            ("+1036", Measure::Change, "1036"),
            ("4995万", Measure::Amount, "4995"),
            ("255490元", Measure::Amount, "25.549"),
            ("49.1400", Measure::Amount, "49.14"),
            ("1.5亿元", Measure::Amount, "15000"),
            ("2.5", Measure::Count, "2.5"),
        ] {
            assert_eq!(value(raw, measure).as_deref(), Some(expected), "{raw}");
        }
    }

    #[test]
    fn what_is_no_figure_is_never_read_as_one() {
        for raw in [
            "12%",
            "约5",
            "1,29",
            "1.2.3",
            "增5",
            "第3项",
            "5 6",
            "5\\6",
            "\\5",
            "12月",
            "3/4",
            "12345678901234567890",
            "1,,000",
            "十二",
            "(5)",
        ] {
            assert_eq!(value(raw, Measure::Count), None, "{raw}");
        }
        assert_eq!(read("1 2", Measure::Count, None), Reading::Split(figure("12", Measure::Count, None).unwrap()));
        assert_eq!(read("——", Measure::Count, None), Reading::Placeholder);
        assert_eq!(read("／", Measure::Count, None), Reading::Placeholder);
        assert_eq!(read("\u{a0}　", Measure::Count, None), Reading::Blank);
    }

    #[test]
    fn a_header_may_name_the_unit() {
        assert_eq!(unit_of_header("采购总金额（单位：元）"), Some("元"));
        assert_eq!(unit_of_header("采购总金额(单位：万元，保留4位小数)"), Some("万元"));
        assert_eq!(unit_of_header("采购总金额"), None);
        let Reading::Figure(figure) = read("255490", Measure::Amount, Some("元")) else { panic!("a figure") };
        assert_eq!(figure.value.to_string(), "25.549");
    }
}
