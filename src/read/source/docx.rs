//! docx → paragraphs and tables, as a reader of the document sees them.
//!
//! Tracked changes are taken as accepted. Text boxes, pictures, headers, footers and notes are left out: no figure of the
//! form stands there.

use super::draw::{Block, Cell, Table};
use super::limits;
use super::numbering::{Item, Numbering};
use super::package::Package;
use super::xml::{Tag, Xml};
use crate::options::Error;

/// The document's paragraphs and tables in their order.
pub fn read(package: &mut Package) -> Result<Vec<Block<'static>>, Error> {
    let styles = package.part("word/styles.xml")?.unwrap_or_default();
    let numbering = package.part("word/numbering.xml")?.unwrap_or_default();
    let document = package.needed("word/document.xml")?;
    let numbering = Numbering::read(&numbering, &styles)?;
    let mut reader = Reader { xml: Xml::new(&document), numbering, carried: String::new() };
    let mut blocks = Vec::new();
    reader.blocks(&mut blocks)?;
    blocks.push(Block::Paragraph(reader.carried.into()));
    Ok(blocks)
}

struct Reader<'a> {
    xml: Xml<'a>,
    numbering: Numbering,
    /// Text of a paragraph whose end was deleted: it goes on in the next one.
    carried: String,
}

/// What isn't seen, or isn't text.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "drawing"
            | "pict"
            | "object"
            | "Fallback"
            | "txbxContent"
            | "instrText"
            | "fldData"
            | "delText"
            | "delInstrText"
            | "sdtPr"
            | "sdtEndPr"
            | "sectPr"
            | "tblPr"
            | "tblGrid"
            | "tblPrEx"
            | "rt"
            | "rubyPr"
    )
}

