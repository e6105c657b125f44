//! Which placements of a table's rows the sums of its columns leave possible, taken all together.
//!
//! First the sums of one column after the other drop the placements that no placement of their other rows goes with, until
//! nothing changes. Then all columns are taken together, which leaves the placements of whole tables whose sums hold.
//! Where these are too many to be told at once, one row's placements are tried one after the other, and so on; when the
//! work that a table may make is done, what isn't told by then stays open. A placement that some table with right sums
//! has is never dropped.

use crate::parse::numbers::{MIX, Numbers};
use crate::parse::place::{Candidate, RowFigures, Sums};
use rust_decimal::Decimal;

/// The most different sums of half of a table's rows that are followed; with more, they say nothing.
const MOST_SUMS: usize = 1024;

/// The partial sums that are looked at before nothing more is tried.
const MOST_STEPS: usize = 200_000;

/// Placements of one row as bits.
type Set = u64;

/// Each column's figure, none where it is blank, or where no sum may use it.
type Values = Vec<Option<i64>>;

/// A row of the table, as the sums of the columns see it.
enum Member {
    Fixed(Values),
    Open(Choices),
    Unknown,
}

/// The placements of an open row.
struct Choices {
    placements: Vec<Values>,
    /// In each column: each value with the placements that put it there.
    values: Vec<Vec<(i64, Set)>>,
    /// Placements that differ in no value.
    alike: Vec<Set>,
}

/// What a row may bring to a sum: each value with the placements that do.
struct Domain {
    /// None for all rows together that have no choice.
    row: Option<usize>,
    values: Vec<(i64, Set)>,
}

/// Keeps the placements that the sums of the columns allow; none where those sums don't hold at all.
pub fn narrow(
    rows: &[RowFigures],
    by_row: &[Vec<Candidate>],
    columns: usize,
    sums: &Sums,
) -> Option<Vec<Vec<Candidate>>> {
    if sums.of_column.is_empty() {
        return Some(by_row.to_vec());
    }
    let scale = rows.iter().flat_map(decimals).map(|value| value.scale()).max().unwrap_or(0);
    let member = |(index, row): (usize, &RowFigures)| {
        Member::of(row, &by_row[index], columns, scale, sums.total_row == Some(index))
    };
    let members: Vec<Member> = rows.iter().enumerate().map(member).collect();
    let all = |index: usize| {
        if by_row[index].is_empty() { 0 } else { Set::MAX >> (Set::BITS as usize - by_row[index].len().min(64)) }
    };
    let mut search = Search { members: &members, sums, columns, left: (0..rows.len()).map(all).collect(), steps: 0 };
    search.search()?;
    let kept = |(index, candidates): (usize, &Vec<Candidate>)| {
        let is_left = |at: usize| at >= Set::BITS as usize || search.left[index] >> at & 1 == 1;
        candidates.iter().enumerate().filter(|(at, _)| is_left(*at)).map(|(_, candidate)| candidate.clone()).collect()
    };
    Some(by_row.iter().enumerate().map(kept).collect())
}

fn decimals(row: &RowFigures) -> Vec<Decimal> {
    match row {
        RowFigures::Fixed(values) => values.iter().copied().flatten().collect(),
        RowFigures::Open(figures) => figures.iter().flat_map(|figure| figure.values.iter().copied()).collect(),
        RowFigures::Unknown => Vec::new(),
    }
}

impl Member {
    fn of(row: &RowFigures, candidates: &[Candidate], columns: usize, scale: u32, is_total: bool) -> Self {
        match row {
            RowFigures::Fixed(values) => Self::Fixed(values.iter().map(|value| whole((*value)?, scale)).collect()),
            RowFigures::Open(figures) if (1..=Set::BITS as usize).contains(&candidates.len()) => {
                let value = |candidate: &Candidate, column: usize| match candidate[column] {
                    Some(index) => whole(figures[index].values[column], scale).map(Some),
                    None => Some(None),
                };
                let values = |candidate| (0..columns).map(|column| value(candidate, column)).collect();
                let placements: Option<Vec<Values>> = candidates.iter().map(values).collect();
                placements.map_or(Self::Unknown, |placements| Self::Open(Choices::of(placements, columns, is_total)))
            }
            RowFigures::Open(_) | RowFigures::Unknown => Self::Unknown,
        }
    }

