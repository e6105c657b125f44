//! Any text.

#![no_main]

#[path = "../../tests/promises/mod.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    promises::hold::any_text(&String::from_utf8_lossy(bytes));
});
