//! HTML that a screen reader reads out with its headers: a caption, and `th` with a scope.
//!
//! The scope is `row` or `col` for merged headers too: a merged header speaks of all the rows and columns that it covers,
//! while `rowgroup` would speak of all rows that follow.

use super::grid::{Grid, Kind, Placed};

pub fn write(grid: &Grid, out: &mut String) {
    out.push_str("<table>\n<caption>");
    out.push_str(&grid.caption);
    out.push_str("</caption>\n<tbody>\n");
    for row in &grid.rows {
        out.push_str("<tr>");
        row.iter().flatten().for_each(|each| cell(each, out));
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn cell(cell: &Placed, out: &mut String) {
    let (start, end) = match cell.kind {
        Kind::Figure => ("<td", "</td>"),
        Kind::RowHeader => ("<th scope=\"row\"", "</th>"),
        Kind::ColumnHeader => ("<th scope=\"col\"", "</th>"),
    };
    out.push_str(start);
    for (attribute, span) in [(" rowspan=\"", cell.rowspan), (" colspan=\"", cell.colspan)] {
        if span > 1 {
            out.push_str(attribute);
            out.push_str(&span.to_string());
            out.push('"');
        }
    }
    out.push('>');
    for character in cell.text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(character),
        }
    }
    out.push_str(end);
}
