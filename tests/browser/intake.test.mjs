/** Getting a report in, and keeping it or not. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cell, exampleText, launchBrowser, openPage, paste, serveSite } from "./harness.mjs";

let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});

after(async () => {
  await browser.close();
  await site.close();
});

test("a paste with tables in its markup keeps every cell", async () => {
  const { page, close } = await openPage(browser, site.url);
  const text = await exampleText("clean");
  const rows = text.split("\n").map((line) => {
    if (!line.includes("\t")) return `</table><p>${line}</p><table>`;
    return `<tr>${line.split("\t").map((each) => `<td>${each}</td>`).join("")}</tr>`;
  });
  await paste(page, text.replaceAll("\t", " "), `<table>${rows.join("")}</table>`);
  await cell(page, "applications.granted.enterprise").locator(".figure", { hasText: "2" }).waitFor();
  await close();
});

test("a file is opened by the button", async () => {
  const { page, close } = await openPage(browser, site.url);
  const buffer = Buffer.from(await exampleText("clean"));
  await page.locator(".text-pane input[type=file]").setInputFiles({ name: "report.txt", mimeType: "text/plain", buffer });
  await page.locator(".verdict-clean").waitFor();
  await close();
});

test("a file of another kind is refused with advice, and the text stays", async () => {
  const { page, close } = await openPage(browser, site.url);
  await paste(page, await exampleText("clean"));
  await page.locator(".verdict-clean").waitFor();
  const buffer = Buffer.from("%PDF-1.7\n1 0 obj");
  await page.locator(".text-pane input[type=file]").setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer });
  await page.locator(".notice-refused", { hasText: "PDF" }).waitFor();
  assert.equal(await page.locator(".verdict-clean").isVisible(), true);
  await close();
});

test("a paste of a megabyte is checked, and the page answers", async () => {
  const { page, problems, close } = await openPage(browser, site.url);
  const text = await exampleText("broken-total");
  const prose = "本段用来试验长文本，内容没有意义。\n".repeat(55_000);
  await paste(page, text.replace("二、主动公开", `${prose}二、主动公开`));
  await page.locator(".verdict-faulty").waitFor({ timeout: 60_000 });
  await page.getByRole("tab", { name: "四 复议诉讼" }).click();
  await page.locator("#table-litigation").waitFor();
  assert.deepEqual(problems, []);
  await close();
});

test("the draft is kept only where the user wants it, and forgotten with one click", async () => {
  const { page, close } = await openPage(browser, site.url);
  const stored = () => page.evaluate(() => Object.values(localStorage).join(" "));
  await paste(page, await exampleText("clean"));
  await page.locator(".verdict-clean").waitFor();
  assert.equal((await stored()).includes("示例局"), false);
  await page.getByLabel("保留草稿").check();
  await page.reload();
  await page.locator(".verdict-clean").waitFor();
  await page.getByLabel("保留草稿").uncheck();
  assert.equal((await stored()).includes("示例局"), false);
  await page.reload();
  await page.getByText("把年度报告全文粘贴到这里，或拖入文件").waitFor();
  await close();
});
