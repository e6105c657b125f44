//! Error localization: the smallest sets of changes that mend every broken sum of table 三.
//!
//! The table's rows and columns are a two-way parity check: a wrong figure breaks the sums that run through it, and by how
//! much they break is by how much it is wrong. A change is one cell, or an applicant cell together with its row's total by
//! the same amount, as clerks copy the one into the other. New values are whole and not negative.

use super::sums::{At, Sums};
use crate::sorted::{set, sort_by_key};
use rust_decimal::Decimal;

/// Cells with the values they must have, in the order of the table.
pub type Candidate = Vec<(At, Decimal)>;

/// What mends the broken sums.
#[derive(Debug, PartialEq, Eq)]
pub struct Localization {
    /// The fewest changes that can do: 1, 2, or 3 for three or more.
    pub changes: usize,
    /// The sets of so many changes whose values the sums determine.
    pub candidates: Vec<Candidate>,
}

/// Finds what mends the sums; none where none of them breaks.
pub fn localize(sums: &Sums) -> Option<Localization> {
    let search = Search::new(sums);
    if search.broken == 0 {
        return None;
    }
    let singles = search.singles();
    if !singles.is_empty() {
        return Some(Localization { changes: 1, candidates: singles.into_iter().collect() });
    }
    let (possible, pairs) = search.pairs();
    let changes = if possible { 2 } else { 3 };
    Some(Localization { changes, candidates: pairs.into_iter().collect() })
}

/// A figure or a difference in millionths: thousands of sets are tried, and whole numbers are added fastest.
type Amount = i128;

const ONE: Amount = 1_000_000;
const DECIMALS: u32 = 6;

fn amount(figure: Decimal) -> Amount {
    let mut figure = figure;
    figure.rescale(DECIMALS);
    figure.mantissa()
}

fn figure(amount: Amount) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(amount, DECIMALS).ok().map(|figure| figure.normalize())
}

/// A change by some amount: its cells, and the sums whose excess changes by that amount times the factor, 1 or -1.
struct Change {
    cells: Vec<At>,
    effects: Vec<(usize, Amount)>,
    /// The sums that it touches, a bit each.
    touches: u64,
    /// The least of the cells' figures: by so much they can shrink.
    room: Amount,
}

/// What two changes must come to.
enum Amounts {
    Impossible,
    Determined(Amount, Amount),
    /// The sum of both, and nothing more.
    Together(Amount),
    /// Any amount: both change alike.
    Open,
}

struct Search<'s, 'r> {
    sums: &'s Sums<'r>,
    /// By how much each checked sum's left side exceeds its right.
    excess: Vec<Amount>,
    /// The broken sums, a bit each: table 三 has 39 sums.
    broken: u64,
    changes: Vec<Change>,
}

impl<'s, 'r> Search<'s, 'r> {
    fn new(sums: &'s Sums<'r>) -> Self {
        let checked: Vec<_> = sums.sums.iter().filter_map(|sum| Some((sum, sums.excess(sum)?))).collect();
        let excess: Vec<Amount> = checked.iter().map(|(_, excess)| amount(*excess)).collect();
        let broken = (0..excess.len()).filter(|&index| excess[index] != 0).fold(0, |broken, index| broken | 1 << index);
        let mut search = Self { sums, excess, broken, changes: Vec::new() };
        if broken == 0 {
            return search;
        }
        let columns = sums.table.rows[0].cells.len();
        let mut effects_of = vec![Vec::new(); sums.table.rows.len() * columns];
        for (index, (sum, _)) in checked.iter().enumerate() {
            let sides = [(&sum.left, 1), (&sum.right, -1)];
            for (at, factor) in sides.into_iter().flat_map(|(cells, factor)| cells.iter().map(move |at| (at, factor))) {
                effects_of[at.row * columns + at.column].push((index, factor));
            }
        }
        for row in 0..sums.table.rows.len() {
            let total = At { row, column: columns - 1 };
            for column in 0..columns {
                let at = At { row, column };
                search.add(vec![at], effects_of[row * columns + column].clone());
                if column < total.column {
                    let own = &effects_of[row * columns + column];
                    let both = join(own, &effects_of[row * columns + total.column]);
                    search.add(vec![at, total], both);
                }
            }
        }
        search
    }

    fn add(&mut self, cells: Vec<At>, effects: Vec<(usize, Amount)>) {
        let Some(room) = cells.iter().map(|&at| self.sums.value(at)).min().flatten().map(amount) else { return };
        if effects.is_empty() {
            return;
        }
        let touches = effects.iter().fold(0, |touches, (sum, _)| touches | 1 << sum);
        self.changes.push(Change { cells, effects, touches, room });
    }

    fn singles(&self) -> Vec<Candidate> {
        let needed = |change: &Change| {
            let mut needed = change.effects.iter().map(|(sum, factor)| -self.excess[*sum] * factor);
            let first = needed.next()?;
            needed.all(|other| other == first).then_some(first)
        };
        let changes = self.changes.iter().filter(|change| change.touches == self.broken);
        set(changes.filter_map(|change| self.candidate(&[(change, needed(change)?)])))
    }

