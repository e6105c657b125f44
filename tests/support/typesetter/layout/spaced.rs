//! Text drawn from a PDF page by page: cells lie where they lay on the paper, lines are cut to the page's width, and page
//! numbers stand between them.

use super::super::chance;
use super::super::sample::{Block, Piece, Role, Sample, Table};
use super::{Set, one_of};
use fastrand::Rng;
use gouji::report::TableId;

/// How a program draws a page as text.
struct Drawing {
    table: TableDrawing,
    /// Lines of a page.
    page: usize,
    number: (&'static str, &'static str),
    /// Characters of a line of prose.
    width: usize,
    /// Characters of a label's line.
    label_width: usize,
    /// How often a label stands a line above or below its figures.
    apart: f64,
    /// Whether a vertical label's characters stand before rows, or on lines of their own.
    beside: bool,
    /// Whether a label of several lines has its figures in the middle, or after its first line or its last.
    figures_at: FiguresAt,
}

#[derive(Clone, Copy, PartialEq)]
enum TableDrawing {
    Rows,
    Aligned,
    FigureALine,
}

#[derive(Clone, Copy, PartialEq)]
enum FiguresAt {
    /// On a line of their own between the label's lines.
    Between,
    /// On the label's line of this kind.
    FirstLine,
    LastLine,
    /// Before the whole label, or after it.
    Before,
    After,
}

pub fn rows(rng: &mut Rng, sample: &Sample) -> Set {
    draw(rng, sample, TableDrawing::Rows)
}

pub fn aligned(rng: &mut Rng, sample: &Sample) -> Set {
    draw(rng, sample, TableDrawing::Aligned)
}

pub fn figures(rng: &mut Rng, sample: &Sample) -> Set {
    draw(rng, sample, TableDrawing::FigureALine)
}

fn draw(rng: &mut Rng, sample: &Sample, table: TableDrawing) -> Set {
    let drawing = Drawing {
        table,
        page: rng.usize(30..44),
        number: one_of(rng, &[("- ", " -"), ("— ", " —"), ("-", "-"), ("P. ", "")]),
        width: rng.usize(26..34),
        label_width: rng.usize(12..24),
        apart: one_of(rng, &[0.0, 0.0, 0.15]),
        beside: rng.bool(),
        figures_at: one_of(
            rng,
            &[FiguresAt::Between, FiguresAt::FirstLine, FiguresAt::LastLine, FiguresAt::Before, FiguresAt::After],
        ),
    };
    let mut lines = Vec::new();
    for block in &sample.blocks {
        match block {
            Block::Title(line) | Block::Heading(line) => lines.push(line.clone()),
            Block::Paragraph(line) => lines.extend(cut(line, drawing.width)),
            Block::Table(each) => drawing.table(rng, each, &mut lines),
        }
    }
    Set::Text(drawing.pages(&lines))
}

