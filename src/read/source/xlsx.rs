//! xlsx → the text of its visible sheets' cells, in the order of the sheets.
//!
//! What a reader of the workbook sees is read: no hidden sheet, row or column, each number as its format shows it, and no
//! zero on a sheet that shows none. A formula whose value was never computed, or is out of date, is drawn as the formula, so
//! that no figure is claimed for it.
//!
//! Says which cells a merge covers; what is a table and what is prose on a sheet is for [`sheet`](super::sheet) to tell.

use super::draw::Block;
use super::hidden::{self, Hidden};
use super::limits;
use super::number_format;
use super::package::Package;
use super::sheet::{self, Merge, SheetCell, SheetRow};
use super::xml::{Tag, Xml};
use crate::options::Error;
use crate::sorted::Named;
use rust_decimal::Decimal;
use std::cell::Cell;

/// Paragraphs and tables of all visible sheets.
pub fn read(package: &mut Package) -> Result<Vec<Block<'static>>, Error> {
    let shared = package.part("xl/sharedStrings.xml")?.unwrap_or_default();
    let shared = shared_strings(&shared)?;
    let codes = codes(&package.part("xl/styles.xml")?.unwrap_or_default())?;
    let targets = targets(&package.needed("xl/_rels/workbook.xml.rels")?)?;
    let workbook = package.needed("xl/workbook.xml")?;
    let tables = Tables { shared: &shared, codes: &codes, settings: settings(&workbook)?, taken: Cell::default() };
    let mut blocks = Vec::new();
    for id in visible_sheets(&workbook)? {
        let Some(path) = targets.get(&id) else { continue };
        let text = package.needed(path)?;
        let (rows, merges) = read_sheet(&text, &tables)?;
        sheet::read(rows, merges, &mut blocks)?;
    }
    Ok(blocks)
}

/// The relationship ids of the sheets that aren't hidden.
fn visible_sheets(workbook: &str) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    Xml::new(workbook).each(|_, tag| {
        let hidden = tag.attribute("state").is_some_and(|state| state.to_ascii_lowercase().ends_with("hidden"));
        if tag.name() == "sheet" && !hidden {
            ids.extend(tag.attribute("id"));
        }
        Ok(())
    })?;
    Ok(ids)
}

/// Relationship id → the part's name.
fn targets(relationships: &str) -> Result<Named<String>, Error> {
    let mut targets = Named::default();
    Xml::new(relationships).each(|_, tag| {
        if let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) {
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{}", target.trim_start_matches("./")),
            };
            targets.insert(id, path);
        }
        Ok(())
    })?;
    Ok(targets)
}

fn shared_strings(text: &str) -> Result<Vec<String>, Error> {
    let mut strings = Vec::new();
    Xml::new(text).each(|xml, tag| {
        if tag.name() == "si" {
            strings.push(rich_text(xml)?);
        }
        Ok(())
    })?;
    Ok(strings)
}

/// The text of the open `si` or `is`: of its runs, without the readings above them.
fn rich_text(xml: &mut Xml) -> Result<String, Error> {
    let mut text = String::new();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "t" => text.push_str(&characters(xml.text()?)),
            "r" => text.push_str(&rich_text(xml)?),
            _ => xml.skip()?,
        }
    }
    Ok(text)
}

/// `_x000D_` stands for a character that XML can't hold.
fn characters(text: String) -> String {
    let mut rest = text.as_str();
    let mut out = String::new();
    while let Some(at) = rest.find("_x") {
        let (before, code) = rest.split_at(at);
        let character = code.get(2..6).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match (character, code.get(6..7)) {
            (Some(character), Some("_")) => {
                out.push_str(before);
                out.push(character);
                rest = &code[7..];
            }
            _ => {
                out.push_str(&rest[..at + 2]);
                rest = &code[2..];
            }
        }
    }
    if out.is_empty() { text } else { out + rest }
}

/// For each style of cells, the code that it shows a number by.
fn codes(styles: &str) -> Result<Vec<String>, Error> {
    let mut custom = Named::default();
    let mut codes = Vec::new();
    Xml::new(styles).each(|xml, tag| {
        if tag.name() == "numFmt" {
            if let (Some(id), Some(code)) = (tag.attribute("numFmtId"), tag.attribute("formatCode")) {
                custom.insert(id, code);
            }
        } else if tag.name() == "cellXfs" {
            while let Some(tag) = xml.child()? {
                let format = tag.attribute("numFmtId").unwrap_or_default();
                let built_in = || number_format::built_in(format.parse().unwrap_or(0)).to_owned();
                codes.push(custom.get(&format).cloned().unwrap_or_else(built_in));
                xml.skip()?;
            }
        }
        Ok(())
    })?;
    Ok(codes)
}

/// What a workbook says of its own cells.
#[derive(Clone, Copy, Default)]
struct Settings {
    /// The day, as Excel counts them, that its days begin at.
    epoch: i64,
    /// Its formulas are to be computed anew by who opens it: what stands as their values isn't to be trusted.
    is_out_of_date: bool,
}

fn settings(workbook: &str) -> Result<Settings, Error> {
    let mut settings = Settings::default();
    Xml::new(workbook).each(|_, tag| {
        match tag.name() {
            "workbookPr" if tag.has("date1904") => settings.epoch = 1462,
            "calcPr" => settings.is_out_of_date = tag.has("fullCalcOnLoad"),
            _ => {}
        }
        Ok(())
    })?;
    Ok(settings)
}

