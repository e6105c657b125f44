//! Families 5xx and 6xx: years and dates, and last year's report.

use super::{Fault, Needs, Planted, fault, one_of};
use crate::draft::Draft;
use crate::support::typesetter::figures;
use crate::words;
use fastrand::Rng;
use gouji::form::{self, form_for_year};
use gouji::options::OrganKind;
use gouji::report::{FormId, SectionId, TableId};
use rust_decimal::Decimal;

pub const FAULTS: &[Fault] = &[
    fault("Y501 another year in the text", Needs::Nothing, other_year),
    fault("Y502 another period", Needs::Nothing, other_period),
    fault("Y503 signed too late", Needs::Nothing, late),
    fault("Y504 a date that doesn't exist", Needs::Nothing, impossible_date),
    fault("X601 another carry-over than last year's", Needs::Nothing, carry_over),
    fault("X602 a stock that doesn't follow", Needs::Nothing, stock),
    fault("X603 last year's words", Needs::Nothing, copied_text),
    fault("X605 a report of another year as last year's", Needs::Nothing, not_last_year),
    fault("X604 a figure that jumps", Needs::Nothing, jump),
];

fn other_year(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (year, own) = (draft.year, draft.organ.own);
    let other = one_of(rng, &[year - 1, year - 2]);
    draft.replace(&format!("{year}年，{own}"), &format!("{other}年，{own}")).then_some(())?;
    Planted::words(&["Y501"], format!("{other}年"))
}

fn other_period(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let year = draft.year;
    let (was, now) = match rng.u32(0..3) {
        0 => ("12月31日止".to_owned(), "11月30日止".to_owned()),
        1 => (format!("自{year}年1月1日"), format!("自{}年1月1日", year - 1)),
        _ => (format!("自{year}年1月1日"), format!("自{year}年1月2日")),
    };
    draft.replace(&was, &now).then_some(())?;
    Planted::words(&["Y502"], now.trim_start_matches('自').trim_end_matches('止'))
}

fn late(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let month = match draft.organ.kind {
        OrganKind::Department => rng.u32(2..=6),
        OrganKind::Government => rng.u32(4..=6),
        OrganKind::Township => return None,
    };
    let date = format!("{}年{month}月{}日", draft.year + 1, rng.u32(1..=28));
    *draft.signature.last_mut()? = date.clone();
    Planted::words(&["Y503"], date)
}

fn impossible_date(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let date = one_of(rng, &["2月30日", "13月5日", "4月31日", "6月0日"]);
    draft.part(SectionId::Problems).paragraphs.push(format!("{date}，组织了一次业务培训，讲解了有关的规定。"));
    Planted::words(&["Y504"], date)
}

/// The report with that of the year before, which agrees with it.
pub fn with_previous(rng: &mut Rng, draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    draft.previous = Some(Box::new(previous(rng, &draft)));
    draft
}

fn previous(rng: &mut Rng, draft: &Draft) -> Draft {
    let year = draft.year - 1;
    let form = form_for_year(year);
    let mut values = figures::consistent(rng, form);
    let columns = form::table(form, TableId::Applications).rows[0].columns;
    let at = |row: &str, column: &str| form::address(TableId::Applications, row, column);
    for column in columns {
        let carried = draft.values[&at("carried_in", column.id)];
        let concluded = values[&at("concluded", column.id)];
        values.insert(at("carried_out", column.id), carried);
        values.insert(at("carried_in", column.id), Decimal::ZERO);
        values.insert(at("received", column.id), concluded + carried);
    }
    if form == draft.form {
        stocks(draft, form, &mut values);
    }
    let mut previous = words::write(draft.seed ^ 1, form, year, draft.organ, values);
    // More were issued than are in force: no figure of last year's would do, so it has none.
    for row in ["gov_rules", "normative_documents"].into_iter().filter(|_| form == FormId::Form2021) {
        let [in_force, issued, repealed] = ["in_force", "issued", "repealed"]
            .map(|column| form::address(TableId::Disclosure, row, column))
            .map(|address| draft.values.get(&address).copied().unwrap_or_default());
        if in_force + repealed < issued {
            previous.write(&form::address(TableId::Disclosure, row, "in_force"), "");
        }
    }
    let paragraphs = &mut previous.part(SectionId::Overview).paragraphs;
    paragraphs.clear();
    paragraphs.push("公开栏目已经建成，文书的格式做到了统一，人员的职责也有了明确的分工。".to_owned());
    previous.part(SectionId::Problems).paragraphs =
        vec!["专门人员偏少，工作的经验还需要积累，今后将补充力量并加强学习。".to_owned()];
    previous
}

