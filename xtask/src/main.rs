//! The only thing a newcomer runs: builds, serves and tests everything, and sets up what that needs.

mod bench;
mod command;
mod engine;
mod fuzz;
mod licences;
mod model;
mod package;
mod reference;
mod rule_docs;
mod setup;
mod site;
mod spark;
mod test;
mod types;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::Path;
use std::process::ExitCode;

/// Builds, serves and tests gouji.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the npm package (dist/npm), the site (dist/site) and the page in one file (dist/gouji.html)
    Build,
    /// Build everything and serve the page on 127.0.0.1
    Serve {
        /// The port to listen on
        #[arg(long, default_value_t = 5173)]
        port: u16,
    },
    /// Set reports in every layout and file format, read them again, and count the cells read right, unknown and wrong
    Accuracy {
        /// How many reports to set in each layout
        #[arg(long, default_value_t = 1000)]
        reports: usize,
    },
    /// Plant one fault at a time into good reports in every layout and file format, and count those found
    Mutation {
        /// How many reports to set in each layout
        #[arg(long, default_value_t = 100)]
        reports: usize,
    },
    /// Measure everything that docs/performance.md says, and write it anew
    Bench,
    /// Look for inputs that break a promise, each target for its share of the time
    Fuzz {
        #[arg(long, default_value_t = 60)]
        minutes: u64,
    },
    /// Run the example with Spark over thousands of reports; needs Java and Python
    Spark {
        /// How many reports to set
        #[arg(long, default_value_t = 3000)]
        reports: usize,
    },
    /// Run every test there is: formatting, lints, Rust, JavaScript and the page in Chromium
    Test,
}

fn main() -> ExitCode {
    let task = Arguments::parse().task;
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    std::env::set_current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
    match task {
        Task::Build => build().map(drop),
        Task::Serve { port } => build().and_then(|_| site::serve(port)),
        Task::Accuracy { reports } => test::at_length("accuracy", reports),
        Task::Mutation { reports } => test::at_length("mutation", reports),
        Task::Bench => bench::bench(),
        Task::Fuzz { minutes } => fuzz::fuzz(minutes),
        Task::Spark { reports } => spark::spark(reports),
        Task::Test => test::run(),
    }
}

/// Builds the engine, the package and the page; tells what the engine weighs.
fn build() -> Result<engine::Weight> {
    setup::wasm_target()?;
    setup::node_modules()?;
    rule_docs::write()?;
    let weight = engine::build()?;
    weight.hold()?;
    licences::write()?;
    package::build()?;
    site::build()?;
    Ok(weight)
}
