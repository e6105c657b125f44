//! What a line of a loose table looks like: words, the figures after them, and what the words name.

use super::super::pipes::is_bar;
use super::super::{Line, LineKind};
use crate::form::label::{self, Label};
use crate::form::{self, heading, heading::Closeness};
use crate::read::figure::is_figure;
use crate::report::{FormId, TableId};
use crate::text::{Span, fold_char, folded_chars, holds, is_space};

/// What a line looks like.
#[derive(Debug)]
pub enum Shape {
    Blank,
    /// A line of white space, or a bar alone: a blank cell, or no more than an empty line.
    BlankCell,
    /// A heading, or prose: no part of a table.
    Apart,
    /// The number of a page, or letters of a vertical label.
    Stray,
    /// Words and the figures after them; either may be absent.
    Cells {
        words: Option<Span>,
        figures: Vec<Span>,
        label: Option<Told>,
    },
}

/// What the words of a line name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Row(Widths),
    Header,
}

/// How many cells a row of the form may have, a bit for each number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widths(u16);

impl Widths {
    /// A label that also names a column or a group, or a row of table 四, may have none.
    fn of(told: &label::Match) -> Self {
        let mut widths = 0;
        for &label in told.labels {
            widths |= match label {
                Label::Row { table: TableId::Litigation, .. } | Label::Column { .. } | Label::Group => 1,
                Label::Row { table, row } => {
                    let of = |&form: &FormId| form::table(form, table).row(row).map_or(0, |row| 1 << row.columns.len());
                    FormId::ALL.iter().map(of).fold(0, |all, bit| all | bit)
                }
            };
        }
        Self(widths)
    }

    pub fn has_room(self, cells: usize) -> bool {
        cells < 16 && self.0 >> cells != 0
    }

    pub fn may_be(self, cells: usize) -> bool {
        cells < 16 && self.0 >> cells & 1 == 1
    }
}

/// In characters, white space left out: the longest label with its figures is shorter.
const LONGEST_LINE: usize = 90;

/// The label that stands upright beside the outcomes, one character a line.
const VERTICAL_LABEL: &str = "三、本年度办理结果";

fn is_upright(character: char) -> bool {
    let folded = fold_char(character);
    VERTICAL_LABEL.chars().any(|letter| letter == folded)
}

impl Shape {
    pub fn of(text: &str, line: &Line) -> Self {
        let span = without_bars(text, line.span);
        let content = span.of(text);
        if content.is_empty() {
            return if line.kind == LineKind::BlankCell { Self::BlankCell } else { Self::Blank };
        }
        let is_long = || content.chars().filter(|c| !is_space(*c)).nth(LONGEST_LINE).is_some();
        if holds(content, "。") || (content.len() > LONGEST_LINE && is_long()) {
            return Self::Apart;
        }
        if is_stray(content) || is_rule(content) {
            return Self::Stray;
        }
        let heading = heading::tell(text, span);
        if heading.is_some_and(|heading| heading.closeness == Closeness::Official) {
            return Self::Apart;
        }
        let (words, figures) = split(text, span);
        // Letters of the vertical label are no words of the row beside them.
        let words = words.filter(|words| figures.is_empty() || !is_vertical(words.of(text)));
        let Some(words) = words else { return Self::Cells { words: None, figures, label: None } };
        if let Some((words, cells, label)) = with_words_among(text, words, &figures) {
            return Self::Cells { words: Some(words), figures: cells, label: Some(label) };
        }
        let (words, label) = tell_in(text, words);
        if label.is_none() && heading.is_some() {
            return Self::Apart;
        }
        Self::Cells { words: Some(words), figures, label }
    }

    pub fn is_row(&self) -> bool {
        matches!(self, Self::Cells { label: Some(Told::Row(_)), .. })
    }

    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank | Self::BlankCell)
    }

    pub fn is_figure_alone(&self) -> bool {
        matches!(self, Self::Cells { words: None, figures, .. } if figures.len() == 1)
    }

    pub fn figures(&self) -> usize {
        match self {
            Self::Cells { figures, .. } => figures.len(),
            _ => 0,
        }
    }
}

/// A cell's line without the bars at its ends.
pub fn without_bars(text: &str, line: Span) -> Span {
    let content = line.of(text).trim_start_matches(|c| is_space(c) || is_bar(c));
    let start = line.end as usize - content.len();
    Span::bytes(start, start + content.trim_end_matches(|c| is_space(c) || is_bar(c)).len())
}

