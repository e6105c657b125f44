//! Report → the official tables as markup or text, one file a format. What is written reads back the same.

mod csv;
mod grid;
mod html;
mod markdown;
mod text;

use crate::form;
use crate::options::RenderFormat;
use crate::report::{Report, TableId};
use grid::Grid;

/// Writes the report's three tables in the grids of their forms; a table that the report doesn't have is left out.
///
/// A figure is written as a plain number in its column's own unit, a blank stays blank, and whatever else stands in a cell
/// stays as it is. A cell whose figure is unknown has [`grid::UNKNOWN`], one that the report doesn't have
/// [`grid::MISSING`].
pub fn render(report: &Report, format: RenderFormat) -> String {
    let write = match format {
        RenderFormat::Html => html::write,
        RenderFormat::Markdown => markdown::write,
        RenderFormat::Csv => csv::write,
        RenderFormat::Text => text::write,
    };
    let mut out = String::new();
    for table in report.tables.all().into_iter().filter(|table| table.found) {
        if !out.is_empty() {
            out.push('\n');
        }
        write(&Grid::new(table), &mut out);
    }
    out
}

/// The heading of the section that a table stands in, with its ordinal.
fn caption(table: TableId) -> String {
    let section = form::section_of(table);
    [section.ordinal, "、", section.heading].concat()
}

/// Whether a cell's text is a plain number, sign and all.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|first: char| first.is_ascii_digit()) && digits.bytes().all(|c| c.is_ascii_digit() || c == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{Input, ReadOptions};

    const REPORT: &str = "第二十条第（五）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t９\t减4\t=1+1\n\
                          其他对外管理服务事项\t-\t+2\t<b>|*\n第二十条第（九）项\t\t\n信息内容\t采购项目数量\t采购总金额\n\
                          政府集中采购\t1\t255490元\n";

    fn rendered(format: RenderFormat) -> String {
        render(&crate::parse(Input::Text(REPORT), &ReadOptions::default()).unwrap(), format)
    }

    fn line(format: RenderFormat, label: &str) -> String {
        rendered(format).lines().find(|line| line.contains(label)).unwrap_or_default().to_owned()
    }

    #[test]
    fn figures_are_plain_numbers_in_their_own_unit() {
        assert_eq!(line(RenderFormat::Text, "行政许可"), "行政许可\t9\t-4\t=1+1");
        assert_eq!(line(RenderFormat::Text, "政府集中采购"), "政府集中采购\t1\t25.549\t");
        assert_eq!(line(RenderFormat::Text, "规范性文件"), "规范性文件\t缺\t缺\t缺");
    }

    #[test]
    fn text_is_kept_from_being_a_formula_and_numbers_stay_numbers() {
        assert_eq!(line(RenderFormat::Csv, "行政许可"), "行政许可,9,-4,'=1+1");
        assert_eq!(line(RenderFormat::Csv, "其他对外"), "其他对外管理服务事项,'-,2,<b>|*");
    }

    #[test]
    fn text_is_kept_from_being_markup() {
        let html = line(RenderFormat::Html, "其他对外");
        assert_eq!(
            html,
            "<tr><th scope=\"row\">其他对外管理服务事项</th><td>-</td><td>2</td><td>&lt;b&gt;|*</td></tr>"
        );
        assert_eq!(line(RenderFormat::Markdown, "其他对外"), r"| 其他对外管理服务事项 | \- | 2 | \<b\>¦\* |");
    }

    #[test]
    fn a_table_that_is_not_there_is_left_out() {
        assert_eq!(rendered(RenderFormat::Html).matches("<table>").count(), 1);
        assert_eq!(render(&crate::parse::blank::report(), RenderFormat::Html), "");
    }
}
