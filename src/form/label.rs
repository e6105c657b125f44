//! Labels and headers of the form, found again in what a report wrote.

use super::{RowForm, table};
use crate::report::{FormId, TableId};
use crate::sorted::Named;
use crate::text::{fold_char, folded_chars, signature};
use std::sync::LazyLock;

/// What a label or a header of the form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Row {
        table: TableId,
        row: &'static str,
    },
    Column {
        table: TableId,
        column: &'static str,
    },
    /// A merged cell over or beside rows or columns, or the table's corner.
    Group,
}

/// A label that was told.
#[derive(Clone, Debug)]
pub struct Match {
    /// What it may name: 总计 is a row and a column.
    pub labels: &'static [Label],
    /// False where characters differ from the official ones.
    pub exact: bool,
}

impl Match {
    pub fn row(&self, wanted: TableId) -> Option<&'static str> {
        self.labels.iter().find_map(|label| match label {
            Label::Row { table, row } if *table == wanted => Some(*row),
            _ => None,
        })
    }

    pub fn column(&self, wanted: TableId) -> Option<&'static str> {
        self.labels.iter().find_map(|label| match label {
            Label::Column { table, column } if *table == wanted => Some(*column),
            _ => None,
        })
    }
}

/// The mark that numbers a label: 一、 or （一） or 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    Chinese(u32),
    Bracketed(u32),
    Arabic(u32),
}

/// A label made comparable: its numbering apart, white space, punctuation and the width of characters left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub numbering: Option<Numbering>,
    /// The label with what it says in brackets.
    pub full: String,
    /// The label without it, where it says anything in brackets.
    without_brackets: Option<String>,
}

impl Key {
    /// The label without what it says in brackets.
    fn main(&self) -> &str {
        self.without_brackets.as_deref().unwrap_or(&self.full)
    }
}

const CHINESE_DIGITS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// The longest text that can still be a label, in characters: the longest official one with as much again.
const LONGEST: usize = 90;

/// Line breaks of Markdown, white space left out.
const LINE_BREAKS: [&[char]; 2] = [&['<', 'b', 'r', '>'], &['<', 'b', 'r', '/', '>']];

/// Makes a label comparable; none where it is too long to be one.
pub fn key(text: &str) -> Option<Key> {
    let mut folded = Vec::with_capacity(LONGEST.min(text.len()) + 1);
    for character in folded_chars(text) {
        folded.push(character);
        if folded.len() > LONGEST {
            return None;
        }
        // They are no part of a label.
        if character == '>'
            && let Some(line_break) = LINE_BREAKS.iter().find(|line_break| folded.ends_with(line_break))
        {
            folded.truncate(folded.len() - line_break.len());
        }
    }
    let (numbering, rest) = split_numbering(&folded);
    let mut full = String::with_capacity(text.len());
    full.extend(rest.iter().filter(|&&character| is_word(character)));
    let without_brackets = rest.contains(&'(').then(|| outside_brackets(rest));
    Some(Key { numbering, full, without_brackets })
}

fn outside_brackets(folded: &[char]) -> String {
    let mut depth = 0u32;
    let is_outside = |&&character: &&char| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_word(character)
    };
    folded.iter().filter(is_outside).collect()
}

/// Whether a folded character is part of a label's words: a Chinese character, a Latin letter or a digit.
fn is_word(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}') || character.is_ascii_alphanumeric()
}

/// Whether a label begins with a numbering.
pub fn is_numbered(text: &str) -> bool {
    let head: Vec<char> = folded_chars(text).take(LONGEST_NUMBERING).collect();
    split_numbering(&head).0.is_some()
}

/// A numbering with what follows it, in characters.
const LONGEST_NUMBERING: usize = 14;

