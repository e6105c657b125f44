//! What stands in the cells of a report: figures as organs report them, their sums, the slips that break those sums, and
//! how the figures are written.

use crate::chance;
use fastrand::Rng;
use gouji::form::{self, Measure, TableForm};
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

type Values = BTreeMap<String, Decimal>;

/// Draws the figures of a report; `faulty` ones have one to three slips.
pub fn draw(rng: &mut Rng, form: FormId, faulty: bool) -> Figures {
    let mut values = Values::new();
    disclosure(rng, form::table(form, TableId::Disclosure), &mut values);
    applications(rng, form::table(form, TableId::Applications), &mut values);
    litigation(rng, form::table(form, TableId::Litigation), &mut values);
    if faulty {
        for _ in 0..rng.usize(1..=3) {
            slip(rng, form, &mut values);
        }
    }
    let cells = write(rng, form, &values);
    let has_blanks = cells.values().any(|cell| cell.truth == Truth::Blank);
    let sums_hold = sums(form).iter().all(|sum| sum.holds(&cells));
    Figures { cells, sums_hold, has_blanks }
}

/// A figure from 1 to `most`, the small ones as likely as the large.
fn figure(rng: &mut Rng, most: u32) -> i64 {
    (f64::from(most) + 0.5).powf(rng.f64()) as i64
}

/// How large an organ's figures are.
fn size(rng: &mut Rng) -> u32 {
    *[0, 0, 3, 9, 9, 30, 99, 400, 9_999, 99_999].get(rng.usize(0..10)).expect("one of ten")
}

fn disclosure(rng: &mut Rng, table: &TableForm, values: &mut Values) {
    let most = size(rng);
    for row in table.rows {
        for column in row.columns {
            let is_some = most > 0 && chance(rng, 0.5);
            let value = match column.measure {
                _ if !is_some => Decimal::ZERO,
                Measure::Count => figure(rng, most).into(),
                Measure::Change if rng.bool() => (-figure(rng, most.min(999))).into(),
                Measure::Change => figure(rng, most.min(999)).into(),
                Measure::Amount => Decimal::new(rng.i64(1..99_999_999), rng.u32(0..=4)).normalize(),
            };
            values.insert(form::address(table.id, row.id, column.id), value);
        }
    }
}

fn applications(rng: &mut Rng, table: &TableForm, values: &mut Values) {
    let most = size(rng);
    let ids: Vec<&str> = table.rows.iter().map(|row| row.id).collect();
    let (total, applicants) = table.rows[0].columns.split_last().expect("the form has columns");
    let mut put = |row: &str, column: &str, value: i64| {
        values.insert(form::address(table.id, row, column), value.into());
    };
    let mut totals: BTreeMap<&str, i64> = BTreeMap::new();
    for (index, column) in applicants.iter().enumerate() {
        let (share, most) = if index == 0 { (0.4, most) } else { (0.07, most / 8) };
        let mut draw = |share: f64| if most > 0 && chance(rng, share) { figure(rng, most) } else { 0 };
        let mut concluded = 0;
        for &row in &ids[2..ids.len() - 2] {
            let value = draw(share);
            concluded += value;
            *totals.entry(row).or_default() += value;
            put(row, column.id, value);
        }
        let carried_out = draw(share / 2.0);
        let carried_in = draw(share / 2.0).min(concluded + carried_out);
        let received = concluded + carried_out - carried_in;
        for (row, value) in
            [("received", received), ("carried_in", carried_in), ("concluded", concluded), ("carried_out", carried_out)]
        {
            *totals.entry(row).or_default() += value;
            put(row, column.id, value);
        }
    }
    for (row, value) in totals {
        put(row, total.id, value);
    }
}

fn litigation(rng: &mut Rng, table: &TableForm, values: &mut Values) {
    let most = *[0, 0, 2, 5, 40].get(rng.usize(0..5)).expect("one of five");
    for row in table.rows {
        let (total, parts) = row.columns.split_last().expect("the form has columns");
        let mut sum = 0;
        for column in parts {
            let value = if most > 0 && chance(rng, 0.4) { figure(rng, most) } else { 0 };
            sum += value;
            values.insert(form::address(table.id, row.id, column.id), value.into());
        }
        values.insert(form::address(table.id, row.id, total.id), sum.into());
    }
}

