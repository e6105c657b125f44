//! The model that all else speaks: what a report holds, and what is wrong with it.
//!
//! Plain data. A result has every row and column of its form in the form's order, whether or not the report has them, so
//! that a caller loops and never asks first.

use crate::text::{Positions, Span};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Defines a string union of TypeScript as a Rust enum, with the string of each member.
macro_rules! string_union {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.as_str() == text)
            }
        }
    };
}
pub(crate) use string_union;

string_union! {
    /// The language of messages.
    #[derive(Default)]
    Locale { #[default] Chinese = "zh-CN", English = "en" }
}

string_union! {
    /// How much a finding weighs: the report is wrong, a person must look, or it is worth tidying.
    Severity { Error = "error", Warning = "warning", Info = "info" }
}

string_union! {
    /// How a table arrived.
    Layout {
        Html = "html", Docx = "docx", Xlsx = "xlsx", Cells = "cells", Tsv = "tsv", Pipes = "pipes",
        PipesCollapsed = "pipes-collapsed", Lines = "lines", Spaced = "spaced",
    }
}

string_union! {
    /// One of the two official forms, named after the year of its notice.
    FormId { Form2019 = "2019", Form2021 = "2021" }
}

string_union! {
    /// The form that a report follows; `mixed` where tables follow different ones.
    ReportForm { Form2019 = "2019", Form2021 = "2021", Mixed = "mixed" }
}

string_union! {
    /// The six sections of the report.
    SectionId {
        Overview = "overview", Disclosure = "disclosure", Applications = "applications", Litigation = "litigation",
        Problems = "problems", Other = "other",
    }
}

string_union! {
    /// The three tables of the report.
    TableId { Disclosure = "disclosure", Applications = "applications", Litigation = "litigation" }
}

string_union! {
    /// What stands in a cell.
    CellState {
        Number = "number", Blank = "blank", Placeholder = "placeholder", Unreadable = "unreadable",
        /// Several placements of the row's figures remain: the cell is unknown.
        Ambiguous = "ambiguous",
        /// The row or the column isn't in the report.
        Missing = "missing",
    }
}

string_union! {
    /// How a cell came to its figure: it stands there, or no other placement of the row's figures is possible.
    Placed { Exact = "exact", Inferred = "inferred" }
}

/// A report as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Report {
    /// What spans index: the input itself, or the text drawn from HTML or a file.
    pub text: String,
    /// The official form that the tables follow; null where none of them tells.
    pub form: Option<ReportForm>,
    /// From the title, else the stated period, else the organ's own year in section 一.
    pub year: Option<i32>,
    /// As written; null where there is none.
    pub title: Option<String>,
    /// Who reports, from the title or the signature.
    pub organ: Option<String>,
    /// The date of the signature, ISO 8601.
    pub date: Option<String>,
    /// Those that were found, in their order.
    pub sections: Vec<Section>,
    /// Each with all rows and columns of its form, whether or not the report has them.
    pub tables: Tables,
}

/// The report's three tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Tables {
    pub disclosure: Table,
    pub applications: Table,
    pub litigation: Table,
}

impl Tables {
    pub fn all(&self) -> [&Table; 3] {
        [&self.disclosure, &self.applications, &self.litigation]
    }

    pub fn all_mut(&mut self) -> [&mut Table; 3] {
        [&mut self.disclosure, &mut self.applications, &mut self.litigation]
    }

    pub fn get(&self, id: TableId) -> &Table {
        self.all()[id as usize]
    }
}

/// A section that was found; `body` is what stands between its heading and the next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Section {
    pub id: SectionId,
    /// The ordinal as written: 一、 or 1. and the like.
    pub ordinal: Option<String>,
    /// The heading as written, without its ordinal.
    pub heading: Option<String>,
    /// Where the heading stands.
    pub span: Option<Span>,
    /// What stands between the heading and the next.
    pub body: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Table {
    pub id: TableId,
    /// The form whose rows and columns these are.
    pub form: FormId,
    /// Whether the report has the table.
    pub found: bool,
    /// How it arrived; null where it wasn't found.
    pub layout: Option<Layout>,
    /// From its first row to its last.
    pub span: Option<Span>,
    /// The rows of the form, in the form's order.
    pub rows: Vec<Row>,
    /// Rows that the form doesn't have, as they stand.
    pub extra_rows: Vec<Row>,
}

