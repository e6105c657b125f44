/** The page carries the licences of what it is built from, on a site and in one file. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { filePage, startSite } from "./harness.mjs";

const { open } = startSite();

/** What the package says of the engine's crates, from the first of them on. */
const packaged = readFileSync(new URL("../../dist/npm/LICENSE-THIRD-PARTY", import.meta.url), "utf8");
const crates = packaged.slice(packaged.indexOf("\nadler2 "));

for (const [name, address] of Object.entries({ site: undefined, file: filePage })) {
  test(`${name}: the licences of the page's libraries and of the engine's crates can be read`, async () => {
    const { page, problems, close } = await open({}, undefined, address);
    await page.getByText("本页不上传任何内容").click();
    await page.getByRole("button", { name: "开源许可" }).click();
    const text = page.getByRole("dialog").locator("pre");
    await text.filter({ hasText: "The Rust standard library" }).waitFor();
    const shown = await text.textContent();
    for (const library of ["preact", "@codemirror/view", "write-excel-file"]) assert.match(shown, new RegExp(`^${library} \\d`, "m"));
    assert.ok(shown.trim().endsWith(crates.trim()));
    await page.getByRole("button", { name: "关闭" }).click();
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });
}
