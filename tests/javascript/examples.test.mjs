/** The examples do what they say, with the package from the tarball. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchBrowser, serve } from "../browser/harness.mjs";
import { entries, folder, project } from "./support/package.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = (name) => join(root, "examples", name);
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const { parse } = entries.import;

let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** Opens pages of a folder; what goes wrong in them fails the test. */
async function look(place, visit) {
  const site = await serve(place);
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  try {
    await visit(page, site.url);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
    await site.close();
  }
}

/** Evaluated as the tool itself would be, which a page's policy on scripts doesn't bind. */
async function isAccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
}

test("Eleventy builds a site of reports: pages, official tables, a chart, data to download", async () => {
  const place = project();
  cpSync(example("eleventy"), place, { recursive: true });
  const build = () =>
    spawnSync(process.execPath, [join(root, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"], { cwd: place, encoding: "utf8" });
  const built = build();
  assert.equal(built.status, 0, built.stderr);

  await look(join(place, "_site"), async (page, url) => {
    await page.goto(url);
    await isAccessible(page);
    assert.equal(await page.locator("figure rect[y]").count(), 12);
    assert.match(await page.locator("figure svg[role=img]").getAttribute("aria-label"), /2024年：予以公开10，部分公开4，不予公开1，无法提供3/);
    await page.getByRole("link", { name: /2024年/ }).click();
    await page.waitForURL(/2024\/$/);
    await isAccessible(page);
    assert.match(await page.locator("h1").innerText(), /青溪县水务局2024年/);
    assert.equal(await page.getByRole("table").count(), 3);
    const row = page.getByRole("row", { name: /本年新收/ });
    assert.equal(await row.getByRole("cell").last().innerText(), "18");
    assert.match(await page.getByText("邀请用水户代表").innerText(), /监督保障/);
  });

  const report = parse(readFileSync(join(place, "reports/2024.txt")));
  const values = ({ applications }) => applications.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
  assert.deepEqual(JSON.parse(readFileSync(join(place, "_site/2024/tables.json"), "utf8")), report.tables);
  assert.deepEqual(values(parse(readFileSync(join(place, "_site/2024/tables.csv"))).tables), values(report.tables));
  assert.deepEqual(JSON.parse(readFileSync(join(place, "_site/figures.json"), "utf8")).map(({ year }) => year), [2022, 2023, 2024]);

  const text = readFileSync(join(place, "reports/2024.txt"), "utf8");
  writeFileSync(join(place, "reports/2024.txt"), text.replace("\t（七）总计\t\t13", "\t（七）总计\t\t31"));
  const failed = build();
  assert.notEqual(failed.status, 0);
  assert.match(failed.stderr + failed.stdout, /2024\.txt:\d+ error A302/);
});

test("a script prints the outcomes of reports, and what is wrong with them", () => {
  const place = project({ "scan.pdf": "%PDF-1.7" });
  cpSync(example("node"), place, { recursive: true });
  cpSync(join(example("eleventy"), "reports"), place, { recursive: true });
  const { stdout, stderr } = spawnSync(process.execPath, ["outcomes.mjs", "2023.txt", "2024.txt", "scan.pdf"], { cwd: place, encoding: "utf8" });
  assert.equal(
    stdout,
    "file,organ,year,received,carried_in,granted,partly_granted,concluded,carried_out\n" +
      "2023.txt,青溪县水务局,2023,14,1,8,2,14,1\n2024.txt,青溪县水务局,2024,18,1,10,4,18,1\n",
  );
  assert.match(stderr, /^scan\.pdf: .*PDF/);
});

test("a page with no build step checks what is typed into it", async () => {
  const place = project();
  cpSync(example("static"), place, { recursive: true });
  cpSync(folder, join(place, "gouji"), { recursive: true });
  await look(place, async (page, url) => {
    await page.goto(url);
    await page.locator("#text").fill(readFileSync(join(root, "www/examples/broken-total.txt"), "utf8"));
    await page.locator("#findings li.error").first().waitFor();
    assert.match(await page.locator("#verdict").innerText(), /错误 \d 处/);
    assert.match(await page.locator("#findings").innerText(), /第 56 行/);
    await page.locator("#text").fill("山外雨初晴");
    await page.getByText("未能全部校验").waitFor();
    await isAccessible(page);
  });
});
