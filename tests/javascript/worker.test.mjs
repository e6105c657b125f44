/** What `gouji/worker` promises beyond the functions themselves. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import { after, test } from "node:test";
import threads from "node:worker_threads";
import { entries, folder } from "./support/package.mjs";
import { consistent, lastYear } from "./support/reports.mjs";

/** Every worker that is started, so that a test can make one die. */
const started = [];
threads.Worker = class extends threads.Worker {
  constructor(...args) {
    super(...args);
    started.push(this);
  }
};
syncBuiltinESMExports();

const { GoujiError, check, checkMany, parse, rules, terminate, version } = await import(`${folder}/worker.mjs?watched`);
const direct = entries.import;

after(terminate);

test("many reports are checked at once, and their results come in the order of the inputs", async () => {
  const inputs = Array.from({ length: 20 }, (_, index) => `${"\n".repeat(index)}${consistent}`);
  const seen = [];
  const results = await checkMany(new Set(inputs), { locale: "en", concurrency: 3, onProgress: (progress) => seen.push(progress) });
  assert.deepEqual(results, inputs.map((input) => direct.check(input, { locale: "en" })));
  assert.deepEqual(seen.map(({ done, total }) => [done, total]), inputs.map((_, index) => [index + 1, 20]));
  assert.deepEqual(seen.map(({ index }) => index).sort((one, other) => one - other), [...inputs.keys()]);
  for (const { index, result } of seen) assert.equal(result, results[index]);
  assert.deepEqual(await checkMany([]), []);
});

test("a file that can't be read fails alone, with an error as the direct call throws it", async () => {
  const pdf = new TextEncoder().encode("%PDF-1.7");
  const [good, bad] = await checkMany([consistent, pdf]);
  assert.equal(good.counts.error, 0);
  assert.ok(bad instanceof GoujiError && bad instanceof Error);
  assert.ok(bad instanceof direct.GoujiError, "the class is the same in both entries");
  assert.throws(() => direct.check(pdf), { name: "GoujiError", code: bad.code, message: bad.message });
});

test("a wrong call rejects as a whole", async () => {
  await assert.rejects(checkMany([consistent], { colour: 1 }), { code: "unknown-option" });
  await assert.rejects(checkMany([consistent], { concurrency: 0, locale: "en" }), { code: "unknown-option", message: /concurrency.*0/ });
  await assert.rejects(check(consistent, { rules: () => {} }), { code: "unknown-option" });
  await assert.rejects(check(() => {}), { code: "unknown-option", message: /普通数据/ });
  assert.equal((await check(consistent)).counts.error, 0);
});

test("last year's report may be one that was read before, for many checks too", async () => {
  const previous = await parse(lastYear);
  const [result] = await checkMany([consistent], { previous });
  assert.deepEqual(result, direct.check(consistent, { previous: lastYear }));
  assert.ok(result.findings.some(({ family }) => family === "previous"));
  await assert.rejects(checkMany([consistent], { previous: {}, locale: "en" }), { code: "unknown-option", message: /previous.*text/ });
});

test("a signal ends the checks early", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  let calls = 0;
  const onProgress = () => {
    calls++;
    controller.abort(reason);
  };
  await assert.rejects(checkMany(Array(50).fill(consistent), { concurrency: 2, onProgress, signal: controller.signal }), reason);
  await version();
  assert.equal(calls, 1);
  await assert.rejects(checkMany([consistent], { signal: controller.signal }), reason);
});

test("a worker that dies fails its own call alone, and is replaced", async () => {
  terminate();
  started.length = 0;
  const calls = Array.from({ length: 6 }, () => check(consistent.repeat(20), { locale: "en" }));
  await started[0].terminate();
  const outcomes = await Promise.allSettled(calls);
  const failed = outcomes.filter(({ status }) => status === "rejected");
  assert.equal(failed.length, 1);
  assert.equal(failed[0].reason.code, "internal");
  assert.match(failed[0].reason.message, /died/);
  const before = started.length;
  assert.equal((await parse(consistent)).year, 2023);
  const results = await checkMany(Array(9).fill(consistent));
  assert.ok(results.every(({ counts }) => counts.error === 0));
  assert.ok(started.length >= before);
});

test("calls under way fail when the workers are ended, and the next call starts anew", async () => {
  const call = rules();
  terminate();
  await assert.rejects(call, { name: "GoujiError", code: "internal", message: /terminate/ });
  assert.ok((await rules("en")).length > 50);
});

test("a view into a larger buffer is sent without the rest", async () => {
  const bytes = new TextEncoder().encode(`废${consistent}废`);
  const view = bytes.subarray(3, -3);
  assert.deepEqual(await parse(view), direct.parse(consistent));
  assert.equal(view.length, bytes.length - 6);
});

test("a script ends by itself when its calls are done, and not before", () => {
  const script = `import { check } from "${folder}/worker.mjs"; check("").then(({ findings }) => console.log(findings.length));`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8", timeout: 20_000 });
  assert.equal(printed, `${direct.check("").findings.length}\n`);
});
