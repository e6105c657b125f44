//! Bytes of any kind: files, encodings, what is refused.

#![no_main]

#[path = "../../tests/promises/mod.rs"]
mod promises;

use gouji::options::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    promises::hold::any_input(Input::Bytes(bytes), None);
});
