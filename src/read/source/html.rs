//! HTML → paragraphs and tables: a page, or a fragment from the clipboard of Word, WPS or a browser.
//!
//! Told by a `<table`, `<p`, `<div` or `<html` tag. What a reader of the page doesn't see is left out: scripts, styles,
//! navigation, hidden elements, deletions that Word tracked.

mod build;
mod names;
#[cfg(test)]
mod reference;
mod references;
mod tokens;
mod tree;

use super::draw::{Block, Cell, Table, draw};
use super::limits;
use crate::options::Error;
use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memchr3};
use names::{Name, Tag, UNSEEN};
use references::decode_value;
use std::borrow::Cow;
use tokens::{Attributes, is_tag};
use tree::{Element, Kind, NodeId, ROOT, Tree};

/// Whether a text is HTML.
pub fn is_html(text: &str) -> bool {
    first_tag(text, &["table", "p", "div", "html", "span"]).is_some()
}

/// The page drawn as text: its paragraphs and tables in their order.
pub fn read(text: &str) -> Result<String, Error> {
    draw(&blocks(&build::build(&with_table(&normalized(text)))?)?)
}

fn blocks<'t>(tree: &'t Tree) -> Result<Vec<Block<'t>>, Error> {
    let mut reader = Reader { tree, blocks: Vec::new(), line: Cow::default() };
    reader.node(ROOT, 0)?;
    reader.end_line();
    Ok(reader.blocks)
}

/// The markup with line ends of one kind, and without the characters that browsers pass over.
fn normalized(text: &str) -> Cow<'_, str> {
    match memchr2(b'\r', 0, text.as_bytes()) {
        Some(_) => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")),
        None => Cow::Borrowed(text),
    }
}

/// The markup, in which rows copied without their table are in one: else they would lose their cells.
fn with_table(text: &str) -> Cow<'_, str> {
    // The clipboard of Windows puts lines such as "StartHTML:0000000105" before the markup.
    let start = if text.starts_with("Version:") { text.find('<').unwrap_or(0) } else { 0 };
    let text = &text[start..];
    match first_tag(text, &["table", "tr", "td", "th"]) {
        Some((place, "tr" | "td" | "th")) => Cow::Owned(format!("{}<table>{}", &text[..place], &text[place..])),
        _ => Cow::Borrowed(text),
    }
}

/// Where the first start tag of one of these names begins, and which.
fn first_tag<'n>(text: &str, names: &[&'n str]) -> Option<(usize, &'n str)> {
    let name_at = |place: usize| names.iter().copied().find(|name| is_tag(&text[place + 1..], name));
    memchr_iter(b'<', text.as_bytes()).find_map(|place| Some((place, name_at(place)?)))
}

struct Reader<'a> {
    tree: &'a Tree<'a>,
    blocks: Vec<Block<'a>>,
    /// The paragraph being read.
    line: Cow<'a, str>,
}

impl<'a> Reader<'a> {
    fn node(&mut self, node: NodeId, depth: usize) -> Result<(), Error> {
        limits::hold(depth, limits::HTML_DEPTH, "网页元素的嵌套层数", "HTML elements inside one another")?;
        let element = match self.tree.kind(node) {
            Kind::Text(text) => {
                self.text(text);
                return Ok(());
            }
            Kind::Element(element) => element,
        };
        match element.name.tag {
            _ if element.is_hidden => {}
            Tag::Br => self.line.to_mut().push('\n'),
            Tag::Table => self.table(node, depth)?,
            _ if element.name.is_inline() => self.children(node, depth)?,
            _ => {
                self.end_line();
                self.children(node, depth)?;
                self.end_line();
            }
        }
        Ok(())
    }

    fn children(&mut self, node: NodeId, depth: usize) -> Result<(), Error> {
        self.tree.children(node).try_for_each(|child| self.node(child, depth + 1))
    }

