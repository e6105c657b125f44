//! The example with Spark, over thousands of reports: it needs Java and Python, and isn't part of every run.

use crate::command::{output, run, say};
use crate::package::PACKAGE;
use anyhow::{Result, bail};
use std::fs::{self, File};
use std::io::Write;
use std::path::absolute;

/// Where the data set, the table and what runs them lie.
const PLACE: &str = "target/spark";

/// Spark talks to itself on this machine alone.
const LOCAL: &str = "SPARK_LOCAL_IP=127.0.0.1";

/// Makes the data set, runs the job on local Spark with the package as it is installed, and checks the table.
pub fn spark(reports: usize) -> Result<()> {
    if output("java", &["-version"]).is_err() || output("python3", &["--version"]).is_err() {
        bail!(
            "Spark needs Java 17 or later and Python 3: `apt-get install default-jre-headless python3-venv` or the like"
        );
    }
    crate::build()?;
    say("Setting reports");
    let data = format!("{PLACE}/reports");
    if fs::exists(&data)? {
        fs::remove_dir_all(&data)?;
    }
    run("cargo", &["run", "--quiet", "--example", "typeset", "--", &reports.to_string(), &data])?;
    let mut bad = File::options().append(true).open(format!("{data}/0.ndjson"))?;
    bad.write_all(b"{\"id\":\"broken\",\"text\":7}\n")?;

    say("Installing Spark and the package");
    let python = format!("{PLACE}/python/bin/python");
    if !fs::exists(&python)? {
        run("python3", &["-m", "venv", &format!("{PLACE}/python")])?;
    }
    run(&python, &["-m", "pip", "install", "--quiet", "--requirement", "examples/spark/requirements.txt"])?;
    run("npm", &["pack", "--silent", "--pack-destination", PLACE, &format!("./{PACKAGE}")])?;
    let tarball = format!("{PLACE}/gouji-{}.tgz", env!("CARGO_PKG_VERSION"));
    run("npm", &["install", "--offline", "--silent", "--no-audit", "--prefix", &format!("{PLACE}/project"), &tarball])?;

    say("Running the job");
    let command = absolute(format!("{PLACE}/project/node_modules/.bin/gouji"))?;
    let table = format!("{PLACE}/figures");
    let job = ["examples/spark/figures.py", &data, &table, "--gouji", &command.to_string_lossy()];
    run("env", &[&[LOCAL, &python], &job[..]].concat())?;
    run("env", &[LOCAL, &python, "tests/support/spark.py", &data, &table])
}
