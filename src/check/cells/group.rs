//! Cells that share one fault are said once: a finding a row, or one for the table where many rows have it.

use super::place::Place;
use crate::report::TableId;
use crate::text::Span;
use std::borrow::Cow;

/// Cells of one row, or of one table.
pub struct Group<'r> {
    pub table: TableId,
    /// The row's label; none where the group runs over many rows.
    pub row: Option<&'r str>,
    pub cells: Vec<Place<'r>>,
}

/// With more rows than this, or all rows of the table, its cells are one group.
const MOST_ROWS: usize = 3;

impl<'r> Group<'r> {
    /// Groups cells, which come table by table and row by row.
    pub fn of(cells: impl Iterator<Item = Place<'r>>) -> Vec<Self> {
        let cells: Vec<Place> = cells.collect();
        let mut groups = Vec::new();
        for table in cells.chunk_by(|a, b| a.table.id == b.table.id) {
            let rows: Vec<&[Place]> = table.chunk_by(|a, b| a.row.id == b.row.id).collect();
            let id = table[0].table.id;
            if rows.len() > MOST_ROWS || rows.len() == table[0].table.rows.len() {
                groups.push(Group { table: id, row: None, cells: table.to_vec() });
                continue;
            }
            let of_row = |row: &[Place<'r>]| Group { table: id, row: Some(&row[0].row.label), cells: row.to_vec() };
            groups.extend(rows.into_iter().map(of_row));
        }
        groups
    }

    pub fn span(&self) -> Option<Span> {
        self.cells[0].span()
    }

    pub fn addresses(&self) -> impl Iterator<Item = Cow<'static, str>> {
        self.cells.iter().map(|place| place.cell.address.clone())
    }

    /// How many rows the group runs over.
    pub fn rows(&self) -> usize {
        self.cells.chunk_by(|a, b| a.row.id == b.row.id).count()
    }

    /// The labels of the columns of a group of one row.
    pub fn columns(&self) -> String {
        let labels: Vec<&str> = self.cells.iter().map(|place| place.column.label).collect();
        labels.join("、")
    }
}
