//! `lines` and `spaced`: tables that no tab and no bar shows, told by the labels of the form.
//!
//! `lines` has one cell a line; lost are the rows and the merges, and the empty cells where they left no line. `spaced` is
//! text drawn from PDF: a row's label and figures stand on a line with spaces between, the label may be wrapped around
//! them, stand above or below them, or carry letters of the vertical label beside it; lost is nearly everything.
//!
//! A table begins with the first line that a label of the form stands on and ends with the last, or the last figure;
//! headings and prose are never part of it.

use super::pipes::BARS;
use super::{Line, LineKind};
use crate::form::heading;
use crate::form::label::{self, Label};
use crate::read::document::{Block, Grid, GridCell, GridRow};
use crate::read::figure::is_figure;
use crate::report::Layout;
use crate::text::{Span, fold_char, is_space};
use std::ops::Range;

/// Cuts lines without tabs and bars into paragraphs and tables.
pub fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let shapes: Vec<Shape> = lines.iter().map(|line| Shape::of(text, line)).collect();
    let segments = segments(&shapes);
    let tables: Vec<Option<Range<usize>>> = segments.iter().map(|segment| table(&shapes, segment)).collect();
    // Tables of one text came the same way.
    let of_tables: Vec<&[Shape]> = tables.iter().flatten().map(|table| &shapes[table.clone()]).collect();
    let blanks = Blanks::tell(&of_tables);
    let mut blocks = Vec::new();
    for (segment, table) in segments.into_iter().zip(tables) {
        match table {
            Some(table) => {
                blocks.extend(paragraphs(text, &lines[segment.start..table.start]));
                blocks.push(Block::Table(grid(text, &lines[table.clone()], &shapes[table.clone()], blanks)));
                blocks.extend(paragraphs(text, &lines[table.end.min(segment.end)..segment.end]));
            }
            None => blocks.extend(paragraphs(text, &lines[segment])),
        }
    }
    blocks
}

fn paragraphs<'l>(text: &'l str, lines: &'l [Line]) -> impl Iterator<Item = Block> + 'l {
    let lines = lines.iter().filter(|line| !line.is_blank());
    lines.map(|line| Block::Paragraph(without_bars(text, line.span)))
}

/// What a line looks like.
#[derive(Debug)]
enum Shape {
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
enum Told {
    Row,
    Header,
}

/// In characters, white space left out: the longest label with its figures is shorter.
const LONGEST_LINE: usize = 90;

/// The label that stands upright beside the outcomes, one character a line.
const VERTICAL_LABEL: &str = "三、本年度办理结果";

impl Shape {
    fn of(text: &str, line: &Line) -> Self {
        let span = without_bars(text, line.span);
        let content = span.of(text);
        if content.is_empty() {
            return if line.kind == LineKind::BlankCell { Self::BlankCell } else { Self::Blank };
        }
        let is_long = content.chars().filter(|c| !is_space(*c)).nth(LONGEST_LINE).is_some();
        if is_long || content.contains('。') {
            return Self::Apart;
        }
        if is_stray(content) {
            return Self::Stray;
        }
        let (words, figures) = split(text, span);
        let Some(words) = words else { return Self::Cells { words: None, figures, label: None } };
        let (words, label) = tell_in(text, words);
        if label.is_none() && heading::tell(text, span).is_some() {
            return Self::Apart;
        }
        Self::Cells { words: Some(words), figures, label }
    }

    fn is_row(&self) -> bool {
        matches!(self, Self::Cells { label: Some(Told::Row), .. })
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Blank | Self::BlankCell)
    }

    fn is_figure_alone(&self) -> bool {
        matches!(self, Self::Cells { words: None, figures, .. } if figures.len() == 1)
    }

    fn figures(&self) -> usize {
        match self {
            Self::Cells { figures, .. } => figures.len(),
            _ => 0,
        }
    }
}

/// A cell's line without the bars at its ends.
fn without_bars(text: &str, line: Span) -> Span {
    let content = line.of(text).trim_start_matches(|c| is_space(c) || BARS.contains(&c));
    let start = line.end as usize - content.len();
    Span::bytes(start, start + content.trim_end_matches(|c| is_space(c) || BARS.contains(&c)).len())
}

