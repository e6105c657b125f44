//! `lines` and `spaced`: tables that no tab and no bar shows, told by the labels of the form.
//!
//! `lines` has one cell a line; lost are the rows and the merges, and the empty cells where they left no line. `spaced` is
//! text drawn from PDF: a row's label and figures stand on a line with spaces between, the label may be wrapped around
//! them, stand above or below them, or carry letters of the vertical label beside it; lost is nearly everything.
//!
//! A table begins with the first line that a label of the form stands on and ends with the last, or the last figure;
//! headings and prose are never part of it.

mod blanks;
mod shape;

use super::Line;
use crate::form::label;
use crate::read::document::{Block, Grid, GridCell, GridRow};
use crate::read::figure::is_figure;
use crate::report::{Layout, TableId};
use crate::text::{Span, fold_char, is_space};
use blanks::Blanks;
pub use shape::without_bars;
use shape::{Shape, Told, is_vertical, tell};
use std::ops::Range;

/// Cuts lines without tabs and bars into paragraphs and tables.
pub fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let mut shapes: Vec<Shape> = lines.iter().map(|line| Shape::of(text, line)).collect();
    let segments = segments(&shapes);
    let tables: Vec<Option<Range<usize>>> = segments.iter().map(|segment| table(text, &shapes, segment)).collect();
    // Tables of one text came the same way.
    let of_tables: Vec<&[Shape]> = tables.iter().flatten().map(|table| &shapes[table.clone()]).collect();
    let blanks = Blanks::tell(&of_tables);
    let is_column = is_column(&of_tables);
    let mut blocks = Vec::new();
    for (segment, table) in segments.into_iter().zip(tables) {
        match table {
            Some(table) => {
                blocks.extend(paragraphs(text, &lines[segment.start..table.start]));
                let (its_lines, its_shapes) = (&lines[table.clone()], &mut shapes[table.clone()]);
                if !is_column {
                    shape::doubt_pages(text, its_lines, its_shapes);
                }
                blocks.push(Block::Table(grid(text, its_lines, its_shapes, blanks, is_column)));
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
fn table(text: &str, shapes: &[Shape], place: &Range<usize>) -> Option<Range<usize>> {
    let segment = &shapes[place.clone()];
    let rows = segment.iter().filter(|shape| shape.is_row()).count();
    let labels = segment.iter().filter(|shape| matches!(shape, Shape::Cells { label: Some(_), .. })).count();
    let figures: usize = segment.iter().map(Shape::figures).sum();
    let headers =
        segment.iter().filter(|shape| matches!(shape, Shape::Cells { label: Some(Told::Header), .. })).count();
    let run = longest_run_of_figures(segment);
    let has_cases = run >= CASES || (headers >= 2 && run >= 2);
    let is_told = has_cases || labels >= BLANK_TABLE || (rows >= 2 && figures >= rows);
    let blank_cases = if figures < 2 && labels > 0 { blank_cases(text, segment) } else { None };
    if !is_told && blank_cases.is_none() {
        return None;
    }
    // A line that begins with a figure and ends with one is a row whatever stands between.
    let begins_with_figure = |words: Span| words.of(text).split(is_space).next().is_some_and(is_figure);
    let is_anchor = |shape: &Shape| match *shape {
        Shape::Cells { words, ref figures, label } => {
            label.is_some() || !figures.is_empty() && words.is_none_or(begins_with_figure)
        }
        _ => false,
    };
    let cases = blank_cases.as_ref();
    let first = cases.map(|cases| cases.start).or_else(|| segment.iter().position(is_anchor))?;
    let last = segment.iter().rposition(is_anchor)?.max(cases.map_or(0, |cases| cases.end));
    // The empty lines under the last cell may be empty cells.
    let blank = shapes[place.start + last + 1..].iter().take_while(|shape| shape.is_blank()).count();
    Some(place.start + first..place.start + last + 1 + blank)
}

/// Where the headers of table 四 begin, and the line of the last, if enough of them stand there with next to no figure: several on a line, or one
/// wrapped over several.
fn blank_cases(text: &str, segment: &[Shape]) -> Option<Range<usize>> {
    let is_header = |words: &str| {
        let of_cases =
            |told: &label::Match| told.column(TableId::Litigation).or(told.row(TableId::Litigation)).is_some();
        label::tell_exactly(words).as_ref().is_some_and(of_cases)
    };
    let (mut headers, mut first, mut last) = (0, None, 0);
    // The lines that may be the first of a header.
    let mut pieces: Vec<(usize, &str)> = Vec::new();
    for (at, shape) in segment.iter().enumerate() {
        match shape {
            Shape::Cells { words: Some(words), figures, .. } if figures.is_empty() => {
                let cells = header_cells(text, *words);
                let on_line = cells.iter().filter(|cell| is_header(cell.of(text))).count();
                pieces.push((at, words.of(text)));
                pieces.drain(..pieces.len().saturating_sub(MOST_LINES + 1));
                let joined = |from: usize| pieces[from..].iter().map(|(_, piece)| *piece).collect::<String>();
                let begun = if on_line > 0 {
                    Some(pieces.len() - 1)
                } else {
                    (0..pieces.len()).find(|&from| is_header(&joined(from)))
                };
                if let Some(begun) = begun {
                    headers += on_line.max(1);
                    (first, last) = (first.or(Some(pieces[begun].0)), at);
                    pieces.clear();
                }
            }
            Shape::Cells { .. } | Shape::Apart => pieces.clear(),
            Shape::Blank | Shape::BlankCell | Shape::Stray => {}
        }
    }
    first.filter(|_| headers >= BLANK_TABLE).map(|first| first..last)
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

/// Whether each cell has a line: where rows had one, lines of one figure each wouldn't follow one another time and again.
fn is_column(tables: &[&[Shape]]) -> bool {
    let mut runs: Vec<usize> = Vec::new();
    let mut any_rows = false;
    for table in tables {
        runs.push(0);
        for shape in *table {
            match (shape, runs.last_mut()) {
                (Shape::Cells { .. }, Some(run)) if shape.is_figure_alone() => *run += 1,
                (Shape::Cells { .. }, _) => runs.push(0),
                _ => {}
            }
            any_rows |= shape.figures() > 1;
        }
    }
    let columns = runs.iter().filter(|run| **run > 1).count();
    runs.iter().any(|run| *run >= FEWEST_IN_COLUMN) || (columns >= FEWEST_COLUMNS && !any_rows)
}

/// Lines of one figure each that show a cell a line: fewer may be rows with little in them, whose labels stand apart.
const FEWEST_IN_COLUMN: usize = 3;

/// Shorter runs of such lines that show it, where no line holds two figures.
const FEWEST_COLUMNS: usize = 2;

/// `is_column`: in this table or another of the text, figures stand one a line.
fn grid(text: &str, lines: &[Line], shapes: &[Shape], blanks: Blanks, is_column: bool) -> Grid {
    let in_rows = shapes.iter().filter(|shape| shape.figures() > 1).count();
    let alone = shapes.iter().filter(|shape| shape.is_figure_alone()).count();
    let is_lines = is_column && (alone > in_rows || in_rows == 0) || blanks != Blanks::Lost;
    let layout = if is_lines { Layout::Lines } else { Layout::Spaced };
    let blanks = if layout == Layout::Lines { blanks } else { Blanks::Lost };
    let mut rows =
        RowBuilder { text, rows: Vec::new(), open: false, layout, blanks, blank: 0, pieces: Vec::new(), strays: 0 };
    for (line, shape) in lines.iter().zip(shapes) {
        rows.take(line, shape);
    }
    if let Some(last) = lines.last().filter(|_| rows.open) {
        rows.add_blanks(last.span.end as usize);
    }
    let rows = if layout == Layout::Lines { join_words(text, rows.rows) } else { rows.rows };
    Grid { layout, keeps_blanks: blanks != Blanks::Lost, rows }
}

/// Gives a row the words that stand in place of its figures: where with them it is as wide as the form has it, or where it
/// would be blank without.
fn join_words(text: &str, rows: Vec<GridRow>) -> Vec<GridRow> {
    let first = |row: &GridRow| row.cells.first().map_or("", |cell| cell.span.of(text)).to_owned();
    let mut joined: Vec<GridRow> = Vec::with_capacity(rows.len());
    let mut rows = rows.into_iter().peekable();
    while let Some(mut row) = rows.next() {
        let told = label::tell(&first(&row)).filter(|told| told.exact);
        if let Some(Told::Row(widths)) = told.as_ref().map(Told::of) {
            let fills = |row: &GridRow, next: &GridRow| {
                row.cells.len() == 1 && !widths.may_be(0) || widths.may_be(row.cells.len() - 1 + next.cells.len())
            };
            if let Some(next) = rows.next_if(|next| fills(&row, next) && shape::may_be_cell(&first(next))) {
                row.cells.extend(next.cells);
            }
        }
        joined.push(row);
    }
    joined
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
    /// The rows of words alone that may be the first lines of a label.
    pieces: Vec<usize>,
    /// How many rows there were when a page's number, or letters of the vertical label, last stood between.
    strays: usize,
}

impl RowBuilder<'_> {
    fn take(&mut self, line: &Line, shape: &Shape) {
        match shape {
            Shape::Blank if self.blanks == Blanks::Cells => {}
            Shape::Blank | Shape::BlankCell => self.blank += 1,
            Shape::Stray => (self.blank, self.strays) = (0, self.rows.len()),
            Shape::Apart => {
                self.open = false;
                self.pieces.clear();
            }
            // Text from PDF may have a row's figures above its label: one alone may be either row's.
            Shape::Cells { words: None, figures, .. }
                if figures.len() == 1 && self.open && self.layout == Layout::Lines =>
            {
                self.add_blanks(line.span.start as usize);
                self.add(figures[0]);
                self.pieces.clear();
            }
            Shape::Cells { words: None, figures, .. } if self.open && self.lacks(figures.len()) => {
                self.add(Span::bytes(line.span.start as usize, line.span.start as usize));
                figures.iter().for_each(|figure| self.add(*figure));
            }
            Shape::Cells { words: None, figures, .. } => {
                // One line of figures may stand inside a label; after two no one can say which is the row's.
                let has_figures = self.rows.last().is_some_and(|row| row.cells.len() > 1);
                if has_figures || self.rows.len() > self.pieces.last().map_or(0, |last| last + 1) {
                    self.pieces.clear();
                }
                self.begin(figures.iter().copied(), figures.len() == 1);
            }
            Shape::Cells { words: Some(words), figures, label } if figures.is_empty() => {
                // Marks that a page has set on a line of their own; not those that number a label.
                let is_mark = |c: char| !c.is_alphanumeric() && fold_char(c) != '(';
                if words.of(self.text).chars().all(is_mark) {
                    return;
                }
                if self.ends_label(*words, *label) {
                    self.open = self.rows.last().is_some_and(|row| row.cells.len() == 1);
                    return;
                }
                if self.open {
                    self.add_blanks(line.span.start as usize);
                }
                let cells = header_cells(self.text, *words);
                let open = cells.len() == 1;
                if open {
                    self.pieces.push(self.rows.len());
                } else {
                    self.pieces.clear();
                }
                self.begin(cells.into_iter(), open);
            }
            Shape::Cells { words: Some(words), figures, label } => {
                let goes_on = self.ends_label(*words, *label);
                self.pieces.clear();
                if goes_on {
                    self.join(figures, words.start);
                    self.open = false;
                } else {
                    self.begin([*words].into_iter().chain(figures.iter().copied()), self.layout == Layout::Lines);
                    self.pieces.push(self.rows.len() - 1);
                }
            }
        }
    }

    /// Gives the last row the figures of one more line.
    fn join(&mut self, figures: &[Span], at: u32) {
        if self.rows.last().is_some_and(|row| row.cells.len() > 1) {
            // A blank cell, which such a row never has, shows that the figures of two lines were joined.
            self.add(Span::bytes(at as usize, at as usize));
        }
        figures.iter().for_each(|figure| self.add(*figure));
    }

    /// Whether the last row has a label, and so many figures are a part of those that it still lacks: where each cell has a
    /// line, a page may have set some on one.
    fn lacks(&self, figures: usize) -> bool {
        let Some(row) = self.rows.last().filter(|_| self.layout == Layout::Lines && self.blanks == Blanks::Lost) else {
            return false;
        };
        let own = row.cells[1..].iter().filter(|cell| !cell.is_blank()).count();
        let told = tell(row.cells[0].span.of(self.text));
        matches!(told, Some(Told::Row(widths)) if widths.has_room(own + figures) && !widths.may_be(figures))
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

    /// Whether words end a label that began on the lines before: only together they are told to the letter. The figures that
    /// stand between them are the row's.
    fn ends_label(&mut self, words: Span, label: Option<Told>) -> bool {
        if is_vertical(words.of(self.text)) || matches!(label, Some(Told::Row(_))) && is_row(words.of(self.text)) {
            return false;
        }
        let mut written = words.of(self.text).to_owned();
        for back in 1..=MOST_LINES.min(self.pieces.len()) {
            let first = self.pieces[self.pieces.len() - back];
            let piece = self.rows[first].cells[0].span;
            written.insert_str(0, piece.of(self.text));
            if !is_row(&written) {
                continue;
            }
            let rest = self.rows.get(first + 1).map_or(words, |row| row.cells[0].span.to(words));
            let figures = self.rows.drain(first + 1..).find(|row| is_figure(row.cells[0].span.of(self.text)));
            // Where something else stands between, the label's text would hold it: its first line stands for it.
            let is_apart = self.strays > first && tell(piece.of(self.text)).is_some();
            match figures {
                Some(figures) => self.rows[first].cells.extend(figures.cells),
                // Its figures stand inside the label: the longer part stands for it, where that is enough.
                None if self.rows[first].cells.len() > 1 => {
                    let names = |text: &str| label::tell(text).map(|told| told.labels);
                    if names(piece.of(self.text)).is_none() && names(rest.of(self.text)) == names(&written) {
                        self.rows[first].cells[0].span = rest;
                    }
                }
                None if is_apart => {}
                None => self.rows[first].cells[0].span = piece.to(words),
            }
            // What a label says in brackets may follow.
            let is_bare = self.rows[first].cells.len() == 1;
            self.pieces.truncate(self.pieces.len() - back + usize::from(is_bare));
            self.blank = 0;
            return true;
        }
        self.grows(words)
    }

    /// Whether words go on with the label of the line above, which has more lines than are put together above.
    fn grows(&mut self, words: Span) -> bool {
        let above = self.pieces.last().copied().filter(|&above| above + 1 == self.rows.len() && self.strays <= above);
        let Some(row) = above.map(|above| &mut self.rows[above]).filter(|row| row.cells.len() == 1) else {
            return false;
        };
        let label = row.cells[0].span.to(words);
        if !label::is_beginning(label.of(self.text)) {
            return false;
        }
        row.cells[0].span = label;
        true
    }
}

/// Whether a text is the label of a row to the last letter.
fn is_row(text: &str) -> bool {
    label::tell_exactly(text).is_some_and(|told| matches!(Told::of(&told), Told::Row(_)))
}

/// The most lines before its last one that a label is wrapped to.
const MOST_LINES: usize = 4;

/// The headers of a line that names several columns; else the line itself.
fn header_cells(text: &str, words: Span) -> Vec<Span> {
    if tell(words.of(text)).is_some() {
        return vec![words];
    }
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
