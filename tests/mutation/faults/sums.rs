//! Family 3xx: figures that break the sums.

use super::{Fault, Needs, Planted, fault, one_of};
use crate::draft::Draft;
use fastrand::Rng;
use gouji::form;
use gouji::report::{FormId, TableId};
use rust_decimal::Decimal;

pub const FAULTS: &[Fault] = &[
    fault("A301 A303 A307 a figure of 一, 二 or 四", Needs::Nothing, balance),
    fault("A302 A303 A307 a figure of an outcome", Needs::Nothing, outcome),
    fault("A301 A302 A303 A307 a figure of （七）", Needs::Nothing, concluded),
    fault("A307 two neighbours exchanged", Needs::Nothing, exchange),
    fault("A307 a figure in the next column", Needs::Nothing, next_column),
    fault("A304 a figure of table 四", Needs::Nothing, cases),
    fault("A305 more disclosed than held", Needs::Nothing, more_disclosed),
    fault("A306 more items dropped than there were", Needs::Nothing, items_below_zero),
];

/// Another figure than what stands there, as a slip or at random.
pub fn other(rng: &mut Rng, value: i64) -> i64 {
    let slipped = match rng.u32(0..5) {
        0 => value + 1,
        1 => value * 10 + rng.i64(0..10),
        2 => value / 10,
        3 => value - 1,
        _ => rng.i64(0..500),
    };
    if slipped < 0 || slipped == value { value + 1 + rng.i64(0..9) } else { slipped }
}

/// Changes a figure of one of the rows of table 三.
fn change(
    rng: &mut Rng,
    draft: &mut Draft,
    codes: &'static [&'static str],
    is_row: impl Fn(&str) -> bool,
) -> Option<Planted> {
    let rows = form::table(draft.form, TableId::Applications).rows;
    let rows: Vec<_> = rows.iter().filter(|row| is_row(row.id)).collect();
    let row = rows[rng.usize(0..rows.len())];
    let column = &row.columns[rng.usize(0..row.columns.len())];
    let address = form::address(TableId::Applications, row.id, column.id);
    let old = draft.value(&address);
    draft.set(&address, other(rng, old));
    Planted::cell(codes, address)
}

fn balance(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    change(rng, draft, &["A301", "A303", "A307"], |row| ["received", "carried_in", "carried_out"].contains(&row))
}

fn outcome(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let others = ["received", "carried_in", "concluded", "carried_out"];
    change(rng, draft, &["A302", "A303", "A307"], |row| !others.contains(&row))
}

fn concluded(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    change(rng, draft, &["A301", "A302", "A303", "A307"], |row| row == "concluded")
}

/// Two cells beside each other in a row of table 三, of which the first isn't 0.
fn neighbours(rng: &mut Rng, draft: &Draft) -> Option<[String; 2]> {
    let rows = form::table(draft.form, TableId::Applications).rows;
    let pairs = rows.iter().flat_map(|row| {
        row.columns.windows(2).map(|pair| [0, 1].map(|at| form::address(TableId::Applications, row.id, pair[at].id)))
    });
    let differ = |pair: &[String; 2]| draft.values[&pair[0]] != draft.values[&pair[1]];
    let pairs: Vec<[String; 2]> = pairs.filter(differ).collect();
    (!pairs.is_empty()).then(|| pairs[rng.usize(0..pairs.len())].clone())
}

fn exchange(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let pair = neighbours(rng, draft)?;
    let [first, second] = [0, 1].map(|at| draft.values[&pair[at]]);
    draft.set(&pair[0], second);
    draft.set(&pair[1], first);
    Planted::cells(&["A307"], pair.into())
}

fn next_column(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let pair = neighbours(rng, draft)?;
    let from = usize::from(draft.values[&pair[0]].is_zero() || (rng.bool() && !draft.values[&pair[1]].is_zero()));
    let figure = draft.values[&pair[from]];
    draft.set(&pair[1 - from], figure);
    draft.set(&pair[from], 0);
    Planted::cells(&["A307"], pair.into())
}

fn cases(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let rows = form::table(draft.form, TableId::Litigation).rows;
    let row = &rows[rng.usize(0..rows.len())];
    let column = &row.columns[rng.usize(0..row.columns.len())];
    let address = form::address(TableId::Litigation, row.id, column.id);
    let old = draft.value(&address);
    draft.set(&address, other(rng, old));
    let expected = (column.id == "total").then(|| Decimal::from(old));
    Some(Planted { expected, ..Planted::cell(&["A304"], address)? })
}

fn more_disclosed(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    if draft.form == FormId::Form2021 {
        return None;
    }
    let row = one_of(rng, &["gov_rules", "normative_documents"]);
    let [disclosed, total] =
        ["disclosed", "disclosed_total"].map(|column| form::address(TableId::Disclosure, row, column));
    let all = draft.values[&total];
    draft.set(&disclosed, all + Decimal::from(rng.u32(1..20)));
    Planted::cell(&["A305"], disclosed)
}

fn items_below_zero(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    if draft.form == FormId::Form2021 {
        return None;
    }
    let row = one_of(rng, &["licensing", "other_services", "penalties", "coercion", "fees"]);
    let [items, change] = ["previous_items", "change"].map(|column| form::address(TableId::Disclosure, row, column));
    let held = draft.values[&items];
    draft.set(&change, -held - Decimal::from(rng.u32(1..20)));
    Planted::cell(&["A306"], change)
}
