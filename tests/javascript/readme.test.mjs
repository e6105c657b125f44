/** The READMEs' snippets run, and print what the READMEs say. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { project, put } from "./support/package.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Each snippet of JavaScript with the output that follows it. */
function snippets(markdown) {
  const pattern = /^```js\n([\s\S]*?)^```$[\s\S]*?^```text\n([\s\S]*?)^```$/gm;
  return [...markdown.matchAll(pattern)].map(([, script, output]) => ({ script, output }));
}

for (const readme of ["README.md", "README.zh-CN.md"]) {
  test(`${readme}: every snippet prints what it says`, () => {
    const place = project({ "report.txt": readFileSync(join(root, "www/examples/broken-total.txt")) });
    const markdown = readFileSync(join(root, readme), "utf8");
    const found = snippets(markdown);
    assert.equal(found.length, markdown.split("```js\n").length - 1, "each snippet has its output");
    for (const { script, output } of found) {
      put(place, { "snippet.mjs": script });
      assert.equal(execFileSync("node", ["snippet.mjs"], { cwd: place, encoding: "utf8" }), output);
    }
  });
}