/// - 4 -, — 4 —, P. 9, 第4页, or letters of the vertical label alone.
fn is_stray(line: &str) -> bool {
    let folded: String = line.chars().filter(|c| !is_space(*c)).map(fold_char).collect();
    let is_vertical = folded.chars().count() <= 2 && folded.chars().all(|c| VERTICAL_LABEL.contains(c));
    let has_digit = folded.contains(|c: char| c.is_ascii_digit());
    let bare = folded.trim_matches(|c: char| matches!(c, '-' | 'P' | 'p' | '.' | '第' | '页' | '/' | '共'));
    let is_page = has_digit && bare.len() < folded.len() && bare.bytes().all(|byte| byte.is_ascii_digit());
    // A row of placeholders with a figure among them has more dashes.
    let dashes = folded.chars().filter(|c| *c == '-').count();
    let marked = folded.starts_with(['P', 'p', '第'])
        || (folded.starts_with('-') && folded.ends_with('-') && dashes <= PAGE_DASHES);
    is_vertical || (is_page && marked)
}

/// The dashes around the number of a page: —— 4 ——.
const PAGE_DASHES: usize = 4;

/// The words at the head of a line, and the figures at its end.
fn split(text: &str, line: Span) -> (Option<Span>, Vec<Span>) {
    let mut end = line.end as usize;
    let start = line.start as usize;
    let mut figures = Vec::new();
    loop {
        let rest = text[start..end].trim_end_matches(is_space);
        let from = rest.char_indices().rev().find(|&(_, c)| is_space(c)).map_or(0, |(at, c)| at + c.len_utf8());
        if rest.is_empty() || !is_figure(&rest[from..]) {
            let words = Span::bytes(start, start + rest.len());
            figures.reverse();
            return ((!rest.is_empty()).then_some(words), figures);
        }
        figures.push(Span::bytes(start + from, start + rest.len()));
        end = start + from;
    }
}

/// What the words name; without letters of the vertical label, or the label of a group, before them.
fn tell_in(text: &str, words: Span) -> (Span, Option<Told>) {
    if let Some(label) = tell(words.of(text)) {
        return (words, Some(label));
    }
    let mut rest = words.of(text);
    for _ in 0..MOST_STRAY {
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let word = rest.find(is_space).unwrap_or(rest.len());
        let skipped = match () {
            () if rest.starts_with(|c| VERTICAL_LABEL.contains(c)) => first,
            () if tell(&rest[..word]).is_some() => word,
            () => break,
        };
        rest = rest[skipped..].trim_start_matches(is_space);
        if tell(rest) == Some(Told::Row) {
            return (Span::bytes(words.end as usize - rest.len(), words.end as usize), Some(Told::Row));
        }
    }
    (words, None)
}

/// The most letters and group labels before a label.
const MOST_STRAY: usize = 4;

fn tell(words: &str) -> Option<Told> {
    let told = label::tell(words)?;
    let is_row = told.labels.iter().any(|label| matches!(label, Label::Row { .. }));
    Some(if is_row { Told::Row } else { Told::Header })
}

/// The stretches between headings and prose, those lines themselves each on their own.
fn segments(shapes: &[Shape]) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (at, shape) in shapes.iter().enumerate() {
        if matches!(shape, Shape::Apart) {
            if start < at {
                segments.push(start..at);
            }
            segments.push(at..at + 1);
            start = at + 1;
        }
    }
    if start < shapes.len() {
        segments.push(start..shapes.len());
    }
    segments
}

/// All the figures of table 四.
const CASES: usize = 15;

/// The labels and headers that make a table without a figure.
const BLANK_TABLE: usize = 4;

