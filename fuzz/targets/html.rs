//! Any markup, and reports pulled about as pages.

#![no_main]

#[path = "../../tests/promises/mod.rs"]
mod promises;

use gouji::options::{Format, Input};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((0..128, rest)) => {
            promises::hold::any_input(Input::Text(&String::from_utf8_lossy(rest)), Some(Format::Html))
        }
        _ => promises::hold::any_input(Input::Text(&promises::html(&promises::report(bytes))), Some(Format::Html)),
    }
});
