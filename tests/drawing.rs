//! Whatever a file's tables look like, HTML, docx and xlsx draw the same grid; whatever comes in, an answer comes out.

mod support;

use gouji::options::{Format, Input, ReadOptions};
use gouji::read::source::read;
use proptest::prelude::*;
use support::office::{docx, xlsx};

/// A cell of a random table: where it begins, what it covers, and its text.
#[derive(Clone, Debug)]
struct Cell {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
    text: &'static str,
}

/// A table cut into cells without a gap.
#[derive(Clone, Debug)]
struct Grid {
    rows: usize,
    columns: usize,
    cells: Vec<Cell>,
}

const TEXTS: [&str; 6] = ["", "0", "12", "规章", "-3.5", "其他 结果"];

/// Cuts a table by the seeds. No cell is as wide as the table, and each row's first cell has text: a sheet has no other
/// sign that a row is part of a table.
fn grid(rows: usize, columns: usize, seeds: &[usize]) -> Grid {
    let mut taken = vec![vec![false; columns]; rows];
    let mut cells: Vec<Cell> = Vec::new();
    let mut seeds = seeds.iter().copied().cycle();
    for row in 0..rows {
        let mut is_first = true;
        for column in 0..columns {
            if taken[row][column] {
                continue;
            }
            let seed = seeds.next().unwrap_or(0);
            let free = taken[row][column..].iter().take_while(|taken| !**taken).count().min(columns - 1);
            let (width, height) = (1 + seed % free.min(3), 1 + seed / 3 % (rows - row).min(4));
            for covered in &mut taken[row..row + height] {
                covered[column..column + width].fill(true);
            }
            let has_text = is_first || (row == 0 && column + width == columns);
            let text = TEXTS[if has_text { 1 + seed % 5 } else { seed % 6 }];
            cells.push(Cell { row, column, rows: height, columns: width, text });
            is_first = false;
        }
    }
    Grid { rows, columns, cells }
}

impl Grid {
    fn row(&self, row: usize) -> Vec<&Cell> {
        self.cells.iter().filter(|cell| cell.row == row).collect()
    }

    /// What must be drawn: a row in which no cell begins isn't.
    fn expected(&self) -> String {
        let mut text = String::new();
        for row in (0..self.rows).map(|row| self.row(row)).filter(|row| !row.is_empty()) {
            let mut places = vec![""; self.columns];
            for cell in row {
                places[cell.column] = if cell.text.is_empty() { "\u{a0}" } else { cell.text };
            }
            text += &format!("{}\n", places.join("\t"));
        }
        text
    }

    fn html(&self) -> String {
        let row = |row: usize| {
            let cell = |cell: &Cell| {
                let Cell { rows, columns, text, .. } = cell;
                format!("<td colspan={columns} rowspan='{rows}'><p>{text}</p></td>")
            };
            format!("<tr>{}</tr>", self.row(row).into_iter().map(cell).collect::<String>())
        };
        format!("<table>{}</table>", (0..self.rows).map(row).collect::<String>())
    }

    /// Every row writes every merged cell again, with a mark that it goes on from above.
    fn docx(&self) -> Vec<u8> {
        let row = |row: usize| {
            let mut cells: Vec<&Cell> =
                self.cells.iter().filter(|cell| (cell.row..cell.row + cell.rows).contains(&row)).collect();
            cells.sort_by_key(|cell| cell.column);
            let cell = |cell: &Cell| {
                let merge = match (cell.rows, cell.row == row) {
                    (1, _) => "",
                    (_, true) => "<w:vMerge w:val=\"restart\"/>",
                    (_, false) => "<w:vMerge/>",
                };
                let text = if cell.row == row { cell.text } else { "" };
                let properties = format!("<w:gridSpan w:val=\"{}\"/>{merge}", cell.columns);
                format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
            };
            format!("<w:tr>{}</w:tr>", cells.into_iter().map(cell).collect::<String>())
        };
        docx(&format!("<w:tbl>{}</w:tbl>", (0..self.rows).map(row).collect::<String>()))
    }