/// The part of a segment that is a table: two rows of the form with figures about, a table of which little is filled in,
/// or the figures of table 四.
fn table(shapes: &[Shape], place: &Range<usize>) -> Option<Range<usize>> {
    let segment = &shapes[place.clone()];
    let rows = segment.iter().filter(|shape| shape.is_row()).count();
    let labels = segment.iter().filter(|shape| matches!(shape, Shape::Cells { label: Some(_), .. })).count();
    let figures: usize = segment.iter().map(Shape::figures).sum();
    let has_cases = longest_run_of_figures(segment) >= CASES;
    if !has_cases && labels < BLANK_TABLE && (rows < 2 || figures < rows) {
        return None;
    }
    let is_anchor = |shape: &Shape| match shape {
        Shape::Cells { words: None, figures, .. } => !figures.is_empty(),
        Shape::Cells { label, .. } => label.is_some(),
        _ => false,
    };
    let first = segment.iter().position(is_anchor)?;
    let last = segment.iter().rposition(is_anchor)?;
    // The empty lines under the last cell may be empty cells.
    let blank = shapes[place.start + last + 1..].iter().take_while(|shape| shape.is_blank()).count();
    Some(place.start + first..place.start + last + 1 + blank)
}

/// The most figures that follow one another without words between them.
fn longest_run_of_figures(segment: &[Shape]) -> usize {
    let (mut run, mut longest) = (0, 0);
    for shape in segment {
        if let Shape::Cells { words, figures, .. } = shape {
            run = if words.is_some() { figures.len() } else { run + figures.len() };
            longest = longest.max(run);
        }
    }
    longest
}

fn grid(text: &str, lines: &[Line], shapes: &[Shape], blanks: Blanks) -> Grid {
    let in_rows = shapes.iter().filter(|shape| shape.figures() > 1).count();
    let alone = shapes.iter().filter(|shape| shape.is_figure_alone()).count();
    let layout = if alone > in_rows || in_rows == 0 { Layout::Lines } else { Layout::Spaced };
    let blanks = if layout == Layout::Lines { blanks } else { Blanks::Lost };
    let mut rows = RowBuilder { text, rows: Vec::new(), open: false, layout, blanks, blank: 0 };
    for (line, shape) in lines.iter().zip(shapes) {
        rows.take(line, shape);
    }
    if let Some(last) = lines.last().filter(|_| rows.open) {
        rows.add_blanks(last.span.end as usize);
    }
    Grid { layout, keeps_blanks: blanks != Blanks::Lost, rows: rows.rows }
}

/// How a blank cell shows among lines of one cell each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Blanks {
    /// Not at all.
    Lost,
    /// A line of white space, or a bar alone.
    Cells,
    /// So many empty lines stand between two cells; a blank cell among them adds as many, and its own.
    Gap(usize),
}

impl Blanks {
    /// What all tables of a text agree on; where they don't, blanks are lost.
    fn tell(tables: &[&[Shape]]) -> Self {
        let has_cells = tables.iter().any(|table| table.iter().any(|shape| matches!(shape, Shape::BlankCell)));
        let empty = gaps(tables, |shape| matches!(shape, Shape::Blank));
        let cells = gaps(tables, |shape| matches!(shape, Shape::BlankCell));
        // Empty lines apart, some figures follow one another directly: what stands between others are cells.
        if has_cells && cells.contains(&0) && empty_lines_agree(tables) {
            return Self::Cells;
        }
        let all: Vec<usize> = empty.iter().zip(&cells).map(|(empty, cells)| empty + cells).collect();
        let Some(usual) = all.iter().min().copied() else { return Self::Lost };
        let fits = all.iter().all(|gap| (gap - usual) % (usual + 1) == 0);
        if fits && all.iter().any(|gap| *gap > usual) { Self::Gap(usual) } else { Self::Lost }
    }
}

/// How many lines of a kind stand between each two figures that follow one another.
fn gaps(tables: &[&[Shape]], counts: impl Fn(&Shape) -> bool) -> Vec<usize> {
    let mut gaps = Vec::new();
    for table in tables {
        let (mut gap, mut after_figure) = (0, false);
        for shape in *table {
            if shape.is_blank() {
                gap += usize::from(counts(shape));
            } else {
                if after_figure && shape.is_figure_alone() {
                    gaps.push(gap);
                }
                (gap, after_figure) = (0, shape.is_figure_alone());
            }
        }
    }
    gaps
}

