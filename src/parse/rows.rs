//! Grid → rows of the form: each row's label is told, and the cells that follow it are its own.

use crate::form::{
    self,
    label::{self, Match},
};
use crate::parse::pieces;
use crate::read::document::{Block, Document, Grid, GridCell, GridRow};
use crate::read::figure;
use crate::report::{Layout, TableId};
use crate::text::{Span, fold_char, holds};
use std::rc::Rc;

/// A row of the form as it was found.
#[derive(Clone, Debug)]
pub struct FoundRow {
    pub table: TableId,
    /// The row's id, of table 四 the first of the rows whose figures stand here; none where no label tells.
    pub row: Option<&'static str>,
    /// The label as it stands; none in table 四, which has no row labels on paper.
    pub label: Option<Span>,
    /// The cells before the label in its row.
    pub before: usize,
    /// The cells after the label, up to the next one.
    pub cells: Vec<GridCell>,
    /// Another row begins before this one has ended.
    pub cut: bool,
    pub keeps_blanks: bool,
    pub layout: Layout,
    /// Its label was told by its place among the other rows.
    pub by_order: bool,
    /// Its label stands there, and no figure about that could be its own: the row is blank.
    pub is_blank: bool,
    /// Figures stuck to the label, or several in one cell: what was between them is lost.
    pub stuck: bool,
    /// Words or a figure of a row that may have been cut; none of the form's rows by itself.
    pub is_piece: bool,
    /// Figures stand beside it that may be its own.
    pub is_doubted: bool,
    /// The columns that the header above names, in its order; empty where it isn't wholly told.
    pub header: Rc<Vec<HeaderCell>>,
}

/// A header that was told.
#[derive(Clone, Copy, Debug)]
pub struct HeaderCell {
    pub column: &'static str,
    pub span: Span,
    /// Its place among the cells of its row, and how many these are.
    pub at: usize,
    pub width: usize,
}

/// What the grids of a document hold.
#[derive(Debug, Default)]
pub struct Rows {
    pub found: Vec<FoundRow>,
    /// Labels and headers that were told, with the table they belong to.
    pub told: Vec<(TableId, Span)>,
}

/// Finds the rows of the form in every grid, in the order of the text.
pub fn rows(document: &Document) -> Rows {
    let mut rows = Rows::default();
    let mut caption = None;
    for block in &document.blocks {
        match block {
            Block::Paragraph(span) => caption = case_of_caption(span.of(document.text)).or(caption),
            Block::Table(grid) => GridReader { text: document.text, grid, caption, rows: &mut rows }.read(),
        }
    }
    pieces::join(document.text, &mut rows.found);
    rows
}

/// A line above a table that names one of the three kinds of case.
fn case_of_caption(line: &str) -> Option<&'static str> {
    if line.len() > LONGEST_CAPTION_LINE {
        return None;
    }
    let key = label::key(line)?;
    let has = |word: &str| holds(&key.full, word);
    let is_title = has("公开") || key.full.chars().count() > LONGEST_CAPTION;
    match () {
        () if is_title => None,
        () if has("未经复议") => Some("direct_suit"),
        () if has("复议后") => Some("suit_after_reconsideration"),
        () if has("行政复议") && !has("诉讼") => Some("reconsideration"),
        () => None,
    }
}

/// In characters.
const LONGEST_CAPTION: usize = 20;

/// In bytes, with marks and white space.
const LONGEST_CAPTION_LINE: usize = 120;

struct GridReader<'a, 't> {
    text: &'t str,
    grid: &'a Grid,
    /// The kind of case that a line above the grid names.
    caption: Option<&'static str>,
    rows: &'a mut Rows,
}

/// A cell with what it is.
struct Told<'g> {
    cell: &'g GridCell,
    kind: Kind,
}

enum Kind {
    Blank,
    Figure,
    Label(Match),
    Other,
}

/// What the header rows above say.
#[derive(Default)]
struct Header {
    table: Option<TableId>,
    columns: Rc<Vec<HeaderCell>>,
    /// A cell of the header was not told.
    unclear: bool,
}

impl GridReader<'_, '_> {
    fn read(mut self) {
        let first = self.rows.found.len();
        let mut header = Header::default();
        let mut above_was_header = false;
        for row in &self.grid.rows {
            let told = self.tell(row);
            if self.numbers_columns(&told) {
                continue;
            }
            if is_header(&told)
                || self.is_header_with_group(&told)
                || (above_was_header && self.goes_on_with_header(&told))
            {
                if !above_was_header {
                    header = Header::default();
                }
                self.read_header(&told, &mut header);
                above_was_header = true;
                continue;
            }
            if self.holds_cases(&told, &header, above_was_header) || !self.read_labelled(&told, &header) {
                self.read_unlabelled(&told, &header, above_was_header);
            }
            // Words that no one tells may be a header cut in pieces.
            let is_words = told.iter().any(|told| matches!(told.kind, Kind::Other));
            above_was_header &= is_words && told.iter().all(|told| matches!(told.kind, Kind::Other | Kind::Blank));
        }
        self.note_blank_cases(first, &header);
    }

