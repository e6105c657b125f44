//! Text → blocks: one file a layout.
//!
//! Tabs, bars and commas show where a table stands; they are told first, line by line. What lies between may still be a table.

mod cells;
mod csv;
mod loose;
mod paragraphs;
mod pipes;
mod tsv;

use super::document::Block;
use crate::form::{heading, label};
use crate::read::figure;
use crate::report::TableId;
use crate::text::{Span, is_space};
use memchr::{memchr_iter, memchr2, memchr3_iter};

/// Cuts a text into paragraphs and tables.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut lines = lines(text);
    loosen_bars(text, &mut lines);
    csv::mark(text, &mut lines);
    if paragraphs::is_paragraphs(text, &lines) {
        return paragraphs::blocks(text, &lines);
    }
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let (grid, next) = match line.kind {
            LineKind::Blank | LineKind::BlankCell | LineKind::Plain => {
                let is_loose =
                    |line: &&Line| matches!(line.kind, LineKind::Blank | LineKind::BlankCell | LineKind::Plain);
                let end = at + lines[at..].iter().take_while(is_loose).count();
                blocks.extend(loose::blocks(text, &lines[at..end]));
                (None, end)
            }
            LineKind::Tabbed => {
                let end = table_end(text, &lines, at);
                let table = &lines[at..end];
                let grid = if cells::is_cells(text, table) { cells::grid(text, table) } else { tsv::grid(text, table) };
                (Some(grid), end)
            }
            LineKind::Barred => {
                let end = table_end(text, &lines, at);
                (Some(pipes::grid(text, &lines[at..end])), end)
            }
            LineKind::Commas => {
                let end = table_end(text, &lines, at);
                (Some(csv::grid(text, &lines[at..end])), end)
            }
        };
        blocks.extend(grid.map(Block::Table));
        at = next;
    }
    pipes::agree(&mut blocks);
    blocks
}

/// A line without its line break.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    kind: LineKind,
}

impl Line {
    fn is_blank(&self) -> bool {
        matches!(self.kind, LineKind::Blank | LineKind::BlankCell)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKind {
    Blank,
    /// White space, or a bar, alone: an empty line, or an empty cell.
    BlankCell,
    Plain,
    Tabbed,
    Barred,
    Commas,
}

fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines: Vec<Line> = Vec::with_capacity(64);
    let (mut start, mut blank) = (0, 0);
    while start < bytes.len() {
        let end = memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |at| start + at);
        let span = Span::bytes(start, end);
        let line = Line { span, kind: kind(span.of(text)) };
        blank = if line.is_blank() { blank + 1 } else { 0 };
        if blank <= LONGEST_GAP {
            lines.push(line);
        }
        let line_break = if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
        start = end + line_break;
    }
    lines
}

/// All the cells of the form are fewer: further empty lines in a row say nothing.
const LONGEST_GAP: usize = 1000;

fn kind(line: &str) -> LineKind {
    let bytes = line.as_bytes();
    let tabs = memchr_iter(b'\t', bytes).take(MOST_TABS + 1).count();
    // What ｜ and the lines of boxes begin with: no other character of a report does.
    let begins_bar = |at: usize| matches!(bytes[at..], [b'|', ..] | [0xe2, 0x94, ..] | [0xef, 0xbd, ..]);
    let may_have_bars = || memchr3_iter(b'|', 0xe2, 0xef, bytes).any(begins_bar);
    if (1..=MOST_TABS).contains(&tabs) && (is_short(line) || line.split('\t').all(is_short)) {
        LineKind::Tabbed
    } else if may_have_bars()
        && line.contains(pipes::is_bar)
        && (is_short(line) || line.split(pipes::is_bar).all(is_short))
    {
        LineKind::Barred
    } else if line.is_empty() {
        LineKind::Blank
    } else if line.chars().all(is_space) {
        LineKind::BlankCell
    } else {
        LineKind::Plain
    }
}

