//! Findings' fixes → the text with them made.

use crate::options::{Error, ErrorCode};
use crate::report::{Edit, Finding, Fix};
use std::collections::BTreeMap;
use std::ops::Range;

/// Makes the fixes of findings whose places are bytes of `text`. A fix is made as a whole; of fixes that overlap, the
/// first in the order of the findings is made. What stands outside of the edits stays as it is.
///
/// # Errors
/// Where a fix doesn't fit the text: something else stands at its place.
pub fn apply_fixes(text: &str, findings: &[Finding]) -> Result<String, Error> {
    let fixes: Vec<&Fix> = findings.iter().filter_map(|finding| finding.fix.as_ref()).collect();
    let fixed = splice(text.as_bytes(), text.as_bytes(), &fixes, |text| text.as_bytes().to_vec())?;
    String::from_utf8(fixed).map_err(|_| does_not_fit(""))
}

/// As [`apply_fixes`], for fixes whose places are UTF-16 code units, as JavaScript counts them. A lone surrogate stays one.
///
/// # Errors
/// As [`apply_fixes`].
pub fn apply_fixes_utf16(text: &[u16], fixes: &[&Fix]) -> Result<Vec<u16>, Error> {
    // In `was` each lone surrogate has become U+FFFD, which is as long.
    let readable: Vec<u16> = String::from_utf16_lossy(text).encode_utf16().collect();
    splice(text, &readable, fixes, |text| text.encode_utf16().collect())
}

/// `readable` is `text` as the edits see it, unit by unit.
fn splice<U: Copy + PartialEq>(
    text: &[U],
    readable: &[U],
    fixes: &[&Fix],
    units: impl Fn(&str) -> Vec<U>,
) -> Result<Vec<U>, Error> {
    for edit in fixes.iter().flat_map(|fix| &fix.edits) {
        if readable.get(place(edit)) != Some(units(&edit.was).as_slice()) {
            return Err(does_not_fit(&edit.was));
        }
    }
    let mut fixed = Vec::with_capacity(text.len());
    let mut done = 0;
    for edit in chosen(fixes).into_values() {
        fixed.extend_from_slice(&text[done..edit.span.start as usize]);
        fixed.extend(units(&edit.text));
        done = edit.span.end as usize;
    }
    fixed.extend_from_slice(&text[done..]);
    Ok(fixed)
}

fn place(edit: &Edit) -> Range<usize> {
    edit.span.start as usize..edit.span.end as usize
}

/// The edits of the fixes that overlap with none before them, by where they begin.
fn chosen<'e>(fixes: &[&'e Fix]) -> BTreeMap<u32, &'e Edit> {
    let mut chosen: BTreeMap<u32, &Edit> = BTreeMap::new();
    for fix in fixes.iter().map(|fix| fix.edits.as_slice()) {
        let clash = |edit: &Edit| {
            let before = chosen.range(..=edit.span.start).next_back();
            let after = chosen.range(edit.span.start..).next();
            before.is_some_and(|(&from, before)| before.span.end > edit.span.start || from == edit.span.start)
                || after.is_some_and(|(&from, _)| from < edit.span.end)
        };
        let own = fix.windows(2).any(|pair| pair[1].span.start < pair[0].span.end);
        if !own && !fix.iter().any(clash) {
            chosen.extend(fix.iter().map(|edit| (edit.span.start, edit)));
        }
    }
    chosen
}

fn does_not_fit(was: &str) -> Error {
    Error::new(
        ErrorCode::UnknownOption,
        format!("修改不适用于这段文字：相应位置不是“{was}”。请用校验结果中的 report.text，或者重新校验后再修改。"),
        format!(
            "A fix doesn't fit this text: “{was}” doesn't stand at its place. Give the report.text of the check, or check \
             again."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Severity;
    use crate::text::Span;
    use proptest::prelude::*;

    fn finding(edits: Vec<Edit>) -> Finding {
        Finding {
            code: String::new(),
            name: String::new(),
            severity: Severity::Info,
            family: String::new(),
            message: String::new(),
            args: Default::default(),
            span: None,
            related: Vec::new(),
            cells: Vec::new(),
            expected: None,
            actual: None,
            fix: Some(fix(edits)),
            source: None,
        }
    }

    fn fix(edits: Vec<Edit>) -> Fix {
        Fix { message: String::new(), edits }
    }

    fn edit(start: usize, was: &str, text: &str) -> Edit {
        Edit { span: Span::bytes(start, start + was.len()), was: was.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn fixes_are_made_and_nothing_else_changes() {
        let findings = [finding(vec![edit(9, "5次", "5")]), finding(vec![edit(0, "1、", "一、")])];
        assert_eq!(apply_fixes("1、采购5次。", &findings).unwrap_err().code, ErrorCode::UnknownOption);
        let findings = [finding(vec![edit(10, "5次", "5")]), finding(vec![edit(0, "1、", "一、")])];
        assert_eq!(apply_fixes("1、采购5次。", &findings).unwrap(), "一、采购5。");
    }

    #[test]
    fn of_overlapping_fixes_the_first_is_made_whole() {
        let findings = [
            finding(vec![edit(1, "bc", "X"), edit(4, "e", "Y")]),
            finding(vec![edit(2, "c", "Z"), edit(5, "f", "Z")]),
            finding(vec![edit(0, "a", "W")]),
        ];
        assert_eq!(apply_fixes("abcdef", &findings).unwrap(), "WXdYf");
    }

    #[test]
    fn lone_surrogates_stay() {
        let text: Vec<u16> = [0xd800].into_iter().chain("的的𠮷".encode_utf16()).collect();
        let mut first = edit(0, "", "");
        first.span = Span { start: 0, end: 2, ..Span::default() };
        first.was = "\u{fffd}的".to_owned();
        first.text = "\u{fffd}".to_owned();
        assert_eq!(apply_fixes_utf16(&text, &[&fix(vec![first])]).unwrap().len(), 4);
        let mut second = edit(0, "", "");
        second.span = Span { start: 2, end: 3, ..Span::default() };
        second.was = "的".to_owned();
        let fixed = apply_fixes_utf16(&text, &[&fix(vec![second])]).unwrap();
        assert_eq!(fixed[0], 0xd800);
        assert_eq!(String::from_utf16(&fixed[1..]).unwrap(), "的𠮷");
    }

    proptest! {
        #[test]
        fn text_outside_of_the_edits_stays(
            text in "[a-z的一二]{1,40}",
            cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..8),
        ) {
            let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let findings: Vec<Finding> = cuts
                .iter()
                .map(|(a, b)| {
                    let (a, b) = (*a.get(&borders), *b.get(&borders));
                    finding(vec![edit(a.min(b), &text[a.min(b)..a.max(b)], "")])
                })
                .collect();
            let fixed = apply_fixes(&text, &findings).unwrap();
            // What is left is the text with pieces taken out, in its order.
            let mut rest = text.chars();
            prop_assert!(fixed.chars().all(|character| rest.any(|other| other == character)));
        }
    }
}
