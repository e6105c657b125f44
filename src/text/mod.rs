//! Text as it is: places in it, and characters made comparable without moving them.

mod fold;
mod numeral;
mod positions;
mod search;
mod span;

pub use fold::{Folded, fold_char, folded_chars, is_space, trim};
pub use numeral::{chinese_numeral, is_chinese_numeral, year_in};
pub use positions::Positions;
pub(crate) use search::words;
pub use search::{FirstBytes, Searched, Word, beginnings, begins_any, find, has_any, holds, last_of, signature};
pub use span::Span;