    /// Whether a column's sum may use the row.
    fn is_known(&self, column: usize) -> bool {
        match self {
            Self::Fixed(values) => values[column].is_some(),
            Self::Open(_) => true,
            Self::Unknown => false,
        }
    }
}

/// A figure in units of its last decimal place; none where it is too large to be added up.
fn whole(mut value: Decimal, scale: u32) -> Option<i64> {
    value.rescale(scale);
    i64::try_from(value.mantissa()).ok().filter(|value| value.abs() < i64::MAX >> 8)
}

impl Choices {
    fn of(placements: Vec<Values>, columns: usize, is_total: bool) -> Self {
        let in_column = |column: usize| grouped(placements.iter().map(|values| values[column].unwrap_or(0)), Set::MAX);
        // Each value and, in the total row, whether it is a blank, made one number. Should two placements that differ come
        // to the same, they are tried together.
        let kind = |values: &Values| {
            let each = values.iter().map(|value| 2 * value.unwrap_or(0) + i64::from(is_total && value.is_none()));
            each.fold(0i64, |kind, value| kind.wrapping_mul(MIX).wrapping_add(value))
        };
        let alike = grouped(placements.iter().map(kind), Set::MAX).into_iter().map(|(_, alike)| alike).collect();
        Self { values: (0..columns).map(in_column).collect(), alike, placements }
    }

    /// The placements that leave a column blank.
    fn blank(&self, column: usize) -> Set {
        let blank = self.placements.iter().enumerate().map(|(at, values)| Set::from(values[column].is_none()) << at);
        blank.fold(0, |all, placement| all | placement)
    }
}

/// Each different number with the placements, among those given, that have it.
fn grouped(numbers: impl Iterator<Item = i64>, among: Set) -> Vec<(i64, Set)> {
    let mut groups: Vec<(i64, Set)> = Vec::new();
    for (at, number) in numbers.enumerate().filter(|(at, _)| among >> at & 1 == 1) {
        match groups.iter_mut().find(|(other, _)| *other == number) {
            Some((_, placements)) => *placements |= 1 << at,
            None => groups.push((number, 1 << at)),
        }
    }
    groups
}

struct Search<'a> {
    members: &'a [Member],
    sums: &'a Sums,
    columns: usize,
    /// Each row's placements that are left.
    left: Vec<Set>,
    steps: usize,
}

