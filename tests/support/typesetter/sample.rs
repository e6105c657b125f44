//! A report before it is set in a layout: its words, and its tables as the merged cells that the form prints.

use super::chance;
use super::hand::Hand;
use super::prose::Prose;
use super::writing::Figures;
use fastrand::Rng;
use gouji::form;
use gouji::report::{FormId, SectionId, TableId};

#[derive(Clone)]
pub struct Sample {
    pub blocks: Vec<Block>,
    pub figures: Figures,
}

#[derive(Clone)]
pub enum Block {
    Title(String),
    Heading(String),
    Paragraph(String),
    Table(Table),
}

/// A table as rows of merged cells: one covered by another isn't there.
#[derive(Clone)]
pub struct Table {
    pub id: TableId,
    pub rows: Vec<Vec<Piece>>,
}

#[derive(Clone, Debug)]
pub struct Piece {
    /// A line break in it is one that the author made.
    pub text: String,
    pub rowspan: usize,
    pub colspan: usize,
    pub role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A label, a header or the name of a group.
    Words,
    Figure,
}

/// A square of a table at its full width.
#[derive(Clone, Copy)]
pub enum Square<'t> {
    Own(&'t Piece),
    /// Covered by the cell on its left.
    Beside,
    /// Covered by a cell above, in the column where that cell begins.
    Below,
    /// Covered by a cell above, in a further column of that cell.
    BelowBeside,
}

/// The rows of table three's header.
const HEADER: usize = 3;

impl Sample {
    /// The report with table three over two pages, the second beginning with the header again, and one figure that a space
    /// splits in two, where the sums tell that it is one.
    pub fn over_two_pages(&self, rng: &mut Rng) -> Self {
        let mut sample = self.clone();
        let all_hold = self.figures.sums_hold && !self.figures.has_blanks;
        for block in &mut sample.blocks {
            let Block::Table(table) = block else { continue };
            if all_hold && table.id != TableId::Disclosure && rng.bool() {
                table.split_figure(rng);
            }
            if table.id == TableId::Applications {
                table.begin_again(rng.usize(HEADER + 3..table.rows.len() - 2));
            }
        }
        sample
    }

    /// A report with these figures, in the words and the hand of some organ.
    pub fn draw(rng: &mut Rng, form: FormId, figures: Figures) -> Self {
        let (prose, hand) = (Prose::draw(rng, form), Hand::draw(rng));
        let official = chance(rng, 0.6);
        let mut blocks = vec![Block::Title(prose.title())];
        blocks.extend(prose.preamble().into_iter().map(Block::Paragraph));
        for &section in SectionId::ALL {
            blocks.push(Block::Heading(prose.heading(rng, section, official)));
            blocks.extend(prose.paragraphs(rng, section).into_iter().map(Block::Paragraph));
            if let Some(&id) = TableId::ALL.iter().find(|id| id.as_str() == section.as_str()) {
                blocks.push(Block::Table(Table::draw(rng, form, id, &hand, &figures)));
            }
        }
        blocks.extend(prose.signature(rng).into_iter().map(Block::Paragraph));
        Self { blocks, figures }
    }
}

/// Headers that narrow columns break in two, with the place of the break in characters.
const BROKEN: [(&str, usize); 6] = [
    ("本年新制作数量", 3),
    ("本年新公开数量", 3),
    ("商业企业", 2),
    ("科研机构", 2),
    ("社会公益组织", 4),
    ("结果维持", 2),
];

impl Table {
    fn draw(rng: &mut Rng, form: FormId, id: TableId, hand: &Hand, figures: &Figures) -> Self {
        let forms = form::forms();
        let form = forms.iter().find(|each| each.id == form).expect("a form");
        let grid = &form.tables[id as usize].grid;
        let breaks = chance(rng, 0.3);
        let mut piece = |cell: &form::GridCell| {
            let (text, role) = match &cell.address {
                Some(address) => (figures.cells[address].text.clone(), Role::Figure),
                None => (Self::words(rng, cell.text, hand, breaks), Role::Words),
            };
            Piece { text, rowspan: cell.rowspan as usize, colspan: cell.colspan as usize, role }
        };
        Self { id, rows: grid.iter().map(|row| row.iter().map(&mut piece).collect()).collect() }
    }

    fn words(rng: &mut Rng, official: &str, hand: &Hand, breaks: bool) -> String {
        let text = hand.write(rng, official);
        match BROKEN.iter().find(|(header, _)| *header == text) {
            Some((_, at)) if breaks => {
                let (first, second): (String, String) =
                    (text.chars().take(*at).collect(), text.chars().skip(*at).collect());
                format!("{first}\n{second}")
            }
            _ => text,
        }
    }

    /// Puts the header before a row once more; a cell that is merged over it goes on empty below.
    fn begin_again(&mut self, at: usize) {
        let mut below = Vec::new();
        for (row, pieces) in self.rows[..at].iter_mut().enumerate() {
            for piece in pieces.iter_mut().filter(|piece| row + piece.rowspan > at) {
                let rest = row + piece.rowspan - at;
                below.push(Piece { text: String::new(), rowspan: rest, ..piece.clone() });
                piece.rowspan -= rest;
            }
        }
        self.rows[at].splice(0..0, below);
        let header = self.rows[..HEADER].to_vec();
        self.rows.splice(at..at, header);
    }

    /// Puts a space into a figure of several digits.
    fn split_figure(&mut self, rng: &mut Rng) {
        let is_long = |piece: &&mut Piece| piece.text.len() > 1 && piece.text.bytes().all(|byte| byte.is_ascii_digit());
        let figures = self.rows.iter_mut().flatten().filter(|piece| piece.role == Role::Figure);
        if let Some(figure) = rng.choice(figures.filter(is_long).collect::<Vec<_>>()) {
            figure.text.insert(rng.usize(1..figure.text.len()), ' ');
        }
    }

    /// The table at its full width, covered squares included.
    pub fn squares(&self) -> Vec<Vec<Square<'_>>> {
        let width: usize = self.rows[0].iter().map(|piece| piece.colspan).sum();
        let mut squares: Vec<Vec<Option<Square>>> = vec![vec![None; width]; self.rows.len()];
        for (at, row) in self.rows.iter().enumerate() {
            for piece in row {
                let from = squares[at].iter().position(Option::is_none).expect("room in the row");
                for down in 0..piece.rowspan {
                    for across in 0..piece.colspan {
                        squares[at + down][from + across] = Some(match (down, across) {
                            (0, 0) => Square::Own(piece),
                            (0, _) => Square::Beside,
                            (_, 0) => Square::Below,
                            _ => Square::BelowBeside,
                        });
                    }
                }
            }
        }
        squares.into_iter().map(|row| row.into_iter().map(|square| square.expect("a full grid")).collect()).collect()
    }
}

impl Table {
    /// The table at its full width, each merged cell in every square that it covers.
    pub fn written_again(&self) -> Vec<Vec<&Piece>> {
        let mut rows: Vec<Vec<&Piece>> = Vec::new();
        for squares in self.squares() {
            let mut row: Vec<&Piece> = Vec::new();
            for (at, square) in squares.iter().enumerate() {
                row.push(match square {
                    Square::Own(piece) => piece,
                    Square::Beside => row[at - 1],
                    Square::Below | Square::BelowBeside => rows[rows.len() - 1][at],
                });
            }
            rows.push(row);
        }
        rows
    }
}

impl Piece {
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The text with `between` for each line break.
    pub fn joined(&self, between: &str) -> String {
        self.text.replace('\n', between)
    }
}
