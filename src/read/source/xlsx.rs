//! xlsx → the text of its visible sheets' cells, in the order of the sheets.
//!
//! Says which cells a merge covers; what is a table and what is prose on a sheet is for [`sheet`](super::sheet) to tell.

use super::draw::Block;
use super::limits;
use super::package::Package;
use super::sheet::{self, Merge, SheetCell, SheetRow};
use super::xml::{ById, Tag, Xml};
use crate::options::Error;
use rust_decimal::Decimal;

/// Paragraphs and tables of all visible sheets.
pub fn read(package: &mut Package) -> Result<Vec<Block>, Error> {
    let shared = package.part("xl/sharedStrings.xml")?.unwrap_or_default();
    let shared = shared_strings(&shared)?;
    let dates = date_styles(&package.part("xl/styles.xml")?.unwrap_or_default())?;
    let targets = targets(&package.needed("xl/_rels/workbook.xml.rels")?)?;
    let workbook = package.needed("xl/workbook.xml")?;
    let mut blocks = Vec::new();
    for id in visible_sheets(&workbook)? {
        let Some(path) = targets.get(&id) else { continue };
        let text = package.needed(path)?;
        let (rows, merges) = read_sheet(&text, &Tables { shared: &shared, dates: &dates })?;
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
fn targets(relationships: &str) -> Result<ById<String>, Error> {
    let mut targets = ById::default();
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
            "t" => text.push_str(&xml.text()?),
            "r" => text.push_str(&rich_text(xml)?),
            _ => xml.skip()?,
        }
    }
    Ok(text)
}

/// For each style of cells, whether it shows a number as a date.
fn date_styles(styles: &str) -> Result<Vec<bool>, Error> {
    let mut custom = ById::default();
    let mut dates = Vec::new();
    Xml::new(styles).each(|xml, tag| {
        if tag.name() == "numFmt" {
            if let (Some(id), Some(code)) = (tag.attribute("numFmtId"), tag.attribute("formatCode")) {
                custom.insert(id, is_date_code(&code));
            }
        } else if tag.name() == "cellXfs" {
            while let Some(tag) = xml.child()? {
                let format = tag.attribute("numFmtId").unwrap_or_default();
                let built_in = || matches!(format.parse().unwrap_or(0), 14..=17 | 22 | 27..=31 | 36 | 50..=58);
                dates.push(custom.get(&format).copied().unwrap_or_else(built_in));
                xml.skip()?;
            }
        }
        Ok(())
    })?;
    Ok(dates)
}

/// A year outside quotation marks and brackets.
fn is_date_code(code: &str) -> bool {
    let (mut quoted, mut bracketed) = (false, false);
    code.to_ascii_lowercase().chars().any(|character| {
        match character {
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ => {}
        }
        character == 'y' && !quoted && !bracketed
    })
}

/// What a cell's number means.
struct Tables<'a> {
    shared: &'a [String],
    dates: &'a [bool],
}

fn read_sheet(text: &str, tables: &Tables) -> Result<(Vec<SheetRow>, Vec<Merge>), Error> {
    let (mut rows, mut merges) = (Vec::new(), Vec::new());
    let mut number = 0;
    Xml::new(text).each(|xml, tag| {
        match tag.name() {
            "row" => {
                number = tag.number("r").unwrap_or(number + 1);
                let row = read_row(xml, number, tables)?;
                if !row.cells.is_empty() {
                    limits::hold(rows.len() + 1, limits::TABLE_ROWS, "工作表的行数", "rows in a sheet")?;
                    insert_in_order(&mut rows, row, |row| row.number);
                }
            }
            "mergeCell" => merges.extend(tag.attribute("ref").as_deref().and_then(merge)),
            _ => {}
        }
        Ok(())
    })?;
    Ok((rows, merges))
}

fn read_row(xml: &mut Xml, number: usize, tables: &Tables) -> Result<SheetRow, Error> {
    let mut row = SheetRow { number, cells: Vec::new(), end: 0 };
    let mut column = 0;
    while let Some(tag) = xml.child()? {
        if tag.name() != "c" {
            xml.skip()?;
            continue;
        }
        column = tag.attribute("r").and_then(|name| place(&name)).map_or(column, |(column, _)| column);
        let text = read_cell(xml, &tag, tables)?;
        if !text.trim().is_empty() {
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
fn insert_in_order<T>(list: &mut Vec<T>, item: T, key: impl Fn(&T) -> usize) {
    let before = list.iter().rposition(|each| key(each) <= key(&item));
    if before.is_none_or(|before| key(&list[before]) < key(&item)) {
        list.insert(before.map_or(0, |before| before + 1), item);
    }
}

/// The text of the open `c`.
fn read_cell(xml: &mut Xml, cell: &Tag, tables: &Tables) -> Result<String, Error> {
    let (mut value, mut inline) = (String::new(), String::new());
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "v" => value = xml.text()?,
            "is" => inline = rich_text(xml)?,
            _ => xml.skip()?,
        }
    }
    Ok(match cell.attribute("t").as_deref() {
        Some("s") => {
            value.trim().parse().ok().and_then(|place: usize| tables.shared.get(place)).cloned().unwrap_or_default()
        }
        Some("inlineStr") => inline,
        Some("b") => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        None | Some("n") => {
            let is_date = cell.number("s").and_then(|style| tables.dates.get(style)).copied().unwrap_or(false);
            number_text(&value, is_date)
        }
        _ => value,
    })
}

/// A number as it was meant: 0.30000000000000004 is what a computer makes of 0.3.
fn number_text(value: &str, is_date: bool) -> String {
    let value = value.trim();
    let Ok(number) = value.parse::<Decimal>().or_else(|_| Decimal::from_scientific(value)) else {
        return value.to_owned();
    };
    match is_date.then(|| date(number)).flatten() {
        Some(date) => date,
        None => number.round_dp(6).normalize().to_string(),
    }
}

/// A count of days since the end of 1899, as a date.
fn date(days: Decimal) -> Option<String> {
    let days = i64::try_from(days.trunc()).ok().filter(|days| (61..2_958_466).contains(days))?;
    // Counted from 1 March of the year 0, so that a leap day is the last of its year.
    let days = days + 693_899;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Some(format!("{}年{month}月{day}日", era * 400 + year_of_era + carry))
}

/// `B3:D4`.
fn merge(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':')?;
    let ((left, top), (right, bottom)) = (place(first)?, place(last)?);
    Some(Merge { top, left, bottom, right })
}

/// `AB12` → column 27, counted from 0, and row 12.
fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column =
        name[..letters].bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((column - 1, name[letters..].parse().ok()?))
}