impl Table {
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    pub fn cell(&self, row: &str, column: &str) -> Option<&Cell> {
        self.row(row)?.cell(column)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Row {
    /// The same in every report, such as `received`.
    pub id: Cow<'static, str>,
    /// The official label.
    pub label: Cow<'static, str>,
    /// The label as it stands in the report.
    pub written: Option<String>,
    /// Where the label stands.
    pub span: Option<Span>,
    /// In the form's order.
    pub cells: Vec<Cell>,
    /// The row's figures that have no certain column, in their order.
    pub unplaced: Vec<Value>,
}

impl Row {
    pub fn cell(&self, column: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Cell {
    /// `table.row.column`, e.g. `applications.received.total`.
    pub address: Cow<'static, str>,
    /// The column's id, such as `total`.
    pub column: Cow<'static, str>,
    /// The cell's text as it stands.
    pub raw: Cow<'static, str>,
    /// In the column's own unit: counts in 件, amounts in 万元.
    #[serde(with = "number")]
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub value: Option<Decimal>,
    /// The unit written in the cell, or in its header for an amount.
    pub unit: Option<String>,
    /// What stands there.
    pub state: CellState,
    /// How it came to its figure; null where it has none.
    pub placed: Option<Placed>,
    /// The figure where it stands; a cell known only from what is absent has none.
    pub span: Option<Span>,
}

/// A figure that has no certain column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Value {
    /// As it stands.
    pub raw: String,
    #[serde(with = "number")]
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub value: Option<Decimal>,
    pub span: Span,
}

/// A figure or a word that a message is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Argument {
    Number(
        #[serde(with = "plain_number")]
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        Decimal,
    ),
    Text(String),
}

/// What a message is made from, by name, in the order of the names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, Argument>", into = "BTreeMap<String, Argument>")]
pub struct Arguments(Vec<(Cow<'static, str>, Argument)>);

impl Arguments {
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, argument)| argument)
    }

    /// Sets an argument in the place of one of the same name.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, argument: Argument) {
        let name = name.into();
        match self.0.binary_search_by(|(other, _)| other.cmp(&name)) {
            Ok(at) => self.0[at].1 = argument,
            Err(at) => self.0.insert(at, (name, argument)),
        }
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Argument)> {
        self.0.iter().map(|(name, argument)| (name.as_ref(), argument))
    }
}

impl From<BTreeMap<String, Argument>> for Arguments {
    fn from(arguments: BTreeMap<String, Argument>) -> Self {
        Self(arguments.into_iter().map(|(name, argument)| (name.into(), argument)).collect())
    }
}

impl From<Arguments> for BTreeMap<String, Argument> {
    fn from(arguments: Arguments) -> Self {
        arguments.0.into_iter().map(|(name, argument)| (name.into_owned(), argument)).collect()
    }
}

/// Something that is wrong, or that a person must look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// The rule's code, such as `A302`; never reused.
    pub code: String,
    /// The rule's name, such as `outcomes-do-not-add-up`.
    pub name: String,
    /// The rule's own, unless an option gave it another.
    pub severity: Severity,
    /// What the rule is about, such as `arithmetic`.
    pub family: String,
    /// One sentence that stands alone, made from `args`.
    pub message: String,
    /// What the message is made from.
    #[cfg_attr(feature = "typescript", ts(as = "BTreeMap<String, Argument>"))]
    pub args: Arguments,
    /// Null where it has no place, such as for what is missing.
    pub span: Option<Span>,
    /// Other places that it speaks of.
    pub related: Vec<Related>,
    /// Addresses of the cells concerned.
    pub cells: Vec<String>,
    /// The value that must stand there, where one is known.
    #[serde(with = "number")]
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub expected: Option<Decimal>,
    /// The value that stands there.
    #[serde(with = "number")]
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub actual: Option<Decimal>,
    /// The edits that mend it, where they are certain.
    pub fix: Option<Fix>,
    /// In a roll-up, which of the children; else null.
    pub source: Option<u32>,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Related {
    pub span: Span,
    pub message: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Fix {
    /// What is done.
    pub message: String,
    pub edits: Vec<Edit>,
}

/// Puts `text` in the place of `was`, which stands at `span`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Edit {
    pub span: Span,
    pub was: String,
    pub text: String,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Counts {
    pub error: u32,
    pub warning: u32,
    pub info: u32,
}

/// A report with its findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CheckResult {
    /// Counts breaking changes of this shape.
    #[cfg_attr(feature = "typescript", ts(type = "1"))]
    pub schema: u32,
    pub report: Report,
    /// In the order of the text, those without a place first.
    pub findings: Vec<Finding>,
    /// How many findings there are of each severity.
    pub counts: Counts,
    /// False: not wholly checked, never to be shown as clean.
    pub complete: bool,
}

