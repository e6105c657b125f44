//! Reads and checks 政府信息公开工作年度报告: text or a file in, the report's three tables and every finding out.

pub mod check;
mod fix;
pub mod form;
#[cfg(any(target_arch = "wasm32", test))]
mod memory;
pub mod options;
pub mod parse;
pub mod read;
pub mod report;
mod sorted;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod write;

pub use check::many::{match_organs, roll_up};
pub use check::previous::compare;
pub use fix::{apply_fixes, apply_fixes_utf16};
use options::{CheckOptions, Error, Input, ReadOptions};
use report::{CheckResult, Report};
pub use write::render;

/// Reads a report. Any text gives one; what fails is a file that isn't one of the formats, or one over a limit.
pub fn parse(input: Input, options: &ReadOptions) -> Result<Report, Error> {
    let source = read::source::read(input, options)?;
    Ok(parse::parse(read::document(&source)).report)
}

/// Reads a report and checks it: [`parse`] with the findings.
pub fn check(input: Input, options: &CheckOptions) -> Result<CheckResult, Error> {
    check::known(&options.findings)?;
    let source = read::source::read(input, &options.read)?;
    check::check(parse::parse(read::document(&source)), options)
}
