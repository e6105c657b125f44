//! The licences of what is compiled into the engine: its crates' own files, and the standard library's.

use crate::command::output;
use crate::engine::GENERATED;
use crate::setup;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
}

/// Writes them where the package and the page take them from.
pub fn write() -> Result<()> {
    let licences: Vec<String> = crates()?.iter().map(licence).chain([standard_library()]).collect::<Result<_>>()?;
    Ok(fs::write(format!("{GENERATED}/LICENSE-CRATES"), licences.join("\n"))?)
}

/// The crates that are compiled into the engine, by their names: what its build and its macros need isn't in it.
fn crates() -> Result<Vec<Package>> {
    let metadata = output("cargo", &["metadata", "--format-version", "1", "--filter-platform", setup::WASM])?;
    let metadata: Metadata = serde_json::from_str(&metadata)?;
    let named = |package: Package| (format!("{} v{}", package.name, package.version), package);
    let mut by_name: BTreeMap<String, Package> = metadata.packages.into_iter().map(named).collect();
    let tree = ["tree", "--package", "gouji", "--target", setup::WASM, "--edges", "normal,no-proc-macro"];
    let format = ["--prefix", "none", "--no-dedupe", "--format", "{p}"];
    let mut names: Vec<String> = output("cargo", &[&tree[..], &format].concat())?.lines().map(str::to_owned).collect();
    names.sort();
    names.dedup();
    // The first that the tree names is the engine itself, with its path.
    names.retain(|name| !name.starts_with("gouji v"));
    names.into_iter().map(|name| by_name.remove(&name).with_context(|| format!("cargo knows no {name}"))).collect()
}

fn licence(package: &Package) -> Result<String> {
    let Package { name, version, license, manifest_path } = package;
    let folder = manifest_path.parent().unwrap_or(Path::new("."));
    let texts: Vec<String> = files(folder)?.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
    anyhow::ensure!(!texts.is_empty(), "{name} has no file with its licence");
    Ok(entry(&format!("{name} {version}"), license.as_deref().unwrap_or_default(), &texts))
}

/// A crate's files with its licences. The long text of Apache's is left out where there is the choice of MIT's.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let is_one =
            ["licen", "unlicense", "copying", "copyright", "notice"].iter().any(|start| name.starts_with(start));
        match path.is_dir() {
            true if name == "licenses" => {
                for entry in fs::read_dir(&path)? {
                    files.push(entry?.path());
                }
            }
            false if is_one => files.push(path),
            _ => {}
        }
    }
    let has = |file: &PathBuf, licence: &str| {
        file.to_string_lossy().to_lowercase().rsplit(['/', '\\']).next().is_some_and(|name| name.contains(licence))
    };
    if files.iter().any(|file| has(file, "mit")) {
        files.retain(|file| !has(file, "apache"));
    }
    files.sort();
    Ok(files)
}

fn standard_library() -> Result<String> {
    let root = output("rustc", &["--print", "sysroot"])?;
    let version = output("rustc", &["--version"])?;
    let mit = Path::new(root.trim()).join("share/doc/rust/licenses/MIT.txt");
    let mit = fs::read_to_string(&mit).with_context(|| format!("{} is missing from Rust", mit.display()))?;
    let holders = "The Rust Project Developers (see https://thanks.rust-lang.org), and the authors of the crates that it holds, \
                   whom COPYRIGHT-library.html of the Rust distribution names";
    let text = mit.replace("<year> <copyright holders>", holders);
    let name = format!("The Rust standard library, {}", version.trim());
    Ok(entry(&name, "MIT OR Apache-2.0", &[text]))
}

fn entry(name: &str, licence: &str, texts: &[String]) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.trim()).collect();
    format!("{name} ({licence})\n\n{}\n", texts.join("\n\n"))
}
