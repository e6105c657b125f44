//! Input of any format → the one text that the report is read from.

mod draw;
mod html;
mod html_tree;
mod limits;

use crate::options::{Error, Format, Input, ReadOptions};
use crate::report::Layout;

/// The text that all places index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The input itself, or the text drawn from HTML or a file.
    pub text: String,
    /// What the text was drawn from; none for text.
    pub drawn: Option<Layout>,
}

/// Tells the format and the encoding, and draws HTML and files as text.
pub fn read(input: Input, options: &ReadOptions) -> Result<Source, Error> {
    let text = match input {
        Input::Text(text) => text.to_owned(),
        Input::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    };
    limits::hold_text(text.len())?;
    let is_html = match options.format {
        Some(format) => format == Format::Html,
        None => html::is_html(&text),
    };
    if is_html {
        return Ok(Source { text: draw::draw(&html::read(&text)?)?, drawn: Some(Layout::Html) });
    }
    Ok(Source { text, drawn: None })
}