/// A letter or two of the label that stands upright.
pub fn is_vertical(words: &str) -> bool {
    words.chars().count() <= 2 && words.chars().all(is_upright)
}

/// The lines that a table of plain text is drawn with.
fn is_rule(line: &str) -> bool {
    line.starts_with("---") && line.chars().all(|c| c == '-' || is_space(c))
}

/// - 4 -, — 4 —, P. 9, 第4页, or letters of the vertical label alone.
fn is_stray(line: &str) -> bool {
    let may_begin = |c| matches!(fold_char(c), '-' | 'P' | 'p' | '第') || is_upright(c);
    if !line.starts_with(may_begin) {
        return false;
    }
    let folded: String = folded_chars(line).collect();
    let is_vertical = is_vertical(&folded);
    let has_digit = folded.contains(|c: char| c.is_ascii_digit());
    let bare = folded.trim_matches(|c: char| matches!(c, '-' | 'P' | 'p' | '.' | '第' | '页' | '/' | '共'));
    let is_page = has_digit && bare.len() < folded.len() && bare.bytes().all(|byte| byte.is_ascii_digit());
    // A row of placeholders with figures among them has more of both.
    let pieces = line.split(is_space).filter(|piece| !piece.is_empty()).count();
    let marked = folded.starts_with(['P', 'p', '第'])
        || (folded.starts_with('-') && folded.ends_with('-') && pieces <= PAGE_PIECES);
    is_vertical || (is_page && marked)
}

/// The pieces of a page's number: — 4 —.
const PAGE_PIECES: usize = 3;

/// A page's number beside a label that lacks its three figures may be these: — 5 — in the row of 规章. Whose it is isn't
/// known, so that it stands there as a figure without a row.
pub fn doubt_pages(text: &str, lines: &[Line], shapes: &mut [Shape]) {
    let lacks_three = |shape: &Shape| matches!(shape, Shape::Cells { figures, label: Some(Told::Row(widths)), .. } if figures.is_empty() && widths.may_be(3));
    for at in 0..shapes.len() {
        if !matches!(shapes[at], Shape::Stray) {
            continue;
        }
        let (_, pieces) = split(text, lines[at].span);
        if pieces.len() != PAGE_PIECES {
            continue;
        }
        let above = shapes[..at].iter().rev().find(|shape| !shape.is_blank());
        let below = shapes[at + 1..].iter().find(|shape| !shape.is_blank());
        if above.is_some_and(lacks_three) || below.is_some_and(lacks_three) {
            shapes[at] = Shape::Cells { words: None, figures: vec![pieces[1]], label: None };
        }
    }
}

/// The words at the head of a line, and the figures at its end; or those before words, where a page has put the ends of
/// wrapped labels behind them.
fn split(text: &str, line: Span) -> (Option<Span>, Vec<Span>) {
    let whole = split_at_end(text, line);
    let mut rest = line;
    for _ in 0..MOST_BEHIND {
        let Some(space) = rest.of(text).rfind(is_space).filter(|_| whole.1.is_empty()) else { break };
        rest = Span::bytes(rest.start as usize, rest.start as usize + space).trimmed(text);
        let before = split_at_end(text, rest);
        if before.1.len() >= FEWEST_WITHIN {
            return before;
        }
    }
    whole
}

/// Fewer figures before words may be numbers of what follows.
const FEWEST_WITHIN: usize = 4;

/// The most words behind the figures of a line.
const MOST_BEHIND: usize = 3;

/// Whether a piece is made like a figure but can't be read as one: two that are stuck together, or one stuck to a dash.
fn is_unclear(piece: &str) -> bool {
    let mut last = None;
    for character in piece.chars().map(fold_char) {
        match character {
            '0'..='9' | '-' | '+' | ',' | '.' => last = Some(character),
            // What stands in brackets is a remark.
            '(' => break,
            _ => return false,
        }
    }
    // A number before words ends in a point.
    last.is_some_and(|last| last.is_ascii_digit())
}