/// Makes one of the mistakes that clerks make in a table whose figures are added up.
fn slip(rng: &mut Rng, form: FormId, values: &mut Values) {
    let id = if chance(rng, 0.25) { TableId::Litigation } else { TableId::Applications };
    let table = form::table(form, id);
    loop {
        let row = &table.rows[rng.usize(0..table.rows.len())];
        let column = rng.usize(0..row.columns.len() - 1);
        let address = form::address(id, row.id, row.columns[column].id);
        let neighbour = form::address(id, row.id, row.columns[column + 1].id);
        let (here, next) = (values[&address], values[&neighbour]);
        let (changed, changed_next) = match rng.u32(0..5) {
            0 => (next, here),
            1 => (here + Decimal::ONE, next),
            2 => (Decimal::from(figure(rng, 99)), next),
            3 => (here, Decimal::from(figure(rng, 99))),
            _ => (Decimal::ZERO, next),
        };
        if (changed, changed_next) != (here, next) {
            values.insert(address, changed);
            values.insert(neighbour, changed_next);
            return;
        }
    }
}

/// What the cells of a sum owe one another.
struct Sum {
    left: Vec<String>,
    right: Vec<String>,
    /// The cell that, left blank, takes the sum's say away.
    total: String,
}

impl Sum {
    fn holds(&self, cells: &BTreeMap<String, Written>) -> bool {
        let value = |address: &String| match cells[address].truth {
            Truth::Figure(value) => value,
            Truth::Blank | Truth::Placeholder => Decimal::ZERO,
        };
        let side = |addresses: &[String]| addresses.iter().map(value).sum::<Decimal>();
        !matches!(cells[&self.total].truth, Truth::Figure(_)) || side(&self.left) == side(&self.right)
    }
}

fn sums(form: FormId) -> Vec<Sum> {
    let mut sums = Vec::new();
    for id in [TableId::Applications, TableId::Litigation] {
        for row in form::table(form, id).rows {
            let (total, parts) = row.columns.split_last().expect("the form has columns");
            let total = form::address(id, row.id, total.id);
            let left = parts.iter().map(|column| form::address(id, row.id, column.id)).collect();
            sums.push(Sum { left, right: vec![total.clone()], total });
        }
    }
    let table = form::table(form, TableId::Applications);
    for column in table.rows[0].columns {
        let at = |row: &str| form::address(table.id, row, column.id);
        let outcomes = table.rows[2..table.rows.len() - 2].iter().map(|row| at(row.id)).collect();
        let total = at("concluded");
        sums.push(Sum { left: outcomes, right: vec![total.clone()], total: total.clone() });
        let left = vec![at("received"), at("carried_in")];
        sums.push(Sum { left, right: vec![total.clone(), at("carried_out")], total });
    }
    sums
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

fn habit(rng: &mut Rng) -> Habit {
    match rng.u32(0..100) {
        0..55 => Habit::Zeros,
        55..65 => Habit::Blanks(1.0),
        65..75 => Habit::Blanks(rng.f64()),
        75..84 => Habit::BlankRows(rng.f64()),
        84..88 => Habit::BlankTotals(if rng.bool() { ".concluded." } else { ".total" }),
        88..91 => Habit::BlankTotal,
        _ => Habit::Words(rng.choice(["无", "—", "——", "/", "-"]).expect("a word"), rng.f64()),
    }
}

/// How an organ writes its figures.
struct Digits {
    separators: bool,
    full_width: bool,
    /// How the sign of a change is written.
    signs: (&'static str, &'static str),
    /// The decimal places of amounts, where they are always the same.
    places: Option<u32>,
}

fn digits(rng: &mut Rng) -> Digits {
    Digits {
        separators: chance(rng, 0.05),
        full_width: chance(rng, 0.05),
        signs: rng.choice([("", "-"), ("", "-"), ("+", "-"), ("增", "减"), ("", "－")]).expect("signs"),
        places: rng.choice([None, Some(2), Some(4)]).expect("places"),
    }
}

fn write(rng: &mut Rng, form: FormId, values: &Values) -> BTreeMap<String, Written> {
    let (habit, digits) = (habit(rng), digits(rng));
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
                    _ => Written { text: digits.write(value, column.measure), truth: Truth::Figure(value) },
                };
                cells.insert(address, written);
            }
        }
    }
    cells
}

impl Digits {
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