impl Reader<'_> {
    /// Reads to the end of the open element. What isn't known stands around what is: content controls, custom tags.
    fn blocks(&mut self, blocks: &mut Vec<Block<'static>>) -> Result<(), Error> {
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "p" => self.paragraph(blocks)?,
                "tbl" => self.table(blocks)?,
                name if is_left_out(name) => self.xml.skip()?,
                _ => self.blocks(blocks)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, blocks: &mut Vec<Block<'static>>) -> Result<(), Error> {
        let mut properties = ParagraphProperties::default();
        let mut text = std::mem::take(&mut self.carried);
        self.words(&mut text, &mut properties)?;
        if properties.end_is_deleted {
            self.carried = text;
            return Ok(());
        }
        let item = properties.item.or_else(|| self.numbering.of_style(properties.style.as_deref()));
        if let Some(number) = item.and_then(|item| self.numbering.count(item))
            && !text.trim().is_empty()
        {
            text.insert_str(0, &number);
        }
        blocks.push(Block::Paragraph(text.into()));
        Ok(())
    }

    /// The text of a paragraph, or of whatever in it holds runs.
    fn words(&mut self, text: &mut String, properties: &mut ParagraphProperties) -> Result<(), Error> {
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "pPr" => *properties = self.paragraph_properties()?,
                "r" => self.run(text)?,
                name if is_left_out(name) => self.xml.skip()?,
                _ => self.words(text, properties)?,
            }
        }
        Ok(())
    }

    fn run(&mut self, text: &mut String) -> Result<(), Error> {
        let start = text.len();
        let mut hidden = false;
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "rPr" => hidden = self.is_hidden()?,
                "t" => text.push_str(&self.xml.text()?),
                "ruby" | "rubyBase" | "AlternateContent" | "Choice" => {
                    self.words(text, &mut ParagraphProperties::default())?;
                }
                name => {
                    match name {
                        "tab" => text.push('\t'),
                        "br" | "cr" => text.push('\n'),
                        "noBreakHyphen" => text.push('-'),
                        "sym" => text.extend(symbol(&tag)),
                        _ => {}
                    }
                    self.xml.skip()?;
                }
            }
        }
        if hidden {
            text.truncate(start);
        }
        Ok(())
    }

    fn is_hidden(&mut self) -> Result<bool, Error> {
        let mut hidden = false;
        while let Some(tag) = self.xml.child()? {
            hidden |= tag.name() == "vanish" && tag.is_on();
            self.xml.skip()?;
        }
        Ok(hidden)
    }

    fn paragraph_properties(&mut self) -> Result<ParagraphProperties, Error> {
        let mut properties = ParagraphProperties::default();
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "numPr" => {
                    properties.item = Some(Item::read(&mut self.xml)?);
                    continue;
                }
                "rPr" => {
                    while let Some(tag) = self.xml.child()? {
                        properties.end_is_deleted |= matches!(tag.name(), "del" | "moveFrom");
                        self.xml.skip()?;
                    }
                    continue;
                }
                "pStyle" => properties.style = tag.attribute("val"),
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(properties)
    }

    fn table(&mut self, blocks: &mut Vec<Block<'static>>) -> Result<(), Error> {
        let mut rows = TableRows::default();
        self.rows(&mut rows)?;
        blocks.push(Block::Table(rows.table));
        Ok(())
    }

    fn rows(&mut self, rows: &mut TableRows) -> Result<(), Error> {
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "tr" => {
                    let mut row = TableRow::default();
                    self.row(&mut row)?;
                    rows.add(row)?;
                }
                name if is_left_out(name) => self.xml.skip()?,
                _ => self.rows(rows)?,
            }
        }
        Ok(())
    }

    fn row(&mut self, row: &mut TableRow) -> Result<(), Error> {
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "trPr" => self.row_properties(row)?,
                "tc" => {
                    let mut cell = TableCell { columns: 1, merge: Merge::None, blocks: Vec::new() };
                    self.cell(&mut cell)?;
                    row.cells.push(cell);
                }
                name if is_left_out(name) => self.xml.skip()?,
                _ => self.row(row)?,
            }
        }
        Ok(())
    }

    fn row_properties(&mut self, row: &mut TableRow) -> Result<(), Error> {
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "gridBefore" => row.before = tag.number("val").unwrap_or(0),
                "gridAfter" => row.after = tag.number("val").unwrap_or(0),
                "del" => row.deleted = true,
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(())
    }

    fn cell(&mut self, cell: &mut TableCell) -> Result<(), Error> {
        while let Some(tag) = self.xml.child()? {
            match tag.name() {
                "tcPr" => self.cell_properties(cell)?,
                "p" => self.paragraph(&mut cell.blocks)?,
                "tbl" => self.table(&mut cell.blocks)?,
                name if is_left_out(name) => self.xml.skip()?,
                _ => self.blocks(&mut cell.blocks)?,
            }
        }
        Ok(())
    }

    fn cell_properties(&mut self, cell: &mut TableCell) -> Result<(), Error> {
        while let Some(tag) = self.xml.child()? {
            let begins = tag.attribute("val").as_deref() == Some("restart");
            match tag.name() {
                "gridSpan" => cell.columns = tag.number("val").unwrap_or(1).max(1),
                "vMerge" => cell.merge = if begins { Merge::Begins } else { Merge::FromAbove },
                "hMerge" if !begins => cell.merge = Merge::FromLeft,
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(())
    }
}

/// A symbol given by font and code; the private codes of symbol fonts say nothing without the font.
fn symbol(tag: &Tag) -> Option<char> {
    let code = u32::from_str_radix(&tag.attribute("char")?, 16).ok()?;
    char::from_u32(code).filter(|character| !matches!(character, '\u{e000}'..='\u{f8ff}'))
}

#[derive(Default)]
struct ParagraphProperties {
    style: Option<String>,
    item: Option<Item>,
    end_is_deleted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    Begins,
    FromAbove,
    FromLeft,
}

struct TableCell {
    columns: usize,
    merge: Merge,
    blocks: Vec<Block<'static>>,
}

#[derive(Default)]
struct TableRow {
    before: usize,
    after: usize,
    deleted: bool,
    cells: Vec<TableCell>,
}

#[derive(Default)]
struct TableRows {
    table: Table<'static>,
    /// For the column where a vertically merged cell of the row above begins, how many columns it takes.
    merging: Vec<usize>,
}

impl TableRows {
    fn add(&mut self, row: TableRow) -> Result<(), Error> {
        if row.deleted {
            return Ok(());
        }
        limits::hold(self.table.rows.len() + 1, limits::TABLE_ROWS, "表格的行数", "rows in a table")?;
        let mut cells = Vec::new();
        let mut merging = Vec::new();
        let mut column = row.before;
        for cell in row.cells {
            let end = column.saturating_add(cell.columns);
            limits::hold(end, limits::TABLE_COLUMNS, "表格的列数", "columns in a table")?;
            let covered = match cell.merge {
                Merge::FromAbove => self.merging.get(column) == Some(&cell.columns),
                Merge::FromLeft => true,
                Merge::None | Merge::Begins => false,
            };
            merging.resize(end, 0);
            if matches!(cell.merge, Merge::Begins | Merge::FromAbove) {
                merging[column] = cell.columns;
            }
            if !covered {
                cells.push(Cell { column, blocks: cell.blocks });
            }
            column = end;
        }
        self.table.width = self.table.width.max(column.saturating_add(row.after).min(limits::TABLE_COLUMNS));
        self.table.rows.push(cells);
        self.merging = merging;
        Ok(())
    }
}
