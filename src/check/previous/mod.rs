//! Family 6xx: a report against last year's.

pub mod x601_carry_over_differs;
pub mod x602_stock_differs;
pub mod x603_copied_text;
pub mod x604_jump;
pub mod x605_not_last_year;

use super::{Context, check_by, family_rules, known};
use crate::options::{CheckOptions, Error, FindingOptions};
use crate::parse::Parsed;
use crate::report::{Cell, CellState, Finding, Report};
use rust_decimal::Decimal;

/// Holds a report against last year's: the findings of this family alone, with places in `current`.
///
/// # Errors
/// Where the options name a rule that isn't there.
pub fn compare(previous: &Report, current: &Report, options: &FindingOptions) -> Result<Vec<Finding>, Error> {
    known(options)?;
    let options =
        CheckOptions { findings: options.clone(), previous: Some(previous.clone()), ..CheckOptions::default() };
    Ok(check_by(&family_rules("previous"), Parsed::again(current), &options, None)?.findings)
}

/// Last year's report; none where none was given, or one of another year.
pub fn last_year<'c>(context: &'c Context) -> Option<&'c Report> {
    let previous = context.options.previous.as_ref();
    previous.filter(|previous| x605_not_last_year::other_year(previous, context.report()).is_none())
}

/// A cell's figure; 0 for one left blank beside figures, none where it isn't known.
fn figure(cell: Option<&Cell>) -> Option<Decimal> {
    let cell = cell?;
    match cell.state {
        CellState::Number => cell.value,
        CellState::Blank | CellState::Placeholder => Some(Decimal::ZERO),
        CellState::Unreadable | CellState::Ambiguous | CellState::Missing => None,
    }
}
