//! Finds what is planted: into good reports, made from a fixed seed and set in every layout and file format, one fault at a
//! time is planted, and the rule that is meant for it must find it where it stands. The good reports themselves must give
//! no error and no warning. What is proposed as a fix must mend it, and change nothing else.
//!
//! `REPORTS` in the environment sets how many reports are drawn for each layout; `LAYOUT` chooses the layouts whose names
//! hold it, `FAULT` the kinds of fault.

mod draft;
mod faults;
mod fixes;
#[path = "../support/mod.rs"]
mod support;
mod words;

use draft::Draft;
use fastrand::Rng;
use faults::{Fault, Planted, faults};
use gouji::options::{CheckOptions, Input};
use gouji::report::{CheckResult, Severity};
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};
use std::ops::AddAssign;
use support::typesetter::layout::{Right, SETTINGS, Set, Setting};

/// The reports drawn for each layout, where the environment doesn't say.
const REPORTS: u64 = 3;

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The report set in a layout, and checked, with the options that it was checked with.
fn check(setting: &Setting, draft: &Draft, seed: u64) -> (CheckResult, CheckOptions) {
    let mut options = CheckOptions::default();
    if let Some(previous) = &draft.previous {
        let set = set(setting, previous, seed);
        options.previous = Some(gouji::parse(input(&set), &options.read).expect("a report in a known format"));
    }
    let set = set(setting, draft, seed);
    (gouji::check(input(&set), &options).expect("a report in a known format"), options)
}

fn set(setting: &Setting, draft: &Draft, seed: u64) -> Set {
    (setting.set)(&mut Rng::with_seed(seed), &draft.sample())
}

fn input(set: &Set) -> Input<'_> {
    match set {
        Set::Text(text) => Input::Text(text),
        Set::File(bytes) => Input::Bytes(bytes),
    }
}

/// What was counted of one kind of fault.
#[derive(Default)]
struct Tally {
    planted: usize,
    found: usize,
    /// Faults in a cell that the layout had lost, in reports said to be not wholly checked.
    lost: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.planted += other.planted;
        self.found += other.found;
        self.lost += other.lost;
    }
}

impl Display for Tally {
    fn fmt(&self, formatter: &mut Formatter) -> std::fmt::Result {
        write!(formatter, "{:>9}{:>9}{:>9}", self.planted, self.found, self.lost)
    }
}

/// What went wrong: how often, and one example of each kind.
#[derive(Default)]
struct Failures(BTreeMap<String, (usize, String)>);

impl Failures {
    fn add(&mut self, kind: String, details: impl FnOnce() -> String) {
        self.0.entry(kind).and_modify(|(count, _)| *count += 1).or_insert_with(|| (1, details()));
    }
}

fn show(result: &CheckResult) -> String {
    let lines = result.findings.iter().map(|finding| {
        let place = finding.span.map_or("", |span| span.of(&result.report.text));
        format!("  {} {:?} 【{place}】 {}\n", finding.code, finding.severity, finding.message)
    });
    lines.collect()
}

/// A good report gives no error and no warning, and is wholly checked where its layout keeps everything.
fn expect_clean(setting: &Setting, result: &CheckResult, failures: &mut Failures) {
    let lost = setting.at_least != Right::All;
    for finding in result.findings.iter().filter(|finding| finding.severity != Severity::Info) {
        if lost && finding.code == "C211" {
            continue;
        }
        failures.add(format!("{}: {} on a good report", setting.name, finding.code), || {
            format!("{}\n{}", show(result), result.report.text)
        });
    }
}

fn plant(setting: &Setting, fault: &Fault, good: &Draft, seed: u64, tally: &mut Tally, failures: &mut Failures) {
    let mut draft = good.clone();
    let Some(planted) = (fault.plant)(&mut Rng::with_seed(seed), &mut draft) else { return };
    let (result, options) = check(setting, &draft, seed);
    tally.planted += 1;
    if planted.is_found(&result) {
        tally.found += 1;
        if let Some(wrong) = fixes::fault_of(&result, &planted, &options) {
            failures.add(format!("{}: the fix of {}", setting.name, fault.name), || {
                format!("{wrong}\n{}\n{}", show(&result), result.report.text)
            });
        }
    } else if setting.at_least != Right::All && planted.is_lost(&result) {
        tally.lost += 1;
    } else {
        failures.add(format!("{}: {} isn't found", setting.name, fault.name), || {
            let Planted { codes, place, expected } = &planted;
            format!("{codes:?} at {place:?}, expected {expected:?}\n{}\n{}", show(&result), result.report.text)
        });
    }
}

/// What was counted and what went wrong in one layout.
fn run(at: usize, setting: &Setting, reports: u64, name: &str) -> (BTreeMap<&'static str, Tally>, Failures) {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut failures = Failures::default();
    for report in 0..reports {
        let seed = at as u64 * 1_000_000 + report;
        let good = Draft::draw(&mut Rng::with_seed(seed));
        let with_previous = faults::with_previous(&mut Rng::with_seed(seed), &good);
        for good in [&good, &with_previous] {
            expect_clean(setting, &check(setting, good, seed).0, &mut failures);
        }
        for fault in faults().filter(|fault| fault.name.contains(name) && fault.shows_in(setting)) {
            plant(setting, fault, &good, seed, tallies.entry(fault.name).or_default(), &mut failures);
        }
    }
    (tallies, failures)
}

#[test]
fn what_is_planted_is_found_and_nothing_else_is() {
    let reports = variable("REPORTS").and_then(|reports| reports.parse().ok()).unwrap_or(REPORTS);
    let (layout, name) = (variable("LAYOUT").unwrap_or_default(), variable("FAULT").unwrap_or_default());
    let settings: Vec<_> = SETTINGS.iter().enumerate().filter(|(_, setting)| setting.name.contains(&layout)).collect();
    let name = &name;
    let done: Vec<_> = std::thread::scope(|scope| {
        let runs: Vec<_> =
            settings.iter().map(|&(at, setting)| scope.spawn(move || run(at, setting, reports, name))).collect();
        runs.into_iter().map(|run| run.join().expect("the layout's reports are checked")).collect()
    });
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut failed: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (of_layout, failures) in done {
        failed.extend(failures.0);
        for (name, tally) in of_layout {
            *tallies.entry(name).or_default() += tally;
        }
    }
    println!("{} good reports\n{:<48}{:>9}{:>9}{:>9}", settings.len() as u64 * reports, "", "planted", "found", "lost");
    let mut all = Tally::default();
    for (name, tally) in tallies {
        println!("{name:<48}{tally}");
        all += tally;
    }
    println!("{:<48}{all}", "");
    for (kind, (count, details)) in &failed {
        println!("\n──── {kind} ({count}) ────\n{details}");
    }
    let kinds: Vec<String> = failed.iter().map(|(kind, (count, _))| format!("{kind} ({count})")).collect();
    assert!(kinds.is_empty(), "\n{}", kinds.join("\n"));
}
