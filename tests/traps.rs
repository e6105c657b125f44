//! What real reports do to a reader: each trap once, in a report whose figures are known.
//!
//! Whatever is put in the way, a figure is read as it was, or said to be unknown; where the trap loses nothing, all are read.

mod support;

use gouji::options::{Input, ReadOptions};
use gouji::report::{Cell, CellState, FormId, Placed, Report, ReportForm};

const PLAIN: &str = "form-2021.txt";
const CELLS: &str = "form-2021-cells.txt";

/// The cells of table 四's one row.
const WIDEST_ROW: usize = 15;

/// The header of table 三 as the second page has it again.
const HEADER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t\n\
                      \t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\
                      \t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n";

fn read(text: &str) -> Report {
    gouji::parse(Input::Text(text), &ReadOptions::default()).expect("any text gives a report")
}

fn cells(report: &Report) -> Vec<Cell> {
    report.tables.all().into_iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.clone()).collect()
}

/// How many cells of the report were read; fails on a cell that was read as something else.
fn right(name: &str, before: &str, after: &str) -> usize {
    let (before, after) = (cells(&read(before)), cells(&read(after)));
    assert_eq!(before.len(), after.len(), "{name}: a table of another form");
    let mut right = 0;
    for (was, is) in before.iter().zip(&after) {
        let known = matches!(is.state, CellState::Number | CellState::Blank | CellState::Placeholder);
        // The sums may ask for a 0 where nothing was written.
        let is_asked_for =
            is.placed == Some(Placed::Inferred) && was.raw.is_empty() && is.value.is_some_and(|v| v.is_zero());
        let same = is.value == was.value || is_asked_for;
        assert!(!known || same, "{name}: {} was {:?} and is {:?}", is.address, was.raw, is);
        right += usize::from(known);
    }
    right
}

/// A report changed in one place.
fn changed(report: &str, from: &str, to: &str) -> String {
    assert_eq!(report.matches(from).count(), 1, "{from:?} stands once in the report");
    report.replacen(from, to, 1)
}

#[test]
fn what_stands_in_the_way_of_tables_changes_no_figure() {
    let plain = support::report(PLAIN);
    let all = cells(&read(&plain)).len();
    let denied = "\t（三）不予公开\t";
    let traps = [
        ("a page breaks table three and repeats its header", denied, format!("\n{HEADER}{denied}")),
        ("a page's number stands inside a table", denied, format!("- 4 -\n{denied}")),
        ("a page's number in another form", denied, format!("P. 9\n{denied}")),
        ("one blank line inside a table", denied, format!("\n{denied}")),
        (
            "the preamble lists the sections",
            "一、总体情况\n",
            "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分。\n\n一、总体情况\n"
                .to_owned(),
        ),
        (
            "a table about the document comes first",
            "一、总体情况\n",
            "索引号\t01-2025-7\t分类\t其他\n发布日期\t2025-01-20\t有效性\t有效\n\n一、总体情况\n".to_owned(),
        ),
        (
            "prose stands between a heading and its table",
            "三、收到和处理政府信息公开申请情况\n",
            "三、收到和处理政府信息公开申请情况\n\n本部分数据由各股室登记，办公室汇总。\n".to_owned(),
        ),
        (
            "a narrative with ordinals of its own comes first",
            "一、总体情况\n",
            "一、机构概况\n\n本机关内设五个股室。\n\n二、工作回顾\n\n全年召开例会十二次。\n\n一、总体情况\n".to_owned(),
        ),
        ("full-width digits", "行政许可\t268\t", "行政许可\t２６８\t".to_owned()),
        ("a remark in a cell", "行政处罚\t17\t", "行政处罚\t17（其中简易程序4件）\t".to_owned()),
        ("a label that its source has cut", "2.其他法律行政法规禁止公开", "2.其他法律行政止公开".to_owned()),
        ("glyphs of compatibility", "一、本年新收", "\u{2f00}、本年新收".to_owned()),
        ("traditional characters", "1.属于国家秘密", "1.屬於國家秘密".to_owned()),
        ("another mark behind a number", "4.保护第三方合法权益", "4、保护第三方合法权益".to_owned()),
        ("other quotation marks", "3.危及“三安全一稳定”", "3．危及「三安全一稳定」".to_owned()),
        ("a blank before a bracket", "（二）部分公开（区分处理的", "（二） 部分公开 (区分处理的".to_owned()),
    ];
    for (name, from, to) in traps {
        assert_eq!(right(name, &plain, &changed(&plain, from, &to)), all, "{name}: every cell is read");
    }
}

