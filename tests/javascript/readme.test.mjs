/** The snippets of READMEs and docs run, and print what is said there. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { project, put } from "./support/package.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (name) => readFileSync(join(root, name), "utf8");

/** A line that stands for all that follows. */
const REST = "…\n";

/** Each snippet of JavaScript, and each run of the command, with the output that follows it. */
function snippets(markdown) {
  const pattern = /^```(js|sh)\n((?:(?!^```)[\s\S])*)^```$(?:(?!^```)[\s\S])*^```text\n([\s\S]*?)^```$/gm;
  return [...markdown.matchAll(pattern)].map(([, kind, code, output]) => ({ kind, code, output }));
}

/** Every snippet that there is must have its output; other commands, such as those of a shell, have none. */
function count(markdown) {
  return (markdown.match(/^```js$/gm) ?? []).length + (markdown.match(/^```sh\n(?=[^`]*npx gouji)/gm) ?? []).length;
}

function run(place, { kind, code }) {
  put(place, { "snippet.mjs": kind === "js" ? code : "" });
  const [program, args] = kind === "js" ? [process.execPath, ["snippet.mjs"]] : ["bash", ["-c", code.replaceAll("npx gouji", "gouji")]];
  const locale = { LC_ALL: "", LC_MESSAGES: "", LANG: "en_US.UTF-8" };
  const PATH = [join(place, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const { stdout, stderr } = spawnSync(program, args, { cwd: place, encoding: "utf8", env: { ...process.env, ...locale, PATH } });
  // A terminal shows neither a byte-order mark nor the two kinds of line break.
  return (stdout + stderr).replace("\ufeff", "").replaceAll("\r\n", "\n");
}

for (const name of ["README.md", "README.zh-CN.md", "npm/README.md", "docs/package.md", "docs/package.zh-CN.md", "docs/command-line.md", "docs/command-line.zh-CN.md", "docs/figures.md"]) {
  test(`${name}: every snippet prints what it says`, () => {
    const place = project({
      "report.txt": read("www/examples/broken-total.txt"),
      "2023.txt": read("examples/eleventy/reports/2023.txt"),
      "2024.txt": read("examples/eleventy/reports/2024.txt"),
      "organs.txt": "青溪县水务局\n青溪县林业局\n",
      "scan.pdf": "%PDF-1.7\n",
    });
    const markdown = read(name);
    const found = snippets(markdown);
    assert.ok(found.length > 0);
    assert.equal(found.length, count(markdown), "each snippet has its output");
    for (const snippet of found) {
      const printed = run(place, snippet);
      if (snippet.output.endsWith(REST)) {
        const shown = snippet.output.slice(0, -REST.length);
        assert.equal(printed.slice(0, shown.length), shown);
      } else assert.equal(printed, snippet.output);
    }
  });
}
