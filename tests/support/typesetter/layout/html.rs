//! A page or a fragment of one, merged cells and all.

use super::super::chance;
use super::super::sample::{Block, Piece, Role, Sample, Table};
use super::{Set, one_of};
use fastrand::Rng;

/// How an editor writes its HTML.
struct Editor {
    /// What stands for a blank cell.
    blank: &'static str,
    /// Each text stands in a paragraph, and that in another or not.
    paragraph: (&'static str, &'static str),
    /// Words are split over elements.
    split: bool,
    cell: &'static str,
}

pub fn page(rng: &mut Rng, sample: &Sample) -> Set {
    let editor = Editor {
        blank: one_of(rng, &["", "&nbsp;", "<p>&nbsp;</p>", "<p></p>", "<br>"]),
        paragraph: one_of(
            rng,
            &[
                ("", ""),
                ("<p>", "</p>"),
                ("<p class=MsoNormal><span lang=EN-US>", "<o:p></o:p></span></p>"),
                ("<div><p style='text-align:center'>", "</p></div>"),
            ],
        ),
        split: chance(rng, 0.4),
        cell: one_of(rng, &["td", "td", "th"]),
    };
    let body: String = sample.blocks.iter().map(|block| editor.block(rng, block)).collect();
    let html = match rng.u32(0..3) {
        0 => body,
        1 => format!("<html><head><meta charset=\"utf-8\"></head><body>{body}</body></html>"),
        _ => format!("{CHROME}<div id=\"content\">{body}</div>{FOOT}"),
    };
    Set::Text(html)
}

/// Table three is begun again on a second page, and a figure is split.
pub fn pages(rng: &mut Rng, sample: &Sample) -> Set {
    let sample = sample.over_two_pages(rng);
    page(rng, &sample)
}

/// What a site puts before an article: a menu, and a table about the document.
const CHROME: &str = "<!DOCTYPE html><html><head><title>信息公开</title><style>td{padding:0}</style></head><body>\
    <div class=nav><ul><li><a href=#>首页</a></li><li><a href=#>政务公开</a></li></ul></div>\
    <table class=meta><tr><td>索引号</td><td>0143-2/2024-00018</td><td>分类</td><td>其他</td></tr>\
    <tr><td>发布机构</td><td>办公室</td><td>生成日期</td><td>2024-01-20</td></tr></table>";

/// What a site puts after it.
const FOOT: &str = "<div class=foot><p>网站标识码 0000000000</p><script>var total = 12;</script></div></body></html>";

impl Editor {
    fn block(&self, rng: &mut Rng, block: &Block) -> String {
        match block {
            Block::Title(line) => format!("<h1>{line}</h1>\n"),
            Block::Heading(line) => format!("<p><strong>{}</strong></p>\n", self.words(rng, line)),
            Block::Paragraph(line) => format!("<p>&emsp;&emsp;{line}</p>\n"),
            Block::Table(table) => self.table(rng, table),
        }
    }

    fn table(&self, rng: &mut Rng, table: &Table) -> String {
        let mut html = String::from("<table border=1><tbody>\n");
        for row in &table.rows {
            let cells: String = row.iter().map(|piece| self.cell(rng, piece)).collect();
            html += &format!("<tr>{cells}</tr>\n");
        }
        html + "</tbody></table>\n"
    }

    fn cell(&self, rng: &mut Rng, piece: &Piece) -> String {
        let span = |name: &str, count: usize| if count > 1 { format!(" {name}=\"{count}\"") } else { String::new() };
        let tag = if piece.role == Role::Figure { "td" } else { self.cell };
        let content = match piece.is_blank() {
            true => self.blank.to_owned(),
            false => {
                let words = self.words(rng, &piece.text).replace('\n', "<br>");
                format!("{}{words}{}", self.paragraph.0, self.paragraph.1)
            }
        };
        let (down, across) = (span("rowspan", piece.rowspan), span("colspan", piece.colspan));
        format!("<{tag}{down}{across}>{content}</{tag}>")
    }

    /// The words, split over spans or not.
    fn words(&self, rng: &mut Rng, text: &str) -> String {
        let length = text.chars().count();
        if !self.split || length < 2 {
            return text.to_owned();
        }
        let at = rng.usize(1..length);
        let (head, tail): (String, String) = (text.chars().take(at).collect(), text.chars().skip(at).collect());
        format!("<span style=\"font-size:16px\">{head}</span><span><font face=\"宋体\">{tail}</font></span>")
    }
}