#[test]
fn a_thousands_separator_changes_no_figure() {
    let plain = changed(&support::report(PLAIN), "行政许可\t268\t", "行政许可\t1268\t");
    let separated = changed(&plain, "1268", "1,268");
    assert_eq!(right("a thousands separator", &plain, &separated), cells(&read(&plain)).len());
}

#[test]
fn a_converter_that_cuts_a_table_into_several_with_headers_of_its_own_changes_no_figure() {
    let plain = support::report(PLAIN);
    let denied = "\t（三）不予公开\t";
    let again = format!("\n\n数据1\t数据2\t数据3\t数据4\t数据5\t数据6\t数据7\t数据8\t数据9\t数据10\n{denied}");
    let cut = changed(&plain, denied, &again);
    assert_eq!(right("a table in two", &plain, &cut), cells(&read(&plain)).len());
}

#[test]
fn a_row_end_that_is_lost_between_cells_changes_no_figure() {
    let report = support::report(CELLS);
    // What ends a row is the blank line before the next row's first cell.
    let ends: Vec<usize> = report.match_indices("\n\n\t").map(|(at, _)| at).collect();
    assert!(ends.len() > 20);
    let all = cells(&read(&report)).len();
    for at in ends {
        let lost = [&report[..at + 1], " ", &report[at + 2..]].concat();
        let unknown = all - right("a lost row end", &report, &lost);
        assert!(unknown <= WIDEST_ROW, "{unknown} cells are unknown for one row end");
    }
}

#[test]
fn two_labels_before_their_two_rows_of_figures_are_given_none_wrongly() {
    let plain = support::report(PLAIN);
    let from = "\t\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n\t\t3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n";
    let to = "\t\t2.重复申请\n\t\t3.要求提供公开出版物\n\t\t\t1\t0\t0\t0\t0\t0\t1\n\t\t\t0\t0\t0\t0\t0\t0\t0\n";
    right("two labels, two rows", &plain, &changed(&plain, from, to));
}

#[test]
fn one_row_of_other_outcomes_in_the_form_of_2021_makes_a_mixed_form() {
    let plain = support::report(PLAIN);
    let start = plain.find("\t（六）其他处理\t").expect("the rows of （六）");
    let end = plain.find("\t（七）总计").expect("the row of （七）");
    let mixed = [&plain[..start], "\t（六）其他处理\t\t1\t0\t0\t0\t0\t0\t1\n", &plain[end..]].concat();
    let report = read(&mixed);
    assert_eq!(report.form, Some(ReportForm::Mixed));
    assert_eq!(report.tables.applications.form, FormId::Form2019);
    let other = report.tables.applications.cell("other", "total").expect("a row of the form of 2019");
    assert_eq!(other.value.map(|value| value.to_string()).as_deref(), Some("1"));
}

#[test]
fn figures_between_dashes_are_no_page_number_where_a_row_lacks_them() {
    for (name, figures) in [("seven of them", "— 0 0 0 0 0 —"), ("one of them", "— 5 —")] {
        let text = format!(
            "二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n{figures}\n\
             行政规范性文件 1 0 2\n信息内容 本年处理决定数量\n行政许可 268\n- 1 -\n行政处罚 17\n"
        );
        let report = read(&text);
        for cell in &report.tables.disclosure.row("gov_rules").expect("a row of the form").cells {
            assert_eq!(cell.state, CellState::Ambiguous, "{name}: {}", cell.address);
        }
    }
}

