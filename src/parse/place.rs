//! Figures whose columns are lost, placed by what the sums leave possible; never by a guess.
//!
//! For a row with fewer figures than columns every order-preserving placement is taken, those kept that the row's own
//! sums allow, then those that the sums of the columns allow. What is the same in all that remain is known.

use crate::form::TableForm;
use crate::parse::narrow;
use crate::report::TableId;
use rust_decimal::Decimal;

/// What is known of a row before its figures are placed.
#[derive(Clone, Debug, PartialEq)]
pub enum RowFigures {
    /// Each column's figure; a blank counts as 0. None: a cell that no sum may use.
    Fixed(Vec<Option<Decimal>>),
    /// The figures in their order, fewer than columns.
    Open(Vec<OpenFigure>),
    /// Nothing is known of the row.
    Unknown,
}

/// A figure whose column isn't known.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFigure {
    /// Its value in each column, should it stand there: an amount of money is turned into its column's unit.
    pub values: Vec<Decimal>,
    /// The columns in which such a figure may stand.
    pub may_stand: Vec<bool>,
}

/// What the placements that remain say of one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Placement {
    /// The figure of that index, in all of them.
    Figure(usize),
    /// Blank or 0, in all of them.
    Zero,
    Ambiguous,
}

/// One placement of a row: for each column the index of its figure, or none.
pub type Candidate = Vec<Option<usize>>;

/// A placement for each row, or none, that something beside the sums speaks for.
pub type Proposal = Vec<Option<Candidate>>;

/// The most placements of one row that are looked at: of 15 columns as many as there can be.
const MOST_CANDIDATES: usize = 6435;

/// Places the open rows of a table; the answer has an entry for each row, empty where the row wasn't open. A
/// proposal counts where all sums of the table agree with it.
pub fn place(rows: &[RowFigures], columns: usize, sums: &Sums, proposals: &[Proposal]) -> Vec<Vec<Placement>> {
    let by_row: Vec<Vec<Candidate>> = rows.iter().map(|row| candidates(row, columns, &sums.of_row)).collect();
    let mut narrowed = narrow::narrow(rows, &by_row, columns, sums).unwrap_or(by_row);
    let mut agreed = proposals.iter().filter_map(|proposal| agreed(rows, &narrowed, columns, sums, proposal));
    if let Some(first) = agreed.next()
        && agreed.all(|other| other == first)
    {
        narrowed = first;
    }
    let settle_row = |(index, row): (usize, &RowFigures)| {
        let RowFigures::Open(figures) = row else { return Vec::new() };
        let candidates = &narrowed[index];
        let is_below_parts =
            |column: usize| sums.total_row == Some(index) && may_be_some(rows, &narrowed, column, sums);
        let settled = |column: usize| match settle(figures, candidates, column) {
            // A total that has lost its figure isn't 0 where its parts aren't.
            Placement::Zero
                if candidates.iter().any(|candidate| candidate[column].is_none())
                    && (has_parts(figures, candidates, &sums.of_row, column) || is_below_parts(column)) =>
            {
                Placement::Ambiguous
            }
            placement => placement,
        };
        (0..columns).map(settled).collect()
    };
    rows.iter().enumerate().map(settle_row).collect()
}

