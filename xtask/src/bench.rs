//! Measurements: the stages natively, the engine in Node beside what people use today, the page in Chromium. They are
//! printed, and written to docs/performance.md with the machine named; what counts is the ratios, all taken in one run.

use crate::command::{output, run, say};
use crate::engine::Weight;
use crate::setup;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const NATIVE: &str = "benches/target";
const PYTHON: &str = "benches/target/python";
const WRITTEN: &str = "docs/performance.md";

pub fn bench() -> Result<()> {
    let weight = crate::build()?;
    setup::browser()?;
    let python = libraries()?;
    let native = Native::measure()?;
    say("Measuring the engine in Node, beside cheerio, pandas and python-docx");
    let printed = output("node", &["benches/beside/measure.mjs", &format!("{NATIVE}/beside"), &python])?;
    let beside: Beside = serde_json::from_str(&printed)?;
    say("Measuring the page in Chromium");
    let page: Page = serde_json::from_str(&output("node", &["benches/beside/page.mjs"])?)?;
    let text = document(&weight, &native, &beside, &page)?;
    fs::write(WRITTEN, &text)?;
    println!("{text}");
    Ok(())
}

/// Installs what is measured beside the engine, and gives the Python that has it.
fn libraries() -> Result<String> {
    let python = format!("{PYTHON}/bin/python3");
    if !Path::new(&python).exists() {
        say("Installing pandas and python-docx");
        run("python3", &["-m", "venv", PYTHON])?;
        run(&python, &["-m", "pip", "install", "--quiet", "--requirement", "benches/beside/requirements.txt"])?;
    }
    if !Path::new("benches/beside/node_modules").exists() {
        say("Installing cheerio");
        run("npm", &["ci", "--ignore-scripts", "--prefix", "benches/beside"])?;
    }
    Ok(python)
}

/// The stages in microseconds, and how the time for a byte grows with the text.
struct Native {
    floor: f64,
    document: f64,
    parse: f64,
    check: f64,
    growth: Vec<Growth>,
}

/// For a kind of text, nanoseconds for a byte at each size.
struct Growth {
    kind: String,
    by_size: Vec<(u32, f64)>,
}

impl Native {
    fn measure() -> Result<Self> {
        say("Measuring the stages natively");
        let printed = output("cargo", &["bench", "--manifest-path", "benches/Cargo.toml", "--bench", "stages"])?;
        Ok(Self {
            floor: stage("floor")?,
            document: stage("document")?,
            parse: stage("parse")?,
            check: stage("check")?,
            growth: growth(&printed),
        })
    }
}

/// The median that criterion found, in microseconds.
fn stage(name: &str) -> Result<f64> {
    let path = format!("{NATIVE}/criterion/stages/{name}/new/estimates.json");
    let estimates: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    let median = estimates["median"]["point_estimate"].as_f64().with_context(|| format!("{path} has no median"))?;
    Ok(median / 1000.0)
}

fn growth(printed: &str) -> Vec<Growth> {
    let mut all: Vec<Growth> = Vec::new();
    for line in printed.lines().filter_map(|line| line.strip_prefix("scaling\t")) {
        let parts: Vec<&str> = line.split('\t').collect();
        let [kind, size, nanoseconds] = parts[..] else { continue };
        let (Ok(size), Ok(nanoseconds)) = (size.parse(), nanoseconds.parse()) else { continue };
        if all.last().is_none_or(|last| last.kind != kind) {
            all.push(Growth { kind: kind.to_owned(), by_size: Vec::new() });
        }
        all.last_mut().expect("one was pushed").by_size.push((size, nanoseconds));
    }
    all
}

/// Medians in microseconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Beside {
    text: f64,
    html: f64,
    docx: f64,
    cheerio: f64,
    pandas: f64,
    python_docx: f64,
}

/// Milliseconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    paste: f64,
    many: f64,
    longest_task: f64,
    long_tasks: u32,
}

