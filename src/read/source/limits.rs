//! How much input is taken: everything that comes in is bounded, and what is over a limit is refused by name.

use crate::options::{Error, ErrorCode};

/// Bytes of text, of HTML and of the text drawn from a file.
pub const TEXT_BYTES: usize = 64 << 20;
/// Elements inside one another in HTML; browsers stop at about as many.
pub const HTML_DEPTH: usize = 500;
/// Elements and pieces of text in HTML.
pub const HTML_NODES: usize = 1_000_000;
/// Bytes of a file, and of what is unpacked from it.
pub const UNPACKED_BYTES: usize = 200 << 20;
/// Files in a zip.
pub const ZIP_ENTRIES: usize = 10_000;
/// Bytes unpacked from one byte, in a part of more than [`RATIO_FROM_BYTES`].
pub const ZIP_RATIO: usize = 300;
/// Small parts may be packed as tightly as they like.
pub const RATIO_FROM_BYTES: usize = 10 << 20;
/// Elements inside one another in an office file.
pub const XML_DEPTH: usize = 500;
/// Findings of one check: what has more is no report.
pub const FINDINGS: usize = 100_000;
/// Columns of one table.
pub const TABLE_COLUMNS: usize = 100;
/// Rows of one table.
pub const TABLE_ROWS: usize = 10_000;

/// Fails where `actual` is over `limit`. The names say what is counted, with its unit: "表格的列数" and "columns in a table".
#[inline]
pub fn hold(actual: usize, limit: usize, chinese_name: &str, english_name: &str) -> Result<(), Error> {
    if actual <= limit { Ok(()) } else { Err(over(limit, chinese_name, english_name)) }
}

#[cold]
fn over(limit: usize, chinese_name: &str, english_name: &str) -> Error {
    Error::new(
        ErrorCode::TooLarge,
        format!("{chinese_name}超过上限 {limit}，请只保留年度报告的内容后再试。"),
        format!("Over the limit of {limit} {english_name}: keep only the annual report itself and try again."),
    )
}

/// Fails where text is longer than [`TEXT_BYTES`].
pub fn hold_text(bytes: usize) -> Result<(), Error> {
    hold(bytes >> 20, TEXT_BYTES >> 20, "文本大小（MB）", "MB of text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_a_limit_is_refused_with_the_limit_named() {
        assert_eq!(hold(100, 100, "列数", "columns"), Ok(()));
        let error = hold(101, 100, "列数", "columns").unwrap_err();
        assert_eq!(error.code, ErrorCode::TooLarge);
        assert!(error.chinese.contains("列数超过上限 100"), "{}", error.chinese);
        assert!(error.english.contains("limit of 100 columns"), "{}", error.english);
    }
}