/// The placements of a whole table, given those proposed; none where one is left open or a sum doesn't agree with them.
fn agreed(
    rows: &[RowFigures],
    narrowed: &[Vec<Candidate>],
    columns: usize,
    sums: &Sums,
    proposal: &[Option<Candidate>],
) -> Option<Vec<Vec<Candidate>>> {
    // A proposal that the sums refuse in one row is wrong in others too.
    let given = |(candidates, proposed): (&Vec<Candidate>, &Option<Candidate>)| match proposed {
        Some(proposed) if candidates.contains(proposed) => Some(vec![proposed.clone()]),
        Some(_) if candidates.len() > 1 => None,
        _ => Some(candidates.clone()),
    };
    let given: Vec<Vec<Candidate>> = narrowed.iter().zip(proposal).map(given).collect::<Option<_>>()?;
    let given = narrow::narrow(rows, &given, columns, sums)?;
    let value = |row: usize, column: usize| match (&rows[row], given[row].as_slice()) {
        (RowFigures::Fixed(figures), _) if sums.total_row == Some(row) => Some(figures[column].unwrap_or_default()),
        (RowFigures::Fixed(figures), _) => figures[column],
        (RowFigures::Open(figures), [candidate]) => Some(value_at(figures, candidate, column)),
        _ => None,
    };
    let in_row = |row: usize, columns: &[usize]| columns.iter().map(|&column| value(row, column)).sum();
    let in_column = |column: usize, rows: &[usize]| rows.iter().map(|&row| value(row, column)).sum();
    let same = |left: Option<Decimal>, right: Option<Decimal>| left.is_some() && left == right;
    let open = (0..rows.len()).filter(|&row| matches!(rows[row], RowFigures::Open(_)));
    let hold = open
        .flat_map(|row| sums.of_row.iter().map(move |sum| (row, sum)))
        .all(|(row, (parts, total))| same(in_row(row, parts), value(row, *total)))
        && (0..columns)
            .flat_map(|column| sums.of_column.iter().map(move |sum| (column, sum)))
            .all(|(column, (left, right))| same(in_column(column, left), in_column(column, right)));
    hold.then_some(given)
}

/// Whether the rows that the total row adds up may be more than 0 in a column.
fn may_be_some(rows: &[RowFigures], candidates: &[Vec<Candidate>], column: usize, sums: &Sums) -> bool {
    let parts = sums.of_column.iter().filter(|(_, right)| right.iter().all(|&row| sums.total_row == Some(row)));
    let is_zero = |&row: &usize| match &rows[row] {
        RowFigures::Fixed(figures) => figures[column].is_some_and(|figure| figure.is_zero()),
        RowFigures::Open(figures) => {
            candidates[row].iter().all(|candidate| value_at(figures, candidate, column).is_zero())
        }
        RowFigures::Unknown => false,
    };
    !parts.flat_map(|(left, _)| left).all(is_zero)
}

/// The sums that a table's figures owe one another, by index of row and column.
#[derive(Debug, Default)]
pub struct Sums {
    /// In a row: the parts and their total.
    pub of_row: Vec<(Vec<usize>, usize)>,
    /// In each column: the rows on the left and those on the right have the same sum.
    pub of_column: Vec<(Vec<usize>, Vec<usize>)>,
    /// The row whose blank switches its columns' sums off: a blank total says nothing.
    pub total_row: Option<usize>,
}

impl Sums {
    /// The sums of a table whose open rows are `width` columns wide: in table 四 one kind of case, or all three in one row.
    pub fn of(table: &TableForm, width: usize) -> Self {
        match table.id {
            TableId::Disclosure => Self::default(),
            TableId::Applications => Self::of_applications(table),
            TableId::Litigation => {
                let parts = table.rows[0].columns.len() - 1;
                let case = |first: usize| ((first..first + parts).collect(), first + parts);
                Self { of_row: (0..width).step_by(parts + 1).map(case).collect(), ..Self::default() }
            }
        }
    }

    fn of_applications(table: &TableForm) -> Self {
        let at = |id: &str| table.rows.iter().position(|row| row.id == id).expect("a row of the form");
        let outcomes: Vec<usize> = (at("granted")..at("concluded")).collect();
        let total = table.rows[0].columns.len() - 1;
        Self {
            of_row: vec![((0..total).collect(), total)],
            of_column: vec![
                (outcomes, vec![at("concluded")]),
                (vec![at("received"), at("carried_in")], vec![at("concluded"), at("carried_out")]),
            ],
            total_row: Some(at("concluded")),
        }
    }
}