fn document(weight: &Weight, native: &Native, beside: &Beside, page: &Page) -> Result<String> {
    let mut text = String::from(
        "# Performance\n\nWritten by `cargo xtask bench`. Ratios count, all taken in one run; the times are those of this \
         machine and of what else it did.\n\n",
    );
    writeln!(text, "{}\n", machine()?)?;
    writeln!(text, "| what | measured | to hold | to go for |\n|---|---|---|---|")?;
    let mut row = |what: &str, measured: String, hold: &str, go_for: &str| {
        writeln!(text, "| {what} | {measured} | {hold} | {go_for} |")
    };
    let kilobytes = f64::from(weight.gzip) / 1000.0;
    row("engine, gzip -9", format!("{kilobytes:.0} kB"), "500 kB", "350 kB")?;
    row("a text of 8 kB in Node: parse, check, result out", microseconds(beside.text), "400 µs", "150 µs")?;
    let over_floor = native.check / native.floor;
    row("native parse and check, against the floor", format!("{over_floor:.1} ×"), "10 ×", "5 ×")?;
    row("the same report as HTML, against cheerio", faster(beside.cheerio, beside.html), "3 × faster", "10 × faster")?;
    row("… against pandas.read_html", faster(beside.pandas, beside.html), "10 × faster", "30 × faster")?;
    row("… as docx, against python-docx", faster(beside.python_docx, beside.docx), "10 × faster", "50 × faster")?;
    row("paste to painted findings in Chromium", format!("{:.0} ms", page.paste), "100 ms", "16 ms")?;
    let many = format!(
        "{:.1} s, longest main-thread task {:.0} ms, {} over 50 ms",
        page.many / 1000.0,
        page.longest_task,
        page.long_tasks
    );
    row("10,000 reports dropped on the page", many, "no task over 50 ms", "10 s")?;
    writeln!(
        text,
        "\nThe contenders read the three tables and check every sum; the engine also reads and checks the rest. The page of HTML has an editor's inline styles; each contender is called twenty times in its turn.\n"
    )?;
    stages(&mut text, native, beside)?;
    growths(&mut text, native)?;
    sizes(&mut text, weight)?;
    Ok(text)
}

fn stages(text: &mut String, native: &Native, beside: &Beside) -> Result<()> {
    writeln!(text, "## Times\n\n| what | median |\n|---|---|")?;
    let rows = [
        ("floor: split the text, find the labels (memchr2, aho-corasick)", native.floor),
        ("native: text to paragraphs and cells", native.document),
        ("native: text to report", native.parse),
        ("native: text to report and findings", native.check),
        ("Node: text to report and findings", beside.text),
        ("Node: HTML to report and findings", beside.html),
        ("Node: docx to report and findings", beside.docx),
        ("cheerio: HTML to tables and sums", beside.cheerio),
        ("pandas.read_html: HTML to tables and sums", beside.pandas),
        ("python-docx: docx to tables and sums", beside.python_docx),
    ];
    for (what, time) in rows {
        writeln!(text, "| {what} | {} |", microseconds(time))?;
    }
    Ok(())
}

fn growths(text: &mut String, native: &Native) -> Result<()> {
    writeln!(
        text,
        "\n## Growth\n\nNanoseconds for a byte, by the length of the text: a kind over and over. To hold: within 25 %.\n"
    )?;
    let sizes: Vec<u32> =
        native.growth.first().map(|first| first.by_size.iter().map(|(size, _)| *size).collect()).unwrap_or_default();
    let heads: Vec<String> = sizes.iter().map(|size| format!("{} kB", size >> 10)).collect();
    writeln!(
        text,
        "| kind | {} | longest against shortest |\n|---{}|---|",
        heads.join(" | "),
        "|---".repeat(heads.len())
    )?;
    for Growth { kind, by_size } in &native.growth {
        let times: Vec<String> = by_size.iter().map(|(_, time)| format!("{time:.1}")).collect();
        let (Some((_, first)), Some((_, last))) = (by_size.first(), by_size.last()) else { continue };
        writeln!(text, "| {kind} | {} | {:+.0} % |", times.join(" | "), (last / first - 1.0) * 100.0)?;
    }
    Ok(())
}

fn sizes(text: &mut String, weight: &Weight) -> Result<()> {
    writeln!(text, "\n## Size of the engine\n")?;
    writeln!(
        text,
        "{} bytes; {} after gzip -9, {} after brotli. Where its code comes from, before wasm-opt:\n",
        weight.plain, weight.gzip, weight.brotli
    )?;
    writeln!(text, "| crate | bytes of code |\n|---|---|")?;
    let by_size: BTreeMap<_, _> = weight.by_crate.iter().map(|(name, size)| (std::cmp::Reverse(*size), name)).collect();
    for (size, name) in by_size.iter().take(16) {
        writeln!(text, "| {name} | {} |", size.0)?;
    }
    writeln!(
        text,
        "\nGeneric code of the standard library counts as `core`, `alloc` and `std`, whoever makes it needed."
    )?;
    Ok(())
}

fn machine() -> Result<String> {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':')).map(|(_, name)| name.trim());
    let cores = std::thread::available_parallelism()?;
    let versions = [output("rustc", &["--version"])?, format!("Node {}", output("node", &["--version"])?)];
    let versions: Vec<&str> = versions.iter().map(|version| version.trim()).collect();
    Ok(format!("Machine: {}, {cores} cores; {}.", model.unwrap_or("unknown processor"), versions.join("; ")))
}

fn microseconds(time: f64) -> String {
    if time < 10_000.0 { format!("{time:.0} µs") } else { format!("{:.1} ms", time / 1000.0) }
}

fn faster(theirs: f64, ours: f64) -> String {
    format!("{:.1} × faster", theirs / ours)
}
