//! The npm package, in dist/npm: one wasm, one entry for browsers, one for Node, and the types.

use crate::command::{run, say};
use crate::engine::GENERATED;
use crate::{model, reference, rule_docs, types};
use anyhow::Result;
use std::fs;

pub const PACKAGE: &str = "dist/npm";

/// Files that go into the package as they are, by the name they have there.
const COPIES: [(&str, &str); 11] = [
    ("npm/generated/gouji_bg.wasm", "gouji_bg.wasm"),
    ("npm/generated/index.d.ts", "index.d.ts"),
    ("npm/generated/index.d.ts", "index.d.cts"),
    ("npm/generated/worker.d.ts", "worker.d.ts"),
    ("npm/generated/check-result.schema.json", "check-result.schema.json"),
    ("npm/node.mjs", "node.mjs"),
    ("npm/worker-node.mjs", "worker.mjs"),
    ("npm/README.md", "README.md"),
    ("LICENSE", "LICENSE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

pub fn build() -> Result<()> {
    say("Making the npm package");
    fs::write(format!("{GENERATED}/rules.json"), serde_json::to_string(&rule_docs::all()?)?)?;
    fs::write(format!("{GENERATED}/forms.json"), serde_json::to_string(&gouji::form::forms())?)?;
    fs::write(format!("{GENERATED}/model.json"), model::model().to_string())?;
    let functions = fs::read_to_string("npm/functions.d.ts")?;
    fs::write(format!("{GENERATED}/index.d.ts"), format!("{}\n{functions}", types::declarations()))?;
    fs::copy("npm/worker.d.ts", format!("{GENERATED}/worker.d.ts"))?;
    run("npx", &["--no-install", "tsc", "--project", "npm"])?;
    schema()?;
    reference::write()?;
    if fs::exists(PACKAGE)? {
        fs::remove_dir_all(PACKAGE)?;
    }
    run("npx", &["--no-install", "rolldown", "--config", "npm/rolldown.config.mjs", "--log-level", "warn"])?;
    for (from, to) in COPIES {
        fs::copy(from, format!("{PACKAGE}/{to}"))?;
    }
    let worker = fs::read_to_string("npm/worker.d.ts")?.replace("./index.js", "./index.cjs");
    fs::write(format!("{PACKAGE}/worker.d.cts"), worker)?;
    manifest()
}

/// The JSON Schema of a result, from its types.
fn schema() -> Result<()> {
    let out = format!("{GENERATED}/check-result.schema.json");
    let types = format!("{GENERATED}/index.d.ts");
    let options = ["--no-type-check", "--no-top-ref", "--type", "CheckResult", "--path", &types, "--out", &out];
    run("npx", &[&["--no-install", "ts-json-schema-generator"], &options[..]].concat())
}

/// package.json, with the version of the crate.
fn manifest() -> Result<()> {
    let mut manifest: serde_json::Value = serde_json::from_str(&fs::read_to_string("npm/package.json")?)?;
    manifest["version"] = env!("CARGO_PKG_VERSION").into();
    Ok(fs::write(format!("{PACKAGE}/package.json"), format!("{manifest:#}\n"))?)
}
