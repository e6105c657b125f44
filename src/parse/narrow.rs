//! Which placements of a table's rows the sums of its columns leave possible, taken all together.
//!
//! First each sum drops the placements that no placement of its other rows goes with, until nothing changes. Then each
//! placement that is left is tried: where a sum can't hold with it, it is dropped too. A placement that some table with
//! right sums has is never dropped.

use crate::parse::place::{Candidate, RowFigures, Sums};
use crate::sorted::set;
use rust_decimal::Decimal;

/// The most different sums of a column that are followed; with more, the column says nothing.
const MOST_SUMS: usize = 2048;

/// The partial sums that are looked at before no further placement is tried.
const MOST_STEPS: usize = 500_000;

/// Placements of one row as bits.
type Set = u64;

/// A row of the table, as the sums of the columns see it.
enum Member {
    /// Each column's value; none where no sum may use it.
    Fixed(Vec<Option<i64>>),
    Open(Choices),
    Unknown,
}

/// The placements of an open row.
struct Choices {
    /// In each column: each value with the placements that put it there.
    values: Vec<Vec<(i64, Set)>>,
    /// In each column: the placements that leave it blank.
    blank: Vec<Set>,
    /// Placements that differ in no value.
    alike: Vec<Set>,
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
    search.settle(search.every_column())?;
    search.try_each()?;
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
                    Some(index) => whole(figures[index].values[column], scale),
                    None => Some(0),
                };
                Choices::of(candidates, columns, value, is_total).map_or(Self::Unknown, Self::Open)
            }
            RowFigures::Open(_) | RowFigures::Unknown => Self::Unknown,
        }
    }
}

/// A figure in units of its last decimal place; none where it is too large to be added up.
fn whole(mut value: Decimal, scale: u32) -> Option<i64> {
    value.rescale(scale);
    i64::try_from(value.mantissa()).ok().filter(|value| value.abs() < i64::MAX >> 8)
}

impl Choices {
    fn of(
        candidates: &[Candidate],
        columns: usize,
        value: impl Fn(&Candidate, usize) -> Option<i64>,
        is_total: bool,
    ) -> Option<Self> {
        let mut choices = Self { values: vec![Vec::new(); columns], blank: vec![0; columns], alike: Vec::new() };
        let mut kinds: Vec<Vec<(i64, bool)>> = Vec::new();
        for (at, candidate) in candidates.iter().enumerate() {
            let mut kind = Vec::with_capacity(columns);
            for column in 0..columns {
                let value = value(candidate, column)?;
                let blank = candidate[column].is_none();
                choices.blank[column] |= Set::from(blank) << at;
                kind.push((value, blank && is_total));
                match choices.values[column].iter_mut().find(|(other, _)| *other == value) {
                    Some((_, placements)) => *placements |= 1 << at,
                    None => choices.values[column].push((value, 1 << at)),
                }
            }
            match kinds.iter().position(|other| *other == kind) {
                Some(same) => choices.alike[same] |= 1 << at,
                None => {
                    kinds.push(kind);
                    choices.alike.push(1 << at);
                }
            }
        }
        Some(choices)
    }
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
    fn every_column(&self) -> u32 {
        (1 << self.columns) - 1
    }

    /// Drops what the sums of these columns don't allow, and what those of others don't allow then; none where they don't hold.
    fn settle(&mut self, mut dirty: u32) -> Option<()> {
        while dirty != 0 {
            let column = dirty.trailing_zeros() as usize;
            dirty &= dirty - 1;
            for (left, right) in &self.sums.of_column {
                if self.narrow_sum(column, left, right)? {
                    dirty = self.every_column();
                }
            }
        }
        Some(())
    }

