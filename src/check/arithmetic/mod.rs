//! Family 3xx: the sums that the figures of a table owe one another (勾稽关系).

pub mod a301_unbalanced;
pub mod a302_outcomes_do_not_add_up;
pub mod a303_applicants_do_not_add_up;
pub mod a304_cases_do_not_add_up;
pub mod a305_disclosed_more_than_held;
pub mod a306_items_below_zero;
pub mod a307_likely_culprit;
mod evidence;
mod localization;
mod sums;
mod words;

pub use sums::{BlankTotal, Sums};
