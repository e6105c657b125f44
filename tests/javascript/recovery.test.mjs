/** An engine that dies on a call is made afresh: the call fails as any does that fails, and the next one works. */

import assert from "node:assert/strict";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { after, test } from "node:test";
import threads from "node:worker_threads";
import { consistent, lastYear } from "./support/reports.mjs";

const fatal = createRequire(import.meta.url).resolve("./support/fatal.cjs");
const { dieNext, plan } = createRequire(import.meta.url)(fatal);
threads.Worker = class extends threads.Worker {
  constructor(script) {
    super(script, { execArgv: ["--require", fatal], workerData: plan });
  }
};
syncBuiltinESMExports();
// Loaded now that its engine can be made to die.
const { entries, workers } = await import("./support/package.mjs");
const direct = entries.import;

after(() => Object.values(workers).forEach(({ terminate }) => terminate()));

const doubled = direct.check(consistent.replace("重新核对", "重新的的核对"));
const [before, now] = [direct.parse(lastYear), direct.parse(consistent)];

/** Every call that the engine answers. */
const CALLS = {
  check: [consistent, { locale: "en" }],
  parse: [consistent],
  compare: [before, now, { locale: "en" }],
  rollUp: [now, [now, before], { locale: "en" }],
  matchOrgans: [["水利局"], ["云溪市水利局"]],
  render: [now, "markdown"],
  applyFixes: [doubled.report.text, doubled.findings],
  version: [],
};

/** A rule that each call runs. */
const RULES = { check: "A302", compare: "X604", rollUp: "R701" };

for (const [way, gouji] of Object.entries({ ...entries, ...workers })) {
  for (const [name, args] of Object.entries(CALLS)) {
    const words = args.some((argument) => argument?.locale === "en") ? /engine failed.*unreachable/ : /内部错误.*unreachable/;

    test(`${way}: after ${name} has died the next call works`, async () => {
      const expected = await gouji[name](...args);
      const call = async () => gouji[name](...args);
      dieNext();
      await assert.rejects(call, { name: "GoujiError", code: "internal", message: words });
      assert.deepEqual(await call(), expected);
      assert.deepEqual((await gouji.check(consistent)).counts, direct.check(consistent).counts);
    });
  }

  for (const [name, code] of Object.entries(RULES)) {
    test(`${way}: where ${name} dies in a rule, the findings of the others stand and the rule is named`, async () => {
      const findings = (result) => result.findings ?? result;
      const expected = findings(await gouji[name](...CALLS[name]));
      dieNext(direct.rules().findIndex((rule) => rule.code === code));
      const found = findings(await gouji[name](...CALLS[name]));
      const failure = found.find((finding) => finding.code === "I901");
      assert.match(failure.message, new RegExp(code));
      const others = (findings) => findings.filter((finding) => ![code, "I901"].includes(finding.code));
      assert.deepEqual(others(found), others(expected));
      assert.deepEqual(findings(await gouji[name](...CALLS[name])), expected);
    });
  }

  test(`${way}: where there is no room for a new engine the call says so, and a later one works`, async () => {
    const call = async () => gouji.parse(consistent);
    dieNext(-1, 1);
    await assert.rejects(call, { code: "internal", message: /unreachable/ });
    await assert.rejects(call, { name: "GoujiError", code: "internal", message: /out of memory/ });
    assert.deepEqual(await call(), now);
  });
}

for (const [way, { GoujiError, check }] of Object.entries(entries)) {
  test(`${way}: after a stack overflow in the engine the next call works`, () => {
    const before = check(consistent);
    const nested = `${"<div>".repeat(400)}<p>总体情况</p>${"</div>".repeat(400)}`;
    assert.equal(check(nested).report.text.trim(), "总体情况");
    // Calls from so deep in the stack that the engine has no room left on it, until one gets an answer.
    let outcome = null;
    const descend = () => {
      try {
        descend();
      } catch {
        if (outcome) return;
        try {
          outcome = check(nested);
        } catch (error) {
          if (!(error instanceof GoujiError)) throw error;
          outcome = error;
        }
      }
    };
    descend();
    if (outcome instanceof GoujiError) assert.equal(outcome.code, "internal");
    else assert.ok(!outcome.complete && outcome.findings.some(({ code }) => code === "I901"));
    assert.deepEqual(check(consistent), before);
  });
}
