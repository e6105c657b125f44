//! Other programs, run with a word on what they are run for.

use anyhow::{Context, Result, bail};
use std::process::Command;

/// Says what is being done.
pub fn say(what: &str) {
    println!("\x1b[1m▸ {what}\x1b[0m");
}

/// Runs a program with its output shown; an exit other than 0 is an error.
pub fn run(program: &str, arguments: &[&str]) -> Result<()> {
    let line = format!("{program} {}", arguments.join(" "));
    println!("  $ {line}");
    let status = Command::new(executable(program)).args(arguments).status();
    let status = status.with_context(|| format!("`{program}` doesn't run: is it installed?"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// What a program prints; an error where it isn't there or exits other than 0.
pub fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(executable(program)).args(arguments).output();
    let output = output.with_context(|| format!("`{program}` doesn't run: is it installed?"))?;
    if !output.status.success() {
        bail!("`{program}` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// npm and npx are scripts on Windows, and are found there only by their full name.
fn executable(program: &str) -> String {
    let script = cfg!(windows) && matches!(program, "npm" | "npx");
    if script { format!("{program}.cmd") } else { program.to_owned() }
}
