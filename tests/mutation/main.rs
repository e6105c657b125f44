//! Finds what is planted: into good reports, made from a fixed seed and set in every layout and file format, one fault at a
//! time is planted, and the rule that is meant for it must find it where it stands. The good reports themselves must give
//! no error and no warning.
//!
//! `REPORTS` in the environment sets how many reports are drawn for each layout; `LAYOUT` chooses the layouts whose names
//! hold it, `FAULT` the kinds of fault.

mod draft;
mod faults;
#[path = "../support/mod.rs"]
mod support;
mod words;

use draft::Draft;
use fastrand::Rng;
use faults::{Fault, Planted, faults};
use gouji::options::{CheckOptions, Input};
use gouji::report::{CheckResult, Severity};
use std::collections::BTreeMap;
use support::typesetter::layout::{Right, SETTINGS, Set, Setting};

/// The reports drawn for each layout, where the environment doesn't say.
const REPORTS: u64 = 4;

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The report set in a layout, and checked.
fn check(setting: &Setting, draft: &Draft, seed: u64) -> CheckResult {
    let mut options = CheckOptions::default();
    if let Some(previous) = &draft.previous {
        let set = set(setting, previous, seed);
        options.previous = Some(gouji::parse(input(&set), &options.read).expect("a report in a known format"));
    }
    let set = set(setting, draft, seed);
    gouji::check(input(&set), &options).expect("a report in a known format")
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

/// What went wrong, the first few of each kind.
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
    let result = check(setting, &draft, seed);
    tally.planted += 1;
    if planted.is_found(&result) {
        tally.found += 1;
    } else if setting.at_least != Right::All && planted.is_lost(&result) {
        tally.lost += 1;
    } else {
        failures.add(format!("{}: {} isn't found", setting.name, fault.name), || {
            let Planted { codes, place, expected } = &planted;
            format!("{codes:?} at {place:?}, expected {expected:?}\n{}\n{}", show(&result), result.report.text)
        });
    }
}

#[test]
fn what_is_planted_is_found_and_nothing_else_is() {
    let reports = variable("REPORTS").and_then(|reports| reports.parse().ok()).unwrap_or(REPORTS);
    let (layout, name) = (variable("LAYOUT").unwrap_or_default(), variable("FAULT").unwrap_or_default());
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut failures = Failures::default();
    let mut good_reports = 0;
    for (at, setting) in SETTINGS.iter().enumerate().filter(|(_, setting)| setting.name.contains(&layout)) {
        for report in 0..reports {
            let seed = at as u64 * 1_000_000 + report;
            let good = Draft::draw(&mut Rng::with_seed(seed));
            expect_clean(setting, &check(setting, &good, seed), &mut failures);
            let with_previous = faults::with_previous(&mut Rng::with_seed(seed), &good);
            expect_clean(setting, &check(setting, &with_previous, seed), &mut failures);
            good_reports += 1;
            for fault in faults().filter(|fault| fault.name.contains(&name) && fault.shows_in(setting)) {
                let tally = tallies.entry(fault.name).or_default();
                plant(setting, fault, &good, seed, tally, &mut failures);
            }
        }
    }
    println!("{good_reports} good reports\n{:<48}{:>9}{:>9}{:>9}", "", "planted", "found", "lost");
    for (name, Tally { planted, found, lost }) in &tallies {
        println!("{name:<48}{planted:>9}{found:>9}{lost:>9}");
    }
    let all = |count: fn(&Tally) -> usize| tallies.values().map(count).sum::<usize>();
    println!(
        "{:<48}{:>9}{:>9}{:>9}",
        "",
        all(|tally| tally.planted),
        all(|tally| tally.found),
        all(|tally| tally.lost)
    );
    for (kind, (count, details)) in &failures.0 {
        println!("\n──── {kind} ({count}) ────\n{details}");
    }
    let kinds: Vec<String> = failures.0.iter().map(|(kind, (count, _))| format!("{kind} ({count})")).collect();
    assert!(kinds.is_empty(), "\n{}", kinds.join("\n"));
}
