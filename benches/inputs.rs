//! What is measured on: a report of 8 kB as a clerk writes it, and texts of any length of each kind that may slow a reader down.

/// A report of form 2021, its tables in tabs.
pub const REPORT: &str = include_str!("report.txt");

/// What makes a report of any text, so that the rules look at it.
const HEAD: &str = "云溪市2023年政府信息公开工作年度报告\n一、总体情况\n";

/// A kind of text, and a piece of it to be repeated.
pub struct Kind {
    pub name: &'static str,
    pub piece: String,
}

/// Reports in each layout, and prose of what the rules look for.
pub fn kinds() -> Vec<Kind> {
    let tabs: Vec<&str> = REPORT.lines().collect();
    let cells = |separator: &str, end: &str| -> String {
        tabs.iter().map(|line| format!("{}{end}", line.replace('\t', separator))).collect()
    };
    let html: String = tabs
        .iter()
        .map(|line| match line.contains('\t') {
            true => format!("<table><tr><td>{}</td></tr></table>", line.replace('\t', "</td><td>")),
            false => format!("<p>{line}</p>\n"),
        })
        .collect();
    let kind = |name, piece: &str| Kind { name, piece: piece.to_owned() };
    vec![
        kind("tsv", REPORT),
        kind("cells", &cells("\n\t", "\n\n")),
        kind("pipes", &cells(" | ", " |\n")),
        kind("lines", &cells("\n", "\n")),
        kind("spaced", &cells(" ", "\n")),
        kind("html", &html.replace("</table><table>", "")),
        kind(
            "prose of figures",
            "全年收到申请40件，办结42件，其中予以公开19件、部分公开6件，占45.2%，较上年增长3.1%。",
        ),
        kind("prose without a stop", "收到政府信息公开申请40件，其中12件、3件，"),
        kind("brackets", "（（（其中（"),
        kind("doubled words", "资金资金，"),
        kind("denials", "没有收到公开申请，依申请公开均已办结，"),
        kind("telephone numbers", "电话13800000000，"),
        kind("closed brackets", "（一）（二）（））"),
        kind("labels nearly right", "4.无正当理由由大量反复申请\n2.其他法律法规禁止公开\n3.要求提供公开出版\n"),
        kind("one line", "0123456789 "),
        kind("digits", "1"),
        kind("empty lines", "\n"),
        kind("tabs", "\t"),
        kind("bars", "|"),
        kind("headings", "二、主动公开政府信息情况\n"),
        kind("tags", "<table><tr><td>"),
        kind("angle brackets", "<p <"),
    ]
}

impl Kind {
    /// At least so many bytes of it.
    pub fn text(&self, bytes: usize) -> String {
        HEAD.to_owned() + &self.piece.repeat(bytes.div_ceil(self.piece.len()))
    }
}
