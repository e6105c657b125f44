//! Input of any format → the one text that the report is read from.

mod docx;
mod draw;
mod encoding;
mod hidden;
mod html;
pub mod limits;
mod number_format;
mod numbering;
mod package;
mod refuse;
mod sheet;
mod xlsx;
mod xml;

use crate::options::{Error, Format, Input, ReadOptions};
use crate::report::Layout;
use package::{Content, Package};
use refuse::Refused;
use std::borrow::Cow;

/// The text that all places index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The input itself, or the text drawn from HTML or a file.
    pub text: String,
    /// What the text was drawn from; none for text.
    pub drawn: Option<Layout>,
}

/// Tells the format and the encoding, and draws HTML and files as text. Fails where the input is none of the formats, or
/// over a limit.
pub fn read(input: Input, options: &ReadOptions) -> Result<Source, Error> {
    match input {
        Input::Text(text) => read_text(text.into(), options.format),
        Input::Bytes(bytes) => read_bytes(bytes, options),
    }
}

fn read_text(text: Cow<str>, format: Option<Format>) -> Result<Source, Error> {
    limits::hold_text(text.len())?;
    let is_html = match format {
        Some(Format::Docx | Format::Xlsx) => return Err(Refused::NotText.into()),
        Some(format) => format == Format::Html,
        None => match refuse::by_beginning(text.as_bytes()) {
            Some(refused) => return Err(refused.into()),
            None => html::is_html(&text),
        },
    };
    if is_html {
        return Ok(Source { text: html::read(&text)?, drawn: Some(Layout::Html) });
    }
    Ok(Source { text: text.into_owned(), drawn: None })
}

fn read_bytes(bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    if matches!(options.format, Some(Format::Text | Format::Html)) {
        return decode(bytes, options);
    }
    if let Some(refused) = refuse::by_beginning(bytes) {
        return Err(refused.into());
    }
    if package::is_zip(bytes) {
        return read_package(bytes);
    }
    match options.format {
        Some(_) => Err(Refused::Broken.into()),
        None => decode(bytes, options),
    }
}

fn decode(bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    limits::hold_text(bytes.len())?;
    let text = encoding::decode(bytes, options.encoding.as_deref())?;
    if options.format.is_none() && text.contains('\0') {
        return Err(Refused::Binary.into());
    }
    read_text(text.into(), options.format)
}

fn read_package(bytes: &[u8]) -> Result<Source, Error> {
    let mut package = Package::open(bytes)?;
    let (blocks, layout) = match package.content()? {
        Content::Document => (docx::read(&mut package)?, Layout::Docx),
        Content::Workbook => (xlsx::read(&mut package)?, Layout::Xlsx),
    };
    Ok(Source { text: draw::draw(&blocks)?, drawn: Some(layout) })
}
