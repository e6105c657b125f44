//! Bytes or text → [`Document`](document): the text that all places index, cut into paragraphs and tables of cells.

pub mod document;
pub mod source;
