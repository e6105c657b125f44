/** The READMEs' snippets run, and print what the READMEs say. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder } from "./support/package.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Each snippet of JavaScript with the output that follows it. */
function snippets(markdown) {
  const pattern = /^```js\n([\s\S]*?)^```$[\s\S]*?^```text\n([\s\S]*?)^```$/gm;
  return [...markdown.matchAll(pattern)].map(([, script, output]) => ({ script, output }));
}

for (const readme of ["README.md", "README.zh-CN.md"]) {
  test(`${readme}: every snippet prints what it says`, (context) => {
    const project = mkdtempSync(join(tmpdir(), "gouji-readme-"));
    context.after(() => rmSync(project, { recursive: true }));
    mkdirSync(join(project, "node_modules"));
    symlinkSync(folder, join(project, "node_modules/gouji"));
    copyFileSync(join(root, "www/examples/broken-total.txt"), join(project, "report.txt"));

    const markdown = readFileSync(join(root, readme), "utf8");
    const found = snippets(markdown);
    assert.equal(found.length, markdown.split("```js\n").length - 1, "each snippet has its output");
    for (const { script, output } of found) {
      writeFileSync(join(project, "snippet.mjs"), script);
      assert.equal(execFileSync("node", ["snippet.mjs"], { cwd: project, encoding: "utf8" }), output);
    }
  });
}
