//! What holds for any input whatever: the property tests and the fuzz targets look for one that breaks it.

use gouji::form;
use gouji::options::{CheckOptions, Format, Input, ReadOptions};
use gouji::report::{CheckResult, Report, Severity, Table, TableId};
use gouji::text::Span;

fn reading(format: Option<Format>) -> CheckOptions {
    CheckOptions { read: ReadOptions { format, ..ReadOptions::default() }, ..CheckOptions::default() }
}

/// Checks an input and holds what comes out against every promise; what is refused says why, in both languages.
pub fn any_input(input: Input, format: Option<Format>) {
    let options = reading(format);
    let result = match gouji::check(input, &options) {
        Ok(result) => result,
        Err(error) => {
            assert!(!error.chinese.is_empty() && !error.english.is_empty());
            return;
        }
    };
    assert!(gouji::check(input, &options).as_ref() == Ok(&result), "a second check says something else");
    assert!(gouji::parse(input, &options.read).as_ref() == Ok(&result.report), "parse reads something else than check");
    whole(&result.report);
    sorted_and_counted(&result);
    read_again(&result.report);
    fixes_fit(&result);
    let result = result.into_utf16();
    places(&result);
    survives_json(&result);
}

/// A text as text, whatever tags stand in it.
pub fn any_text(text: &str) {
    any_input(Input::Text(text), Some(Format::Text));
    if let Ok(report) = gouji::parse(Input::Text(text), &reading(Some(Format::Text)).read) {
        assert_eq!(report.text, text, "a text isn't given back as it is");
    }
}

/// Every row and column of the form is there once, in the form's order.
fn whole(report: &Report) {
    for (table, &id) in report.tables.all().into_iter().zip(TableId::ALL) {
        let form = form::table(table.form, id);
        assert_eq!(table.id, id);
        assert_eq!(table.rows.len(), form.rows.len());
        for (row, form_row) in table.rows.iter().zip(form.rows) {
            assert_eq!(row.id, form_row.id);
            assert_eq!(row.cells.len(), form_row.columns.len());
            for (cell, column) in row.cells.iter().zip(form_row.columns) {
                assert_eq!(cell.address, form::address(id, form_row.id, column.id));
            }
        }
    }
}

/// Findings stand in the order of the text, those without a place first, and each is counted.
fn sorted_and_counted(result: &CheckResult) {
    let starts: Vec<Option<u32>> = result.findings.iter().map(|finding| finding.span.map(|span| span.start)).collect();
    assert!(starts.is_sorted(), "findings out of order: {starts:?}");
    let of = |severity| result.findings.iter().filter(|finding| finding.severity == severity).count() as u32;
    assert_eq!(result.counts.error, of(Severity::Error));
    assert_eq!(result.counts.warning, of(Severity::Warning));
    assert_eq!(result.counts.info, of(Severity::Info));
    for finding in &result.findings {
        assert_ne!(finding.code, "I901", "a rule failed: {}", finding.message);
        assert!(
            !finding.message.contains(['{', '}']) || result.report.text.contains(['{', '}']),
            "{}",
            finding.message
        );
    }
}

/// What was drawn from HTML or a file, read as text, is the same report but for the layout's name.
fn read_again(report: &Report) {
    let mut again = gouji::parse(Input::Text(&report.text), &reading(Some(Format::Text)).read).expect("text is read");
    for (table, own) in again.tables.all_mut().into_iter().zip(report.tables.all()) {
        table.layout = own.layout;
    }
    assert!(&again == report, "the drawn text reads otherwise:\n{}", report.text);
}

/// Every fix fits the text that it was found in, alone and with the others, and the fixed text is checked in its turn.
fn fixes_fit(result: &CheckResult) {
    let text = &result.report.text;
    for finding in result.findings.iter().filter(|finding| finding.fix.is_some()).take(8) {
        gouji::apply_fixes(text, std::slice::from_ref(finding)).expect("a fix fits its own text");
    }
    let fixed = gouji::apply_fixes(text, &result.findings).expect("fixes fit their own text");
    gouji::check(Input::Text(&fixed), &reading(Some(Format::Text))).expect("a fixed text is checked");
}

/// The lines and columns of a text as JavaScript counts them, by code unit; none inside a character.
struct Units(Vec<Option<(u32, u32)>>);

impl Units {
    fn of(text: &str) -> Self {
        let (mut line, mut column) = (1, 1);
        let mut units = Vec::new();
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            units.push(Some((line, column)));
            units.extend((1..character.len_utf16()).map(|_| None));
            column += character.len_utf16() as u32;
            if character == '\n' || (character == '\r' && characters.peek() != Some(&'\n')) {
                (line, column) = (line + 1, 1);
            }
        }
        units.push(Some((line, column)));
        Self(units)
    }

    fn hold(&self, span: Span) {
        let at = |unit: u32| self.0.get(unit as usize).copied().flatten();
        assert!(span.start <= span.end, "{span:?} ends before it begins");
        assert_eq!(at(span.start), Some((span.line, span.column)), "{span:?} is not where its line and column say");
        assert!(at(span.end).is_some(), "{span:?} ends outside of the text or inside a character");
    }
}

/// Every place is one of the text, and what is said to stand there does.
fn places(result: &CheckResult) {
    let text: Vec<u16> = result.report.text.encode_utf16().collect();
    let units = Units::of(&result.report.text);
    let says = |span: Span, said: &str| {
        units.hold(span);
        let place = &text[span.start as usize..span.end as usize];
        assert_eq!(String::from_utf16_lossy(place), said, "something else stands at {span:?}");
    };
    for section in &result.report.sections {
        section.span.iter().chain([&section.body]).for_each(|span| units.hold(*span));
    }
    for table in result.report.tables.all() {
        table.span.iter().for_each(|span| units.hold(*span));
        values(table, &says);
    }
    for finding in &result.findings {
        finding
            .span
            .iter()
            .chain(finding.related.iter().map(|related| &related.span))
            .for_each(|span| units.hold(*span));
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            says(edit.span, &edit.was);
        }
    }
}

fn values(table: &Table, says: &impl Fn(Span, &str)) {
    for row in table.rows.iter().chain(&table.extra_rows) {
        assert_eq!(
            row.span.is_some(),
            row.written.is_some(),
            "a label without its place, or a place without its label"
        );
        if let (Some(span), Some(written)) = (row.span, &row.written) {
            says(span, written);
        }
        for cell in &row.cells {
            match cell.span {
                Some(span) => says(span, &cell.raw),
                None => assert_eq!(cell.raw, "", "{} has a text that stands nowhere", cell.address),
            }
        }
        row.unplaced.iter().for_each(|value| says(value.span, &value.raw));
    }
}

/// A result is plain data: written as JSON and read again it says the same.
fn survives_json(result: &CheckResult) {
    let written = serde_json::to_string(result).expect("plain data");
    let read: CheckResult = serde_json::from_str(&written).expect("its own JSON");
    assert_eq!(serde_json::to_string(&read).expect("plain data"), written);
}