/// Whether as many empty lines stand between any two cells of a row, full or blank.
fn empty_lines_agree(tables: &[&[Shape]]) -> bool {
    let mut usual = None;
    for table in tables {
        let (mut gap, mut after_cell) = (0, false);
        for shape in *table {
            match shape {
                Shape::Blank => gap += 1,
                Shape::BlankCell | Shape::Cells { words: None, .. } => {
                    if after_cell && *usual.get_or_insert(gap) != gap {
                        return false;
                    }
                    (gap, after_cell) = (0, true);
                }
                _ => (gap, after_cell) = (0, false),
            }
        }
    }
    true
}

struct RowBuilder<'t> {
    text: &'t str,
    rows: Vec<GridRow>,
    /// The last row may go on in the next line.
    open: bool,
    layout: Layout,
    blanks: Blanks,
    /// Lines since the last cell that may stand for blank ones.
    blank: usize,
}

impl RowBuilder<'_> {
    fn take(&mut self, line: &Line, shape: &Shape) {
        match shape {
            Shape::Blank if self.blanks == Blanks::Cells => {}
            Shape::Blank | Shape::BlankCell => self.blank += 1,
            Shape::Stray => self.blank = 0,
            Shape::Apart => self.open = false,
            // Text from PDF may have a row's figures above its label: one alone may be either row's.
            Shape::Cells { words: None, figures, .. }
                if figures.len() == 1 && self.open && self.layout == Layout::Lines =>
            {
                self.add_blanks(line.span.start as usize);
                self.add(figures[0]);
            }
            Shape::Cells { words: None, figures, .. } => {
                self.begin(figures.iter().copied(), figures.len() == 1);
            }
            Shape::Cells { words: Some(words), figures, label } if figures.is_empty() => {
                if self.continues_label(*words, *label) {
                    return;
                }
                if self.open {
                    self.add_blanks(line.span.start as usize);
                }
                let cells = if label.is_some() { vec![*words] } else { header_cells(self.text, *words) };
                let open = cells.len() == 1;
                self.begin(cells.into_iter(), open);
            }
            Shape::Cells { words: Some(words), figures, .. } => {
                self.begin([*words].into_iter().chain(figures.iter().copied()), false);
            }
        }
    }

    fn begin(&mut self, cells: impl Iterator<Item = Span>, open: bool) {
        self.rows.push(GridRow::default());
        cells.for_each(|cell| self.add(cell));
        self.open = open;
    }

    fn add(&mut self, span: Span) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(GridCell { span, hollow: false });
        }
        self.blank = 0;
    }

    /// The blank cells that the lines before byte `at` stand for.
    fn add_blanks(&mut self, at: usize) {
        let blanks = match self.blanks {
            Blanks::Lost => return,
            Blanks::Cells => self.blank,
            Blanks::Gap(gap) => self.blank.saturating_sub(gap) / (gap + 1),
        };
        let Some(row) = self.rows.last_mut() else { return };
        row.cells.extend(std::iter::repeat_n(GridCell { span: Span::bytes(at, at), hollow: true }, blanks));
        self.blank = 0;
    }

    /// Whether words go on with the label of the line before: together they are told, or told better.
    fn continues_label(&mut self, words: Span, label: Option<Told>) -> bool {
        let Some(GridRow { cells }) = self.rows.last_mut().filter(|_| self.open) else { return false };
        let [cell] = cells.as_mut_slice() else { return false };
        let joined = cell.span.to(words);
        let told = |span: Span| label::tell(span.of(self.text));
        let is_exact = |span: Span| told(span).is_some_and(|told| told.exact);
        let stands_alone = label == Some(Told::Row) && is_exact(words);
        if stands_alone || !is_exact(joined) || tell(joined.of(self.text)) != Some(Told::Row) {
            return false;
        }
        cell.span = joined;
        self.blank = 0;
        true
    }
}

/// The headers of a line that names several columns; else the line itself.
fn header_cells(text: &str, words: Span) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut at = words.start as usize;
    for word in words.of(text).split(is_space) {
        if !word.is_empty() {
            cells.push(Span::bytes(at, at + word.len()));
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let told = cells.iter().filter(|cell| tell(cell.of(text)).is_some()).count();
    if told >= 2 { cells } else { vec![words] }
}