    /// Tries each placement that is left, and drops those with which some sum can't hold.
    fn try_each(&mut self) -> Option<()> {
        loop {
            let mut has_dropped = false;
            for (row, member) in self.members.iter().enumerate() {
                let Member::Open(choices) = member else { continue };
                for &alike in &choices.alike {
                    let tried = self.left[row] & alike;
                    if tried == 0 || tried == self.left[row] {
                        continue;
                    }
                    if self.steps > MOST_STEPS {
                        return Some(());
                    }
                    let before = self.left.clone();
                    self.left[row] = tried;
                    let holds = self.settle(self.every_column()).is_some();
                    self.left = before;
                    if !holds {
                        self.left[row] &= !alike;
                        self.settle(self.every_column())?;
                        has_dropped = true;
                    }
                }
            }
            if !has_dropped {
                return Some(());
            }
        }
    }

    /// Drops the placements that no placement of the other rows goes with in this column's sum; answers whether any was.
    fn narrow_sum(&mut self, column: usize, left: &[usize], right: &[usize]) -> Option<bool> {
        let rows: Vec<(usize, i64)> =
            left.iter().map(|&row| (row, 1)).chain(right.iter().map(|&row| (row, -1))).collect();
        let mut domains: Vec<Vec<i64>> = Vec::with_capacity(rows.len());
        let mut may_be_silent = false;
        for &(row, sign) in &rows {
            let domain = match &self.members[row] {
                Member::Unknown => return Some(false),
                Member::Fixed(values) => match values[column] {
                    Some(value) => vec![sign * value],
                    None => return Some(false),
                },
                Member::Open(choices) => {
                    // A blank total says nothing.
                    let silent = if self.sums.total_row == Some(row) { choices.blank[column] } else { 0 };
                    may_be_silent |= self.left[row] & silent != 0;
                    let left = self.left[row] & !silent;
                    choices.values[column]
                        .iter()
                        .filter(|(_, set)| set & left != 0)
                        .map(|(value, _)| sign * value)
                        .collect()
                }
            };
            domains.push(domain);
        }
        let Some(before) = self.running_sums(domains.iter()) else { return Some(false) };
        let Some(mut after) = self.running_sums(domains.iter().rev()) else { return Some(false) };
        after.reverse();
        let holds = before[rows.len()].binary_search(&0).is_ok();
        if !holds && !may_be_silent {
            return None;
        }
        let mut has_dropped = false;
        for (index, &(row, sign)) in rows.iter().enumerate() {
            let Member::Open(choices) = &self.members[row] else { continue };
            let is_total = self.sums.total_row == Some(row);
            // Where the total may be blank the sum binds nothing but a total that is there.
            if may_be_silent && !is_total {
                continue;
            }
            let bound = if is_total { !choices.blank[column] } else { Set::MAX };
            for &(value, placements) in &choices.values[column] {
                let placements = placements & bound & self.left[row];
                if placements != 0 && !adds_up(&before[index], &after[index + 1], sign * value) {
                    self.left[row] &= !placements;
                    has_dropped = true;
                }
            }
            if self.left[row] == 0 {
                return None;
            }
        }
        Some(has_dropped)
    }

    /// The sums that the first of the domains can have, the first two and so on; none where there are too many.
    fn running_sums<'d>(&mut self, domains: impl Iterator<Item = &'d Vec<i64>>) -> Option<Vec<Vec<i64>>> {
        let mut all = vec![vec![0]];
        for domain in domains {
            let last = &all[all.len() - 1];
            self.steps += last.len() * domain.len();
            let next = set(last.iter().flat_map(|sum| domain.iter().map(move |value| sum + value)));
            if next.len() > MOST_SUMS {
                return None;
            }
            all.push(next);
        }
        Some(all)
    }
}

/// Whether a sum of each list and the value come to 0; the lists are in order.
fn adds_up(before: &[i64], after: &[i64], value: i64) -> bool {
    let mut after = after.iter().rev().peekable();
    before.iter().any(|sum| {
        let wanted = -(sum + value);
        while after.next_if(|other| **other > wanted).is_some() {}
        after.peek() == Some(&&wanted)
    })
}
