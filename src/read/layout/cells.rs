//! `cells`, the text of a converter: a line a cell, each led by a tab; a blank line ends a row.
//!
//! Told by lines that begin with their only tab. A paragraph inside a cell stands on a line of its own, without a tab; a
//! cell covered by a vertical merge is a tab alone, and a horizontal merge is one cell. Lost are the colspans, and
//! sometimes a row's end, where the next row begins without a blank line.

use super::{Line, LineKind};
use crate::read::document::{Grid, GridCell, GridRow};
use crate::report::Layout;
use crate::text::is_space;

/// Most lines begin with their only tab.
pub fn is_cells(text: &str, lines: &[Line]) -> bool {
    let tabbed = || lines.iter().filter(|line| line.kind == LineKind::Tabbed).map(|line| line.span.of(text));
    let single = tabbed().filter(|line| cell_start(line).is_some_and(|start| !line[start..].contains('\t'))).count();
    single * 2 > tabbed().count()
}

/// Where the text of a cell begins: after a tab that nothing but spaces stands before.
fn cell_start(line: &str) -> Option<usize> {
    let tab = line.find('\t')?;
    line[..tab].chars().all(is_space).then_some(tab + 1)
}

pub fn grid(text: &str, lines: &[Line]) -> Grid {
    let mut rows: Vec<GridRow> = Vec::new();
    let mut row_ended = true;
    for line in lines {
        let (start, end) = (line.span.start as usize, line.span.end as usize);
        match line.kind {
            LineKind::Blank | LineKind::BlankCell => row_ended = true,
            LineKind::Tabbed => {
                if row_ended {
                    rows.push(GridRow::default());
                }
                row_ended = false;
                let offset = cell_start(line.span.of(text)).unwrap_or(0);
                rows.last_mut().expect("a row was begun").cells.push(GridCell::new(text, start + offset, end));
            }
            LineKind::Plain | LineKind::Barred | LineKind::Commas => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.cells.last_mut()) {
                    *cell = GridCell::new(text, cell.span.start as usize, end);
                }
            }
        }
    }
    Grid { layout: Layout::Cells, keeps_blanks: true, rows }
}
