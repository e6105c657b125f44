//! Fuzzing: inputs without end, each held against the promises of `tests/promises`.

use crate::command::{output, run, say};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::process::Command;

const TARGETS: [&str; 6] = ["report", "text", "html", "docx", "xlsx", "bytes"];

/// The byte that tells the targets `html`, `docx` and `xlsx` to take what follows as it is.
const AS_IT_IS: u8 = 0;

/// Runs each target for its share of the time, and prints how many inputs were tried.
pub fn fuzz(minutes: u64) -> Result<()> {
    if output("cargo", &["fuzz", "--version"]).is_err() {
        say("Installing cargo-fuzz");
        run("cargo", &["install", "cargo-fuzz", "--locked"])?;
    }
    let seconds = (minutes * 60).div_ceil(TARGETS.len() as u64);
    let mut inputs = 0;
    for target in TARGETS {
        seed(target)?;
        say(&format!("Fuzzing {target} for {seconds} seconds"));
        let tried = run_target(target, seconds)?;
        println!("  {tried} inputs, none of which breaks a promise");
        inputs += tried;
    }
    println!("{inputs} inputs in all.");
    Ok(())
}

/// Puts the reports written for the tests into a target's corpus, in the target's own format.
fn seed(target: &str) -> Result<()> {
    let corpus = format!("fuzz/corpus/{target}");
    fs::create_dir_all(&corpus)?;
    let reports: Vec<_> = fs::read_dir("tests/reports")?.collect::<Result<_, _>>()?;
    for (index, report) in reports.iter().enumerate() {
        let report = fs::read(report.path())?;
        let seed = match target {
            // For the target `report`, bytes of any kind say what is done to one.
            "report" | "text" | "bytes" => report,
            _ => [&[AS_IT_IS], report.as_slice()].concat(),
        };
        fs::write(format!("{corpus}/seed-{index}"), seed)?;
    }
    Ok(())
}

/// The number of inputs that a target was run on; an error, with the input, where one breaks a promise.
fn run_target(target: &str, seconds: u64) -> Result<u64> {
    let log = format!("fuzz/target/{target}.log");
    fs::create_dir_all("fuzz/target")?;
    // libFuzzer's instrumentation takes flags that a stable compiler has only for those who ask in this way.
    let status = Command::new("cargo")
        .args(["fuzz", "run", "--fuzz-dir", "fuzz", "--sanitizer", "none", target, "--"])
        .args(["-len_control=0", "-max_len=16384", "-timeout=20", "-print_final_stats=1"])
        .arg(format!("-max_total_time={seconds}"))
        .env("RUSTC_BOOTSTRAP", "1")
        .stderr(File::create(&log)?)
        .status()
        .context("`cargo fuzz` doesn't run")?;
    let printed = fs::read_to_string(&log)?;
    if !status.success() {
        let end = printed.lines().rev().take(40).collect::<Vec<_>>();
        bail!(
            "{target} found an input that breaks a promise:\n{}",
            end.into_iter().rev().collect::<Vec<_>>().join("\n")
        );
    }
    let tried = printed.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    tried
        .and_then(|tried| tried.trim().parse().ok())
        .with_context(|| format!("{log} doesn't say how many inputs were run"))
}
