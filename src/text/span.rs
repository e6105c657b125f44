use serde::{Deserialize, Serialize};

/// A place in `Report::text`.
///
/// Inside Rust `start` and `end` are byte offsets on character borders, and `line` and `column` are 0.
/// [`Positions`](crate::text::Positions) turns them, once, into what JavaScript counts: UTF-16 code units for `start`,
/// `end` and `column`; `line` and `column` from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Span {
    /// Where the place begins, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, exclusive: `report.text.slice(start, end)` is the place itself.
    pub end: u32,
    /// The line of `start`, from 1. Lines end at `\n`, `\r\n` or a lone `\r`.
    pub line: u32,
    /// The column of `start` in its line, from 1, in UTF-16 code units.
    pub column: u32,
}

impl Span {
    /// A place given in bytes.
    pub fn bytes(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32, line: 0, column: 0 }
    }

    /// The place's own text; `text` is the text that the byte offsets index.
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest place that holds both.
    pub fn to(self, other: Self) -> Self {
        Self::bytes(self.start.min(other.start) as usize, self.end.max(other.end) as usize)
    }

    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The place without the white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let own = self.of(text);
        let trimmed = super::trim(own);
        let start = self.start as usize + (trimmed.as_ptr().addr() - own.as_ptr().addr());
        Self::bytes(start, start + trimmed.len())
    }
}