/// The last column of table 二 and the header of table 三, as a page with narrow columns prints them.
const HEADER_IN_PIECES: &str = "现行有效件数\n0\n13\n\n申请人情况\n自 法人或其他组织\n总\n然 商 科 社会 法律服 其 计\n人 业 研 公益 务机构 他\n组织\n企 机\n业 构\n";

/// Table 三 as some programs print a page: the label and the first columns of each row, and after them what `after` makes of
/// the figures of the other columns.
fn columns_apart(report: &str, first: usize, after: impl Fn(&[&str]) -> String) -> String {
    let start = report.find("（本列数据").expect("the header");
    let end = report.find("四、政府信息公开行政复议").expect("the next heading");
    let (mut rows, mut others) = (String::new(), String::new());
    for row in report[start..end].lines().skip(3).filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split('\t').filter(|cell| !cell.is_empty()).collect();
        let (labels, figures) = cells.split_at(cells.len() - 7);
        rows += &format!("{}\n{}\n", labels.join("\n"), figures[..first].join(" "));
        others += &after(&figures[first..]);
    }
    [&report[..start], HEADER_IN_PIECES, &rows, "\n", &others, "\n", &report[end..]].concat()
}

#[test]
fn columns_that_a_page_prints_apart_from_their_labels_are_given_to_no_row() {
    let plain = support::report(PLAIN);
    for first in 0..6 {
        let in_rows = columns_apart(&plain, first, |figures| figures.join(" ") + "\n");
        right(&format!("{first} columns beside the labels, the others row by row"), &plain, &in_rows);
        let in_lines = columns_apart(&plain, first, |figures| figures.join("\n\n") + "\n");
        right(&format!("{first} columns beside the labels, the others figure by figure"), &plain, &in_lines);
    }
    for first in 1..6 {
        let cut_off = columns_apart(&plain, first, |_| String::new());
        right(&format!("{first} columns beside the labels, the others cut off"), &plain, &cut_off);
    }
}

#[test]
fn a_row_that_a_page_cuts_in_two_is_put_together_or_said_to_be_unknown() {
    let plain = support::report(PLAIN);
    let all = cells(&read(&plain)).len();
    let from = "\t\t8.属于行政查询事项\t1\t0\t0\t0\t1\t0\t2\n";
    let blank = "\t".repeat(7);
    let whole = [
        ("figures in the second line", format!("\t\t8.属于行政{blank}\n\t\t查询事项\t1\t0\t0\t0\t1\t0\t2\n")),
        ("figures in the first line", format!("\t\t8.属于\t1\t0\t0\t0\t1\t0\t2\n\t\t行政查询事项{blank}\n")),
        ("a page ends inside the row", format!("\t\t8.属于\t1\t0\t0\t0\t1\t0\t2\n\n\t\t行政查询事项{blank}\n")),
        (
            "figures in the middle line",
            format!("\t\t8.属于{blank}\n\t\t行政\t1\t0\t0\t0\t1\t0\t2\n\t\t查询事项{blank}\n"),
        ),
    ];
    for (name, to) in whole {
        assert_eq!(right(name, &plain, &changed(&plain, from, &to)), all, "{name}: every cell is read");
    }
    let doubtful = [
        ("figures without a word", format!("\t\t8.属于行政查询事项{blank}\n\t\t\t1\t0\t0\t0\t1\t0\t2\n")),
        ("figures on two lines", "\t\t8.属于行政查\t1\t0\t\t\t1\t0\t\n\t\t询事项\t\t\t0\t0\t\t\t2\n".to_owned()),
    ];
    let doubtful = doubtful.into_iter().chain([
        (
            "a number and figures on the first line",
            "\t\t8\t1\t0\t0\t0\t1\t0\t1\n\t\t属于行政查询事项\t\t\t\t\t\t\t0\n".to_owned(),
        ),
        (
            "figures on a line of the label above the others",
            format!("\t\t8.\t1\t0\t0\t0\t1\t0\t1\n\t\t属于行\t\t\t\t\t\t\t0\n\t\t政查询事项{blank}\n"),
        ),
    ]);
    for (name, to) in doubtful {
        right(name, &plain, &changed(&plain, from, &to));
    }
    let wide = changed(&plain, "\t\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n", "\t\t2.重复申请\t1200\t0\t0\t0\t0\t4\t1204\n");
    let cut = changed(&wide, "\t1200\t0\t0\t0\t0\t4\t1204\n", "\t12\t0\t0\t0\t0\t4\t12\n\t\t\t00\t\t\t\t\t\t04\n");
    right("a figure too wide for its cell", &wide, &cut);
}

