//! The official grids: each table as the rows of merged cells that the form prints.

use super::{RowForm, SECTIONS, TableForm, address, applications, section_of, table};
use crate::report::{FormId, SectionId, TableId};
use serde::Serialize;

/// A form as data, for whoever draws it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Form {
    pub id: FormId,
    pub sections: Vec<FormSection>,
    pub tables: Vec<FormTable>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FormSection {
    pub id: SectionId,
    pub ordinal: &'static str,
    pub heading: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FormTable {
    pub id: TableId,
    pub title: &'static str,
    /// Rows of cells as HTML has them: a cell covered by a merge isn't there.
    pub grid: Vec<Vec<GridCell>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GridCell {
    /// The official text; empty in a cell that takes a figure.
    pub text: &'static str,
    pub rowspan: u32,
    pub colspan: u32,
    pub header: bool,
    /// The address of the figure that the cell takes.
    pub address: Option<String>,
}

/// Both forms.
pub fn forms() -> Vec<Form> {
    let section = |s: &super::SectionForm| FormSection { id: s.id, ordinal: s.ordinal, heading: s.heading };
    let sections: Vec<FormSection> = SECTIONS.iter().map(section).collect();
    let tables = |form| TableId::ALL.iter().map(|&id| form_table(form, id)).collect();
    FormId::ALL.iter().map(|&id| Form { id, sections: sections.clone(), tables: tables(id) }).collect()
}

/// One of the tables as the form prints it.
pub fn form_table(form: FormId, id: TableId) -> FormTable {
    let table = table(form, id);
    let grid = match table.id {
        TableId::Disclosure => disclosure(table),
        TableId::Applications => applications(table),
        TableId::Litigation => litigation(table),
    };
    FormTable { id: table.id, title: section_of(table.id).heading, grid }
}

fn header(text: &'static str, rowspan: usize, colspan: usize) -> GridCell {
    GridCell { text, rowspan: rowspan as u32, colspan: colspan as u32, header: true, address: None }
}

fn figure(table: &TableForm, row: &RowForm, column: usize, colspan: usize) -> GridCell {
    let address = address(table.id, row.id, row.columns[column].id);
    GridCell { text: "", rowspan: 1, colspan: colspan as u32, header: false, address: Some(address) }
}

/// Rows that share their groups, one run after the other.
fn blocks(rows: &'static [RowForm]) -> impl Iterator<Item = &'static [RowForm]> {
    rows.chunk_by(|a, b| a.groups == b.groups)
}

/// How wide each of a row's cells is where the table is `width` columns wide: what is left over widens the last ones.
fn spread(cells: usize, width: usize, index: usize) -> usize {
    width / cells + usize::from(index >= cells - width % cells)
}

fn disclosure(table: &'static TableForm) -> Vec<Vec<GridCell>> {
    let width = table.rows.iter().map(|row| row.columns.len()).max().unwrap_or(0);
    let mut grid = Vec::new();
    for block in blocks(table.rows) {
        let columns = block[0].columns;
        let span = |index| spread(columns.len(), width, index);
        grid.push(vec![header(block[0].groups[0], 1, width + 1)]);
        let labels = columns.iter().enumerate().map(|(index, column)| header(column.label, 1, span(index)));
        grid.push([header("信息内容", 1, 1)].into_iter().chain(labels).collect());
        for row in block {
            let figures = (0..columns.len()).map(|index| figure(table, row, index, span(index)));
            grid.push([header(row.label, 1, 1)].into_iter().chain(figures).collect());
        }
    }
    grid
}

/// How many label columns stand before the figures of table 三.
pub const LABEL_COLUMNS: usize = 3;

/// How many columns of figures table 三 has: each kind of applicant, and their total.
pub const APPLICANT_COLUMNS: usize = applications::COLUMNS.len();

fn applications(table: &'static TableForm) -> Vec<Vec<GridCell>> {
    let columns = table.rows[0].columns;
    let (total, applicants) = columns.split_last().expect("the form has columns");
    let (natural_person, organizations) = applicants.split_first().expect("the form has columns");
    let mut grid = vec![
        vec![header(applications::CORNER, 3, LABEL_COLUMNS), header("申请人情况", 1, columns.len())],
        vec![
            header(natural_person.label, 2, 1),
            header("法人或其他组织", 1, organizations.len()),
            header(total.label, 2, 1),
        ],
        organizations.iter().map(|column| header(column.label, 1, 1)).collect(),
    ];
    for (index, row) in table.rows.iter().enumerate() {
        let mut cells = Vec::new();
        for (depth, group) in row.groups.iter().enumerate() {
            let same = |other: &RowForm| other.groups.get(depth) == Some(group);
            if index == 0 || !same(&table.rows[index - 1]) {
                let rowspan = table.rows[index..].iter().take_while(|other| same(other)).count();
                cells.push(header(group, rowspan, 1));
            }
        }
        cells.push(header(row.label, 1, LABEL_COLUMNS - row.groups.len()));
        cells.extend((0..columns.len()).map(|column| figure(table, row, column, 1)));
        grid.push(cells);
    }
    grid
}

fn litigation(table: &'static TableForm) -> Vec<Vec<GridCell>> {
    let (reconsideration, suits) = table.rows.split_first().expect("the form has rows");
    let columns = reconsideration.columns;
    let labels = |rowspan| columns.iter().map(move |column| header(column.label, rowspan, 1));
    vec![
        vec![
            header(reconsideration.label, 1, columns.len()),
            header(suits[0].groups[0], 1, suits.len() * columns.len()),
        ],
        labels(2).chain(suits.iter().map(|suit| header(suit.label, 1, columns.len()))).collect(),
        suits.iter().flat_map(|_| labels(1)).collect(),
        table.rows.iter().flat_map(|row| (0..columns.len()).map(|column| figure(table, row, column, 1))).collect(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// How many grid squares each row of merged cells fills, covered ones included.
    fn widths(grid: &[Vec<GridCell>]) -> Vec<usize> {
        let mut widths = vec![0; grid.len()];
        for (index, row) in grid.iter().enumerate() {
            for cell in row {
                for width in &mut widths[index..index + cell.rowspan as usize] {
                    *width += cell.colspan as usize;
                }
            }
        }
        widths
    }

    #[test]
    fn every_grid_is_a_rectangle_that_holds_each_figure_once() {
        for form in forms() {
            for shown in &form.tables {
                let widths = widths(&shown.grid);
                assert!(widths.iter().all(|width| *width == widths[0]), "{:?} {:?} {widths:?}", form.id, shown.id);
                let shown_addresses: Vec<&String> =
                    shown.grid.iter().flatten().filter_map(|cell| cell.address.as_ref()).collect();
                let unique: BTreeSet<&String> = shown_addresses.iter().copied().collect();
                assert_eq!(unique.len(), shown_addresses.len());
                let of_form: usize = table(form.id, shown.id).rows.iter().map(|row| row.columns.len()).sum();
                assert_eq!(of_form, unique.len());
            }
        }
    }

    #[test]
    fn table_three_has_23_rows_in_2019_and_25_in_2021() {
        assert_eq!(table(FormId::Form2019, TableId::Applications).rows.len(), 23);
        assert_eq!(table(FormId::Form2021, TableId::Applications).rows.len(), 25);
        let rowspan = |form: usize| {
            let grid = &forms()[form].tables[1].grid;
            grid.iter().flatten().find(|cell| cell.text == "三、本年度办理结果").unwrap().rowspan
        };
        assert_eq!((rowspan(0), rowspan(1)), (20, 22));
    }
}
