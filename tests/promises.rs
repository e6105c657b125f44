//! What is promised of any input, on thousands of reports pulled about, as text, as markup, as files and as bytes.

#[path = "support/office.rs"]
mod office;
#[path = "promises/mod.rs"]
mod promises;

use gouji::options::{Format, Input};
use promises::hold::{any_input, any_text};
use promises::{document, html, report, sheet};
use proptest::prelude::*;

/// Bytes that choose a report and what is done to it; few changes as often as many.
fn changes() -> impl Strategy<Value = Vec<u8>> {
    (0..8_usize).prop_flat_map(|changes| prop::collection::vec(any::<u8>(), 1 + changes * changes * 5))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_promise_holds_for_reports_pulled_about(changes in changes()) {
        any_text(&report(&changes));
    }

    #[test]
    fn every_promise_holds_for_pages(changes in changes(), cut in any::<u16>()) {
        let page = html(&report(&changes));
        any_input(Input::Text(&page), Some(Format::Html));
        let cut = usize::from(cut) % (page.len() + 1);
        any_input(Input::Bytes(&page.as_bytes()[..cut]), None);
    }

    #[test]
    fn every_promise_holds_for_files(changes in changes()) {
        let report = report(&changes);
        any_input(Input::Bytes(&office::docx(&document(&report))), None);
        any_input(Input::Bytes(&office::xlsx(&sheet(&report))), None);
    }

    #[test]
    fn every_promise_holds_for_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        any_input(Input::Bytes(&bytes), None);
        any_text(&String::from_utf8_lossy(&bytes));
    }
}

/// Inputs that fuzzing found to break a promise, made short.
#[test]
fn inputs_that_once_broke_a_promise_keep_it() {
    let blanks = "\t\u{a0}\t\u{a0}";
    let header_without_two_columns = format!(
        "\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n一、本年新收政府信息公开申请数量{blanks}{blanks}{blanks}\t\u{a0}\n\
         二、上年结转政府信息公开申请数量{blanks}\t4{blanks}{blanks}\n（一）予以公开{blanks}\t4{blanks}{blanks}\n"
    );
    any_text(&header_without_two_columns);
}

#[test]
fn a_text_of_nothing_but_faults_is_refused_with_the_limit() {
    let text = promises::REPORTS[1].replace("重新核对", &"资金资金，".repeat(100_001));
    let error = gouji::check(Input::Text(&text), &Default::default()).expect_err("too many findings");
    assert_eq!(error.code, gouji::options::ErrorCode::TooLarge);
    assert!(error.chinese.contains("上限 100000") && error.english.contains("limit of 100000 findings"), "{error:?}");
}

#[test]
fn a_line_of_megabytes_comes_to_an_end() {
    for piece in ["1", "１，", "其中（", "规章 1 "] {
        let text = piece.repeat((4 << 20) / piece.len());
        assert!(gouji::check(Input::Text(&text), &Default::default()).is_ok(), "{piece}");
    }
}
