//! What speaks for a set of changes: how the wrong figures may have come about, and what else says the right ones.

use super::localization::Candidate;
use super::sums::{At, Sums};
use crate::check::Context;
use crate::check::previous::last_year;
use crate::check::prose::{Applicant, Claim, Outcome, Topic};
use rust_decimal::Decimal;

/// The kinds of evidence, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Two neighbours stand in each other's place.
    Exchange,
    /// A figure stands in the column next to its own.
    NextColumn,
    /// The figures differ by one slip of the keyboard.
    TypingSlip,
    /// A sentence says the value.
    Sentence,
    /// Last year's report carries the value over.
    CarryOver,
    None,
}

/// The strongest evidence for a candidate.
pub fn of(candidate: &Candidate, sums: &Sums, context: &Context) -> Evidence {
    let old = |at: At| sums.value(at).unwrap_or_default();
    if is_exchange(candidate, old) {
        Evidence::Exchange
    } else if is_next_column(candidate, old) {
        Evidence::NextColumn
    } else if is_typing_slip(candidate, old) {
        Evidence::TypingSlip
    } else if candidate.iter().any(|&(at, value)| is_said(at, value, sums, context)) {
        Evidence::Sentence
    } else if candidate.iter().any(|&(at, value)| is_carried_over(at, value, sums, context)) {
        Evidence::CarryOver
    } else {
        Evidence::None
    }
}

fn is_exchange(candidate: &Candidate, old: impl Fn(At) -> Decimal) -> bool {
    let &[(first, new_first), (second, new_second)] = candidate.as_slice() else { return false };
    let beside = first.row == second.row && first.column.abs_diff(second.column) == 1;
    let below = first.column == second.column && first.row.abs_diff(second.row) == 1;
    (beside || below) && new_first == old(second) && new_second == old(first)
}

fn is_next_column(candidate: &Candidate, old: impl Fn(At) -> Decimal) -> bool {
    let moved = |from: &(At, Decimal), to: &(At, Decimal)| {
        let beside = from.0.row == to.0.row && from.0.column.abs_diff(to.0.column) == 1;
        beside && old(from.0).is_zero() && from.1 == old(to.0)
    };
    match candidate.as_slice() {
        [first, second] => moved(first, second) || moved(second, first),
        _ => false,
    }
}

/// Whether each row's change is one slip: where an applicant cell and its total change alike, one was copied from the other.
fn is_typing_slip(candidate: &Candidate, old: impl Fn(At) -> Decimal) -> bool {
    let slip =
        |(at, value): &(At, Decimal)| slips(&old(*at).normalize().to_string(), &value.normalize().to_string()) == 1;
    candidate.chunk_by(|a, b| a.0.row == b.0.row).all(|row| match row {
        [first, second] if first.1 - old(first.0) == second.1 - old(second.0) => slip(first) || slip(second),
        cells => cells.iter().all(slip),
    })
}

/// The restricted Damerau-Levenshtein distance: figures put in, left out, changed, or exchanged with their neighbour.
fn slips(written: &str, meant: &str) -> usize {
    let (a, b) = (written.as_bytes(), meant.as_bytes());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let least = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                    let crossed = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    if crossed { least.min(rows[i - 2][j - 2] + 1) } else { least }
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

fn is_said(at: At, value: Decimal, sums: &Sums, context: &Context) -> bool {
    let (row, column) = (&*sums.row(at).id, &*sums.cell(at).column);
    let says = |claim: &Claim| claim.figure.value == value && cell_of(&claim.topic) == Some((row, column));
    context.claims().iter().any(says)
}

/// The cell that a sentence speaks of, as row and column; none where it speaks of several.
fn cell_of(topic: &Topic) -> Option<(&'static str, &'static str)> {
    Some(match topic {
        Topic::Received { applicant: Applicant::All, .. } => ("received", "total"),
        Topic::Received { applicant: Applicant::Natural, .. } => ("received", "natural_person"),
        Topic::CarriedIn => ("carried_in", "total"),
        Topic::Concluded => ("concluded", "total"),
        Topic::CarriedOut => ("carried_out", "total"),
        Topic::Outcome(outcomes) => match outcomes.as_slice() {
            [Outcome::Granted] => ("granted", "total"),
            [Outcome::PartlyGranted] => ("partly_granted", "total"),
            [Outcome::Other] => ("other", "total"),
            _ => return None,
        },
        Topic::Received { applicant: Applicant::Organization, .. } | Topic::Cases(_) | Topic::Documents { .. } => {
            return None;
        }
    })
}

fn is_carried_over(at: At, value: Decimal, sums: &Sums, context: &Context) -> bool {
    let Some(previous) = last_year(context) else { return false };
    let last_year = previous.tables.applications.cell("carried_out", &sums.cell(at).column);
    sums.row(at).id == "carried_in" && last_year.and_then(|cell| cell.value) == Some(value)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn one_slip_of_the_keyboard_is_told() {
        for (written, meant) in [("12", "21"), ("1", "10"), ("33", "3"), ("7", "9"), ("120", "12")] {
            assert_eq!(slips(written, meant), 1, "{written} for {meant}");
        }
        for (written, meant) in [("0", "29"), ("12", "30"), ("123", "321")] {
            assert!(slips(written, meant) > 1, "{written} for {meant}");
        }
    }
}
