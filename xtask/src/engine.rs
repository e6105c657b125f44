//! The engine: the crate as WebAssembly with its JavaScript glue.

use crate::command::{output, run, say};
use crate::setup;
use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

/// Where the parts lie that the package is made from.
pub const GENERATED: &str = "npm/generated";

/// What the engine may weigh, in bytes after gzip -9.
const LIMIT: u32 = 500_000;

pub fn build() -> Result<()> {
    say("Compiling the engine to WebAssembly");
    run("cargo", &["build", "--package", "gouji", "--profile", "wasm", "--target", setup::WASM])?;
    let compiled = format!("{}/{}/wasm/gouji.wasm", target_directory()?, setup::WASM);
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name("gouji").web(true)?.typescript(true);
    bindgen.omit_default_module_path(true).reset_state_function(true).remove_producers_section(true);
    bindgen.generate(GENERATED)?;
    optimize()?;
    weigh()
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
    let options = ["-Os", "--one-caller-inline-max-function-size=0"];
    run("npx", &[&["--no-install", "wasm-opt"], &options[..], &[&module, "--output", &module]].concat())
}

/// Prints what a browser downloads, and fails where that is over the limit.
fn weigh() -> Result<()> {
    let script = "const { readFileSync } = require('fs'), { gzipSync, brotliCompressSync } = require('zlib');
        const module = readFileSync(process.argv[1]);
        console.log(module.length, gzipSync(module, { level: 9 }).length, brotliCompressSync(module).length);";
    let printed = output("node", &["--eval", script, &format!("{GENERATED}/gouji_bg.wasm")])?;
    let sizes: Vec<u32> = printed.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let [plain, gzip, brotli] = sizes[..] else { bail!("the engine's sizes can't be read: {printed}") };
    println!("  The engine is {plain} bytes; {gzip} after gzip -9, {brotli} after brotli.");
    if gzip > LIMIT {
        bail!("The engine is {gzip} bytes after gzip -9; the limit is {LIMIT}");
    }
    Ok(())
}