    /// Whether a row counts from 0 or 1 through the columns, as programs that write tables number them: no total of such
    /// figures could be right.
    fn numbers_columns(&self, told: &[Told]) -> bool {
        let text = |told: &Told| told.cell.span.of(self.text);
        let first = usize::from(told.first().is_some_and(|told| text(told) == "1"));
        told.len() >= FEWEST_NUMBERED && (first..).zip(told).all(|(at, told)| text(told).parse() == Ok(at))
    }

    /// The headers of table 四 without a row of figures: the table is there, and nothing is filled in.
    fn note_blank_cases(&mut self, first: usize, header: &Header) {
        // Figures without a label may be those of this table.
        let may_be_its_own = |row: &FoundRow| row.table == TableId::Litigation || (row.row.is_none() && !row.is_piece);
        let is_there = self.rows.found[first..].iter().any(may_be_its_own);
        if header.table == Some(TableId::Litigation) && header.columns.len() >= BLANK_CASES && !is_there {
            self.push(TableId::Litigation, Some("reconsideration"), None, 0, Vec::new(), false, &Header::default());
            // Where blank cells are kept, a row of them would be there.
            self.rows.found.last_mut().expect("a row was added").is_blank = !self.grid.keeps_blanks;
        }
    }

    /// Whether a row holds the name of a group beside that of a column, neither numbered as rows are: 法人或其他组织 and 总计,
    /// where the column before them is missing.
    fn is_header_with_group(&self, told: &[Told]) -> bool {
        let (mut groups, mut columns) = (0, 0);
        for each in told {
            match &each.kind {
                Kind::Blank => {}
                Kind::Label(label) if self.names_column(each, label, &[]) => columns += 1,
                Kind::Label(label) if row_of(label).is_none() && !self.is_numbered(each) => groups += 1,
                Kind::Label(_) | Kind::Figure | Kind::Other => return false,
            }
        }
        groups > 0 && columns > 0
    }

    /// Whether a row is 总计 or 其他 alone: where each cell has a line of its own, one more header.
    fn goes_on_with_header(&self, told: &[Told]) -> bool {
        matches!(told, [Told { kind: Kind::Label(label), .. }] if self.names_column(&told[0], label, &[]))
    }

    /// Whether the figures of table 四 stand in a row: all fifteen, or some behind the last of its headers.
    fn holds_cases(&self, told: &[Told], header: &Header, under_header: bool) -> bool {
        let figures = told.iter().filter(|told| matches!(told.kind, Kind::Figure)).count();
        let behind_header = || match told {
            [Told { kind: Kind::Label(label), .. }, rest @ ..] => {
                label.column(TableId::Litigation).is_some()
                    && !rest.is_empty()
                    && self.names_column(&told[0], label, &[])
            }
            _ => false,
        };
        figures == ALL_CASES || (header.table == Some(TableId::Litigation) && under_header && behind_header())
    }

