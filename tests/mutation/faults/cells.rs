//! Family 2xx: how a figure is written.

use super::{Fault, Needs, Planted, fault, one_of};
use crate::draft::{Draft, TableEdit};
use fastrand::Rng;
use gouji::form::{self, Measure};
use gouji::report::{FormId, TableId};
use rust_decimal::Decimal;

pub const FAULTS: &[Fault] = &[
    fault("C201 a figure is left out", Needs::Cells, blank),
    fault("C202 a word for nothing", Needs::Cells, placeholder),
    fault("C203 a word for a figure", Needs::Borders, not_a_number),
    fault("C204 a count with its unit", Needs::Nothing, count_with_unit),
    fault("C204 an amount in yuan", Needs::Nothing, amount_in_yuan),
    fault("C205 a count with a fraction", Needs::Nothing, fraction),
    fault("C206 a count below nothing", Needs::Nothing, negative),
    fault("C207 an amount without its unit", Needs::Nothing, unit_unknown),
    fault("C208 a change in words", Needs::Nothing, change_in_words),
    fault("C209 full-width digits", Needs::Nothing, full_width),
    fault("C210 a figure with a remark", Needs::Borders, annotated),
    fault("C212 a figure too many", Needs::Widths, extra_figure),
];

/// A cell of a measure that holds what is asked for.
fn cell(rng: &mut Rng, draft: &Draft, is_right: impl Fn(Measure, Decimal) -> bool) -> Option<String> {
    let rows = TableId::ALL.iter().flat_map(|&id| form::table(draft.form, id).rows.iter().map(move |row| (id, row)));
    let cells = rows.flat_map(|(id, row)| {
        row.columns.iter().map(move |column| (form::address(id, row.id, column.id), column.measure))
    });
    let right: Vec<String> = cells
        .filter(|(address, measure)| is_right(*measure, draft.values[address]))
        .map(|(address, _)| address)
        .collect();
    (!right.is_empty()).then(|| right[rng.usize(0..right.len())].clone())
}

fn any_count(rng: &mut Rng, draft: &Draft) -> String {
    cell(rng, draft, |measure, _| measure == Measure::Count).expect("a count")
}

fn blank(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    // Where a cell is a line, the last one of a table can't be told from the line that ends it.
    if ["carried_out.total", "suit_after_reconsideration.total"].iter().any(|last| address.ends_with(last)) {
        return None;
    }
    draft.write(&address, "");
    Planted::cell(&["C201"], address)
}

fn placeholder(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    draft.write(&address, one_of(rng, &["无", "——", "/", "不适用"]));
    Planted::cell(&["C202"], address)
}

fn not_a_number(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    draft.write(&address, one_of(rng, &["若干", "待定", "见附件"]));
    Planted::cell(&["C203"], address)
}

fn count_with_unit(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    let text = format!("{}{}", draft.values[&address], one_of(rng, &["件", "次", "项"]));
    draft.write(&address, text);
    Planted::cell(&["C204"], address)
}

fn amount_in_yuan(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = cell(rng, draft, |measure, value| measure == Measure::Amount && !value.is_zero())?;
    let yuan = (draft.values[&address] * Decimal::from(10_000)).normalize();
    draft.write(&address, format!("{yuan}元"));
    Planted::cell(&["C204"], address)
}

fn fraction(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    let text = format!("{}.5", draft.values[&address]);
    draft.write(&address, text);
    Planted::cell(&["C205"], address)
}

fn negative(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    draft.write(&address, format!("-{}", rng.u32(1..90)));
    Planted::cell(&["C206"], address)
}

/// The form of 2019 names no unit for what was bought: the sentence shows that the figure is in yuan.
fn unit_unknown(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = cell(rng, draft, |measure, value| measure == Measure::Amount && !value.is_zero())?;
    if draft.form == FormId::Form2021 {
        return None;
    }
    let amount = draft.values[&address];
    draft.parts[0].paragraphs.push(format!("（七）采购情况。政府集中采购总金额{amount}万元。"));
    draft.write(&address, (amount * Decimal::from(10_000)).normalize().to_string());
    Planted::cell(&["C207"], address)
}

fn change_in_words(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = cell(rng, draft, |measure, value| measure == Measure::Change && !value.is_zero())?;
    let value = draft.values[&address];
    draft.write(&address, format!("{}{}", if value.is_sign_negative() { "减" } else { "增" }, value.abs()));
    Planted::cell(&["C208"], address)
}

fn full_width(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    let digits = draft.values[&address].to_string();
    let wide: String = digits.chars().map(|digit| char::from_u32(digit as u32 + 0xfee0).expect("a digit")).collect();
    draft.write(&address, wide);
    Planted::cell(&["C209"], address)
}

fn annotated(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let address = any_count(rng, draft);
    let text = format!("{}（其中修订1件）", draft.values[&address]);
    draft.write(&address, text);
    Planted::cell(&["C210"], address)
}

fn extra_figure(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let rows = form::table(draft.form, TableId::Applications).rows;
    let row = rows[rng.usize(0..rows.len())].id;
    let figure = rng.u32(0..9).to_string();
    draft.edits.push(TableEdit::AddFigure { table: TableId::Applications, row, figure });
    Planted::whole(&["C212"])
}