#[test]
fn rows_that_have_lost_the_blank_cells_at_their_ends_shift_no_figure() {
    let plain = support::report(PLAIN);
    let start = plain.find("一、本年新收政府信息公开申请数量\t").expect("the first row");
    let end = plain.find("四、政府信息公开行政复议").expect("the next heading");
    let without_total = |row: &str| row.rsplit_once('\t').map_or(row, |(rest, _)| rest).to_owned();
    let set = |row: &dyn Fn(&str) -> String| {
        let rows: Vec<String> = plain[start..end].lines().map(row).collect();
        [&plain[..start], &rows.join("\n"), "\n\n", &plain[end..]].concat()
    };
    let blank = set(&|row| if row.is_empty() { String::new() } else { without_total(row) + "\t" });
    right("no total", &blank, &set(&|row| without_total(row)));
    let carried = "四、结转下年度继续办理\t\t\t1\t1\t0\t0\t0\t0\t2\n";
    let first_blank = changed(&plain, carried, "四、结转下年度继续办理\t\t\t\t1\t0\t0\t0\t0\t\n");
    let cut = changed(&plain, carried, "四、结转下年度继续办理\t\t\t\t1\t0\t0\t0\t0\n");
    right("one row", &first_blank, &cut);
}

#[test]
fn zeros_say_nothing_of_figures_that_came_apart_from_them() {
    let plain = support::report(PLAIN);
    let start = plain.find("一、本年新收政府信息公开申请数量\t").expect("the first row");
    let end = plain.find("四、政府信息公开行政复议").expect("the next heading");
    let without_ends = |row: &str| {
        let mut cells: Vec<&str> = row.split('\t').filter(|cell| !cell.is_empty()).collect();
        let first = cells.iter().position(|cell| cell.parse::<u32>().is_ok());
        cells.pop();
        if let Some(first) = first {
            cells.remove(first);
        }
        cells.join(" ")
    };
    let rows: Vec<String> = plain[start..end].lines().map(without_ends).collect();
    right("neither 自然人 nor 总计", &plain, &[&plain[..start], &rows.join("\n"), "\n\n", &plain[end..]].concat());
}

/// Table three without the column at this place of its rows, all covered squares kept or none.
fn without_column(at: usize, squares_kept: bool) -> String {
    let plain = support::report(PLAIN);
    let from = plain.find("（本列数据的勾稽关系为").expect("table three");
    let to = plain.find("四、政府信息公开行政复议").expect("section four");
    let row = |(index, line): (usize, &str)| {
        let mut cells: Vec<&str> = line.split('\t').collect();
        if cells.len() > at {
            cells.remove(at);
            let is_covered =
                |place: usize, cell: &str| cell.is_empty() && (index < HEADER.lines().count() || place < 3);
            let mut place = 0..;
            cells.retain(|cell| !is_covered(place.next().unwrap_or(0), cell) || squares_kept);
        }
        cells.join("\t") + "\n"
    };
    let table: String = plain[from..to].lines().enumerate().map(row).collect();
    [&plain[..from], &table, &plain[to..]].concat()
}

#[test]
fn a_column_that_is_missing_with_its_header_moves_no_figure() {
    let plain = cells(&read(&support::report(PLAIN)));
    for (column, at) in ["natural_person", "enterprise", "research", "nonprofit", "legal_service", "other", "total"]
        .iter()
        .zip(LABEL_SQUARES..)
    {
        for squares_kept in [true, false] {
            let report = read(&without_column(at, squares_kept));
            for (was, is) in plain.iter().zip(cells(&report)) {
                let is_gone = is.address.starts_with("applications.") && is.address.ends_with(&format!(".{column}"));
                let expected = if is_gone { CellState::Missing } else { was.state };
                assert_eq!(is.state, expected, "without {column}: {}", is.address);
                assert!(is_gone || is.value == was.value, "without {column}: {}", is.address);
            }
        }
    }
}