    /// The sets of two changes, and whether any two do, be their amounts determined or not.
    fn pairs(&self) -> (bool, Vec<Candidate>) {
        let (mut possible, mut candidates) = (false, Vec::new());
        for (index, first_change) in self.changes.iter().enumerate() {
            // What both touch may cancel out; what only one touches must be broken, and nothing broken be left.
            let fits = |second: &&Change| {
                (first_change.touches ^ second.touches) & !self.broken == 0
                    && self.broken & !(first_change.touches | second.touches) == 0
            };
            for second_change in self.changes[index + 1..].iter().filter(fits) {
                let amounts = match self.amounts(first_change, second_change) {
                    Amounts::Impossible => continue,
                    Amounts::Determined(a, b) => Some((a, b)),
                    Amounts::Open => {
                        possible = true;
                        continue;
                    }
                    Amounts::Together(sum) => {
                        let (any, only) = split(sum, first_change.room, second_change.room);
                        possible |= any;
                        only
                    }
                };
                let candidate = amounts.and_then(|(a, b)| self.candidate(&[(first_change, a), (second_change, b)]));
                possible |= candidate.is_some();
                candidates.extend(candidate);
            }
        }
        (possible, set(candidates))
    }

    /// By how much each of two changes must change its cells for all sums to hold.
    fn amounts(&self, first: &Change, second: &Change) -> Amounts {
        let factor = |change: &Change, sum: usize| {
            change.effects.iter().find(|(other, _)| *other == sum).map_or(0, |(_, factor)| *factor)
        };
        let sums = first.effects.iter().chain(&second.effects).map(|(sum, _)| *sum);
        let mut rows = sums.map(|sum| [factor(first, sum), factor(second, sum), -self.excess[sum]]);
        let Some([a, b, needed]) = rows.clone().next() else { return Amounts::Impossible };
        // The factors are 1, -1 or 0, so a determinant other than 0 determines both amounts.
        let Some([c, d, also_needed]) = rows.clone().find(|row| a * row[1] != b * row[0]) else {
            let agree = rows.all(|row| row[2] == if row[0] == a { needed } else { -needed });
            return match agree {
                false => Amounts::Impossible,
                true if a == b => Amounts::Together(needed * a),
                true => Amounts::Open,
            };
        };
        let determinant = a * d - b * c;
        let (x, y) = ((needed * d - b * also_needed) / determinant, (a * also_needed - needed * c) / determinant);
        match rows.all(|row| row[0] * x + row[1] * y == row[2]) {
            true => Amounts::Determined(x, y),
            false => Amounts::Impossible,
        }
    }

    /// The cells' new values; none where one isn't whole, or is negative, or nothing would change.
    fn candidate(&self, changes: &[(&Change, Amount)]) -> Option<Candidate> {
        let mut values: Vec<(At, Amount)> = Vec::with_capacity(4);
        for (change, by) in changes {
            if *by == 0 {
                return None;
            }
            for &at in &change.cells {
                match values.iter_mut().find(|(other, _)| *other == at) {
                    Some((_, value)) => *value += by,
                    None => values.push((at, amount(self.sums.value(at)?) + by)),
                }
            }
        }
        values.retain(|(at, value)| self.sums.value(*at).map(amount) != Some(*value));
        sort_by_key(&mut values, |&(at, _)| at);
        if values.is_empty() || values.iter().any(|(_, value)| *value < 0 || value % ONE != 0) {
            return None;
        }
        values.into_iter().map(|(at, value)| Some((at, figure(value)?))).collect()
    }
}

/// The effects of two cells that change together; what cancels out is left out.
fn join(first: &[(usize, Amount)], second: &[(usize, Amount)]) -> Vec<(usize, Amount)> {
    let mut both = first.to_vec();
    for &(sum, factor) in second {
        match both.iter_mut().find(|(other, _)| *other == sum) {
            Some((_, own)) => *own += factor,
            None => both.push((sum, factor)),
        }
    }
    both.retain(|(_, factor)| *factor != 0);
    both
}

