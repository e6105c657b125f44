/** The engine says what the crate says natively, whose results `cargo test` has left in the target folder. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { entries } from "./support/package.mjs";

const { check, parse } = entries.require;

/** What `tests/engine.rs` wrote, a line a case. */
function left(name) {
  const lines = readFileSync(new URL(`../../target/tmp/${name}`, import.meta.url), "utf8").split("\n");
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

/** FNV-1a over UTF-8. */
function hash(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function result(input, format) {
  try {
    return JSON.stringify(check(input, { format }));
  } catch (error) {
    return JSON.stringify(error.message);
  }
}

test("the engine gives the same result as the crate on thousands of reports pulled about", () => {
  const cases = left("engine-results.ndjson");
  assert.ok(cases.length >= 2000);
  for (const { input, format, hash: expected, length, result: whole } of cases) {
    const own = result(input, format);
    if (whole !== null) assert.deepEqual(JSON.parse(own), JSON.parse(whole));
    assert.deepEqual([Buffer.byteLength(own), hash(own)], [length, expected], `other results for ${JSON.stringify(input.slice(0, 400))}`);
  }
});

test("the platform's decoder reads GB18030 as the crate does", () => {
  const cases = left("gb18030.ndjson");
  assert.ok(cases.length > 30_000);
  const differ = cases.filter(([bytes, text]) => {
    return parse(new Uint8Array(bytes), { format: "text", encoding: "gb18030" }).text !== text;
  });
  assert.deepEqual(differ.slice(0, 20), []);
});