/// The squares of table three's labels, before its first figure.
const LABEL_SQUARES: usize = 3;

#[test]
fn ends_of_labels_behind_the_figures_of_a_line_leave_no_row_blank() {
    let plain = support::report(PLAIN);
    let table = columns_apart(&plain, 7, |_| String::new());
    let label = "4.无正当理由大量反复申请\n0 0 0 0 0 0 0\n";
    let wrapped = "4.无正当理由大量反复申\n0 0 0 0 0 0 0 理 请\n";
    let known = right("a row a line", &plain, &table);
    assert_eq!(right("ends of labels behind the figures", &plain, &changed(&table, label, wrapped)), known);
}

#[test]
fn a_word_in_place_of_a_figure_is_no_figure_and_moves_none() {
    let plain = support::report(PLAIN);
    let before = cells(&read(&plain));
    let words = [
        (
            "\t\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n",
            "\t\t2.重复申请\t若干\t0\t0\t0\t0\t0\t1\n",
            "unprocessed_repeated.natural_person",
        ),
        (
            "\t\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n",
            "\t\t2.重复申请\t1\t0\t0\t不详\t0\t0\t1\n",
            "unprocessed_repeated.nonprofit",
        ),
        ("行政处罚\t17\t", "行政处罚\t若干\t", "penalties.decisions"),
    ];
    let from = plain.find("二、主动公开政府信息情况").expect("section two");
    let to = plain.find("五、存在").expect("section five");
    let set = |between: &str, text: &str| {
        let row =
            |line: &str| line.split('\t').filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(between) + "\n";
        let tables: String = text.lines().map(row).collect();
        tables
    };
    for (was, is, address) in words {
        let changed = changed(&plain, was, is);
        let end = to + changed.len() - plain.len();
        for between in ["\n", " "] {
            let text = [&changed[..from], &set(between, &changed[from..end]), &changed[end..]].concat();
            for (was, is) in before.iter().zip(cells(&read(&text))) {
                let is_word = is.address.ends_with(address);
                assert_eq!(is.state == CellState::Unreadable, is_word, "{address} between {between:?}: {}", is.address);
                assert!(is_word || is.value == was.value, "{address} between {between:?}: {}", is.address);
            }
        }
    }
}

#[test]
fn a_label_alone_at_the_end_of_a_table_is_its_row() {
    let plain = support::report(PLAIN);
    let row = plain.lines().find(|line| line.starts_with("行政事业性收费\t")).expect("the last row of table two");
    let report = read(&changed(&plain, row, "行政事业性收费"));
    let cell = report.tables.disclosure.cell("fees", "amount").expect("a row of the form");
    assert_eq!(cell.state, CellState::Ambiguous, "it is there, and its figure isn't known");
}

/// The tables of a report as a page of text has them: the cells of a row on a line, or each on its own.
fn on_a_page(report: &str, between: &str) -> String {
    let start = report.find("二、主动公开政府信息情况").expect("section two");
    let end = report.find("五、存在").expect("section five");
    let row = |line: &str| line.split('\t').filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(between) + "\n";
    [&report[..start], &report[start..end].lines().map(row).collect::<String>(), &report[end..]].concat()
}

