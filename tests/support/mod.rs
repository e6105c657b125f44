//! What tests share: rule cases in Markdown, findings as a person reads them, files of an office, and reports made from a seed.

#![allow(dead_code, reason = "each test uses its own part")]

pub mod case;
pub mod office;
pub mod show;
pub mod typesetter;

use std::path::PathBuf;

/// The project's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A report written for the tests, by the name of its file in `tests/reports`.
pub fn report(name: &str) -> String {
    let path = root().join("tests/reports").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
