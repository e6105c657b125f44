//! Bytes or text → [`Document`](document::Document): the text that all places index, cut into paragraphs and tables of
//! cells.

pub mod document;
mod layout;
pub mod source;

pub use layout::document;