#[test]
fn figures_that_a_page_has_cut_are_no_other_figures() {
    let plain = support::report(PLAIN);
    let wide = changed(&plain, "\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n", "\t2.重复申请\t19145\t0\t0\t0\t0\t0\t19145\n");
    let blank = changed(&plain, "\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n", "\t2.重复申请\t19145\t0\t\t\t0\t0\t19145\n");
    let sum = changed(&plain, "\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n", "\t2.重复申请\t9\t1\t1\t0\t2\t1\t14\n");
    let line = "2.重复申请 19145 0 0 0 0 0 19145\n";
    let short = "2.重复申请 19145 0 0 0 19145\n";
    let cuts = [
        ("the total's end below", &sum, "2.重复申请 9 1 1 0 2 1 14\n", "2.重复申请 9 1 1 0 2 1 1\n4\n"),
        ("both ends below, beside the label's", &wide, line, "2.重复 191 0 0 0 0 0 191\n申请 45 45\n"),
        ("ends beside the label's make the row look full", &blank, short, "2.重复 191 0 0 0 191\n申请 45 45\n"),
        ("ends between the figures", &blank, short, "2.重复申请 191 45 0 0 0 191 45\n（六）其 9 9 9 9 9 9 9 9\n"),
        ("a figure stuck to the next", &wide, line, "2.重复申请 191450 0 0 0 0 19145-45\n"),
        ("a figure stuck to a dash", &wide, line, "2.重复申请 ——19145 0 0 0 0 0 19145\n"),
        ("a full row's end below its label", &wide, line, "2.重复申请\n191\n45 0 0 0 0 0 191\n45\n"),
    ];
    for (name, report, from, to) in cuts {
        right(name, report, &changed(&on_a_page(report, " "), from, to));
    }
}

#[test]
fn a_row_whose_figures_stand_on_two_lines_of_its_label_is_read() {
    let plain = support::report(PLAIN);
    let page = on_a_page(&plain, " ");
    let all = right("a row a line", &plain, &page);
    let cut = changed(&page, "4.保护第三方合法权益 1 1 0 0 0 0 2\n", "4.保护第三方合 1 1 0 0\n法权益 0 0 2\n");
    assert_eq!(right("two lines", &plain, &cut), all);
}

#[test]
fn ends_of_labels_on_both_sides_of_the_figures_leave_no_row_blank() {
    let plain = support::report(PLAIN);
    let page = on_a_page(&plain, " ");
    let all = right("a row a line", &plain, &page);
    let line = "4.保护第三方合法权益 1 1 0 0 0 0 2\n";
    let wrapped = changed(&page, line, "4.保护第三方合法权\n予公开 1 1 0 0 0 0 2 益\n");
    assert_eq!(right("words on both sides", &plain, &wrapped), all);
    let stuck = changed(&page, line, "4.保护第三方合法权\n予公开 1 1 0 0 0 02 益\n");
    right("two figures stuck together", &plain, &stuck);
}

#[test]
fn pieces_of_labels_are_no_words_in_place_of_figures() {
    let plain = support::report(PLAIN);
    let from = "二、上年结转政府信息公开申请数量\t\t\t3\t1\t0\t0\t0\t0\t4\n";
    let blank = changed(&plain, from, "二、上年结转政府信息公开申请数量\t\t\t3\t1\t\t0\t0\t0\t4\n");
    let page = on_a_page(&blank, "\n");
    let vertical = "\n三、本年度办理结果\n";
    for pieces in ["\n度办理结\n果\n", "\n（三）\n", "\n予公开\n", "\n2.\n"] {
        right(pieces, &plain, &changed(&page, vertical, pieces));
    }
}

#[test]
fn numbers_of_columns_and_headers_in_pieces_are_no_figures() {
    let plain = support::report(PLAIN);
    let all = cells(&read(&plain)).len();
    let page = on_a_page(&plain, " ");
    let cases = "四、政府信息公开行政复议、行政诉讼情况\n";
    let numbers = (0..WIDEST_ROW).map(|number| number.to_string()).collect::<Vec<_>>().join(" ") + "\n";
    let numbered = changed(&page, cases, &format!("{cases}{numbers}"));
    assert_eq!(right("columns numbered", &plain, &numbered), all);
    let header = "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n";
    let upper = changed(&page, header, "结果 结果 其他 尚未 总 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总\n");
    let pieces = changed(
        &upper,
        "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n",
        "未经复议直接起诉 复议后起诉\n",
    );
    let lower = "维持 纠正 结果 审结 计 维持 纠正 结果 审结 计 维持 纠正 结果 审结 计\n3 1 0 1 5 ";
    assert_eq!(right("headers in pieces", &plain, &changed(&pieces, "3 1 0 1 5 ", lower)), all);
}

