//! Family 7xx: many reports together, and against the one of the organ above them.

mod organ;
pub mod r701_sum_differs;
pub mod r702_report_missing;
pub mod r703_same_text;
mod sum;

pub use organ::{are_alike, match_organs};

use super::{check_by, family_rules, known};
use crate::options::{CheckOptions, Error, RollUpOptions};
use crate::parse::{Parsed, blank};
use crate::report::{Report, RollUp};

/// The reports of a roll-up, as its rules see them.
pub struct Many<'m> {
    pub has_parent: bool,
    pub children: &'m [Report],
    /// The sums over the children.
    pub sum: &'m Report,
    /// The organs that should have reported, with the children that are theirs.
    pub expected: &'m [Expected],
}

/// An organ that should have reported.
#[derive(Debug)]
pub struct Expected {
    pub organ: String,
    /// Indices of its reports among the children.
    pub children: Vec<usize>,
}

/// Adds the subordinate reports up, and holds the sums against the parent's report. The findings' places are those of
/// the report that `source` names, or of the parent.
///
/// # Errors
/// Where the options name a rule that isn't there.
pub fn roll_up(parent: Option<&Report>, children: &[Report], options: &RollUpOptions) -> Result<RollUp, Error> {
    known(&options.findings)?;
    let sum = sum::over(parent, children);
    let expected = organ::expected(options.organs.as_deref().unwrap_or_default(), children);
    let many = Many { has_parent: parent.is_some(), children, sum: &sum, expected: &expected };
    let blank = blank::report();
    let parsed = Parsed::again(parent.unwrap_or(&blank));
    let check_options = CheckOptions { findings: options.findings.clone(), ..CheckOptions::default() };
    let findings = check_by(&family_rules("many"), parsed, &check_options, Some(&many))?.findings;
    let missing = expected.iter().filter(|expected| expected.children.is_empty());
    let missing = missing.map(|expected| expected.organ.clone()).collect();
    Ok(RollUp { findings, missing, report: sum })
}