    fn xlsx(&self) -> Vec<u8> {
        let place = |row: usize, column: usize| format!("{}{}", char::from(b'C' + column as u8), row + 5);
        let row = |row: usize| {
            let cell = |cell: &Cell| {
                let place = place(cell.row, cell.column);
                format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{}</t></is></c>", cell.text)
            };
            format!("<row r=\"{}\">{}</row>", row + 5, self.row(row).into_iter().map(cell).collect::<String>())
        };
        let merge = |cell: &Cell| {
            let last = place(cell.row + cell.rows - 1, cell.column + cell.columns - 1);
            format!("<mergeCell ref=\"{}:{last}\"/>", place(cell.row, cell.column))
        };
        let merged = self.cells.iter().filter(|cell| cell.rows * cell.columns > 1);
        xlsx(&format!(
            "<sheetData>{}</sheetData><mergeCells>{}</mergeCells>",
            (0..self.rows).map(row).collect::<String>(),
            merged.map(merge).collect::<String>()
        ))
    }
}

fn grids() -> impl Strategy<Value = Grid> {
    (1..9_usize, 2..9_usize, prop::collection::vec(0..1000_usize, 1..40))
        .prop_map(|(rows, columns, seeds)| grid(rows, columns, &seeds))
}

fn drawn(input: Input) -> String {
    read(input, &ReadOptions::default()).unwrap().text
}

/// Reads, and reads again as text what was drawn: nothing may panic, and text stays as it is.
fn reads(input: Input, format: Option<Format>) {
    let options = ReadOptions { format, ..ReadOptions::default() };
    match read(input, &options) {
        Ok(source) => {
            let as_text = ReadOptions { format: Some(Format::Text), ..ReadOptions::default() };
            assert_eq!(read(Input::Text(&source.text), &as_text).unwrap().text, source.text);
        }
        Err(error) => assert!(!error.chinese.is_empty() && !error.english.is_empty()),
    }
}

fn formats() -> impl Strategy<Value = Option<Format>> {
    prop::sample::select(vec![None, Some(Format::Text), Some(Format::Html), Some(Format::Docx), Some(Format::Xlsx)])
}

/// Markup put together without regard to what may stand where.
fn soup() -> impl Strategy<Value = String> {
    let pieces = [
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td colspan=3 rowspan=0>",
        "<td rowspan=99999>",
        "</td>",
        "<tbody>",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a>",
        "</a>",
        "<font>",
        "<div>",
        "</div>",
        "<br>",
        "<caption>",
        "<script>",
        "</script>",
        "<template>",
        "</template>",
        "<select>",
        "<svg>",
        "<math><mi>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&nbsp;",
        "&#0;",
        "&#x4e00;",
        "&no",
        "\0",
        "\u{fffd}",
        "规章",
        "12",
        " ",
        "\n",
        "<frameset>",
        "<plaintext>",
        "<",
        "<!doctype html>",
        "<html>",
        "<body>",
        "<form>",
        "<input type=hidden>",
        "</",
        "<td hidden style='display:none'>",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn html_docx_and_xlsx_draw_the_same_grid(grid in grids()) {
        let expected = grid.expected();
        prop_assert_eq!(&drawn(Input::Text(&grid.html())), &expected);
        prop_assert_eq!(&drawn(Input::Bytes(&grid.docx())), &expected);
        prop_assert_eq!(&drawn(Input::Bytes(&grid.xlsx())), &expected);
    }

    #[test]
    fn any_markup_is_drawn(html in soup()) {
        reads(Input::Text(&html), Some(Format::Html));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), format in formats()) {
        reads(Input::Bytes(&bytes), format);
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(grid in grids(), hits in prop::collection::vec(any::<(u16, u8)>(), 1..5)) {
        for mut file in [grid.docx(), grid.xlsx(), grid.html().into_bytes()] {
            for (place, byte) in &hits {
                let place = usize::from(*place) % file.len();
                file[place] = *byte;
            }
            reads(Input::Bytes(&file), None);
        }
    }

    #[test]
    fn damaged_xml_is_read_or_refused(grid in grids(), cut in any::<u16>(), piece in soup()) {
        let body = String::from_utf8(grid.html().into_bytes()).unwrap();
        let mut body = body.replace("<td", "<w:tc").replace("</td", "</w:tc").replace("table", "w:tbl").replace("<tr", "<w:tr");
        let place = (usize::from(cut)..).find(|place| body.is_char_boundary(place % (body.len() + 1))).unwrap();
        let place = place % (body.len() + 1);
        body.insert_str(place, &piece);
        reads(Input::Bytes(&docx(&body)), None);
        reads(Input::Bytes(&xlsx(&body)), None);
    }
}
