//! Family 4xx: sentences that don't say what the tables say.

use super::sums::other;
use super::{Fault, Needs, Place, Planted, fault, one_of};
use crate::draft::Draft;
use crate::words::{OUTCOMES, group};
use fastrand::Rng;
use gouji::form;
use gouji::report::{FormId, TableId};

pub const FAULTS: &[Fault] = &[
    fault("P401 what was received", Needs::Nothing, received),
    fault("P402 what was carried in", Needs::Nothing, carried_in),
    fault("P403 an outcome", Needs::Nothing, outcome),
    fault("P404 what was concluded", Needs::Nothing, concluded),
    fault("P405 what was carried out", Needs::Nothing, carried_out),
    fault("P406 the cases", Needs::Nothing, cases),
    fault("P407 no applications", Needs::Nothing, no_applications),
    fault("P407 no cases", Needs::Nothing, no_cases),
    fault("P407 all concluded", Needs::Nothing, all_concluded),
    fault("P408 the documents", Needs::Nothing, documents),
    fault("P408 a figure of the documents in the table", Needs::Nothing, documents_in_table),
    fault("P409 a part", Needs::Nothing, part),
    fault("P409 the whole", Needs::Nothing, whole),
    fault("P410 a share", Needs::Nothing, share),
    fault("P410 a growth", Needs::Nothing, growth),
];

/// A figure in the sentences becomes another, as if the cell held it, but none of `but`.
fn say_otherwise(
    rng: &mut Rng,
    draft: &mut Draft,
    codes: &'static [&'static str],
    address: &str,
    but: &[i64],
) -> Option<Planted> {
    let old = draft.value(address);
    // A sum of several rows is off by as much as the one that is changed.
    let said = std::iter::repeat_with(|| other(rng, old))
        .take(50)
        .find(|said| *said > 0 && !but.contains(said) && !but.contains(&(said - old)))?;
    let mut values = draft.values.clone();
    values.insert(address.to_owned(), said.into());
    let changed = draft.in_words_of(values);
    let place = difference(draft, &changed)?;
    draft.parts = changed.parts;
    Some(Planted { codes, place: Place::Words(place), expected: None })
}

/// The first figure that differs, with its counter.
fn difference(before: &Draft, after: &Draft) -> Option<String> {
    let lines = |draft: &Draft| draft.parts.iter().flat_map(|part| part.paragraphs.clone()).collect::<Vec<String>>();
    let (before, after) = (lines(before), lines(after));
    let (was, now) = before.iter().zip(&after).find(|(was, now)| was != now)?;
    let (was, now): (Vec<char>, Vec<char>) = (was.chars().collect(), now.chars().collect());
    let is_figure = |character: &char| character.is_numeric() || "零一二三四五六七八九十百千,".contains(*character);
    let differs = was.iter().zip(&now).position(|(was, now)| was != now)?;
    // A figure that has become shorter ends where the other goes on.
    let at = match differs.checked_sub(1).filter(|&before| !is_figure(&now[differs]) && is_figure(&now[before])) {
        Some(before) => before,
        None => differs + now[differs..].iter().position(is_figure)?,
    };
    let start = now[..at].iter().rposition(|character| !is_figure(character)).map_or(0, |at| at + 1);
    let end = start + now[start..].iter().take_while(|character| is_figure(character)).count();
    Some(now[start..=end].iter().collect())
}

fn total(row: &str) -> String {
    form::address(TableId::Applications, row, "total")
}

fn received(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (received, carried_in) = (draft.total("received"), draft.total("carried_in"));
    let but = [received + carried_in, draft.total("concluded"), carried_in];
    say_otherwise(rng, draft, &["P401"], &total("received"), &but)
}

fn carried_in(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    say_otherwise(rng, draft, &["P402"], &total("carried_in"), &[])
}

fn outcome(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let rows = group(draft.form, one_of(rng, &OUTCOMES[..3]));
    say_otherwise(rng, draft, &["P403"], &total(rows[0]), &[])
}

fn concluded(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    say_otherwise(rng, draft, &["P404"], &total("concluded"), &[])
}

fn carried_out(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    say_otherwise(rng, draft, &["P405"], &total("carried_out"), &[])
}

fn cases(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let row = one_of(rng, &["reconsideration", "direct_suit", "suit_after_reconsideration"]);
    let total = form::address(TableId::Litigation, row, "total");
    has_cases(draft).then(|| say_otherwise(rng, draft, &["P406"], &total, &[])).flatten()
}

fn has_cases(draft: &Draft) -> bool {
    let rows = form::table(draft.form, TableId::Litigation).rows;
    rows.iter().any(|row| draft.value(&form::address(TableId::Litigation, row.id, "total")) > 0)
}