/// The order-preserving placements of an open row that its own sums allow.
fn candidates(row: &RowFigures, columns: usize, sums: &[(Vec<usize>, usize)]) -> Vec<Candidate> {
    let RowFigures::Open(figures) = row else { return Vec::new() };
    let mut all = order_preserving(figures.len(), columns);
    let suits = |candidate: &Candidate| {
        (0..columns).all(|column| candidate[column].is_none_or(|index| figures[index].may_stand[column]))
    };
    if all.iter().any(suits) {
        all.retain(suits);
    }
    let value = |candidate: &Candidate, column: usize| value_at(figures, candidate, column);
    let parts =
        |candidate: &Candidate, parts: &[usize]| parts.iter().map(|&part| value(candidate, part)).sum::<Decimal>();
    let total_is_blank = |candidate: &Candidate, total: usize| candidate[total].is_none();
    let holds = |candidate: &Candidate| {
        sums.iter()
            .all(|(of, total)| total_is_blank(candidate, *total) || parts(candidate, of) == value(candidate, *total))
    };
    let says_all = |candidate: &&Candidate| {
        sums.iter().all(|(of, total)| !total_is_blank(candidate, *total) || parts(candidate, of).is_zero())
    };
    let allowed: Vec<Candidate> = all.iter().filter(|candidate| holds(candidate)).cloned().collect();
    // Where no placement has its totals right, the row's sums are wrong or its totals blank: they say nothing.
    if allowed.iter().any(|candidate| says_all(&candidate)) { allowed } else { all }
}

/// What a placement puts into a column; a blank counts as 0.
fn value_at(figures: &[OpenFigure], candidate: &Candidate, column: usize) -> Decimal {
    candidate[column].map_or(Decimal::ZERO, |index| figures[index].values[column])
}

fn order_preserving(figures: usize, columns: usize) -> Vec<Candidate> {
    let mut placements = Vec::new();
    let mut current = vec![None; columns];
    fn extend(placements: &mut Vec<Candidate>, current: &mut Candidate, index: usize, from: usize, figures: usize) {
        if index == figures {
            placements.push(current.clone());
            return;
        }
        for column in from..=current.len() - (figures - index) {
            current[column] = Some(index);
            extend(placements, current, index + 1, column + 1, figures);
            current[column] = None;
        }
    }
    if figures <= columns {
        extend(&mut placements, &mut current, 0, 0, figures);
    }
    debug_assert!(placements.len() <= MOST_CANDIDATES);
    placements
}

/// What all remaining placements of a row have in one column.
fn settle(figures: &[OpenFigure], candidates: &[Candidate], column: usize) -> Placement {
    let mut cells = candidates.iter().map(|candidate| candidate[column]);
    let Some(first) = cells.next() else { return Placement::Ambiguous };
    let value = |cell: Option<usize>| cell.map_or(Decimal::ZERO, |index| figures[index].values[column]);
    let mut same_figure = true;
    for cell in cells {
        if value(cell) != value(first) {
            return Placement::Ambiguous;
        }
        same_figure &= cell == first;
    }
    match first {
        Some(index) if same_figure => Placement::Figure(index),
        Some(_) | None if value(first).is_zero() => Placement::Zero,
        // The same value, but from different places of the row: which of them stands here isn't known.
        _ => Placement::Ambiguous,
    }
}

