//! Family 1xx: sections, tables, rows, labels, the form, the title.

use super::{Fault, Needs, Place, Planted, fault, one_of};
use crate::draft::{Draft, TableEdit, table_of};
use crate::words;
use fastrand::Rng;
use gouji::form::{self, RowForm};
use gouji::report::{FormId, SectionId, TableId};

pub const FAULTS: &[Fault] = &[
    fault("F101 a section is left out", Needs::Nothing, missing_section),
    fault("F103 the heading of a table is left out", Needs::Nothing, missing_heading),
    fault("F102 two sections change places", Needs::Nothing, swapped_sections),
    fault("F102 an ordinal comes twice", Needs::Nothing, ordinal_twice),
    fault("F103 a heading in other words", Needs::Nothing, other_heading),
    fault("F104 an ordinal in digits", Needs::Nothing, ordinal_in_digits),
    fault("F105 a table is left out", Needs::Nothing, missing_table),
    fault("F106 a row is left out", Needs::Nothing, missing_row),
    fault("F107 a column is left out", Needs::Widths, missing_column),
    fault("F108 a row that the form doesn't have", Needs::Borders, unknown_row),
    fault("F109 a label with a slip", Needs::Nothing, label_slip),
    fault("F110 a form of another year", Needs::Nothing, wrong_form),
    fault("F111 a header of the other form", Needs::Nothing, mixed_forms),
    fault("F112 no title", Needs::Nothing, missing_title),
    fault("F112 a title that repeats itself", Needs::Nothing, repeated_title),
    fault("F113 a section without a word", Needs::Nothing, empty_section),
    fault("F114 nothing on fees", Needs::Nothing, no_fees),
    fault("F115 what a template left", Needs::Nothing, leftover),
    fault("F117 a table comes twice", Needs::Nothing, table_twice),
];

fn missing_section(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let id = one_of(rng, &[SectionId::Overview, SectionId::Problems, SectionId::Other]);
    draft.parts.retain(|part| part.id != id);
    Planted::whole(&["F101"])
}

fn missing_heading(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    draft.part(one_of(rng, &[SectionId::Disclosure, SectionId::Applications, SectionId::Litigation])).heading = None;
    Planted::whole(&["F103"])
}

fn swapped_sections(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let at = one_of(rng, &[1, 2, 3, 4]);
    draft.parts.swap(at, at + 1);
    let late = &draft.parts[at + 1];
    Planted::words(&["F102"], format!("{}{}", late.ordinal, late.heading.as_deref()?))
}

fn ordinal_twice(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let at = rng.usize(1..6);
    draft.parts[at].ordinal = draft.parts[at - 1].ordinal.clone();
    let part = &draft.parts[at];
    Planted::words(&["F102"], format!("{}{}", part.ordinal, part.heading.as_deref()?))
}

/// Headings as reports have them that the form doesn't.
const HEADINGS: [(SectionId, &str); 8] = [
    (SectionId::Overview, "工作总体情况"),
    (SectionId::Disclosure, "主动公开政府信息的情况"),
    (SectionId::Applications, "依申请公开政府信息情况"),
    (SectionId::Applications, "收到和处理政府信息公开申请的情况"),
    (SectionId::Litigation, "因政府信息公开被申请行政复议、提起行政诉讼情况"),
    (SectionId::Problems, "存在的问题和改进措施"),
    (SectionId::Problems, "主要问题及改进情况"),
    (SectionId::Other, "其它需要报告的事项"),
];

fn other_heading(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (id, heading) = one_of(rng, &HEADINGS);
    draft.part(id).heading = Some(heading.to_owned());
    Planted::words(&["F103"], heading)
}

fn ordinal_in_digits(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let at = rng.usize(0..6);
    let part = &mut draft.parts[at];
    part.ordinal = format!("{}{}", at + 1, one_of(rng, &["、", "."]));
    Planted::words(&["F104"], format!("{}{}", part.ordinal, part.heading.as_deref()?))
}

fn missing_table(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let part = draft.part(one_of(rng, &[SectionId::Disclosure, SectionId::Applications, SectionId::Litigation]));
    part.tables = 0;
    Planted::words(&["F105"], format!("{}{}", part.ordinal, part.heading.as_deref()?))
}

/// A row of table 二 or 三.
fn row(rng: &mut Rng, draft: &Draft) -> (TableId, &'static RowForm) {
    let table = one_of(rng, &[TableId::Disclosure, TableId::Applications, TableId::Applications]);
    let rows = form::table(draft.form, table).rows;
    (table, &rows[rng.usize(0..rows.len())])
}

