//! What the build and the tests need on a fresh machine, installed where it is missing.

use crate::command::{output, run, say};
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The target that the engine is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The oldest Node that runs the build: Vite's own minimum.
const NODE: (u32, u32) = (20, 19);

pub fn wasm_target() -> Result<()> {
    let library = output("rustc", &["--print", "target-libdir", "--target", WASM])?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    say("Adding Rust's WebAssembly target");
    run("rustup", &["target", "add", WASM])
}

/// Installs what package-lock.json names, unless that is what was installed last.
pub fn node_modules() -> Result<()> {
    node()?;
    let modified = |path: &str| fs::metadata(path).and_then(|file| file.modified()).ok();
    if modified("node_modules/.package-lock.json") >= modified("package-lock.json") {
        return Ok(());
    }
    say("Installing the JavaScript packages");
    run("npm", &["ci", "--ignore-scripts"])?;
    // npm keeps the time of the file it unpacked; the check above wants the time of the installation.
    let lock = fs::File::options().append(true).open("node_modules/.package-lock.json")?;
    Ok(lock.set_modified(std::time::SystemTime::now())?)
}

fn node() -> Result<()> {
    let version = output("node", &["--version"])?;
    let mut parts = version.trim().trim_start_matches('v').split('.').map_while(|part| part.parse().ok());
    let found: (u32, u32) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < NODE {
        bail!("Node {}.{} or later is needed, and {} is here: install a newer one", NODE.0, NODE.1, version.trim());
    }
    Ok(())
}

/// A browser and a font for the tests of the page.
struct Need {
    what: &'static str,
    /// A command that succeeds with output where it is there.
    probe: (&'static str, &'static [&'static str]),
    debian: &'static str,
}

const BROWSER: [Need; 2] = [
    Need { what: "Chromium", probe: ("chromium", &["--version"]), debian: "chromium" },
    Need { what: "a Chinese font", probe: ("fc-list", &[":lang=zh", "family"]), debian: "fonts-noto-cjk" },
];

pub fn browser() -> Result<()> {
    let there = |need: &Need| output(need.probe.0, need.probe.1).is_ok_and(|printed| !printed.trim().is_empty());
    let missing: Vec<_> = BROWSER.iter().filter(|need| !there(need)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let what = missing.iter().map(|need| need.what).collect::<Vec<_>>().join(" and ");
    let packages: Vec<_> = missing.iter().map(|need| need.debian).chain(["fontconfig"]).collect();
    say(&format!("Installing {what}"));
    let install = [&["install", "--yes", "--no-install-recommends"], packages.as_slice()].concat();
    if !may_install() || run("apt-get", &["update"]).is_err() || run("apt-get", &install).is_err() {
        bail!("The page's tests need {what}: `sudo apt-get install {}` or the like", packages.join(" "));
    }
    Ok(())
}

/// Whether this user may install Debian packages.
fn may_install() -> bool {
    let root = output("id", &["-u"]).is_ok_and(|id| id.trim() == "0");
    root && Command::new("apt-get").arg("--version").output().is_ok()
}