/// Last year's stocks, from which this year's follow.
fn stocks(draft: &Draft, form: FormId, values: &mut figures::Values) {
    for row in form::table(form, TableId::Disclosure).rows {
        let at = |column: &str| form::address(TableId::Disclosure, row.id, column);
        let now = |column: &str| draft.values.get(&at(column)).copied();
        if let (Some(in_force), Some(issued), Some(repealed)) = (now("in_force"), now("issued"), now("repealed")) {
            values.insert(at("in_force"), (in_force - issued + repealed).max(Decimal::ZERO));
        }
        if let Some(items) = now("previous_items") {
            values.insert(at("previous_items"), items);
            values.insert(at("change"), Decimal::ZERO);
        }
    }
}

fn carry_over(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    *draft = with_previous(rng, draft);
    let columns = form::table(draft.form, TableId::Applications).rows[0].columns;
    let column = one_of(rng, &columns.iter().map(|column| column.id).collect::<Vec<_>>());
    let previous = draft.previous.as_mut()?;
    let address = form::address(TableId::Applications, "carried_out", column);
    let other = previous.values[&address] + Decimal::from(rng.u32(1..9));
    previous.set(&address, other);
    Some(Planted {
        expected: Some(other),
        ..Planted::cell(&["X601"], form::address(TableId::Applications, "carried_in", column))?
    })
}

fn stock(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    *draft = with_previous(rng, draft);
    let previous = draft.previous.as_mut()?;
    let (row, column) = match (previous.form, draft.form) {
        (FormId::Form2021, FormId::Form2021) => (one_of(rng, &["gov_rules", "normative_documents"]), "in_force"),
        (FormId::Form2019, FormId::Form2019) => (one_of(rng, &["licensing", "penalties", "fees"]), "previous_items"),
        _ => return None,
    };
    let address = form::address(TableId::Disclosure, row, column);
    let other = previous.values[&address] + Decimal::from(rng.u32(1..9));
    previous.set(&address, other);
    (!previous.written.contains_key(&address)).then(|| Planted::cell(&["X602"], address)).flatten()
}

fn not_last_year(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    *draft = with_previous(rng, draft);
    let previous = draft.previous.as_mut()?;
    let other = one_of(rng, &[draft.year, draft.year - 2]).to_string();
    let stated = (draft.year - 1).to_string();
    previous.title.iter_mut().chain(&mut previous.preamble).for_each(|line| *line = line.replace(&stated, &other));
    Planted::whole(&["X605"])
}

fn copied_text(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    *draft = with_previous(rng, draft);
    let words = draft.in_words_of(draft.values.clone());
    let previous = draft.previous.as_mut()?;
    for (part, own) in previous.parts.iter_mut().zip(words.parts) {
        part.paragraphs = own.paragraphs;
    }
    Planted::whole(&["X603"])
}

fn jump(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    *draft = with_previous(rng, draft);
    let previous = draft.previous.as_mut()?;
    let address = form::address(TableId::Disclosure, one_of(rng, &["licensing", "penalties"]), "decisions");
    let before = Decimal::from(rng.u32(10..200));
    previous.set(&address, before);
    draft.set(&address, before * Decimal::from(rng.u32(6..40)));
    Planted::cell(&["X604"], address)
}