    fn tell<'g>(&self, row: &'g GridRow) -> Vec<Told<'g>> {
        row.cells.iter().map(|cell| Told { cell, kind: self.kind(cell) }).collect()
    }

    fn kind(&self, cell: &GridCell) -> Kind {
        if cell.is_blank() {
            return Kind::Blank;
        }
        let text = cell.span.of(self.text);
        if figure::is_figure(text) {
            return Kind::Figure;
        }
        label::tell(text).map_or(Kind::Other, Kind::Label)
    }

    fn read_header(&mut self, told: &[Told], header: &mut Header) {
        for (at, Told { cell, kind }) in told.iter().enumerate() {
            match kind {
                Kind::Label(label) => {
                    for &table in TableId::ALL {
                        if let Some(column) = label.column(table) {
                            header.table = header.table.or(Some(table));
                            if header.table == Some(table) {
                                Rc::make_mut(&mut header.columns).push(HeaderCell {
                                    column,
                                    span: cell.span,
                                    at,
                                    width: told.len(),
                                });
                            }
                            self.rows.told.push((table, cell.span));
                        }
                    }
                    if label.row(TableId::Litigation).is_some() {
                        header.table = Some(TableId::Litigation);
                    }
                }
                Kind::Other => header.unclear = true,
                Kind::Blank | Kind::Figure => {}
            }
        }
    }

    /// Reads the rows whose labels stand in this row of cells; false where there is no label.
    fn read_labelled(&mut self, told: &[Told], header: &Header) -> bool {
        let is_label = |at: usize| matches!(told[at].kind, Kind::Label(_));
        let mut found = false;
        let mut at = 0;
        while at < told.len() {
            let next = (at + 1..told.len()).find(|&next| is_label(next)).unwrap_or(told.len());
            if let Kind::Label(label) = &told[at].kind
                && let Some((table, row)) = row_of(label)
            {
                let rest = usize::from(self.is_cut_by_bar(&told[at..next], row));
                let cells: Vec<GridCell> = told[at + 1 + rest..next].iter().map(|told| *told.cell).collect();
                let names_group = next < told.len() && cells.iter().all(GridCell::is_blank);
                // On a page the end of a label may look like another: 复申请 of 4.无正当理由大量反复申请.
                let is_end = cells.is_empty()
                    && !label.exact
                    && self.rows.found.iter().rev().take(RECENT).any(|found| found.row == Some(row));
                if !names_group && !is_end && !self.names_column(&told[at], label, &cells) {
                    found = true;
                    // A label alone may be that of a group: （六）其他处理 is a row in one form, and a group in the other.
                    if !cells.is_empty() {
                        self.rows.told.push((table, told[at].cell.span));
                    }
                    self.push(table, Some(row), Some(told[at].cell.span), at + rest, cells, next < told.len(), header);
                }
            } else if let Kind::Label(_) = &told[at].kind {
                // Behind the name of a group no figure is its own: it is that of a row whose label stands elsewhere.
                found |= !told[at..next].iter().any(|told| matches!(told.kind, Kind::Figure));
            }
            at = next;
        }
        found
    }

    /// Whether the words beside a label are the rest of it: a converter has set a bar where a column of the paper begins.
    fn is_cut_by_bar(&self, told: &[Told], row: &str) -> bool {
        let [label, Told { cell, kind: Kind::Other }, ..] = told else { return false };
        if matches!(&label.kind, Kind::Label(label) if label.exact) {
            return false;
        }
        let whole = label::tell_exactly(&[label.cell.span.of(self.text), cell.span.of(self.text)].concat());
        whole.as_ref().and_then(row_of).is_some_and(|(_, told)| told == row)
    }

    /// 总计 and 其他 are columns too, and words of many a table: without a number of their own they are rows only below
    /// other rows of table 三, and only where a figure follows.
    fn names_column(&self, told: &Told, label: &Match, cells: &[GridCell]) -> bool {
        let is_column = TableId::ALL.iter().any(|table| label.column(*table).is_some());
        let is_below = || self.rows.found.last().is_some_and(|row| row.table == TableId::Applications);
        let holds_figure = || cells.iter().any(|cell| figure::is_figure(cell.span.of(self.text)) && !cell.is_blank());
        is_column && !self.is_numbered(told) && !(is_below() && holds_figure())
    }

    fn is_numbered(&self, told: &Told) -> bool {
        label::is_numbered(told.cell.span.of(self.text))
    }

    /// A row without a told label: the figures of table 四, a row whose label stands elsewhere, or one that the form
    /// doesn't have.
    fn read_unlabelled(&mut self, told: &[Told], header: &Header, under_header: bool) {
        let before_figures = told.iter().take_while(|told| !matches!(told.kind, Kind::Figure | Kind::Blank)).count();
        // A row as wide as the header has no room for a label: what is no figure stands in the place of one.
        let begins_with_label = matches!(told.first(), Some(Told { kind: Kind::Label(_), .. }));
        let is_full =
            header.table == Some(TableId::Litigation) && under_header && told.len() == ALL_CASES && !begins_with_label;
        let lead = if is_full { 0 } else { before_figures };
        let cells: Vec<GridCell> = told[lead..].iter().map(|told| *told.cell).collect();
        let figures = told.iter().filter(|told| matches!(told.kind, Kind::Figure)).count();
        // The second line of headers that are cut in pieces holds words as well.
        let words = told[lead..].iter().filter(|told| !matches!(told.kind, Kind::Figure | Kind::Blank)).count();
        let are_pieces = || cells.iter().all(|cell| label::is_piece(cell.span.of(self.text)));
        let is_cases = header.table == Some(TableId::Litigation)
            && under_header
            && !cells.is_empty()
            && (words == 0 || figures > words || (is_full && (figures > 0 || words == ALL_CASES && !are_pieces())))
            && (lead == 0 || figures > 0 || self.holds_cases(told, header, under_header))
            && !told[..lead].iter().any(|told| self.text.as_bytes()[told.cell.span.start as usize].is_ascii_digit());
        if is_cases || figures == ALL_CASES {
            let one_case = self.caption.filter(|_| header.columns.len() <= CASE_COLUMNS && figures < ALL_CASES);
            let row = one_case.or(Some("reconsideration"));
            // On a page five headers may be what is told of fifteen.
            let unclear = &Header::default();
            let header = if one_case.is_some() || self.grid.keeps_blanks { header } else { unclear };
            self.push(TableId::Litigation, row, None, lead, cells, false, header);
        } else if figures >= 2 || (figures > 0 && !self.grid.keeps_blanks) {
            self.push_unlabelled(told, header, figures);
        } else if self.grid.keeps_blanks && told.iter().any(|told| matches!(told.kind, Kind::Figure | Kind::Other)) {
            self.push_unlabelled(told, header, figures);
            self.rows.found.last_mut().expect("a row was added").is_piece = true;
        }
    }

    /// A row whose label, if it has one, isn't told; without figures it is words alone.
    fn push_unlabelled(&mut self, told: &[Told], header: &Header, figures: usize) {
        let above = self.rows.found.last().map_or(TableId::Applications, |row| row.table);
        let by_width = if figures == form::APPLICANT_COLUMNS { TableId::Applications } else { above };
        let table = header.table.unwrap_or(by_width);
        let first = told.iter().position(|told| matches!(told.kind, Kind::Figure)).unwrap_or(told.len());
        let label = told[..first].iter().rposition(|told| !matches!(told.kind, Kind::Blank));
        let lead = label.map_or(0, |label| label + 1);
        let cells = told[lead..].iter().map(|told| *told.cell).collect();
        self.push(table, None, label.map(|label| told[label].cell.span), lead, cells, false, header);
    }

    #[allow(clippy::too_many_arguments)]
    fn push(
        &mut self,
        table: TableId,
        row: Option<&'static str>,
        label: Option<Span>,
        before: usize,
        cells: Vec<GridCell>,
        cut: bool,
        header: &Header,
    ) {
        let is_clear = header.table == Some(table) && !header.unclear;
        let stuck = label.is_some_and(|label| ends_in_digit(label.of(self.text)))
            || cells.iter().any(|cell| figure::are_several(cell.span.of(self.text)));
        let is_loose = matches!(self.grid.layout, Layout::Lines | Layout::Spaced) && !self.grid.keeps_blanks;
        self.rows.found.push(FoundRow {
            table,
            row,
            label,
            before,
            cut,
            keeps_blanks: self.grid.keeps_blanks,
            layout: self.grid.layout,
            by_order: false,
            is_blank: false,
            stuck,
            is_piece: false,
            // Figures of two lines.
            is_doubted: is_loose && label.is_some() && cells.iter().any(GridCell::is_blank),
            cells,
            header: if is_clear { Rc::clone(&header.columns) } else { Rc::default() },
        });
    }
}

