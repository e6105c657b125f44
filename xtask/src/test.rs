//! Every test there is.

use crate::command::{self, say};
use crate::setup;
use anyhow::Result;
use std::fs;

pub fn run() -> Result<()> {
    setup::wasm_target()?;
    setup::node_modules()?;
    setup::browser()?;
    say("Checking formatting and lints");
    command::run("cargo", &["fmt", "--all", "--check"])?;
    command::run("cargo", &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])?;
    command::run("cargo", &["clippy", "--package", "gouji", "--target", setup::WASM, "--", "--deny", "warnings"])?;
    say("Testing the crate");
    command::run("cargo", &["test", "--workspace"])?;
    crate::build()?;
    say("Testing the package and the page");
    command::run(
        "node",
        &[&["--test"], script_tests()?.iter().map(String::as_str).collect::<Vec<_>>().as_slice()].concat(),
    )
}

/// A test that draws its reports from a seed, over more of them than the other tests have time for.
pub fn at_length(test: &str, reports: usize) -> Result<()> {
    let reports = format!("env.REPORTS=\"{reports}\"");
    command::run("cargo", &["test", "--release", "--config", &reports, "--test", test, "--", "--nocapture"])
}

/// The test files of the package and of the page: Node before version 21 takes no pattern.
fn script_tests() -> Result<Vec<String>> {
    let mut files = Vec::new();
    for folder in ["tests/javascript", "tests/browser"] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path().to_string_lossy().into_owned();
            files.extend(path.ends_with(".test.mjs").then_some(path));
        }
    }
    files.sort();
    Ok(files)
}
