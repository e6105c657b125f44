/** The tarball, installed into empty projects: what is in it, and how it runs in Node and through bundlers in Chromium. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as esbuild from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import { launchBrowser, serve } from "../browser/harness.mjs";
import { entries, packed, project } from "./support/package.mjs";

const report = readFileSync(new URL("../../www/examples/broken-total.txt", import.meta.url), "utf8");
const expected = entries.import.check(report);

test("the tarball holds what is needed and nothing else", () => {
  assert.deepEqual(
    packed.files.map(({ path }) => path).filter((path) => !path.startsWith("chunk-")).sort(),
    [
      "LICENSE",
      "LICENSE-APACHE",
      "LICENSE-MIT",
      "LICENSE-THIRD-PARTY",
      "README.md",
      "check-result.schema.json",
      "cli.cjs",
      "gouji_bg.wasm",
      "index.d.cts",
      "index.d.ts",
      "index.js",
      "node.cjs",
      "node.mjs",
      "package.json",
      "worker-thread.cjs",
      "worker-thread.js",
      "worker.cjs",
      "worker.d.cts",
      "worker.d.ts",
      "worker.js",
      "worker.mjs",
    ],
  );
});

test("Node runs it at once by import and by require, off the main thread too", () => {
  const print = "then(({ findings }) => console.log(JSON.stringify(findings)))";
  const place = project({
    "report.txt": report,
    "import.mjs": `import { readFileSync } from "node:fs"; import { check } from "gouji"; import { check as later } from "gouji/worker";
      const bytes = readFileSync("report.txt"); console.log(JSON.stringify(check(bytes).findings)); later(bytes).${print};`,
    "require.cjs": `const { check } = require("gouji"), { check: later } = require("gouji/worker");
      const bytes = require("node:fs").readFileSync("report.txt"); console.log(JSON.stringify(check(bytes).findings)); later(bytes).${print};`,
  });
  for (const script of ["import.mjs", "require.cjs"]) {
    const lines = execFileSync(process.execPath, [script], { cwd: place, encoding: "utf8" }).trimEnd().split("\n");
    assert.deepEqual(lines.map((line) => JSON.parse(line)), [expected.findings, expected.findings]);
  }
});

/** A page's script: everything that differs between a browser and Node. `start` and `startWorker` load the engine. */
function app({ gouji = "gouji", worker = "gouji/worker", start = "init()", startWorker = "worker.init()" } = {}) {
  return `import init, { check, GoujiError } from "${gouji}";
    import * as worker from "${worker}";
    async function run() {
      const tooEarly = await Promise.resolve().then(() => check("")).catch((error) => error.code);
      await ${start};
      await ${startWorker};
      const report = await (await fetch("report.txt")).text();
      const pdf = new TextEncoder().encode("%PDF-1.7");
      const [later, refused] = await worker.checkMany([report, pdf], { concurrency: 2 });
      let error = null;
      try { check(pdf); } catch (thrown) { error = thrown; }
      return { tooEarly, direct: check(report), later, same: refused instanceof GoujiError && refused.message === error.message };
    }
    run().then((outcome) => { window.outcome = outcome; }, (error) => { window.outcome = { failed: String(error) }; });`;
}

const page = (script, type = "module") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
  <link rel="icon" href="data:,">
  <meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:; script-src 'self' 'wasm-unsafe-eval'">
  <script type="${type}" src="${script}" defer></script></head><body></body></html>`;

let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** Opens a folder's page and holds what its script found against what Node finds. */
async function runs(folder) {
  const site = await serve(folder);
  const context = await browser.newContext();
  try {
    const opened = await context.newPage();
    const problems = [];
    opened.on("pageerror", (error) => problems.push(error.message));
    opened.on("response", (response) => response.status() >= 400 && problems.push(`${response.status()} ${response.url()}`));
    opened.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await opened.goto(site.url);
    await opened.waitForFunction(() => window.outcome, undefined, { timeout: 20_000 }).catch(() => {});
    const outcome = await opened.evaluate(() => window.outcome);
    assert.deepEqual(problems, []);
    assert.deepEqual(outcome, { tooEarly: "internal", direct: expected, later: expected, same: true });
  } finally {
    await context.close();
    await site.close();
  }
}

test("a page without a build step runs it", async () => {
  const gouji = "./node_modules/gouji/index.js";
  const worker = "./node_modules/gouji/worker.js";
  await runs(project({ "index.html": page("app.js"), "app.js": app({ gouji, worker }), "report.txt": report }));
});

test("Vite builds it without settings", async () => {
  const place = project({ "index.html": page("./app.js"), "app.js": app(), "public/report.txt": report });
  await vite({ root: place, base: "./", logLevel: "warn", configFile: false });
  await runs(join(place, "dist"));
});

test("webpack builds it without settings", async () => {
  const place = project({ "src/index.js": app(), "dist/index.html": page("main.js", "text/javascript"), "dist/report.txt": report });
  const stats = await new Promise((resolve, reject) => {
    webpack({ context: place, output: { path: join(place, "dist") }, mode: "production", performance: false }, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.deepEqual(stats.toJson().errors, []);
  assert.deepEqual(stats.toJson().warnings, []);
  await runs(join(place, "dist"));
});

test("esbuild builds it with two files copied", async () => {
  const start = 'init("engine/gouji_bg.wasm")';
  const startWorker = 'worker.init(new URL("engine/gouji_bg.wasm", document.baseURI))';
  const place = project({ "app.js": app({ start, startWorker }), "dist/index.html": page("app.js"), "dist/report.txt": report });
  await esbuild.build({ absWorkingDir: place, entryPoints: ["app.js"], outdir: "dist", bundle: true, format: "esm", logLevel: "warning" });
  mkdirSync(join(place, "dist/engine"));
  copyFileSync(join(place, "node_modules/gouji/gouji_bg.wasm"), join(place, "dist/engine/gouji_bg.wasm"));
  copyFileSync(join(place, "node_modules/gouji/worker-thread.js"), join(place, "dist/worker-thread.js"));
  await runs(join(place, "dist"));
});