/// Whether a sum can be split over two changes neither of which is 0 nor takes more than there is; and the only way to,
/// if there is just one.
fn split(sum: Amount, room: Amount, other_room: Amount) -> (bool, Option<(Amount, Amount)>) {
    if sum % ONE != 0 {
        return (false, None);
    }
    let (least, most) = (-room.div_euclid(ONE), sum / ONE + other_room.div_euclid(ONE));
    // Of the whole amounts from least to most, 0 and the sum itself would leave a cell as it is.
    let leaves_one = |amount: Amount| amount == 0 || amount == sum / ONE;
    let is_within = |amount: Amount| (least..=most).contains(&amount);
    let excluded = usize::from(is_within(0)) + usize::from(sum != 0 && is_within(sum / ONE));
    let ways = most - least + 1 - excluded as Amount;
    if ways != 1 {
        return (ways > 0, None);
    }
    let only = (least..=most).find(|&amount| !leaves_one(amount)).map(|amount| amount * ONE);
    (true, only.map(|amount| (amount, sum - amount)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, CellState, FormId, Placed, Row, Table, TableId};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const ROWS: [&str; 6] = ["received", "carried_in", "granted", "partly_granted", "concluded", "carried_out"];
    const WIDTH: usize = 3;
    type Figures = [[i64; WIDTH]; ROWS.len()];

    fn table(figures: &Figures) -> Table {
        let cell = |value: i64| Cell {
            address: "".into(),
            column: "".into(),
            raw: value.to_string().into(),
            value: Some(Decimal::from(value)),
            unit: None,
            state: CellState::Number,
            placed: Some(Placed::Exact),
            span: None,
        };
        let row = |(id, figures): (&&'static str, &[i64; WIDTH])| Row {
            id: (*id).into(),
            label: "".into(),
            written: None,
            span: None,
            cells: figures.iter().map(|&figure| cell(figure)).collect(),
            unplaced: Vec::new(),
        };
        Table {
            id: TableId::Applications,
            form: FormId::Form2021,
            found: true,
            layout: None,
            span: None,
            rows: ROWS.iter().zip(figures).map(row).collect(),
            extra_rows: Vec::new(),
        }
    }

    fn hold(figures: &Figures) -> bool {
        let column = |c: usize| {
            let [received, carried_in, granted, partly, concluded, carried_out] = figures.map(|row| row[c]);
            received + carried_in == concluded + carried_out && granted + partly == concluded
        };
        (0..WIDTH).all(column) && figures.iter().all(|row| row[0] + row[1] == row[2])
    }

    fn changed(figures: &Figures, cells: &[(usize, usize)], amount: i64) -> Figures {
        let mut changed = *figures;
        for &(row, column) in cells {
            changed[row][column] += amount;
        }
        changed
    }

    fn candidate(before: &Figures, after: &Figures) -> Candidate {
        let cells = (0..ROWS.len()).flat_map(|row| (0..WIDTH).map(move |column| (row, column)));
        let differ = cells.filter(|&(row, column)| before[row][column] != after[row][column]);
        differ.map(|(row, column)| (At { row, column }, Decimal::from(after[row][column]))).collect()
    }

    /// The largest amount that brute force tries, well above what mends figures as small as those below.
    const MOST: i64 = 24;

    fn brute_force(figures: &Figures) -> Option<Localization> {
        if hold(figures) {
            return None;
        }
        let single = |row: usize| (0..WIDTH).map(move |column| vec![(row, column)]);
        let double = |row: usize| (0..WIDTH - 1).map(move |column| vec![(row, column), (row, WIDTH - 1)]);
        let changes: Vec<Vec<(usize, usize)>> =
            (0..ROWS.len()).flat_map(|row| single(row).chain(double(row))).collect();
        let amounts = || (-MOST..=MOST).filter(|amount| *amount != 0);
        let is_good = |figures: &Figures| hold(figures) && figures.iter().flatten().all(|figure| *figure >= 0);
        let good_after = |cells: &[(usize, usize)]| {
            amounts().map(|amount| changed(figures, cells, amount)).filter(is_good).collect::<Vec<_>>()
        };
        let singles: BTreeSet<Candidate> =
            changes.iter().flat_map(|cells| good_after(cells)).map(|after| candidate(figures, &after)).collect();
        if !singles.is_empty() {
            return Some(Localization { changes: 1, candidates: singles.into_iter().collect() });
        }
        let (mut possible, mut pairs) = (false, BTreeSet::new());
        for (index, first) in changes.iter().enumerate() {
            for second in &changes[index + 1..] {
                let mut solutions = Vec::new();
                for amount in amounts() {
                    let between = changed(figures, first, amount);
                    solutions.extend(amounts().map(|amount| changed(&between, second, amount)).filter(is_good));
                }
                possible |= !solutions.is_empty();
                if let [only] = solutions.as_slice() {
                    pairs.insert(candidate(figures, only));
                }
            }
        }
        Some(Localization { changes: if possible { 2 } else { 3 }, candidates: pairs.into_iter().collect() })
    }

    /// A small table whose sums hold.
    fn consistent() -> impl Strategy<Value = Figures> {
        let parts = || prop::array::uniform2(0..4i64);
        (parts(), parts(), parts(), parts()).prop_map(|(granted, partly, carried_in, carried_out)| {
            let with_total = |parts: [i64; 2]| [parts[0], parts[1], parts[0] + parts[1]];
            let concluded = [granted[0] + partly[0], granted[1] + partly[1]];
            let carried_out = [0, 1].map(|c| carried_out[c].max(carried_in[c] - concluded[c]));
            let received = [0, 1].map(|c| concluded[c] + carried_out[c] - carried_in[c]);
            [received, carried_in, granted, partly, concluded, carried_out].map(with_total)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        #[test]
        fn what_is_found_is_what_trying_everything_finds(
            figures in consistent(),
            slips in prop::collection::vec((0..ROWS.len(), 0..WIDTH, 0..6i64), 0..5),
        ) {
            let mut figures = figures;
            for (row, column, value) in slips {
                figures[row][column] = value;
            }
            let table = table(&figures);
            prop_assert_eq!(localize(&Sums::applications(&table)), brute_force(&figures));
        }
    }
}