    /// Line ends of the source are spaces, as in a browser; but where HTML stands in Markdown, an empty line ends a
    /// paragraph, and a row between bars is a line of its own.
    fn text(&mut self, text: &'a str) {
        if self.line.is_empty() && memchr(b'\n', text.as_bytes()).is_none() {
            self.line = Cow::Borrowed(text);
            return;
        }
        let mut after_gap = false;
        for (at, line) in text.split('\n').enumerate() {
            let is_empty = is_blank(line);
            if at > 0 && (is_row(&self.line) || (!is_empty && (after_gap || line.trim_start().starts_with('|')))) {
                self.end_line();
            } else if at > 0 {
                self.line.to_mut().push(' ');
            }
            self.line += line;
            after_gap = is_empty && at > 0 && (after_gap || !is_blank(&self.line));
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !is_blank(&line) {
            self.blocks.push(Block::Paragraph(line));
        }
    }

    fn table(&mut self, node: NodeId, depth: usize) -> Result<(), Error> {
        self.end_line();
        let tree = self.tree;
        let mut placing = Placing::default();
        for part in tree.children(node) {
            match shown_tag(tree, part) {
                Some(Tag::Tr) => self.row(part, depth + 1, &mut placing)?,
                Some(Tag::Thead | Tag::Tbody | Tag::Tfoot) => {
                    placing.end_group();
                    for row in tree.children(part).filter(|row| shown_tag(tree, *row) == Some(Tag::Tr)) {
                        self.row(row, depth + 2, &mut placing)?;
                    }
                    placing.end_group();
                }
                _ => self.node(part, depth + 1)?,
            }
        }
        self.end_line();
        self.blocks.push(Block::Table(placing.table()));
        Ok(())
    }

    fn row(&mut self, node: NodeId, depth: usize, placing: &mut Placing<'a>) -> Result<(), Error> {
        placing.begin_row()?;
        for child in self.tree.children(node) {
            let is_cell = |element: &&Element| matches!(element.name.tag, Tag::Td | Tag::Th) && !element.is_hidden;
            let Some(element) = self.tree.element(child).filter(is_cell) else { continue };
            // Most cells hold one paragraph.
            let outside = std::mem::replace(&mut self.blocks, Vec::with_capacity(1));
            self.children(child, depth + 1)?;
            self.end_line();
            let blocks = std::mem::replace(&mut self.blocks, outside);
            placing.cell(element.colspan, element.rowspan, blocks)?;
        }
        placing.end_row();
        Ok(())
    }
}

fn is_blank(line: &str) -> bool {
    line.chars().all(char::is_whitespace)
}

/// Whether a line is a row of Markdown.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 1 && line.starts_with('|') && line.ends_with('|')
}

/// The name of an element that is shown.
fn shown_tag(tree: &Tree, node: NodeId) -> Option<Tag> {
    tree.element(node).filter(|element| !element.is_hidden).map(|element| element.name.tag)
}

/// Whether a reader of the page doesn't see an element.
fn is_hidden(name: Name, attributes: &Attributes) -> bool {
    name.is(UNSEEN)
        || attributes.hidden.is_some()
        || (name.tag == Tag::Tr && attributes.height.map(decode_value).as_deref() == Some("0"))
        || attributes.style.is_some_and(|style| may_hide(style) && is_hidden_by_style(&decode_value(style)))
}

/// A look before the close one: of what hides, two have a y, and one has `hide`.
fn may_hide(style: &str) -> bool {
    let bytes = style.as_bytes();
    let is_hide = |at: usize| bytes[at..].get(..4).is_some_and(|word| word.eq_ignore_ascii_case(b"hide"));
    memchr3(b'y', b'Y', b'&', bytes).is_some() || memchr2_iter(b'h', b'H', bytes).any(is_hide)
}

fn is_hidden_by_style(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let is = |wanted: (&str, &str)| {
            name.trim().eq_ignore_ascii_case(wanted.0)
                && value.split_whitespace().next().is_some_and(|value| value.eq_ignore_ascii_case(wanted.1))
        };
        is(("display", "none")) || is(("visibility", "hidden")) || is(("mso-hide", "all"))
    })
}

/// Puts cells in their columns, as browsers do: each in the first place that no cell from above covers.
#[derive(Default)]
struct Placing<'a> {
    rows: Vec<Vec<Cell<'a>>>,
    /// For each column, how many rows a cell covers it for, the row being read among them.
    covered: Vec<usize>,
    column: usize,
    /// Columns that the table claims, which a colspan may put beyond any that exist.
    width: usize,
}

impl<'a> Placing<'a> {
    fn begin_row(&mut self) -> Result<(), Error> {
        limits::hold(self.rows.len() + 1, limits::TABLE_ROWS, "表格的行数", "rows in a table")?;
        self.rows.push(Vec::new());
        self.column = 0;
        Ok(())
    }

    /// A rowspan of 0 goes to the end of the group of rows.
    fn cell(&mut self, colspan: usize, rowspan: usize, blocks: Vec<Block<'a>>) -> Result<(), Error> {
        while self.covered.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        limits::hold(self.column + 1, limits::TABLE_COLUMNS, "表格的列数", "columns in a table")?;
        if let Some(row) = self.rows.last_mut() {
            row.push(Cell { column: self.column, blocks });
        }
        // One past the limit tells that a span is over it.
        let end = self.column.saturating_add(colspan.max(1)).min(limits::TABLE_COLUMNS + 1);
        let rows = if rowspan == 0 { usize::MAX } else { rowspan };
        if self.covered.len() < end {
            self.covered.resize(end, 0);
        }
        self.covered[self.column..end].iter_mut().for_each(|covered| *covered = (*covered).max(rows));
        self.column = end;
        self.width = self.width.max(end);
        Ok(())
    }

