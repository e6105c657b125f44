/** The JSON Schema of a result is that of real results. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { docx } from "./support/office.mjs";
import { entries, folder } from "./support/package.mjs";
import { consistent } from "./support/reports.mjs";

const { check, render } = entries.import;
const schema = createRequire(join(folder, "package.json"))("gouji/check-result.schema.json");
const validate = new Ajv({ allErrors: true }).compile(schema);

test("real results are valid", () => {
  const broken = readFileSync(new URL("../../www/examples/broken-total.txt", import.meta.url), "utf8");
  const inputs = [consistent, broken, "", docx(broken), render(check(broken).report, "html"), consistent.replace(/\t\d+/g, "\t7次")];
  for (const input of inputs) {
    const result = check(input, { previous: consistent, locale: "en" });
    assert.ok(validate(JSON.parse(JSON.stringify(result))), JSON.stringify(validate.errors?.slice(0, 3)));
  }
});

test("what isn't a result is refused", () => {
  const change = (edit) => {
    const result = check(consistent);
    edit(result);
    return result;
  };
  for (const wrong of [
    null,
    {},
    change((result) => delete result.complete),
    change((result) => (result.schema = 2)),
    change((result) => (result.colour = "red")),
    change(({ report }) => (report.form = "2020")),
    change(({ report }) => (report.tables.applications.rows[0].cells[0].value = "12")),
    change(({ findings }) => findings.push({ code: "A302" })),
  ]) {
    assert.equal(validate(wrong), false);
  }
});