/// Where bars stand only beside single cells, one a line, they say nothing of rows: such lines have the layout `lines`.
fn loosen_bars(text: &str, lines: &mut Vec<Line>) {
    let full_cells =
        |line: &Line| line.span.of(text).split(pipes::is_bar).filter(|cell| !cell.chars().all(is_space)).count();
    let is_loose = |line: &Line| line.kind == LineKind::Barred && full_cells(line) <= 1;
    let barred = lines.iter().filter(|line| line.kind == LineKind::Barred).count();
    let loose = lines.iter().filter(|line| is_loose(line)).count();
    if loose * 10 < barred * 9 {
        return;
    }
    // Where a cell's line ends in its bar, a bar alone is a blank cell; else it only stands between two cells.
    let ends_in_bar = lines.iter().any(|line| is_loose(line) && full_cells(line) == 1);
    let bars = |line: &Line| line.span.of(text).matches(pipes::is_bar).count();
    let is_bars = |line: &Line| is_loose(line) && full_cells(line) == 0;
    // Several bars alone fill a row. Its blank cells may have been dropped, and then no bar alone is one; where a bar alone
    // stands before a figure, it is a blank cell.
    let fills = lines.iter().any(|line| is_bars(line) && bars(line) > 1);
    let holds_figure = |line: &Line| figure::is_figure(loose::without_bars(text, line.span).of(text));
    let is_kept =
        |pair: &[Line]| is_bars(&pair[0]) && bars(&pair[0]) == 1 && !is_bars(&pair[1]) && holds_figure(&pair[1]);
    let keeps = ends_in_bar && lines.windows(2).any(is_kept);
    // MediaWiki's mark between two rows is no cell.
    let is_wiki = lines.iter().any(|line| line.span.of(text).starts_with("{|"));
    let is_mark = |line: &Line| is_wiki && matches!(line.span.of(text), "|-" | "|}");
    if loose > 0 {
        // An empty cell has its bar: a line without one is none.
        let is_filler = |line: &Line| fills && is_bars(line) && !(keeps && bars(line) == 1);
        lines.retain(|line| !(line.is_blank() || is_filler(line) || is_mark(line)));
    }
    for line in lines.iter_mut().filter(|line| is_loose(line)) {
        line.kind = match full_cells(line) {
            0 if ends_in_bar => LineKind::BlankCell,
            0 => LineKind::Blank,
            _ => LineKind::Plain,
        };
    }
}

/// In a line: rows of the form have a tenth of it.
const MOST_TABS: usize = 500;

/// A cell's text is short; a line of prose that only begins with a tab, or has one inside, is no row of a table.
fn is_short(cell: &str) -> bool {
    cell.len() <= LONGEST_CELL
}

/// In bytes: three times the longest label of the form.
const LONGEST_CELL: usize = 360;

/// The most blank lines that may stand inside a table.
const BLANK_LINES: usize = 2;

/// The most lines without a separator that the text of one cell may go on for.
const CONTINUED_LINES: usize = 4;

/// Whether the second line, under a row between tabs, is the label of a row and nothing else, and the table's last.
fn is_lone_label(text: &str, lines: &[Line]) -> bool {
    let is_row = |told: &label::Match| {
        [TableId::Disclosure, TableId::Applications].iter().any(|&table| told.row(table).is_some())
    };
    let ends = |next: &Line| next.is_blank() || heading::tell(text, next.span).is_some();
    lines[0].kind == LineKind::Tabbed
        && lines[0].span.trimmed(text).of(text).contains('\t')
        && lines.get(2).is_none_or(ends)
        && label::tell_exactly(lines[1].span.of(text)).as_ref().is_some_and(is_row)
}

/// Where the table that begins at line `start` ends, exclusive: after its last line of the same kind before other text.
///
/// Text directly under a line of the table may go on in its last cell, and counts as the table's if the table goes on
/// after it without a blank line.
fn table_end(text: &str, lines: &[Line], start: usize) -> usize {
    let kind = lines[start].kind;
    let mut end = start + 1;
    let (mut blank, mut plain) = (0, 0);
    for (at, line) in lines.iter().enumerate().skip(start + 1) {
        match line.kind {
            LineKind::Blank | LineKind::BlankCell => {
                blank += 1;
                // What stood between the table and this line was not a cell that goes on, but a paragraph.
                if plain > 0 || blank > BLANK_LINES {
                    break;
                }
            }
            // The last row may have lost all behind its label.
            LineKind::Plain if blank == 0 && at == end && is_lone_label(text, &lines[at - 1..]) => end = at + 1,
            LineKind::Plain if blank > 0 || plain == CONTINUED_LINES => break,
            LineKind::Plain if heading::tell(text, line.span).is_some() => break,
            LineKind::Plain => plain += 1,
            _ if line.kind != kind => break,
            _ => (end, blank, plain) = (at + 1, 0, 0),
        }
    }
    end
}