fn missing_row(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (table, row) = row(rng, draft);
    draft.edits.push(TableEdit::DropRow { table, row: row.id });
    Some(Planted { codes: &["F106"], place: Place::Row(format!("{}.{}.", table.as_str(), row.id)), expected: None })
}

fn missing_column(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let column = one_of(rng, &["enterprise", "research", "nonprofit", "legal_service"]);
    draft.edits.push(TableEdit::DropColumn { column });
    Planted::cell(&["F107"], form::address(TableId::Applications, "received", column))
}

fn unknown_row(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let label = one_of(rng, &["五、本年度咨询数量", "五、转交其他机关办理", "五、网上留言数量"]);
    draft.edits.push(TableEdit::AddRow { table: TableId::Applications, label: label.to_owned() });
    Planted::words(&["F108"], label)
}

fn label_slip(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (table, row) = row(rng, draft);
    let characters: Vec<char> = row.label.chars().collect();
    let is_word = |at: &usize| ('\u{4e00}'..='\u{9fff}').contains(&characters[*at]);
    let end =
        characters.iter().position(|character| *character == '（').filter(|at| *at > 0).unwrap_or(characters.len());
    // What stands before the words is the numbering, and what stands in brackets after them is guidance.
    let start =
        characters.iter().rposition(|character| "）、.".contains(*character)).map_or(0, |at| at + 1).min(end - 1);
    let words: Vec<usize> = (start..end).filter(is_word).collect();
    if words.len() < 4 {
        return None;
    }
    let at = words[rng.usize(1..words.len() - 1)];
    let mut slipped = characters.clone();
    match rng.u32(0..3) {
        0 => drop(slipped.remove(at)),
        1 => slipped.insert(at, characters[at]),
        _ => slipped[at] = one_of(rng, &['公', '息', '正', '类']),
    }
    let label: String = slipped.iter().collect();
    if label == row.label {
        return None;
    }
    draft.edits.push(TableEdit::Label { table, row: row.id, label: label.clone() });
    let begins = format!("{}.{}.", table.as_str(), row.id);
    Some(Planted { codes: &["F109"], place: Place::Label(begins, label), expected: None })
}

fn wrong_form(_: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let year = if draft.form == FormId::Form2019 { 2021 + draft.year % 4 } else { 2020 };
    *draft = words::write(draft.seed, draft.form, year, draft.organ, draft.values.clone());
    Planted::whole(&["F110"])
}

fn mixed_forms(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (was, now) = match draft.form {
        FormId::Form2019 => one_of(rng, &[("本年新制作数量", "本年制发件数"), ("对外公开总数量", "现行有效件数")]),
        FormId::Form2021 => one_of(rng, &[("本年制发件数", "本年新制作数量"), ("现行有效件数", "对外公开总数量")]),
    };
    draft.edits.push(TableEdit::Header { table: TableId::Disclosure, was, now });
    Planted::words(&["F111"], now)
}

fn missing_title(_: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    draft.title = None;
    Planted::whole(&["F112"])
}

fn repeated_title(_: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let title = format!("{}{}年度政府信息公开工作年度报告", draft.organ.name, draft.year);
    draft.title = Some(title.clone());
    Planted::words(&["F112"], title)
}

fn empty_section(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let part = draft.part(SectionId::Problems);
    part.paragraphs =
        one_of(rng, &[&[][..], &["无"], &["无。"], &["暂无"]]).iter().map(|&text| text.to_owned()).collect();
    Planted::words(&["F113"], format!("{}{}", part.ordinal, part.heading.as_deref()?))
}

fn no_fees(_: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    if draft.form == FormId::Form2019 {
        return None;
    }
    let part = draft.part(SectionId::Other);
    part.paragraphs = vec!["本年度没有其他需要报告的事项。".to_owned()];
    Planted::words(&["F114"], format!("{}{}", part.ordinal, part.heading.as_deref()?))
}

fn leftover(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let left = one_of(rng, &["[bookmark: _GoBack]", "（文字描述）", "（该部分以表格形式报告）", "????"]);
    let mut paragraphs: Vec<&mut String> = draft.paragraphs().collect();
    let at = rng.usize(0..paragraphs.len());
    paragraphs[at].push_str(left);
    let written: String = left.split_whitespace().collect();
    Planted::words(&["F115"], written.trim_matches(['（', '）']))
}

fn table_twice(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let id = one_of(rng, &[SectionId::Disclosure, SectionId::Applications, SectionId::Litigation]);
    debug_assert!(table_of(id).is_some());
    draft.part(id).tables = 2;
    Planted::whole(&["F117"])
}