/// A label that is met again so many rows on is that of another table.
const RECENT: usize = 8;

/// Fewer figures may count up and still have their total right: 0 1 2 3.
const FEWEST_NUMBERED: usize = 5;

/// The headers of table 四 that show it without a figure: a narrow page cuts all but 总计 into pieces.
const BLANK_CASES: usize = 3;

/// The columns of one kind of case in table 四, and of all three.
const CASE_COLUMNS: usize = 5;
const ALL_CASES: usize = 15;

/// No label of the form does.
fn ends_in_digit(label: &str) -> bool {
    label.chars().next_back().is_some_and(|last| fold_char(last).is_ascii_digit())
}

/// A row is a header if it names columns and holds no figure.
fn is_header(told: &[Told]) -> bool {
    let labels = || told.iter().filter_map(|told| if let Kind::Label(label) = &told.kind { Some(label) } else { None });
    let is_column = |label: &&Match| TableId::ALL.iter().any(|table| label.column(*table).is_some());
    let only_column = |label: &&Match| is_column(label) && row_of(label).is_none();
    let of_litigation = |label: &&Match| label.row(TableId::Litigation).is_some();
    let holds_figure = told.iter().any(|told| matches!(told.kind, Kind::Figure));
    // A label that covers several columns may come once for each.
    let mut columns: Vec<_> =
        labels().filter_map(|label| TableId::ALL.iter().find_map(|table| label.column(*table))).collect();
    columns.dedup();
    !holds_figure
        && (columns.len() >= 2
            || labels().any(|label| only_column(&label))
            || labels().any(|label| of_litigation(&label)))
        && labels().all(|label| row_of(label).is_none() || is_column(&label) || of_litigation(&label))
}

/// The row of table 二 or 三 that a label names; table 四's are headers on paper.
fn row_of(label: &Match) -> Option<(TableId, &'static str)> {
    let of = |table: TableId| label.row(table).map(|row| (table, row));
    of(TableId::Disclosure).or_else(|| of(TableId::Applications)).or_else(|| of(TableId::Litigation))
}