/// The numbering at the head of folded characters, and what follows it.
pub fn split_numbering(folded: &[char]) -> (Option<Numbering>, &[char]) {
    let chinese = |from: usize| {
        let digits = folded[from..].iter().take_while(|c| chinese_digit(**c).is_some()).count();
        (digits, chinese_number(&folded[from..from + digits]))
    };
    let arabic = |from: usize| {
        let digits = folded[from..].iter().take_while(|c| c.is_ascii_digit()).count();
        (digits, arabic_number(&folded[from..from + digits]))
    };
    let is_stop = |at: usize| matches!(folded.get(at), Some('、' | '.' | ',' | ':'));
    if folded.first() == Some(&'(') {
        for (digits, number) in [chinese(1), arabic(1)] {
            if let (Some(number), Some(')')) = (number, folded.get(1 + digits)) {
                let rest = 2 + digits;
                return (Some(Numbering::Bracketed(number)), &folded[rest + usize::from(is_stop(rest))..]);
            }
        }
        return (None, folded);
    }
    if let (digits, Some(number)) = chinese(0)
        && is_stop(digits)
    {
        return (Some(Numbering::Chinese(number)), &folded[digits + 1..]);
    }
    if let (digits, Some(number)) = arabic(0)
        && folded.len() > digits
    {
        return (Some(Numbering::Arabic(number)), &folded[digits + usize::from(is_stop(digits))..]);
    }
    if let Some(first @ '①'..='⑳') = folded.first() {
        return (Some(Numbering::Arabic(*first as u32 - '①' as u32 + 1)), &folded[1..]);
    }
    (None, folded)
}

/// 1 to 99, as Chinese ordinals write them.
fn chinese_number(digits: &[char]) -> Option<u32> {
    match *digits {
        [one] => chinese_digit(one),
        ['十', one] => Some(10 + chinese_digit(one)?),
        [tens, '十'] => Some(10 * chinese_digit(tens)?),
        [tens, '十', one] => Some(10 * chinese_digit(tens)? + chinese_digit(one)?),
        _ => None,
    }
}

fn chinese_digit(character: char) -> Option<u32> {
    CHINESE_DIGITS.iter().position(|&digit| digit == character).map(|at| at as u32 + 1)
}

fn arabic_number(digits: &[char]) -> Option<u32> {
    let with = |number: u32, digit: &char| number.checked_mul(10)?.checked_add(digit.to_digit(10)?);
    if digits.is_empty() { None } else { digits.iter().try_fold(0, with) }
}

#[derive(Default)]
struct Index {
    /// By wording, made comparable.
    wordings: Named<Wording>,
    /// Official texts to the letter, which most cells hold: told without being taken apart.
    verbatim: Named<Verbatim>,
    /// Labels long enough to be told with a character wrong.
    near: Vec<NearLabel>,
}

#[derive(Default)]
struct Wording {
    /// What it may name.
    labels: Vec<Label>,
    /// The form that alone has it, for each table.
    marks: [Option<Mark>; 3],
}