/// The rows of table three as Markdown.
fn in_bars(report: &str) -> String {
    let start = report.find("一、本年新收政府信息公开申请数量\t").expect("the first row");
    let end = report.find("四、政府信息公开行政复议").expect("the next heading");
    let row = |line: &str| format!("|{}|\n", line.replace('\t', "|"));
    let rows: String = report[start..end].lines().filter(|line| !line.is_empty()).map(row).collect();
    [&report[..start], "\n", &rows, "\n", &report[end..]].concat()
}

#[test]
fn a_label_that_a_converter_cuts_with_a_bar_moves_no_figure() {
    let plain = support::report(PLAIN);
    let blank = changed(&plain, "\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n", "\t2.重复申请\t1\t0\t0\t\t0\t0\t\n");
    let bars = in_bars(&blank);
    for label in ["2.重|复申请", "2.重复申|请"] {
        right(label, &blank, &changed(&bars, "2.重复申请", label));
    }
    for label in ["四、结转下年度继|续办理|", "四、结转下年|度继续办理|"] {
        right(label, &blank, &changed(&bars, "四、结转下年度继续办理||", label));
    }
}

#[test]
fn figures_that_a_converter_sets_in_cells_of_others_are_read_only_where_their_row_is_full() {
    let plain = support::report(PLAIN);
    let from = "\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n";
    let blank = changed(&plain, from, "\t2.重复申请\t1\t0\t\t0\t\t0\t1\n");
    let bars = in_bars(&blank);
    let moved = changed(&bars, "|2.重复申请|1|0||0||0|1|", "|2.重复申请|1|0|0||0||1|");
    let gathered = changed(&moved, "|3.要求提供公开出版物|0|0|0|0|0|0|0|", "|3.要求提供公开出版物|0 0|0|0||0|0|0|");
    let gathered = changed(&gathered, "|3.其他|1|0|0|0|0|0|1|", "|3.其他|1 0|0|0||0|0|1|");
    right("several figures in a cell", &blank, &gathered);
}

#[test]
fn figures_on_further_lines_of_a_row_are_the_ends_of_those_above() {
    let plain = support::report(PLAIN);
    let wide = changed(&plain, "\t2.重复申请\t1\t0\t0\t0\t0\t0\t1\n", "\t2.重复申请\t13\t0\t0\t0\t0\t0\t13\n");
    let rule = "+-+-+-+-+-+-+-+-+-+-+\n";
    let bars = in_bars(&wide).replace("|\n", &format!("|\n{rule}"));
    let cut = "|2.重复申请|1|0|0|0|0|0|1|\n||||3||||||3|\n";
    right("a row two lines high", &wide, &changed(&bars, "|2.重复申请|13|0|0|0|0|0|13|\n", cut));
}

#[test]
fn marks_between_the_rows_of_a_wiki_are_no_cells() {
    let plain = support::report(PLAIN);
    let start = plain.find("二、主动公开政府信息情况").expect("section two");
    let end = plain.find("五、存在").expect("section five");
    let row = |line: &str| format!("| {}\n|-\n", line.replace('\t', "\n| "));
    let table = |section: &str| {
        let (heading, table) = section.split_once("\n\n").expect("a heading before its table");
        format!("{heading}\n\n{{|\n{}|}}\n\n", table.trim_end().lines().map(row).collect::<String>())
    };
    let sections: String =
        plain[start..end].split_inclusive("\n\n").collect::<Vec<_>>().chunks(2).map(|s| table(&s.concat())).collect();
    let wiki = [&plain[..start], &sections, &plain[end..]].concat();
    assert_eq!(right("a wiki's table", &plain, &wiki), cells(&read(&plain)).len());
}