impl Search<'_> {
    /// Keeps the placements that whole tables have whose sums hold; none where there is no such table.
    fn search(&mut self) -> Option<()> {
        self.settle()?;
        let Some(row) = self.next_row().filter(|_| self.steps < MOST_STEPS) else { return Some(()) };
        if self.sums.total_row != Some(row) && self.join()? {
            return Some(());
        }
        let Member::Open(choices) = &self.members[row] else { return Some(()) };
        let mut before = self.left.clone();
        let mut seen = vec![0; before.len()];
        for alike in &choices.alike {
            let tried = alike & before[row];
            if tried == 0 {
                continue;
            }
            self.left.clone_from(&before);
            self.left[row] = tried;
            match self.search() {
                Some(()) => seen.iter_mut().zip(&self.left).for_each(|(seen, left)| *seen |= left),
                None => before[row] &= !tried,
            }
            if self.steps >= MOST_STEPS {
                self.left = before;
                return Some(());
            }
        }
        self.left = seen;
        (self.left[row] != 0).then_some(())
    }

    /// The row to be tried next: the total row, on which all sums hang, then one with few placements that differ.
    fn next_row(&self) -> Option<usize> {
        let ways = |row: &usize| match &self.members[*row] {
            Member::Open(choices) => choices.alike.iter().filter(|alike| *alike & self.left[*row] != 0).count(),
            Member::Fixed(_) | Member::Unknown => 1,
        };
        let is_open = |row: &usize| ways(row) > 1;
        self.sums.total_row.filter(is_open).or_else(|| (0..self.members.len()).filter(is_open).min_by_key(ways))
    }

    /// Drops what the sums of single columns don't allow, until nothing changes; none where they don't hold.
    fn settle(&mut self) -> Option<()> {
        let every_column = (1u32 << self.columns) - 1;
        let mut dirty = every_column;
        while dirty != 0 && self.steps < MOST_STEPS {
            let column = dirty.trailing_zeros() as usize;
            dirty &= dirty - 1;
            for (left, right) in &self.sums.of_column {
                if self.narrow_sum(column, left, right)? {
                    dirty = every_column;
                }
            }
        }
        Some(())
    }

    /// Drops the placements that no placement of the other rows goes with in this column's sum; answers whether any was.
    fn narrow_sum(&mut self, column: usize, left: &[usize], right: &[usize]) -> Option<bool> {
        let mut fixed = 0;
        let mut domains = Vec::with_capacity(left.len() + right.len() + 1);
        // The placements of the total row in which it says nothing, being blank.
        let mut silent = 0;
        let rows = left.iter().map(|&row| (row, 1)).chain(right.iter().map(|&row| (row, -1)));
        for (row, sign) in rows {
            match &self.members[row] {
                Member::Open(choices) => {
                    let blank = if self.sums.total_row == Some(row) { choices.blank(column) } else { 0 };
                    silent |= self.left[row] & blank;
                    let left = self.left[row] & !blank;
                    let values = choices.values[column].iter().map(|(value, set)| (sign * value, set & left));
                    domains.push(Domain { row: Some(row), values: values.filter(|(_, set)| *set != 0).collect() });
                }
                Member::Fixed(values) => match values[column] {
                    Some(value) => fixed += sign * value,
                    None => return Some(false),
                },
                Member::Unknown => return Some(false),
            }
        }
        domains.push(Domain { row: None, values: vec![(fixed, 0)] });
        let Some(kept) = self.supported(&domains, true) else { return Some(false) };
        let mut has_dropped = false;
        for (domain, kept) in domains.iter().zip(kept) {
            let Some(row) = domain.row else { continue };
            let kept = match self.sums.total_row == Some(row) {
                true => kept | silent,
                // Where the total may be blank the sum binds nothing but a total that is there.
                false if silent != 0 => continue,
                false => kept,
            };
            has_dropped |= kept != self.left[row];
            self.left[row] = kept;
            if kept == 0 {
                return None;
            }
        }
        (domains.len() > 1 || fixed == 0).then_some(has_dropped)
    }

    /// Keeps the placements that some placement of each other row goes with in the sums of all columns at once; answers
    /// whether that could be told. The total row has one placement left.
    ///
    /// Each sum is taken so many times, another number of times for each, and all are added up: what holds in each column
    /// holds in that. That it holds there by chance is as good as impossible, and would keep a placement, not drop one.
    fn join(&mut self) -> Option<bool> {
        let weights = self.weights();
        let weigh = |row: usize, values: &Values| {
            let weighed = values.iter().zip(&weights).map(|(value, of)| value.unwrap_or(0).wrapping_mul(of[row]));
            weighed.fold(0, i64::wrapping_add)
        };
        let mut fixed = 0i64;
        let mut domains = Vec::new();
        for (row, member) in self.members.iter().enumerate() {
            match member {
                Member::Fixed(values) => fixed = fixed.wrapping_add(weigh(row, values)),
                Member::Open(choices) => {
                    let values = grouped(choices.placements.iter().map(|values| weigh(row, values)), self.left[row]);
                    domains.push(Domain { row: Some(row), values });
                }
                Member::Unknown => {}
            }
        }
        domains.push(Domain { row: None, values: vec![(fixed, 0)] });
        let Some(kept) = self.supported(&domains, false) else { return Some(false) };
        for (domain, kept) in domains.iter().zip(kept) {
            let Some(row) = domain.row else { continue };
            self.left[row] = kept;
            if kept == 0 {
                return None;
            }
        }
        Some(true)
    }

    /// How many times each column's figure of each row is taken, when all sums that say something are added up.
    fn weights(&self) -> Vec<Vec<i64>> {
        let mut weights = vec![vec![0; self.members.len()]; self.columns];
        let mut weight = MIX;
        for (column, weights) in weights.iter_mut().enumerate() {
            let is_silent = |row: usize| match &self.members[row] {
                Member::Open(choices) => {
                    self.sums.total_row == Some(row) && choices.blank(column) & self.left[row] != 0
                }
                member => !member.is_known(column),
            };
            for (left, right) in &self.sums.of_column {
                if left.iter().chain(right).any(|row| is_silent(*row)) {
                    continue;
                }
                weight = (weight ^ weight >> 29).wrapping_mul(MIX);
                for (rows, weight) in [(left, weight), (right, weight.wrapping_neg())] {
                    rows.iter().for_each(|&row| weights[row] = weight.wrapping_add(weights[row]));
                }
            }
        }
        weights
    }

    /// Of each domain the placements that go with some of all others, so that together they come to 0; none where there
    /// are too many sums to tell. True sums are followed only as long as the rest can bring them to 0.
    ///
    /// The domains go to two halves, the next to the one with fewer sums. Sums of one half that the other makes up for are
    /// then followed back, domain by domain.
    fn supported(&mut self, domains: &[Domain], are_true_sums: bool) -> Option<Vec<Set>> {
        let least = |domain: &Domain| domain.values.iter().map(|(value, _)| *value).min().unwrap_or(0);
        let most = |domain: &Domain| domain.values.iter().map(|(value, _)| *value).max().unwrap_or(0);
        let ranges: Vec<(i64, i64)> = domains.iter().map(|domain| (least(domain), most(domain))).collect();
        let add = |all: (i64, i64), range: &(i64, i64)| (all.0.wrapping_add(range.0), all.1.wrapping_add(range.1));
        let all = ranges.iter().fold((0, 0), add);
        let half = || Half { domains: Vec::new(), sums: vec![Numbers::of([0])], others: all };
        let mut halves = [half(), half()];
        for (at, domain) in domains.iter().enumerate() {
            let fewer = usize::from(halves[1].last().all().len() < halves[0].last().all().len());
            let half = &mut halves[fewer];
            half.others.0 = half.others.0.wrapping_sub(ranges[at].0);
            half.others.1 = half.others.1.wrapping_sub(ranges[at].1);
            self.steps += half.last().all().len() * domain.values.len();
            let mut sums = Numbers::of([]);
            for one in half.last().all() {
                for (value, _) in &domain.values {
                    let sum = one.wrapping_add(*value);
                    if !are_true_sums || (sum + half.others.0 <= 0 && sum + half.others.1 >= 0) {
                        sums.insert(sum);
                    }
                }
                if sums.all().len() > MOST_SUMS {
                    return None;
                }
            }
            half.domains.push(at);
            half.sums.push(sums);
        }
        let mut kept = vec![0; domains.len()];
        for (half, other) in [(&halves[0], &halves[1]), (&halves[1], &halves[0])] {
            let mut wanted = Numbers::of(other.last().all().iter().map(|sum| sum.wrapping_neg()));
            for (at, sums) in half.domains.iter().zip(&half.sums).rev() {
                let mut before = Numbers::of([]);
                for sum in sums.all() {
                    for (value, placements) in &domains[*at].values {
                        if wanted.contains(sum.wrapping_add(*value)) {
                            kept[*at] |= placements;
                            before.insert(*sum);
                        }
                    }
                }
                wanted = before;
            }
        }
        Some(kept)
    }
}

/// Half of the domains of a sum.
struct Half {
    domains: Vec<usize>,
    /// The sums that none of them can have, the first, the first two and so on.
    sums: Vec<Numbers>,
    /// The least and the most that all other domains come to.
    others: (i64, i64),
}

impl Half {
    fn last(&self) -> &Numbers {
        &self.sums[self.sums.len() - 1]
    }
}
