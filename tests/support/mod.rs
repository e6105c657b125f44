//! What the tests of the rules share: rule cases in Markdown, and findings as a person reads them.

#![allow(dead_code, reason = "each test uses its own part")]

pub mod case;
pub mod show;

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
