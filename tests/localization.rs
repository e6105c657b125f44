//! The one cell that is wrong: whatever figure of table 三 is changed in a report whose sums hold, the finding names that
//! cell and the value that it had.

mod support;

use gouji::options::Input;
use gouji::report::{Argument, Finding};
use proptest::prelude::*;

const COLUMNS: usize = 7;
const ROWS: usize = 25;
type Figures = Vec<[u32; COLUMNS]>;

/// Table 三 of the 2021 form, its sums holding: applicants by row, then totals.
fn consistent() -> impl Strategy<Value = Figures> {
    let count = prop_oneof![3 => Just(0u32), 2 => 1..10u32, 1 => 10..400u32];
    let row = prop::collection::vec(count, COLUMNS - 1);
    prop::collection::vec(row, ROWS - 2).prop_map(|rows| {
        let (carried_in, rest) = rows.split_first().expect("there are rows");
        let (carried_out, outcomes) = rest.split_first().expect("there are rows");
        let concluded: Vec<u32> = (0..COLUMNS - 1).map(|column| outcomes.iter().map(|row| row[column]).sum()).collect();
        let carried_out: Vec<u32> =
            (0..COLUMNS - 1).map(|c| carried_out[c].max(carried_in[c].saturating_sub(concluded[c]))).collect();
        let received = (0..COLUMNS - 1).map(|c| concluded[c] + carried_out[c] - carried_in[c]).collect();
        let mut rows = vec![received, carried_in.clone()];
        rows.extend(outcomes.iter().cloned());
        rows.extend([concluded, carried_out]);
        rows.into_iter().map(|row| with_total(&row)).collect()
    })
}

fn with_total(row: &[u32]) -> [u32; COLUMNS] {
    std::array::from_fn(|column| row.get(column).copied().unwrap_or_else(|| row.iter().sum()))
}

/// The report of the tests with other figures in table 三.
fn report(figures: &Figures) -> String {
    let text = support::report("form-2021.txt");
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("一、本年新收")).expect("the table's first row");
    let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    for (line, row) in changed[first..].iter_mut().zip(figures) {
        let labels: Vec<&str> = line.split('\t').take(3).collect();
        let figures: Vec<String> = row.iter().map(u32::to_string).collect();
        *line = [labels.join("\t"), figures.join("\t")].join("\t");
    }
    changed.join("\n")
}

/// The findings that name what is wrong, and the address of a cell.
fn culprits(figures: &Figures) -> (Vec<Finding>, impl Fn(usize, usize) -> String) {
    let text = report(figures);
    let result = gouji::check(Input::Text(&text), &Default::default()).expect("a report");
    let culprits = result.findings.into_iter().filter(|finding| finding.code == "A307").collect();
    let table = result.report.tables.applications;
    (culprits, move |row: usize, column: usize| table.rows[row].cells[column].address.to_string())
}

fn number(finding: &Finding, name: &str) -> u32 {
    match finding.args.get(name).expect("an argument") {
        Argument::Number(number) => number.to_string().parse().expect("a small number"),
        Argument::Text(text) => panic!("{text} for {name}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_report_whose_sums_hold_has_no_culprit(figures in consistent()) {
        prop_assert!(culprits(&figures).0.is_empty());
    }

    #[test]
    fn one_wrong_figure_is_named_with_the_value_it_had(
        figures in consistent(), row in 0..ROWS, column in 0..COLUMNS, wrong in 0..3000u32,
    ) {
        let old = figures[row][column];
        prop_assume!(wrong != old);
        let mut figures = figures;
        figures[row][column] = wrong;
        let (found, address) = culprits(&figures);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].cells, &[address(row, column)]);
        prop_assert_eq!(found[0].expected, Some(old.into()));
        let fix = found[0].fix.as_ref().expect("the only way out is proposed");
        prop_assert_eq!(&fix.edits[0].text, &old.to_string());
    }

    #[test]
    fn two_neighbours_exchanged_are_among_the_first(
        figures in consistent(), row in 0..ROWS, column in 0..COLUMNS - 1,
    ) {
        prop_assume!(figures[row][column] != figures[row][column + 1]);
        let mut figures = figures;
        figures[row].swap(column, column + 1);
        let (found, address) = culprits(&figures);
        let first: Vec<&Finding> = found.iter().filter(|finding| number(finding, "rank") == 1).collect();
        let pair = [address(row, column), address(row, column + 1)];
        prop_assert!(first.iter().any(|finding| finding.cells == pair), "{:#?}", found);
    }

    #[test]
    fn a_figure_in_the_next_column_is_among_the_first(
        figures in consistent(), row in 0..ROWS, column in 0..COLUMNS - 1, forward: bool,
    ) {
        let (from, to) = if forward { (column, column + 1) } else { (column + 1, column) };
        prop_assume!(figures[row][from] != 0 && figures[row][from] != figures[row][to]);
        let mut figures = figures;
        figures[row][to] = figures[row][from];
        figures[row][from] = 0;
        let (found, address) = culprits(&figures);
        let first: Vec<&Finding> = found.iter().filter(|finding| number(finding, "rank") == 1).collect();
        let pair = [address(row, column), address(row, column + 1)];
        prop_assert!(first.iter().any(|finding| finding.cells == pair), "{:#?}", found);
    }
}
