//! Reports made from a seed, for any test: figures whose sums hold, slips that break them, the ways in which organs write
//! figures and words, and every layout and file format that a report may arrive in.
//!
//! [`figures::consistent`] → [`writing::Figures`] → [`sample::Sample`] → a [`layout::Setting`] of [`layout::SETTINGS`].

pub mod figures;
mod hand;
pub mod layout;
mod prose;
pub mod sample;
pub mod writing;

use fastrand::Rng;

/// Whether something happens that happens in this share of the cases.
pub fn chance(rng: &mut Rng, share: f64) -> bool {
    rng.f64() < share
}