/// Many reports held together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RollUp {
    /// The sums over the subordinate reports; its text is empty.
    pub report: Report,
    pub findings: Vec<Finding>,
    /// Organs that should have reported and have no report.
    pub missing: Vec<String>,
}

impl CheckResult {
    /// Changes every place from bytes to UTF-16 code units with line and column: the last step before JavaScript.
    pub fn into_utf16(mut self) -> Self {
        let text = std::mem::take(&mut self.report.text);
        let positions = Positions::new(&text);
        self.report.translate(&positions);
        for finding in &mut self.findings {
            finding.translate(&positions);
        }
        self.report.text = text;
        self
    }
}

impl RollUp {
    /// As [`CheckResult::into_utf16`]; `parent` and `children` are the reports that the findings' places are in.
    pub fn into_utf16(mut self, parent: Option<&Report>, children: &[Report]) -> Self {
        let of_parent = Positions::new(parent.map_or("", |parent| &parent.text));
        let of_children: Vec<Positions> = children.iter().map(|child| Positions::new(&child.text)).collect();
        for finding in &mut self.findings {
            finding.translate(finding.source.map_or(&of_parent, |child| &of_children[child as usize]));
        }
        self
    }
}

impl Report {
    /// As [`CheckResult::into_utf16`].
    pub fn into_utf16(mut self) -> Self {
        let text = std::mem::take(&mut self.text);
        self.translate(&Positions::new(&text));
        self.text = text;
        self
    }

    /// The way back: a report that JavaScript gives, with its places in bytes again.
    pub fn from_utf16(mut self) -> Self {
        let text = std::mem::take(&mut self.text);
        let positions = Positions::new(&text);
        self.each_span(|span| positions.restore(span));
        self.text = text;
        self
    }

    fn translate(&mut self, positions: &Positions) {
        self.each_span(|span| positions.translate(span));
    }

    fn each_span(&mut self, mut change: impl FnMut(&mut Span)) {
        for section in &mut self.sections {
            section.span.iter_mut().chain([&mut section.body]).for_each(&mut change);
        }
        for table in self.tables.all_mut() {
            table.span.iter_mut().for_each(&mut change);
            for row in table.rows.iter_mut().chain(&mut table.extra_rows) {
                let cells = row.cells.iter_mut().filter_map(|cell| cell.span.as_mut());
                let unplaced = row.unplaced.iter_mut().map(|value| &mut value.span);
                row.span.iter_mut().chain(cells).chain(unplaced).for_each(&mut change);
            }
        }
    }
}

impl Finding {
    /// As [`CheckResult::into_utf16`], for a finding on the text of `positions`.
    pub fn translate(&mut self, positions: &Positions) {
        let related = self.related.iter_mut().map(|related| &mut related.span);
        let edits = self.fix.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.span);
        self.span.iter_mut().chain(related).chain(edits).for_each(|span| positions.translate(span));
    }
}

/// The most decimals that a figure has outside.
const DECIMALS: u32 = 6;

/// A figure as JavaScript's number: the nearest to the exact decimal.
pub fn to_f64(value: Decimal) -> f64 {
    // Most are whole, and need no division.
    if let (0, Ok(whole)) = (value.scale(), i64::try_from(value.mantissa())) {
        return whole as f64;
    }
    let value = value.round_dp(DECIMALS).normalize();
    value.mantissa() as f64 / 10f64.powi(value.scale() as i32)
}

/// The sum of two figures; none beyond what can be counted. Kept in one place: it is 2 kB of the engine wherever it stands.
#[inline(never)]
pub fn add(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_add(other)
}

/// JavaScript's number as a figure, at most 6 decimals.
pub fn from_f64(value: f64) -> Option<Decimal> {
    let scaled = (value * 1e6).round();
    (scaled.abs() < 9e18).then(|| Decimal::new(scaled as i64, DECIMALS).normalize())
}

mod plain_number {
    use super::*;
    use serde::{Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(to_f64(*value))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        from_f64(f64::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("a figure out of range"))
    }
}

mod number {
    use super::*;
    use serde::{Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(to_f64).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        let value = Option::<f64>::deserialize(deserializer)?;
        value.map(|value| from_f64(value).ok_or_else(|| D::Error::custom("a figure out of range"))).transpose()
    }
}
