/** An engine that dies on a call is made afresh. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { entries } from "./support/package.mjs";
import { consistent } from "./support/reports.mjs";

for (const [way, { GoujiError, check }] of Object.entries(entries)) {
  test(`${way}: after an internal error the next call works`, () => {
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