#[test]
fn a_page_that_sets_some_cells_on_one_line_and_others_each_on_its_own_is_read() {
    let plain = support::report(PLAIN);
    let page = on_a_page(&plain, "\n");
    let all = cells(&read(&plain)).len();
    assert_eq!(right("a cell a line", &plain, &page), all);
    let row = "\n4.保护第三方合法权益\n1\n1\n0\n0\n0\n0\n2\n";
    for set in [
        "\n4.保护第三方合法权益 1\n1\n0\n0\n0\n0 2\n",
        "\n4.保护第三方合法权益\n1 1\n0\n0\n0\n0 2\n",
        "\n4.保\n护\n第\n三\n方\n合法\n权\n益\n1\n1\n0\n0\n0\n0\n2\n",
        "\n4.保护“第三方\n”\n合法权益\n1\n1\n0\n0\n0\n0\n2\n",
    ] {
        assert_eq!(right(set, &plain, &changed(&page, row, set)), all, "{set}");
    }
}

#[test]
fn a_sign_in_words_apart_from_its_figure_moves_no_figure() {
    let plain = support::report("form-2019.txt");
    let licensing = plain.lines().find(|line| line.starts_with("行政许可\t")).expect("a row of table two");
    let figures: Vec<&str> = licensing.split('\t').collect();
    let together = changed(&plain, licensing, &format!("行政许可\t{}\t增5\t{}", figures[1], figures[3]));
    let page = on_a_page(&together, " ");
    let apart = changed(&page, "增5", "增 5");
    assert_eq!(right("增 5", &together, &apart), right("增5", &together, &page));
}

#[test]
fn the_end_of_a_label_that_looks_like_another_begins_no_second_table() {
    let plain = support::report(PLAIN);
    let page = on_a_page(&plain, " ");
    let all = right("a row a line", &plain, &page);
    let row = "4.无正当理由大量反复申请 0 0 0 0 0 0 0\n";
    let wrapped = changed(&page, row, "4.无正当理由大量反 理 0 0 0 0 0 0 0\n复申请\n");
    assert_eq!(right("复申请", &plain, &wrapped), all);
}

#[test]
fn a_label_that_goes_on_under_its_figures_is_told() {
    let plain = support::report(PLAIN);
    let page = on_a_page(&plain, " ");
    let all = right("a row a line", &plain, &page);
    let rows = "7.属于行政执法案卷 0 0 0 0 0 0 0\n8.属于行政查询事项 1 0 0 0 1 0 2\n";
    let cut = "7.属于 0 0 0 0 0 0 0\n行政执法\n案卷\n8.属于 1 0 0 0 1 0 2\n行政查询\n事项\n";
    assert_eq!(right("two labels", &plain, &changed(&page, rows, cut)), all);
}

/// How wide labels may be, in half-width characters.
const PAPER: usize = 90;

/// Table three as a program draws it that keeps the places of words, two rows without zeros.
fn aligned(report: &str) -> String {
    let start = report.find("一、本年新收政府信息公开申请数量\t").expect("the first row");
    let end = report.find("四、政府信息公开行政复议").expect("section four");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let (label, figures) = cells.split_at(LABEL_SQUARES.min(cells.len()));
        let is_short = line.contains("4.保护第三方合法权益") || line.contains("8.属于行政查询事项");
        let figure = |figure: &&str| format!("{:>5}", if is_short && *figure == "0" { "" } else { figure });
        let label = label.join(" ");
        let width: usize = label.chars().map(|character| if character < '⺀' { 1 } else { 2 }).sum();
        let room = " ".repeat(PAPER.saturating_sub(width));
        [&label, &room, &figures.iter().map(figure).collect::<String>(), "\n"].concat()
    };
    [&report[..start], &report[start..end].lines().map(row).collect::<String>(), &report[end..]].concat()
}

#[test]
fn figures_under_one_another_tell_their_columns_where_the_sums_agree() {
    let plain = support::report(PLAIN);
    let all = cells(&read(&plain)).len();
    let drawn = aligned(&plain);
    assert_eq!(right("each figure under its column", &plain, &drawn), all);
    let row = "8.属于行政查询事项";
    let line = drawn.lines().find(|line| line.contains(row)).expect("a row of the form");
    let squeezed = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let squeezed = changed(&drawn, line, &squeezed);
    assert!(right("one row under no columns", &plain, &squeezed) < all, "{row} may have its 1 in either column");
}
