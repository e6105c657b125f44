//! How a report writes its figures: what stands for nothing, and how digits, signs and amounts are written.

use super::chance;
use super::figures::{self, Values};
use fastrand::Rng;
use gouji::form::{self, Measure};
use gouji::report::{FormId, TableId};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What a reader must find in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    Figure(Decimal),
    Blank,
    Placeholder,
}

/// A cell as it is written.
#[derive(Clone, Debug)]
pub struct Written {
    pub text: String,
    pub truth: Truth,
}

/// The cells of a report, by address.
#[derive(Clone, Debug)]
pub struct Figures {
    pub cells: BTreeMap<String, Written>,
    /// Whether every sum whose total is written holds, a blank taken as 0.
    pub sums_hold: bool,
    /// Whether a cell is left blank.
    pub has_blanks: bool,
}

impl Figures {
    /// Figures written in the ways that organs have; `blanks` is the share of the reports that leave cells blank.
    pub fn draw(rng: &mut Rng, form: FormId, values: &Values, blanks: f64) -> Self {
        let (habit, digits) = (habit(rng, blanks), digits(rng));
        let mut cells = write(rng, form, values, habit, &digits);
        keep_last(form, values, &mut cells);
        Self::of(form, cells)
    }

    /// Figures written as the form wants them: a digit in every cell.
    pub fn plain(form: FormId, values: &Values) -> Self {
        Self::of(form, write(&mut Rng::with_seed(0), form, values, Habit::Zeros, &Digits::PLAIN))
    }

    fn of(form: FormId, cells: BTreeMap<String, Written>) -> Self {
        let has_blanks = cells.values().any(|cell| cell.truth == Truth::Blank);
        let sums_hold = figures::sums(form).iter().all(|sum| sum.holds(&cells));
        Self { cells, sums_hold, has_blanks }
    }
}

/// Where the last cell of all is the only blank one, a line for it can't be told from one that fills the row to its end:
/// its figure is written.
fn keep_last(form: FormId, values: &Values, cells: &mut BTreeMap<String, Written>) {
    let row = form::table(form, TableId::Litigation).rows.last().expect("the form has rows");
    let last = form::address(TableId::Litigation, row.id, row.columns.last().expect("a row has columns").id);
    let mut blanks = cells.iter().filter(|(_, cell)| cell.truth == Truth::Blank).map(|(address, _)| address);
    if blanks.next() == Some(&last) && blanks.next().is_none() {
        let value = values[&last];
        cells.insert(last, Written { text: value.to_string(), truth: Truth::Figure(value) });
    }
}

/// What an organ does with a cell that has nothing to report.
#[derive(Clone, Copy, PartialEq)]
enum Habit {
    /// It writes 0.
    Zeros,
    /// It leaves a share of the zeros blank.
    Blanks(f64),
    /// It leaves the zeros of a share of the rows blank.
    BlankRows(f64),
    /// It leaves every figure of one row or column of totals blank.
    BlankTotals(&'static str),
    /// It leaves one total in ten blank, whatever it is.
    BlankTotal,
    /// It writes a word or a dash for a share of the zeros.
    Words(&'static str, f64),
}

/// The share of reports that leave cells blank: of nine organs whose reports were looked at four do.
pub const BLANKS: f64 = 0.36;

fn habit(rng: &mut Rng, blanks: f64) -> Habit {
    if !chance(rng, blanks) {
        return match rng.u32(0..64) {
            0..55 => Habit::Zeros,
            _ => Habit::Words(rng.choice(["无", "—", "——", "/", "-"]).expect("a word"), rng.f64()),
        };
    }
    match rng.u32(0..36) {
        0..10 => Habit::Blanks(1.0),
        10..20 => Habit::Blanks(rng.f64()),
        20..29 => Habit::BlankRows(rng.f64()),
        29..33 => Habit::BlankTotals(if rng.bool() { ".concluded." } else { ".total" }),
        _ => Habit::BlankTotal,
    }
}

/// How an organ writes its figures.
struct Digits {
    separators: bool,
    full_width: bool,
    /// How the sign of a change is written.
    signs: (&'static str, &'static str),
    /// What stands in brackets behind some of them.
    notes: bool,
    /// The decimal places of amounts, where they are always the same.
    places: Option<u32>,
}

fn digits(rng: &mut Rng) -> Digits {
    Digits {
        separators: chance(rng, 0.05),
        full_width: chance(rng, 0.05),
        signs: rng.choice([("", "-"), ("", "-"), ("+", "-"), ("增", "减"), ("", "－")]).expect("signs"),
        notes: chance(rng, 0.05),
        places: rng.choice([None, Some(2), Some(4)]).expect("places"),
    }
}

fn write(rng: &mut Rng, form: FormId, values: &Values, habit: Habit, digits: &Digits) -> BTreeMap<String, Written> {
    let mut cells = BTreeMap::new();
    for &id in TableId::ALL {
        for row in form::table(form, id).rows {
            let row_is_blank = matches!(habit, Habit::BlankRows(share) if chance(rng, share));
            for column in row.columns {
                let address = form::address(id, row.id, column.id);
                let value = values[&address];
                let is_total = column.id == "total" || row.id == "concluded";
                let is_left_out = match habit {
                    Habit::Zeros | Habit::Words(..) => false,
                    Habit::Blanks(share) => value.is_zero() && chance(rng, share),
                    Habit::BlankRows(_) => value.is_zero() && row_is_blank,
                    Habit::BlankTotals(part) => address.contains(part),
                    Habit::BlankTotal => is_total && chance(rng, 0.1),
                };
                let written = match habit {
                    _ if is_left_out => Written { text: String::new(), truth: Truth::Blank },
                    Habit::Words(word, share) if value.is_zero() && chance(rng, share) => {
                        Written { text: word.to_owned(), truth: Truth::Placeholder }
                    }
                    _ => {
                        let is_noted = digits.notes && column.measure == Measure::Count && value > Decimal::ONE;
                        let note = if is_noted && chance(rng, 0.1) { "（其中修订1件）" } else { "" };
                        Written { text: digits.write(value, column.measure) + note, truth: Truth::Figure(value) }
                    }
                };
                cells.insert(address, written);
            }
        }
    }
    cells
}

impl Digits {
    const PLAIN: Self = Self { separators: false, full_width: false, signs: ("", "-"), notes: false, places: None };

    fn write(&self, value: Decimal, measure: Measure) -> String {
        let mut text = value.abs().to_string();
        if let (Measure::Amount, Some(places), false) = (measure, self.places, value.is_zero())
            && value.scale() <= places
        {
            let mut padded = value;
            padded.rescale(places);
            text = padded.to_string();
        }
        let whole = text.find('.').unwrap_or(text.len());
        if self.separators && whole > 3 {
            for at in (1..whole).rev().filter(|at| (whole - at).is_multiple_of(3)) {
                text.insert(at, ',');
            }
        }
        if self.full_width {
            text = text.chars().map(|c| char::from_u32(c as u32 + 0xfee0).expect("a full-width character")).collect();
        }
        let (plus, minus) = self.signs;
        match value {
            value if value.is_sign_negative() && !value.is_zero() => format!("{minus}{text}"),
            value if measure == Measure::Change && !value.is_zero() => format!("{plus}{text}"),
            _ => text,
        }
    }
}
