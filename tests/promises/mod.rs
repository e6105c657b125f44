//! Promises that hold for any input, and inputs to try them on.

#![allow(dead_code, reason = "each test and each fuzz target uses its own part")]

pub mod hold;
pub mod scramble;

/// Reports to be pulled about: both forms, in two layouts.
pub const REPORTS: [&str; 5] = [
    include_str!("../reports/form-2019.txt"),
    include_str!("../reports/form-2021.txt"),
    include_str!("../reports/form-2019-cells.txt"),
    include_str!("../reports/form-2021-cells.txt"),
    include_str!("../../benches/report.txt"),
];

/// One of the reports, pulled about as the bytes say.
pub fn report(bytes: &[u8]) -> String {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    scramble::scramble(REPORTS[usize::from(*first) % REPORTS.len()], rest)
}

/// A report of tabs as the tables of HTML, other lines as its paragraphs.
pub fn html(report: &str) -> String {
    let line = |line: &str| match line.contains('\t') {
        true => format!("<table><tr><td>{}</td></tr></table>", line.replace('\t', "</td><td>")),
        false => format!("<p>{line}</p>"),
    };
    report.lines().map(line).collect::<String>().replace("</table><table>", "")
}

/// The body of a document in Word's markup, likewise.
pub fn document(report: &str) -> String {
    let plain = report.replace(['<', '>', '&', '\0'], "");
    let paragraph = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>");
    let line = |line: &str| match line.contains('\t') {
        true => {
            let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
            format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", line.split('\t').map(cell).collect::<String>())
        }
        false => paragraph(line),
    };
    plain.lines().map(line).collect::<String>().replace("</w:tbl><w:tbl>", "")
}

/// The rows of a sheet in Excel's markup, likewise.
pub fn sheet(report: &str) -> String {
    let plain = report.replace(['<', '>', '&', '\0'], "");
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |line: &str| format!("<row>{}</row>", line.split('\t').map(cell).collect::<String>());
    format!("<sheetData>{}</sheetData>", plain.lines().map(row).collect::<String>())
}
