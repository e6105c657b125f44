/** The package carries the licences of what is compiled and bundled into it. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder } from "./support/package.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(join(folder, "LICENSE-THIRD-PARTY"), "utf8");

/** Each work with the text that follows its name. */
const works = new Map([...text.matchAll(/^(\S+) (\d+\.\d+\.\d+\S*) \(.+\)\n\n([\s\S]+?)(?=\n\S+ \d+\.\d+\.\d+\S* \(.+\)\n\n|$(?![\s\S]))/gm)].map(([, name, version, text]) => [`${name} ${version}`, text]));

function cargo(...args) {
  return execFileSync("cargo", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
}

test("each crate of the engine is named with its licence", () => {
  const tree = cargo("tree", "--package", "gouji", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}");
  const crates = new Set(tree.split("\n").filter((line) => line && !line.startsWith("gouji ")).map((line) => line.replace(" (*)", "").replace(" v", " ")));
  const { packages } = JSON.parse(cargo("metadata", "--format-version", "1", "--no-deps"));
  const direct = packages.find(({ name }) => name === "gouji").dependencies.filter(({ kind, optional, target }) => kind === null && !optional && !target?.includes("not("));
  assert.ok(direct.length >= 8);
  for (const { name } of direct) assert.ok([...crates].some((crate) => crate.startsWith(`${name} `)), name);
  for (const crate of crates) assert.ok(works.get(crate)?.length > 300, `${crate} and its licence`);
  assert.match(text, /^The Rust standard library, rustc \d.*\(MIT OR Apache-2\.0\)\n\n[\s\S]+The Rust Project Developers/m);
});

test("what only builds and tests need is not", () => {
  const names = [...works.keys()].map((work) => work.split(" ")[0]);
  for (const name of ["proptest", "syn", "serde_derive", "ts-rs", "html5ever", "encoding_rs", "typescript"]) assert.ok(!names.includes(name), name);
});

test("the libraries of the command line are named too", () => {
  for (const name of ["cli-progress", "fflate", "write-excel-file"]) assert.ok([...works.keys()].some((work) => work.startsWith(`${name} `)), name);
});
