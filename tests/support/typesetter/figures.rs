//! The figures of a report as organs have them, the sums that they owe one another, and the slips that break those sums.

use super::chance;
use super::writing::{Truth, Written};
use fastrand::Rng;
use gouji::form::{self, Measure, TableForm};
use gouji::report::{FormId, TableId};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The figure of every cell, by address.
pub type Values = BTreeMap<String, Decimal>;

/// Draws the figures of a report in which every sum holds and nothing exceeds what it is a part of.
pub fn consistent(rng: &mut Rng, form: FormId) -> Values {
    let mut values = Values::new();
    disclosure(rng, form::table(form, TableId::Disclosure), &mut values);
    applications(rng, form::table(form, TableId::Applications), &mut values);
    litigation(rng, form::table(form, TableId::Litigation), &mut values);
    values
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
        hold_together(table, row.id, values);
    }
}

/// The form of 2019: no more is newly disclosed than disclosed in all, and no more items are dropped than there were.
fn hold_together(table: &TableForm, row: &str, values: &mut Values) {
    let at = |column: &str| form::address(table.id, row, column);
    let both = |values: &Values, one: &str, other: &str| {
        let of = |column: &str| values.get(&at(column)).copied();
        of(one).zip(of(other))
    };
    if let Some((disclosed, total)) = both(values, "disclosed", "disclosed_total").filter(|(part, all)| part > all) {
        values.insert(at("disclosed_total"), disclosed + total);
    }
    if let Some((previous, change)) = both(values, "previous_items", "change")
        && previous + change < Decimal::ZERO
    {
        values.insert(at("previous_items"), previous - change);
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
pub fn slip(rng: &mut Rng, form: FormId, values: &mut Values) {
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

/// What the cells of a sum owe one another: those on the left and those on the right have the same sum.
pub struct Sum {
    pub left: Vec<String>,
    pub right: Vec<String>,
    /// The cell that takes the sum's say away where it is left blank though its own parts are more than 0.
    pub total: String,
    pub parts: Vec<String>,
}

impl Sum {
    pub fn holds(&self, cells: &BTreeMap<String, Written>) -> bool {
        let value = |address: &String| match cells[address].truth {
            Truth::Figure(value) => value,
            Truth::Blank | Truth::Placeholder => Decimal::ZERO,
        };
        let side = |addresses: &[String]| addresses.iter().map(value).sum::<Decimal>();
        let is_silent = !matches!(cells[&self.total].truth, Truth::Figure(_)) && !side(&self.parts).is_zero();
        is_silent || side(&self.left) == side(&self.right)
    }
}

/// Every sum of the tables whose figures are added up.
pub fn sums(form: FormId) -> Vec<Sum> {
    let mut sums = Vec::new();
    for id in [TableId::Applications, TableId::Litigation] {
        for row in form::table(form, id).rows {
            let (total, parts) = row.columns.split_last().expect("the form has columns");
            let total = form::address(id, row.id, total.id);
            let parts: Vec<String> = parts.iter().map(|column| form::address(id, row.id, column.id)).collect();
            sums.push(Sum { left: parts.clone(), right: vec![total.clone()], total, parts });
        }
    }
    let table = form::table(form, TableId::Applications);
    for column in table.rows[0].columns {
        let at = |row: &str| form::address(table.id, row, column.id);
        let parts: Vec<String> = table.rows[2..table.rows.len() - 2].iter().map(|row| at(row.id)).collect();
        let total = at("concluded");
        let (left, right) = (vec![at("received"), at("carried_in")], vec![total.clone(), at("carried_out")]);
        sums.push(Sum { left: parts.clone(), right: vec![total.clone()], total: total.clone(), parts: parts.clone() });
        sums.push(Sum { left, right, total, parts });
    }
    sums
}
