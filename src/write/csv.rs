//! CSV that a spreadsheet opens as it stands: in UTF-8 with a byte-order mark, without which Excel takes another encoding.

use super::grid::{Grid, Separators, write_rows};
use super::is_number;

const BYTE_ORDER_MARK: char = '\u{feff}';

const SEPARATORS: Separators = Separators { before: "", between: ",", after: "\r\n" };

pub fn write(grid: &Grid, out: &mut String) {
    if out.is_empty() {
        out.push(BYTE_ORDER_MARK);
    }
    out.push_str(&grid.caption);
    out.push_str(SEPARATORS.after);
    write_rows(&grid.rows, &SEPARATORS, field, out);
}

/// Text that would start a formula is kept from it by an apostrophe; a plain number stays one.
fn field(text: &str, out: &mut String) {
    let mark = if text.contains([',', '"']) { "\"" } else { "" };
    out.push_str(mark);
    if !is_number(text) && text.starts_with(['=', '+', '-', '@']) {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push_str(mark);
}
