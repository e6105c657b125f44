//! Text as it is: places in it, and characters made comparable without moving them.

mod fold;
mod numeral;
mod positions;
mod span;

pub use fold::{Folded, fold_char, is_space};
pub use numeral::{chinese_numeral, is_chinese_numeral};
pub use positions::Positions;
pub use span::Span;
