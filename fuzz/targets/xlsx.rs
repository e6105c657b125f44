//! Excel's markup: any, and that of reports pulled about.

#![no_main]

#[path = "../../tests/support/office.rs"]
mod office;
#[path = "../../tests/promises/mod.rs"]
mod promises;

use gouji::options::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let sheet = match bytes.split_first() {
        Some((0..128, rest)) => String::from_utf8_lossy(rest).into_owned(),
        _ => promises::sheet(&promises::report(bytes)),
    };
    promises::hold::any_input(Input::Bytes(&office::xlsx(&sheet)), None);
});