/// What a cell's value means.
struct Tables<'a> {
    shared: &'a [String],
    codes: &'a [String],
    settings: Settings,
    /// Bytes of text in the cells until now: one text may be that of a million cells.
    taken: Cell<usize>,
}

fn read_sheet(text: &str, tables: &Tables) -> Result<(Vec<SheetRow>, Vec<Merge>), Error> {
    let (mut rows, mut merges) = (Vec::new(), Vec::new());
    let (mut hidden_rows, mut hidden_columns) = (Vec::new(), Vec::new());
    let mut number = 0;
    let mut shows_zeros = true;
    Xml::new(text).each(|xml, tag| {
        match tag.name() {
            "sheetView" => shows_zeros = tag.attribute("showZeros").is_none_or(|shows| matches!(&*shows, "1" | "true")),
            "col" if is_hidden(&tag, "width") => {
                let (first, last) = (tag.number("min").unwrap_or(0).max(1), tag.number("max").unwrap_or(0));
                hidden_columns.push(first - 1..last);
            }
            "row" => {
                number = tag.number("r").filter(|row| *row <= LAST_ROW).unwrap_or(number + 1);
                if is_hidden(&tag, "ht") {
                    hidden_rows.push(number..number + 1);
                }
                let row = read_row(xml, number, tables, shows_zeros)?;
                let is_under = |above: &SheetRow| above.number + 1 == number && !above.cells.is_empty();
                if !row.cells.is_empty() || (row.end > 0 && rows.last().is_some_and(is_under)) {
                    limits::hold(rows.len() + 1, limits::TABLE_ROWS, "工作表的行数", "rows in a sheet")?;
                    insert_in_order(&mut rows, row, |row| row.number);
                }
            }
            "mergeCell" => merges.extend(tag.attribute("ref").as_deref().and_then(merge)),
            _ => {}
        }
        Ok(())
    })?;
    hidden::take_out(&mut rows, &mut merges, &Hidden::new(hidden_rows), &Hidden::new(hidden_columns));
    Ok((rows, merges))
}

/// Whether a row or a column says that it is hidden, or has no size.
fn is_hidden(tag: &Tag, size: &str) -> bool {
    tag.has("hidden") || tag.attribute(size).is_some_and(|size| size.bytes().all(|byte| matches!(byte, b'0' | b'.')))
}

fn read_row(xml: &mut Xml, number: usize, tables: &Tables, shows_zeros: bool) -> Result<SheetRow, Error> {
    let mut row = SheetRow { number, cells: Vec::new(), end: 0 };
    let mut column = 0;
    while let Some(tag) = xml.child()? {
        if tag.name() != "c" {
            xml.skip()?;
            continue;
        }
        column = tag.attribute("r").and_then(|name| place(&name)).map_or(column, |(column, _)| column);
        let text = read_cell(xml, &tag, tables)?;
        tables.taken.set(tables.taken.get() + text.len());
        limits::hold_text(tables.taken.get())?;
        if !text.trim().is_empty() && (shows_zeros || text != "0") {
            limits::hold(column + 1, limits::TABLE_COLUMNS, "工作表的列数", "columns in a sheet")?;
            insert_in_order(&mut row.cells, SheetCell { column, text }, |cell| cell.column);
        }
        column += 1;
        row.end = row.end.max(column);
    }
    Ok(row)
}

/// Files list rows and cells in their order, so that what is out of it is rare; the limits hold the lists short. Of two
/// with the same number the first counts.
pub fn insert_in_order<T>(list: &mut Vec<T>, item: T, key: impl Fn(&T) -> usize) {
    let before = list.iter().rposition(|each| key(each) <= key(&item));
    if before.is_none_or(|before| key(&list[before]) < key(&item)) {
        list.insert(before.map_or(0, |before| before + 1), item);
    }
}

/// The text of the open `c`.
fn read_cell(xml: &mut Xml, cell: &Tag, tables: &Tables) -> Result<String, Error> {
    let (mut value, mut inline, mut formula) = (String::new(), String::new(), None);
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "v" => value = xml.text()?,
            "is" => inline = rich_text(xml)?,
            "f" => formula = Some(xml.text()?),
            _ => xml.skip()?,
        }
    }
    let kind = cell.attribute("t");
    if let Some(formula) = formula
        && (tables.settings.is_out_of_date || (value.is_empty() && kind.as_deref() != Some("str")))
    {
        return Ok(format!("={formula}"));
    }
    Ok(match kind.as_deref() {
        Some("s") => {
            value.trim().parse().ok().and_then(|place: usize| tables.shared.get(place)).cloned().unwrap_or_default()
        }
        Some("inlineStr") => inline,
        Some("b") => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        None | Some("n") => {
            let code = cell.number("s").and_then(|style| tables.codes.get(style)).map_or("", String::as_str);
            number_text(&value, code, tables.settings.epoch)
        }
        _ => value,
    })
}

fn number_text(value: &str, code: &str, epoch: i64) -> String {
    let value = value.trim();
    match value.parse::<Decimal>().or_else(|_| Decimal::from_scientific(value)) {
        Ok(number) => number_format::show(number, code, epoch),
        Err(_) => value.to_owned(),
    }
}

/// `B3:D4`.
fn merge(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':')?;
    let ((left, top), (right, bottom)) = (place(first)?, place(last)?);
    Some(Merge { top, left, bottom, right })
}

/// The last row that a sheet can have.
const LAST_ROW: usize = 1 << 20;

/// `AB12` → column 27, counted from 0, and row 12.
fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column =
        name[..letters].bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((column - 1, name[letters..].parse().ok().filter(|row| *row <= LAST_ROW)?))
}