/// Whether the column is a total, and the parts that it adds up may be more than 0.
fn has_parts(figures: &[OpenFigure], candidates: &[Candidate], sums: &[(Vec<usize>, usize)], column: usize) -> bool {
    let of = sums.iter().filter(|(_, total)| *total == column).flat_map(|(parts, _)| parts);
    let is_some = |candidate: &Candidate, part: usize| !value_at(figures, candidate, part).is_zero();
    of.into_iter().any(|&part| candidates.iter().any(|candidate| is_some(candidate, part)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PARTS: usize = 3;
    const WIDTH: usize = PARTS + 1;
    /// 一 and 二, two outcomes, （七）, 四.
    const ROWS: usize = 6;

    /// Table 三 made small: three kinds of applicants and their total, two outcomes.
    fn sums() -> Sums {
        Sums {
            of_row: vec![((0..PARTS).collect(), PARTS)],
            of_column: vec![(vec![2, 3], vec![4]), (vec![0, 1], vec![4, 5])],
            total_row: Some(4),
        }
    }

    /// A table whose sums hold: of the outcomes, what is carried out and what is carried in.
    fn table(parts: Vec<[u32; 3]>) -> Vec<Vec<Decimal>> {
        let mut rows = vec![vec![0; WIDTH]; ROWS];
        for (column, [first, second, carried]) in parts.into_iter().enumerate() {
            let concluded = first + second;
            let carried_in = carried.min(concluded);
            let part = [concluded + carried - carried_in, carried_in, first, second, concluded, carried];
            for (row, value) in rows.iter_mut().zip(part) {
                row[column] = value;
                row[PARTS] += value;
            }
        }
        rows.into_iter().map(|row| row.into_iter().map(Decimal::from).collect()).collect()
    }

    fn open(figures: &[Decimal]) -> RowFigures {
        let figure = |value: &Decimal| OpenFigure { values: vec![*value; WIDTH], may_stand: vec![true; WIDTH] };
        RowFigures::Open(figures.iter().map(figure).collect())
    }

    /// The rows as they are met: one that has lost blanks is open, its zeros blank where `blank` says so.
    fn met(truth: &[Vec<Decimal>], blank: &[bool]) -> Vec<RowFigures> {
        let row = |(index, row): (usize, &Vec<Decimal>)| {
            let is_left_out = |column: usize| row[column].is_zero() && blank[index * WIDTH + column];
            let kept: Vec<Decimal> = (0..WIDTH).filter(|&column| !is_left_out(column)).map(|c| row[c]).collect();
            match kept.len() {
                WIDTH | 0 => RowFigures::Fixed(row.iter().map(|value| Some(*value)).collect()),
                _ => open(&kept),
            }
        };
        truth.iter().enumerate().map(row).collect()
    }

    /// The values that a row may have: its figures kept in order, and every total that stands right.
    fn readings(row: &RowFigures) -> Vec<Vec<Decimal>> {
        let figures: Vec<Decimal> = match row {
            RowFigures::Fixed(figures) => return vec![figures.iter().map(|figure| figure.unwrap()).collect()],
            RowFigures::Open(figures) => figures.iter().map(|figure| figure.values[0]).collect(),
            RowFigures::Unknown => unreachable!("no such row is met"),
        };
        let mut readings = Vec::new();
        for taken in 0u32..1 << WIDTH {
            if taken.count_ones() as usize != figures.len() {
                continue;
            }
            let mut next = figures.iter();
            let is_taken = |column: usize| taken >> column & 1 == 1;
            let reading: Vec<Decimal> =
                (0..WIDTH).map(|c| if is_taken(c) { *next.next().unwrap() } else { Decimal::ZERO }).collect();
            if reading[..PARTS].iter().sum::<Decimal>() == reading[PARTS] {
                readings.push(reading);
            }
        }
        readings
    }

    /// Every table that the rows may be and whose sums hold.
    fn tables(rows: &[RowFigures]) -> Vec<Vec<Vec<Decimal>>> {
        let mut tables: Vec<Vec<Vec<Decimal>>> = vec![Vec::new()];
        for row in rows {
            let readings = readings(row);
            tables = tables
                .iter()
                .flat_map(|table| {
                    readings.iter().map(move |reading| [table.as_slice(), std::slice::from_ref(reading)].concat())
                })
                .collect();
        }
        tables.retain(|table| {
            (0..WIDTH).all(|c| table[2][c] + table[3][c] == table[4][c])
                && (0..WIDTH).all(|c| table[0][c] + table[1][c] == table[4][c] + table[5][c])
        });
        tables
    }

    /// Of each row the placements that some table has whose sums hold, where a blank total says nothing; none where there is
    /// no such table. All tables are tried.
    fn in_some_table(rows: &[RowFigures], by_row: &[Vec<Candidate>]) -> Option<Vec<Vec<Candidate>>> {
        let ways = |row: usize| by_row[row].len().max(1);
        let cell = |row: usize, way: usize, column: usize| match &rows[row] {
            RowFigures::Fixed(figures) => figures[column],
            RowFigures::Open(figures) => by_row[row][way][column].map(|index| figures[index].values[column]),
            RowFigures::Unknown => unreachable!("no such row is met"),
        };
        let mut is_in_one: Vec<Vec<bool>> = (0..ROWS).map(|row| vec![false; ways(row)]).collect();
        for table in 0..(0..ROWS).map(ways).product() {
            let mut rest = table;
            let ways: Vec<usize> = (0..ROWS).map(|row| (rest % ways(row), rest /= ways(row)).0).collect();
            let value = |row: usize, column: usize| cell(row, ways[row], column).unwrap_or_default();
            let holds = (0..WIDTH).all(|c| {
                cell(4, ways[4], c).is_none()
                    || (value(2, c) + value(3, c) == value(4, c)
                        && value(0, c) + value(1, c) == value(4, c) + value(5, c))
            });
            if holds {
                (0..ROWS).for_each(|row| is_in_one[row][ways[row]] = true);
            }
        }
        let kept = |(all, is_in_one): (&Vec<Candidate>, &Vec<bool>)| {
            all.iter()
                .zip(is_in_one)
                .filter(|(_, is_in_one)| **is_in_one)
                .map(|(candidate, _)| candidate.clone())
                .collect()
        };
        is_in_one[0].contains(&true).then(|| by_row.iter().zip(&is_in_one).map(kept).collect())
    }

    fn parts() -> impl Strategy<Value = Vec<[u32; 3]>> {
        let figure = prop_oneof![3 => Just(0u32), 2 => 1u32..4];
        proptest::collection::vec([figure.clone(), figure.clone(), figure], PARTS)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn the_placements_that_remain_are_those_of_whole_tables_whose_sums_hold(
            parts in parts(),
            blank in proptest::collection::vec(any::<bool>(), ROWS * WIDTH),
            slip in proptest::option::weighted(0.3, (0..ROWS, 0..WIDTH, 0u32..4)),
        ) {
            let mut table = table(parts);
            if let Some((row, column, figure)) = slip {
                table[row][column] = figure.into();
            }
            let rows = met(&table, &blank);
            let by_row: Vec<Vec<Candidate>> = rows.iter().map(|row| candidates(row, WIDTH, &sums().of_row)).collect();
            prop_assert_eq!(narrow::narrow(&rows, &by_row, WIDTH, &sums()), in_some_table(&rows, &by_row));
        }
    }

    proptest! {
        #[test]
        fn a_figure_is_placed_only_where_every_table_whose_sums_hold_has_it(
            parts in parts(),
            blank in proptest::collection::vec(any::<bool>(), ROWS * WIDTH),
        ) {
            let truth = table(parts);
            let rows = met(&truth, &blank);
            let placed = place(&rows, WIDTH, &sums(), &[]);
            let tables = tables(&rows);
            prop_assert!(tables.contains(&truth));
            for (index, row) in rows.iter().enumerate() {
                let RowFigures::Open(figures) = row else { continue };
                for (column, placement) in placed[index].iter().enumerate() {
                    let value = match placement {
                        Placement::Figure(figure) => figures[*figure].values[column],
                        Placement::Zero => Decimal::ZERO,
                        Placement::Ambiguous => continue,
                    };
                    prop_assert!(tables.iter().all(|table| table[index][column] == value), "{rows:?}: {index} {column}");
                }
            }
        }
    }
}