    fn end_row(&mut self) {
        self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    fn end_group(&mut self) {
        self.covered.clear();
    }

    /// A span beyond any sensible width ends where the last cell stands.
    fn table(self) -> Table<'a> {
        let last = self.rows.iter().flatten().map(|cell| cell.column + 1).max().unwrap_or(0);
        let width = if self.width > limits::TABLE_COLUMNS { last } else { self.width };
        Table { width, rows: self.rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::ErrorCode;

    fn drawn(html: &str) -> String {
        read(html).unwrap()
    }

    #[test]
    fn html_is_told_by_its_tags() {
        for html in ["<P>文", "前言<div class='a'>文</div>", "<html>", "文<table\n>", "<p/>"] {
            assert!(is_html(html), "{html}");
        }
        for text in ["规章 | 0 | 1", "a<b 且 p>q", "<pre>", "<b>粗</b>", "", "<"] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn spans_cover_places_of_the_grid() {
        let html = "<table><tr><td colspan=2 rowspan=2>角<td colspan=2>申请人情况<tr><td>自然人<td>总计\
                    <tr><td rowspan='2'>办理<td>公开<td>1<td>&nbsp;<tr><td>不公开<td><td>3</table>";
        assert_eq!(drawn(html), "角\t\t申请人情况\t\n\t\t自然人\t总计\n办理\t公开\t1\t\u{a0}\n\t不公开\t\u{a0}\t3\n");
    }

    #[test]
    fn a_span_to_the_end_stops_with_its_group_of_rows() {
        let html = "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</tbody></table>";
        assert_eq!(drawn(html), "甲\t1\n\t2\n乙\t3\n");
    }

    #[test]
    fn a_span_of_a_million_ends_with_the_table() {
        let html = "<table><tr><td colspan=1000000>规章<tr><td>甲<td>1<td rowspan=99999999999999999999>2</table>";
        assert_eq!(drawn(html), "规章\t\t\n甲\t1\t2\n");
    }

    #[test]
    fn words_split_over_spans_are_one_word() {
        let html = "<p><span>一、总</span><font><b>体</b></font><o:p></o:p><span>情\n况</span></p><p>&nbsp;</p>\
                    <table><tr><td><p>本年新<br>制作</p><p>数<span>量</span></p><td>1<span>2</span></table>";
        assert_eq!(drawn(html), "一、总体情 况\n本年新 制作 数量\t12\n");
    }

    #[test]
    fn what_a_reader_does_not_see_is_left_out() {
        let html = "<html><head><title>网站</title><style>p{}</style></head><body><nav><a>首页</a></nav>\
                    <script>var p = '<p>脚本</p>';</script><p hidden>藏</p><p style='Display : NONE'>藏</p>\
                    <p>正文<span style='mso-hide:all'>藏</span><del>旧</del><ins>新</ins></p><!-- 注 -->\
                    <!--[if gte mso 9]><xml><p>设置</p></xml><![endif]--><template><p>模板</p></template></body></html>";
        assert_eq!(drawn(html), "正文新\n");
    }

    #[test]
    fn a_fragment_from_the_clipboard_is_read() {
        let html = "Version:1.0\r\nStartHTML:0000000105\r\n<html><body><!--StartFragment--><tr><td>规章<td>2</tr>\
                    <!--EndFragment--></body></html>";
        assert_eq!(drawn(html), "规章\t2\n");
        assert_eq!(drawn("<p>表</p><td>规章</td><td>2</td>"), "表\n规章\t2\n");
    }

    #[test]
    fn text_between_the_cells_stands_before_the_table() {
        assert_eq!(drawn("<table><caption>附表</caption>散文<tr><td>甲<td>1</table>后"), "散文\n附表\n甲\t1\n后\n");
    }

    #[test]
    fn very_deep_wide_or_long_html_is_refused_with_the_limit() {
        for (tag, limit) in [("<div>", "500"), ("<b>", "500"), ("<table><tr><td>", "500"), ("<ul><li><p>", "500")] {
            let error = read(&tag.repeat(100_000)).unwrap_err();
            assert_eq!(error.code, ErrorCode::TooLarge);
            assert!(error.english.contains(limit), "{tag}: {}", error.english);
        }
        let wide = format!("<table><tr>{}</table>", "<td>1".repeat(101));
        assert!(read(&wide).unwrap_err().chinese.contains("列数超过上限 100"));
        let long = format!("<table>{}</table>", "<tr><td>1<td>2".repeat(10_001));
        assert!(read(&long).unwrap_err().chinese.contains("行数超过上限 10000"));
    }
}
