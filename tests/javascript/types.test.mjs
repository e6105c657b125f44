/** The package's types are those of what it returns. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { entries, project, put } from "./support/package.mjs";
import { consistent } from "./support/reports.mjs";

const { check, forms, rules } = entries.require;
const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const calls = fileURLToPath(new URL("types/calls.ts", import.meta.url));

/** Real output as literals: the compiler refuses a member too many as well as one too few. */
function literals() {
  const broken = consistent.replace(/\d+\n/, "7次\n");
  const results = [check(consistent), check(broken, { locale: "en" }), check("")];
  return `import type { CheckResult, Form, RuleDoc } from "gouji";
    export const results: CheckResult[] = ${JSON.stringify(results)};
    export const grids: Form[] = ${JSON.stringify(forms())};
    export const pages: RuleDoc[] = ${JSON.stringify([...rules("zh-CN"), ...rules("en")])};`;
}

test("a strict compiler accepts real output and every call, by import and by require", () => {
  const place = project();
  for (const kind of ["mts", "cts"]) {
    put(place, { [`calls.${kind}`]: readFileSync(calls), [`output.${kind}`]: literals() });
  }
  const options = { strict: true, noEmit: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [] };
  put(place, { "tsconfig.json": JSON.stringify({ compilerOptions: options, include: ["*"] }) });
  assert.equal(compile(place), "");
});

/** What the compiler has to say. */
function compile(project) {
  try {
    return execFileSync(process.execPath, [compiler, "--project", project], { encoding: "utf8" });
  } catch (error) {
    return error.stdout.slice(0, 4000);
  }
}
