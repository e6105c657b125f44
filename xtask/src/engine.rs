//! The engine: the crate as WebAssembly with its JavaScript glue.

use crate::command::{output, run, say};
use crate::setup;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Where the parts lie that the package is made from.
pub const GENERATED: &str = "npm/generated";

/// What the engine may weigh, in bytes after gzip -9.
const LIMIT: u32 = 500_000;

pub fn build() -> Result<Weight> {
    say("Compiling the engine to WebAssembly");
    run("cargo", &["build", "--package", "gouji", "--profile", "wasm", "--target", setup::WASM])?;
    let compiled = format!("{}/{}/wasm/gouji.wasm", target_directory()?, setup::WASM);
    let mut bindgen = Bindgen::new();
    let by_crate = by_crate(&fs::read(&compiled)?)?;
    bindgen.input_path(compiled).out_name("gouji").web(true)?.typescript(true);
    bindgen.omit_default_module_path(true).reset_state_function(true).remove_producers_section(true);
    bindgen.generate(GENERATED)?;
    optimize()?;
    weigh(by_crate)
}

fn target_directory() -> Result<String> {
    let metadata = output("cargo", &["metadata", "--format-version", "1", "--no-deps"])?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    Ok(metadata["target_directory"].as_str().unwrap_or("target").to_owned())
}

fn optimize() -> Result<()> {
    say("Optimizing the engine");
    let module = format!("{GENERATED}/gouji_bg.wasm");
    // A function that is called once and moved into its caller packs worse.
    let options = ["-O3", "--one-caller-inline-max-function-size=0"];
    run("npx", &[&["--no-install", "wasm-opt"], &options[..], &[&module, "--output", &module]].concat())
}

/// What the engine weighs, in bytes.
pub struct Weight {
    pub plain: u32,
    pub gzip: u32,
    pub brotli: u32,
    /// Code by the crate that it comes from, before it is optimized: later the functions have no names.
    pub by_crate: BTreeMap<String, u32>,
}

impl Weight {
    /// Fails where a browser would download more than the limit.
    pub fn hold(&self) -> Result<()> {
        if self.gzip > LIMIT {
            bail!("The engine is {} bytes after gzip -9; the limit is {LIMIT}", self.gzip);
        }
        Ok(())
    }
}

/// Weighs what a browser downloads, and prints it.
fn weigh(by_crate: BTreeMap<String, u32>) -> Result<Weight> {
    let script = "const { readFileSync } = require('fs'), { gzipSync, brotliCompressSync } = require('zlib');
        const module = readFileSync(process.argv[1]);
        console.log(module.length, gzipSync(module, { level: 9 }).length, brotliCompressSync(module).length);";
    let printed = output("node", &["--eval", script, &format!("{GENERATED}/gouji_bg.wasm")])?;
    let sizes: Vec<u32> = printed.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let [plain, gzip, brotli] = sizes[..] else { bail!("the engine's sizes can't be read: {printed}") };
    println!("  The engine is {plain} bytes; {gzip} after gzip -9, {brotli} after brotli.");
    Ok(Weight { plain, gzip, brotli, by_crate })
}

/// The bytes of code of each crate, by the names of the functions.
fn by_crate(module: &[u8]) -> Result<BTreeMap<String, u32>> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), HashMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                imported = imports
                    .into_imports()
                    .filter(|import| matches!(import, Ok(import) if matches!(import.ty, TypeRef::Func(_))))
                    .count();
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len() as u32),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else { continue };
                for subsection in subsections {
                    let Name::Function(functions) = subsection? else { continue };
                    for naming in functions {
                        let naming = naming?;
                        names.insert(naming.index as usize, naming.name);
                    }
                }
            }
            _ => {}
        }
    }
    let mut by_crate = BTreeMap::new();
    for (index, size) in bodies.into_iter().enumerate() {
        let name = names.get(&(imported + index)).copied().unwrap_or_default();
        *by_crate.entry(crate_of(&rustc_demangle::demangle(name).to_string())).or_default() += size;
    }
    Ok(by_crate)
}

/// The crate whose function this is: the first that the name holds that isn't part of the standard library.
fn crate_of(function: &str) -> String {
    let segments = function.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':')));
    let crates: Vec<&str> = segments
        .filter_map(|path| path.split_once("::"))
        .map(|(first, _)| first)
        .filter(|first| !first.is_empty())
        .collect();
    let is_standard = |name: &&&str| ["core", "alloc", "std"].contains(*name);
    let own = crates.iter().find(|name| !is_standard(name)).or(crates.first());
    own.map_or("other", |own| own).to_owned()
}
