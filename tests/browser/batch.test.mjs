/** Many reports at once. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exampleText, findingsOf, launchBrowser, openPage, serveSite } from "./harness.mjs";

let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});

after(async () => {
  await browser.close();
  await site.close();
});

const EXAMPLES = ["clean", "broken-total", "sentence-disagrees"];

async function manyReports(count) {
  const texts = await Promise.all(EXAMPLES.map(exampleText));
  return Array.from({ length: count }, (_, index) => ({
    name: `${String(index).padStart(3, "0")}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(texts[index % texts.length]),
  }));
}

async function openBatch() {
  const opened = await openPage(browser, site.url);
  await opened.page.getByRole("button", { name: "批量" }).click();
  return opened;
}

const add = (page, files) => page.locator(".batch input:not([webkitdirectory])").setInputFiles(files);
const finished = (page, count) => page.getByText(`已校验 ${count} / ${count}`).waitFor({ timeout: 60_000 });

test("files give a list of organs, years and verdicts, that can be filtered and sorted", async () => {
  const { page, problems, close } = await openBatch();
  await add(page, await manyReports(30));
  await finished(page, 30);
  assert.match(await page.locator(".batch .filter", { hasText: "有问题" }).innerText(), /^有问题\s+20$/);
  await page.locator(".batch .filter", { hasText: "未发现问题" }).click();
  const rows = page.locator(".batch tbody tr");
  assert.equal(await rows.count(), 10);
  assert.deepEqual(await rows.first().locator("td").allInnerTexts(), ["未发现问题", "某某县示例局", "2024", "000.txt"]);
  await page.locator(".batch .filter", { hasText: "全部" }).first().click();
  await page.getByRole("columnheader", { name: "结论" }).getByRole("button").click();
  await page.getByRole("columnheader", { name: "结论" }).getByRole("button").click();
  assert.match(await rows.first().locator("td").first().innerText(), /^发现 3 处错误/);
  assert.deepEqual(problems, []);
  await close();
});

test("a file that can't be read says why, and the others stand", async () => {
  const { page, close } = await openBatch();
  await add(page, [...(await manyReports(2)), { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj") }]);
  await finished(page, 3);
  const refused = page.locator(".batch tbody tr", { hasText: "a.pdf" });
  assert.match(await refused.locator("td").first().innerText(), /PDF/);
  assert.equal(await page.locator(".batch tbody tr").count(), 3);
  await close();
});

test("a report of the list opens in the check", async () => {
  const { page, close } = await openBatch();
  await add(page, await manyReports(3));
  await finished(page, 3);
  await page.getByRole("button", { name: "001.txt" }).click();
  await findingsOf(page, "A302").waitFor();
  await close();
});

test("a check of many files can be stopped and taken up again", async () => {
  const { page, close } = await openBatch();
  await add(page, await manyReports(600));
  await page.getByRole("button", { name: "停止" }).click();
  await page.getByRole("button", { name: "继续" }).click();
  await finished(page, 600);
  await close();
});

test("the list is saved as CSV in which text starts no formula", async () => {
  const { page, close } = await openBatch();
  const [report] = await manyReports(1);
  await add(page, [{ ...report, name: "=1+1.txt" }]);
  await finished(page, 1);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出清单" }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString("utf8").split("\r\n");
  assert.equal(lines[1], "'=1+1.txt,某某县示例局,2024,未发现问题,0,0,0");
  await close();
});