/// Puts another sentence in the place of the paragraph that begins with these words.
fn put(draft: &mut Draft, begins: &str, sentence: &str, words: &str) -> Option<Planted> {
    let paragraph = draft.paragraphs().find(|paragraph| paragraph.starts_with(begins))?;
    *paragraph = format!("{begins}{sentence}");
    Planted::words(&["P407"], words)
}

fn no_applications(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let sentence = one_of(
        rng,
        &[
            "全年没有收到政府信息公开申请。",
            "本年度未收到依申请公开事项。",
            "本年度未接到要求公开政府信息的申请。",
            "全年无政府信息公开申请。",
        ],
    );
    let words = sentence.trim_end_matches('。');
    (draft.total("received") > 0).then(|| put(draft, "（二）依申请公开。", sentence, words)).flatten()
}

fn no_cases(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let sentence = one_of(
        rng,
        &[
            "没有因政府信息公开工作被申请行政复议、被提起行政诉讼。",
            "未发生因政府信息公开引起的行政复议和行政诉讼。",
            "全年无政府信息公开行政复议、行政诉讼案件。",
        ],
    );
    has_cases(draft).then(|| put(draft, "（六）争议处理。", sentence, sentence.trim_end_matches('。'))).flatten()
}

fn all_concluded(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let words = one_of(rng, &["均已办结", "已全部办结", "均已办理完毕"]);
    let sentence = format!("全年收到的政府信息公开申请，{words}。");
    (draft.total("carried_out") > 0).then(|| put(draft, "（二）依申请公开。", &sentence, words)).flatten()
}

fn documents(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (column, but) = document(rng, draft);
    say_otherwise(rng, draft, &["P408"], &form::address(TableId::Disclosure, "normative_documents", column), &but)
}

/// A column whose figure the text says, and what the words may mean besides.
fn document(rng: &mut Rng, draft: &Draft) -> (&'static str, Vec<i64>) {
    match draft.form {
        FormId::Form2019 => ("made", vec![draft.value("disclosure.normative_documents.disclosed")]),
        FormId::Form2021 => (one_of(rng, &["issued", "repealed", "in_force"]), Vec::new()),
    }
}

fn documents_in_table(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (column, but) = document(rng, draft);
    let address = form::address(TableId::Disclosure, "normative_documents", column);
    let old = draft.value(&address);
    let new = other(rng, old);
    draft.set(&address, new);
    (!but.contains(&old)).then(|| Planted::cell(&["P408"], address)).flatten()
}

/// Puts another figure after some words of the paragraph on what was published.
fn change_after(draft: &mut Draft, words: &str, by: impl Fn(i64) -> i64) -> Option<String> {
    let paragraph = draft.paragraphs().find(|paragraph| paragraph.starts_with("（一）主动公开。"))?;
    let at = paragraph.find(words)? + words.len();
    let figure = paragraph[at..].split(['条', '%']).next()?.to_owned();
    let now = by(figure.replace(',', "").parse().ok()?).to_string();
    paragraph.replace_range(at..at + figure.len(), &now);
    Some(now)
}

fn part(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let words = one_of(rng, &["机构职能信息", "办事指南信息", "工作进展信息"]);
    let by = rng.i64(1..30);
    change_after(draft, words, |figure| if figure > by && by % 2 == 0 { figure - by } else { figure + by })?;
    Planted::words(&["P409"], "条")
}

fn whole(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let by = rng.i64(1..40);
    let now = change_after(draft, "公开信息", |figure| if by % 2 == 0 { figure - by } else { figure + by })?;
    Planted::words(&["P409"], format!("{now}条"))
}

fn share(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let [granted, concluded, received, carried_in] =
        ["granted", "concluded", "received", "carried_in"].map(|row| draft.total(row));
    let paragraph = draft.paragraphs().find(|paragraph| paragraph.starts_with("（七）公开比例。"))?;
    let at = paragraph.rfind('占')? + '占'.len_utf8();
    let stated: f64 = paragraph[at..].split('%').next()?.parse().ok()?;
    let said = stated + f64::from(rng.u32(2..30));
    // It would be right of another whole.
    let wholes = [granted, concluded, received, received + carried_in].into_iter().filter(|whole| *whole > 0);
    let mut shares =
        wholes.flat_map(|whole| [granted, granted + concluded].map(|part| part as f64 / whole as f64 * 100.0));
    if shares.any(|share| (share - said).abs() < 0.2) {
        return None;
    }
    let now = format!("{said:.1}%");
    paragraph.replace_range(at..paragraph.len() - "。".len(), &now);
    Planted::words(&["P410"], now)
}

fn growth(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let paragraph = draft.paragraphs().find(|paragraph| paragraph.contains("增长"))?;
    let at = paragraph.find("增长")? + "增长".len();
    let stated: f64 = paragraph[at..].split('%').next()?.parse().ok()?;
    let now = format!("{:.1}%", stated + f64::from(rng.u32(2..30)));
    paragraph.replace_range(at..paragraph.len() - "。".len(), &now);
    Planted::words(&["P410"], now)
}
