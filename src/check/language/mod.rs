//! The report's prose as the rules read it: passages joined over line wraps, and the figures in them.

mod figure;
mod passage;
pub mod sameness;

pub use figure::Figure;
pub use passage::{Passage, STOPS, passages};