fn split_at_end(text: &str, line: Span) -> (Option<Span>, Vec<Span>) {
    let mut end = line.end as usize;
    let start = line.start as usize;
    let mut figures = Vec::new();
    loop {
        let rest = text[start..end].trim_end_matches(is_space);
        let from = rest.char_indices().rev().find(|&(_, c)| is_space(c)).map_or(0, |(at, c)| at + c.len_utf8());
        let piece = &rest[from..];
        // 增 121: a sign in words.
        let has_digit = || piece.chars().any(|c| fold_char(c).is_ascii_digit());
        let is_sign = |next: &Span| !has_digit() && is_figure(&text[start + from..next.end as usize]);
        let sign = figures.last_mut().filter(|next| !is_figure(piece) && is_sign(next));
        if let Some(figure) = sign {
            figure.start = (start + from) as u32;
            end = start + from;
            continue;
        }
        if rest.is_empty() || !(is_figure(piece) || is_unclear(piece)) {
            let words = Span::bytes(start, start + rest.len());
            figures.reverse();
            return ((!rest.is_empty()).then_some(words), figures);
        }
        figures.push(Span::bytes(start + from, start + rest.len()));
        end = start + from;
    }
}

/// The label and the cells of a row where a word stands in place of a figure: only together with it they fill the row.
fn with_words_among(text: &str, words: Span, figures: &[Span]) -> Option<(Span, Vec<Span>, Told)> {
    let mut cells = figures.to_vec();
    let mut end = words.end as usize;
    for _ in 0..MOST_CELLS {
        let rest = text[words.start as usize..end].trim_end_matches(is_space);
        let space = rest.char_indices().rev().find(|&(_, character)| is_space(character)).map(|(at, _)| at)?;
        let piece = rest[space..].trim_start_matches(is_space);
        if !is_figure(piece) && !may_be_cell(piece) {
            return None;
        }
        let piece_end = words.start as usize + rest.len();
        cells.insert(0, Span::bytes(piece_end - piece.len(), piece_end));
        end = words.start as usize + space;
        let (label, told) = tell_in(text, Span::bytes(words.start as usize, end).trimmed(text));
        let is_label = label::tell(label.of(text)).is_some_and(|told| told.exact);
        match told {
            Some(told @ Told::Row(widths)) if is_label && widths.may_be(cells.len()) => {
                return Some((label, cells, told));
            }
            _ => {}
        }
    }
    None
}

/// The cells of a row of table 三.
const MOST_CELLS: usize = 7;

/// What stands in place of a figure has no more characters than this: 若干, 不详.
const LONGEST_WORD: usize = 4;

/// Whether a line may hold a word in place of a figure.
pub fn may_be_cell(words: &str) -> bool {
    words.chars().count() <= LONGEST_WORD && !is_vertical(words) && tell(words).is_none() && !label::is_piece(words)
}

/// What the words name; without letters of the vertical label, or the label of a group, before them.
fn tell_in(text: &str, words: Span) -> (Span, Option<Told>) {
    let told = label::tell(words.of(text));
    if let Some(label) = told.as_ref().filter(|told| told.exact) {
        return (words, Some(Told::of(label)));
    }
    let mut rest = words.of(text);
    for _ in 0..MOST_STRAY {
        let first = rest.chars().next().map_or(0, char::len_utf8);
        // Spaces may stand inside the name of a group.
        let ends = rest.match_indices(is_space).map(|(end, _)| end).take(MOST_SPACES);
        let group = ends.filter(|&end| tell(&rest[..end]).is_some()).last();
        let skipped = match group {
            Some(end) => end,
            None if rest.starts_with(is_upright) => first,
            None => break,
        };
        rest = rest[skipped..].trim_start_matches(is_space);
        if let Some(told @ Told::Row(_)) = tell(rest) {
            return (Span::bytes(words.end as usize - rest.len(), words.end as usize), Some(told));
        }
    }
    if let Some(label) = told {
        return (words, Some(Told::of(&label)));
    }
    if !words.of(text).contains(is_space) {
        return (words, None);
    }
    // Several headers on one line.
    let headers = words.of(text).split(is_space).filter(|word| tell(word).is_some());
    (words, headers.take(2).count().eq(&2).then_some(Told::Header))
}

/// The most spaces in and behind the name of a group.
const MOST_SPACES: usize = 4;

/// The most letters and group labels before a label.
const MOST_STRAY: usize = 4;

pub fn tell(words: &str) -> Option<Told> {
    label::tell(words).map(|told| Told::of(&told))
}

impl Told {
    pub fn of(told: &label::Match) -> Self {
        let is_row = told.labels.iter().any(|label| matches!(label, Label::Row { .. }));
        if is_row { Self::Row(Widths::of(told)) } else { Self::Header }
    }
}
