//! Family 5xx: years and dates.

mod mention;
pub mod y501_year_differs;
pub mod y502_period_off;
pub mod y503_late;
pub mod y504_impossible_date;