/// A form, and the official text that it alone has.
type Mark = (FormId, &'static str);

struct Verbatim {
    /// The place of its wording.
    wording: usize,
    marks: [Option<Mark>; 3],
}

struct NearLabel {
    characters: Vec<char>,
    signature: u64,
    /// The place of its wording.
    wording: usize,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::build);

/// Wordings of labels that many reports use, with the official text they stand for.
const WORDINGS: [(&str, &str); 4] = [
    ("采购总金额（单位：万元，保留4位小数）", "采购总金额"),
    ("本年增减", "本年增/减"),
    ("三、本年度办理结果（三）不予公开", "（三）不予公开"),
    ("本年度处理决定数量", "本年处理决定数量"),
];

impl Index {
    fn build() -> Self {
        let mut index = Self::default();
        for &id in TableId::ALL {
            index.add_marks(id);
        }
        for &form in FormId::ALL {
            for &id in TableId::ALL {
                for row in table(form, id).rows {
                    index.add_row(id, row);
                }
            }
        }
        for group in ["信息内容", "申请人情况", "法人或其他组织", super::applications::CORNER] {
            index.add(group, Label::Group);
        }
        for (written, official) in WORDINGS {
            let official = key(official).expect("an official label").full;
            for label in index.wordings.get(&official).expect("its wording").labels.clone() {
                index.add(written, label);
            }
        }
        index
    }

    fn add_row(&mut self, table: TableId, row: &'static RowForm) {
        self.add(row.label, Label::Row { table, row: row.id });
        for column in row.columns {
            self.add(column.label, Label::Column { table, column: column.id });
        }
        for group in row.groups {
            self.add(group, Label::Group);
        }
    }

    fn add_marks(&mut self, id: TableId) {
        let labels = |form| {
            let rows = table(form, id).rows.iter();
            rows.flat_map(|row| row.columns.iter().map(|column| column.label).chain([row.label]))
        };
        let wordings =
            |label: &str| key(label).map(|key| [key.main().to_owned(), key.full]).expect("an official label");
        for (own, other) in [(FormId::Form2019, FormId::Form2021), (FormId::Form2021, FormId::Form2019)] {
            let of_other: Vec<String> = labels(other).flat_map(wordings).collect();
            for label in labels(own).filter(|label| !WEAK_MARKS.contains(label)) {
                for wording in wordings(label).into_iter().filter(|wording| !of_other.contains(wording)) {
                    self.wordings.entry(wording).marks[id as usize] = Some((own, label));
                }
            }
        }
    }

    fn add(&mut self, text: &'static str, label: Label) {
        let key = key(text).expect("an official label");
        self.add_wording(&key.full, label);
        self.add_wording(key.main(), label);
        let wording = self.wordings.place(&key.full).expect("it was added");
        let tables = [TableId::Disclosure, TableId::Applications, TableId::Litigation];
        let marks = tables.map(|table| self.mark(&key, table));
        self.verbatim.insert(text, Verbatim { wording, marks });
    }

    fn add_wording(&mut self, wording: &str, label: Label) {
        let own = self.wordings.entry(wording.to_owned());
        let is_new = own.labels.is_empty();
        if !own.labels.contains(&label) {
            own.labels.push(label);
        }
        let characters: Vec<char> = wording.chars().collect();
        if is_new && characters.len() >= SHORTEST_NEAR {
            let wording = self.wordings.place(wording).expect("it was added");
            self.near.push(NearLabel { signature: signature(characters.iter().copied()), characters, wording });
        }
    }

    fn mark(&self, key: &Key, table: TableId) -> Option<Mark> {
        [&key.full, key.main()].into_iter().find_map(|wording| self.wordings.get(wording)?.marks[table as usize])
    }

    /// A match with the wording at this place.
    fn told(&'static self, wording: usize, exact: bool) -> Match {
        Match { labels: &self.wordings.things()[wording].labels, exact }
    }
}

/// Fewer characters begin too many labels.
const SHORTEST_BEGINNING: usize = 6;

/// Shorter labels are told only when they are right to the letter.
const SHORTEST_NEAR: usize = 4;

/// The number of the row 其他.
const OTHER: u32 = 3;

/// Tells what a label names: exactly, or with up to three in ten of its characters wrong if only one label is so near.
pub fn tell(text: &str) -> Option<Match> {
    let index = &*INDEX;
    if let Some(verbatim) = index.verbatim.get(text) {
        return Some(index.told(verbatim.wording, true));
    }
    let key = key(text)?;
    if key.full.is_empty() {
        return None;
    }
    if let Some(wording) = index.wordings.place(&key.full).or_else(|| index.wordings.place(key.main())) {
        // A line of a longer label: 2.其他 of 2.其他法律行政法规禁止公开.
        let is_begun = key.full == "其他" && key.numbering.is_some_and(|number| number != Numbering::Arabic(OTHER));
        return (!is_begun).then(|| index.told(wording, true));
    }
    nearest(key.main())
        .or_else(|| if key.full == key.main() { None } else { nearest(&key.full) })
        .or_else(|| beginning(&key.full))
}

/// Tells a label to its last letter, what it says in brackets too, or not at all.
pub fn tell_exactly(text: &str) -> Option<Match> {
    Some(INDEX.told(INDEX.wordings.place(&key(text)?.full)?, true))
}

/// Whether a text is no more than a piece of the form's words: part of a label or a header, or the number before one.
pub fn is_piece(text: &str) -> bool {
    let Some(key) = key(text) else { return false };
    let last = text.chars().next_back().map(fold_char);
    let is_number = || key.numbering.is_some() && matches!(last, Some('.' | '、' | ')'));
    if key.full.is_empty() { is_number() } else { INDEX.wordings.names().any(|wording| wording.contains(&key.full)) }
}

/// Whether some label or header begins with a text, whatever number stands before it.
pub fn is_beginning(text: &str) -> bool {
    let is_begun = |key: Key| !key.full.is_empty() && INDEX.wordings.names().any(|name| name.starts_with(&key.full));
    key(text).is_some_and(is_begun)
}

/// Tells a label by its first line, where only one label begins so: a page wraps the long ones.
fn beginning(text: &str) -> Option<Match> {
    let written: Vec<char> = text.chars().collect();
    if written.len() < SHORTEST_BEGINNING {
        return None;
    }
    let mut begun = INDEX.near.iter().filter(|label| label.characters.starts_with(&written)).map(|label| label.wording);
    let first = begun.next()?;
    begun.all(|wording| wording == first).then(|| INDEX.told(first, false))
}

fn nearest(text: &str) -> Option<Match> {
    let written: Vec<char> = text.chars().collect();
    let mut best: Option<(usize, usize)> = None;
    let mut rival = usize::MAX;
    let bits = signature(written.iter().copied());
    for label in &INDEX.near {
        let length = label.characters.len();
        let allowed = (length * 3 / 10).max(1);
        if length.abs_diff(written.len()) > allowed {
            continue;
        }
        let foreign = (bits & !label.signature).count_ones() as usize;
        let lacking = (label.signature & !bits).count_ones() as usize;
        if foreign.max(lacking) > allowed {
            continue;
        }
        let Some(distance) = distance_within(&label.characters, &written, allowed) else { continue };
        match best {
            Some((least, _)) if distance >= least => rival = rival.min(distance),
            _ => {
                rival = best.map_or(usize::MAX, |(least, _)| least);
                best = Some((distance, label.wording));
            }
        }
    }
    let (distance, wording) = best?;
    (distance < rival).then(|| INDEX.told(wording, false))
}

/// The number of characters to put in, take out or change, where it isn't above `most`.
fn distance_within(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, right) in b.iter().enumerate() {
            let changed = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
        if row.iter().min() > Some(&most) {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}

/// Whether a label stands as the form has it: width, brackets, quotation marks, spaces, the style of the numbering and
/// guidance added in brackets aside.
pub fn is_official(written: &str, official: &str) -> bool {
    if written == official {
        return true;
    }
    let (Some(written), Some(official)) = (key(written), key(official)) else { return false };
    written.full == official.full || written.main() == official.main()
}

/// Labels that differ between the forms by no more than a word that clerks leave out or put in: no sign of a form.
const WEAK_MARKS: [&str; 4] = ["规范性文件", "行政规范性文件", "处理决定数量", "本年处理决定数量"];

/// The form that alone has this label or header, in this table, with the official text.
pub fn only_form(text: &str, table: TableId) -> Option<(FormId, &'static str)> {
    match INDEX.verbatim.get(text) {
        Some(verbatim) => verbatim.marks[table as usize],
        None => INDEX.mark(&key(text)?, table),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row_of(text: &str) -> Option<(&'static str, bool)> {
        let told = tell(text)?;
        TableId::ALL.iter().find_map(|table| told.row(*table)).map(|row| (row, told.exact))
    }

    #[test]
    fn labels_are_told_in_every_writing() {
        for (written, row) in [
            ("一、本年新收政府信息公开申请数量", "received"),
            ("１．属于国家秘密", "denied_state_secret"),
            ("(三) 不予公开", ""),
            ("3、危及「三安全一稳定」", "denied_security"),
            ("（七）总计", "concluded"),
            ("总计", "concluded"),
            ("(二)部分公开", "partly_granted"),
            ("⼆、上年结转政府信息公开申请数量", "carried_in"),
            ("規范性文件", "normative_documents"),
        ] {
            assert_eq!(row_of(written).map_or("", |(row, exact)| if exact { row } else { "near" }), row, "{written}");
        }
    }

    #[test]
    fn labels_with_a_slip_are_told_where_only_one_is_near() {
        for (written, row) in [
            ("4.无正当理由由大量反复申请", "unprocessed_excessive"),
            ("2.其他法律法规禁止公开", "denied_by_law"),
            ("2.其他法律行政止公开", "denied_by_law"),
            ("5.属于三类内容事务信息", "denied_internal"),
        ] {
            assert_eq!(row_of(written), Some((row, false)), "{written}");
        }
        for written in ["规则", "公开", "我局全年无行政强制事项", "申请"] {
            assert_eq!(row_of(written), None, "{written}");
        }
    }

    #[test]
    fn guidance_in_brackets_is_no_departure() {
        assert!(is_official("(二) 部分公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"));
        assert!(is_official("本年收费金额", "本年收费金额（单位：万元）"));
        assert!(is_official("1、属于国家秘密（含工作秘密）", "1.属于国家秘密"));
        assert!(!is_official("2.其他法律法规禁止公开", "2.其他法律行政法规禁止公开"));
    }
}