/// A text cut into lines of so many characters.
fn cut(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (at, character) in text.chars().enumerate() {
        let line = lines.last_mut().expect("there is a line");
        let may_begin_line = !"，。、；：）)".contains(character);
        if at > 0 && line.chars().count() >= width && may_begin_line {
            lines.push(character.to_string());
        } else {
            line.push(character);
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

impl Drawing {
    fn pages(&self, lines: &[String]) -> String {
        let mut text = String::new();
        for (at, page) in lines.chunks(self.page).enumerate() {
            text += &page.join("\n");
            text += &format!("\n{}{}{}\n", self.number.0, at + 1, self.number.1);
            if self.table == TableDrawing::Aligned {
                text += "\u{c}";
            }
        }
        text
    }

    fn table(&self, rng: &mut Rng, table: &Table, lines: &mut Vec<String>) {
        match table.id {
            TableId::Disclosure => table.rows.iter().for_each(|row| self.plain_row(row, lines)),
            TableId::Litigation => self.litigation(table, lines),
            TableId::Applications => self.applications(rng, table, lines),
        }
    }

    /// A row whose words and figures stand on one line, or each on its own.
    fn plain_row(&self, row: &[Piece], lines: &mut Vec<String>) {
        let cells = row.iter().filter(|piece| !piece.is_blank()).map(|piece| piece.joined(""));
        match self.table {
            TableDrawing::FigureALine => lines.extend(cells),
            TableDrawing::Rows => lines.push(cells.collect::<Vec<_>>().join(" ")),
            TableDrawing::Aligned => {
                let width: usize = row.iter().map(|piece| piece.colspan).sum();
                lines.push(aligned_row(row, PAGE_WIDTH / width));
            }
        }
    }

    fn litigation(&self, table: &Table, lines: &mut Vec<String>) {
        let (figures, headers) = table.rows.split_last().expect("a table with rows");
        for row in headers {
            if self.table == TableDrawing::FigureALine {
                lines.extend(row.iter().flat_map(|piece| cut(&piece.joined(""), 2)));
            } else {
                lines.push(row.iter().map(|piece| piece.joined("")).collect::<Vec<_>>().join(" "));
            }
        }
        self.plain_row(figures, lines);
    }

    fn applications(&self, rng: &mut Rng, table: &Table, lines: &mut Vec<String>) {
        let is_figure = |piece: &Piece| piece.role == Role::Figure;
        let (headers, rows): (Vec<_>, Vec<_>) = table.rows.iter().partition(|row| !row.iter().any(is_figure));
        self.header(&headers, lines);
        let vertical = VerticalLabel::of(&rows);
        let mut group = None;
        for (at, row) in rows.iter().enumerate() {
            let words: Vec<&Piece> = row.iter().filter(|piece| !is_figure(piece)).collect();
            if let Some(begun) = words.iter().rev().skip(1).find(|piece| piece.rowspan < vertical.rows) {
                // The name of a group stands in the middle of its rows.
                let middle = if self.table == TableDrawing::FigureALine { 0 } else { begun.rowspan / 2 };
                group = Some((at + middle, begun.joined("")));
            }
            let group_here = group.take_if(|(row, _)| *row == at).map(|(_, name)| name);
            let label = words.last().expect("a row has a label").joined("");
            let figures: Vec<&Piece> = row.iter().filter(|piece| is_figure(piece)).collect();
            self.row(rng, &vertical.characters_at(at, self.table), group_here, &label, &figures, lines);
        }
    }

    fn header(&self, headers: &[&Vec<Piece>], lines: &mut Vec<String>) {
        let words = headers.iter().flat_map(|row| row.iter());
        if self.table == TableDrawing::FigureALine {
            lines.extend(words.flat_map(|piece| cut(&piece.joined(""), self.label_width)));
            return;
        }
        let mut words: Vec<&Piece> = words.collect();
        lines.extend(cut(&words.remove(0).joined(""), self.label_width));
        let (wide, narrow): (Vec<&Piece>, Vec<&Piece>) = words.into_iter().partition(|piece| piece.colspan > 1);
        lines.extend(wide.iter().map(|piece| piece.joined("")));
        let cells: Vec<Vec<String>> = narrow.iter().map(|piece| cut(&piece.joined(""), 2)).collect();
        let deepest = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..deepest {
            lines.push(cells.iter().filter_map(|cell| cell.get(line).cloned()).collect::<Vec<_>>().join(" "));
        }
    }

    fn row(
        &self,
        rng: &mut Rng,
        vertical: &str,
        group: Option<String>,
        label: &str,
        figures: &[&Piece],
        lines: &mut Vec<String>,
    ) {
        let label = cut(label, self.label_width);
        if self.table == TableDrawing::FigureALine {
            lines.extend(vertical.chars().map(String::from).chain(group).chain(label));
            lines.extend(figures.iter().filter(|piece| !piece.is_blank()).map(|piece| piece.text.clone()));
            return;
        }
        let mut row = self.label_and_figures(rng, label, self.figures(figures));
        let group = group.unwrap_or_default();
        if self.beside && !row[0].label.is_empty() {
            row[0].group = group;
        } else if !group.is_empty() {
            row.insert(0, Line { group, ..Line::default() });
        }
        if self.beside {
            row[0].vertical = vertical.to_owned();
        } else {
            lines.extend(vertical.chars().map(String::from));
        }
        lines.extend(row.iter().map(|line| self.line(line)));
    }

    /// The pieces of a line in their places, or one after the other.
    fn line(&self, line: &Line) -> String {
        let pieces = [&line.vertical, &line.group, &line.label, &line.figures];
        if self.table != TableDrawing::Aligned {
            return pieces.into_iter().filter(|piece| !piece.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        }
        // A label's line may be longer than it should by the signs that begin no line.
        let places = [0, 4, 20, 20 + 2 * self.label_width + 6];
        let mut text = String::new();
        for (piece, place) in pieces.into_iter().zip(places) {
            if !piece.is_empty() {
                text += &" ".repeat(place.saturating_sub(width(&text)));
                text += piece;
            }
        }
        text.trim_end().to_owned()
    }

    fn figures(&self, figures: &[&Piece]) -> String {
        match self.table {
            TableDrawing::Aligned => figures.iter().map(|piece| format!(" {:>7}", piece.text)).collect(),
            _ => {
                let full: Vec<&str> =
                    figures.iter().filter(|piece| !piece.is_blank()).map(|piece| piece.text.as_str()).collect();
                full.join(" ")
            }
        }
    }

    /// The lines of a row: its label's, with the figures among them.
    fn label_and_figures(&self, rng: &mut Rng, label: Vec<String>, figures: String) -> Vec<Line> {
        let mut lines: Vec<Line> = label.into_iter().map(|label| Line { label, ..Line::default() }).collect();
        if figures.trim().is_empty() {
            return lines;
        }
        let last = lines.len() - 1;
        let apart = match self.figures_at {
            _ if last == 0 => chance(rng, self.apart).then(|| rng.usize(0..=1)),
            FiguresAt::Between => Some(1),
            FiguresAt::Before => Some(0),
            FiguresAt::After => Some(last + 1),
            FiguresAt::FirstLine | FiguresAt::LastLine => None,
        };
        match (apart, self.figures_at) {
            (Some(at), _) => lines.insert(at, Line { figures, ..Line::default() }),
            (None, FiguresAt::LastLine) => lines[last].figures = figures,
            (None, _) => lines[0].figures = figures,
        }
        lines
    }
}

/// What stands on a line of table 三, from left to right.
#[derive(Default)]
struct Line {
    vertical: String,
    group: String,
    label: String,
    figures: String,
}

/// How many half-width characters a page is wide.
const PAGE_WIDTH: usize = 96;

/// How many of those a text takes.
fn width(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

/// A row with each cell in the middle of its column; what is blank leaves its room.
fn aligned_row(row: &[Piece], column: usize) -> String {
    let mut line = String::new();
    for piece in row {
        let text = piece.joined("");
        let room = (piece.colspan * column).saturating_sub(width(&text)).max(1);
        line += &format!("{}{text}{}", " ".repeat(room / 2), " ".repeat(room - room / 2));
    }
    line.trim_end().to_owned()
}

/// 三、本年度办理结果, which stands upright beside its rows, a character a line.
struct VerticalLabel {
    characters: Vec<char>,
    first: usize,
    rows: usize,
}

impl VerticalLabel {
    fn of(rows: &[&Vec<Piece>]) -> Self {
        let (first, piece) = rows
            .iter()
            .enumerate()
            .flat_map(|(at, row)| row.iter().map(move |piece| (at, piece)))
            .max_by_key(|(at, piece)| (piece.rowspan, std::cmp::Reverse(*at)))
            .expect("a table with cells");
        Self {
            characters: piece.joined("").chars().filter(|c| !c.is_whitespace()).collect(),
            first,
            rows: piece.rowspan,
        }
    }

    /// The characters that stand on the lines of a row.
    fn characters_at(&self, row: usize, drawing: TableDrawing) -> String {
        if drawing == TableDrawing::FigureALine {
            return if row == self.first { self.characters.iter().collect() } else { String::new() };
        }
        let offset = (self.rows - self.characters.len()) / 2;
        let index = row.checked_sub(self.first + offset);
        index.and_then(|index| self.characters.get(index)).map(char::to_string).unwrap_or_default()
    }
}
