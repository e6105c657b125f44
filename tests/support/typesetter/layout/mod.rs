//! Sets a report in every layout and file format that it may arrive in: one file a family of layouts.

mod cells;
mod html;
mod lines;
mod office;
mod pipes;
mod spaced;
mod tsv;

use super::sample::{Block, Sample, Table};
use super::writing::BLANKS;
use fastrand::Rng;

/// A report as it arrives.
#[derive(Clone, Debug)]
pub enum Set {
    Text(String),
    File(Vec<u8>),
}

/// A way to set a report.
pub struct Setting {
    pub name: &'static str,
    pub set: fn(&mut Rng, &Sample) -> Set,
    pub at_least: Right,
}

/// The share of reports in text drawn from PDF that leave cells blank. The reports at hand that came so have a figure in
/// every cell, and those that follow the form in force, however they came, in all but one of some six hundred: one in ten
/// is more than was seen, and fewer than among reports that came as web pages and files.
const BLANKS_IN_PDF: f64 = 0.1;

impl Setting {
    pub fn is_drawn_from_pdf(&self) -> bool {
        self.name.starts_with("spaced")
    }

    /// The share of reports that leave cells blank.
    pub fn blanks(&self) -> f64 {
        if self.is_drawn_from_pdf() { BLANKS_IN_PDF } else { BLANKS }
    }
}

/// What is asked of the reading of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Nothing is lost in it: every cell is read.
    All,
    /// This share, in per cent, of the cells of reports without a blank.
    OfFull(u32),
    /// What it has lost may stay unknown.
    Any,
}

pub const SETTINGS: &[Setting] = &[
    Setting { name: "html", set: html::page, at_least: Right::All },
    Setting { name: "html, header again", set: html::pages, at_least: Right::All },
    Setting { name: "docx", set: office::docx, at_least: Right::All },
    Setting { name: "xlsx", set: office::xlsx, at_least: Right::All },
    Setting { name: "cells", set: cells::cells, at_least: Right::All },
    Setting { name: "tsv, spreadsheet", set: tsv::spreadsheet, at_least: Right::All },
    Setting { name: "tsv, header again", set: tsv::pages, at_least: Right::All },
    Setting { name: "tsv, browser", set: tsv::browser, at_least: Right::All },
    Setting { name: "tsv, paragraphs", set: tsv::paragraphs, at_least: Right::All },
    Setting { name: "tsv, merged cells again", set: tsv::written_again, at_least: Right::All },
    Setting { name: "pipes", set: pipes::framed, at_least: Right::All },
    Setting { name: "pipes, no frame", set: pipes::open, at_least: Right::OfFull(100) },
    Setting { name: "pipes, Markdown", set: pipes::markdown, at_least: Right::All },
    Setting { name: "pipes, bars between", set: pipes::between, at_least: Right::OfFull(100) },
    Setting { name: "pipes-collapsed", set: pipes::collapsed, at_least: Right::Any },
    Setting { name: "lines, blanks kept", set: lines::kept, at_least: Right::All },
    Setting { name: "lines, bars, blanks kept", set: lines::bars_kept, at_least: Right::All },
    Setting { name: "lines, bars, filled", set: lines::bars_filled, at_least: Right::OfFull(100) },
    Setting { name: "lines, blanks dropped", set: lines::dropped, at_least: Right::OfFull(97) },
    Setting { name: "lines, merged cells again", set: lines::written_again, at_least: Right::OfFull(97) },
    Setting { name: "lines, bars, dropped", set: lines::bars_dropped, at_least: Right::OfFull(97) },
    Setting { name: "spaced, a row a line", set: spaced::rows, at_least: Right::OfFull(97) },
    Setting { name: "spaced, aligned", set: spaced::aligned, at_least: Right::OfFull(97) },
    Setting { name: "spaced, a figure a line", set: spaced::figures, at_least: Right::OfFull(97) },
];

/// The report as text: a paragraph a line, and each table as `table` sets it.
fn text(rng: &mut Rng, sample: &Sample, mut table: impl FnMut(&mut Rng, &Table) -> String) -> Set {
    let gap = if rng.bool() { "\n\n" } else { "\n" };
    let indent = if rng.u32(0..5) == 0 { "　　" } else { "" };
    let mut text = String::new();
    for block in &sample.blocks {
        match block {
            Block::Title(line) => text += line,
            Block::Heading(line) | Block::Paragraph(line) => text += &format!("{indent}{line}"),
            Block::Table(each) => {
                // Further line breaks at its end may stand for blank cells.
                let set = table(rng, each);
                text += set.strip_suffix('\n').unwrap_or(&set);
            }
        }
        text += gap;
    }
    Set::Text(text)
}

/// Draws one of the values.
fn one_of<T: Copy>(rng: &mut Rng, values: &[T]) -> T {
    values[rng.usize(0..values.len())]
}
