/** Getting a report in, and keeping it or not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, exampleText, findingsOf, paste, startSite } from "./harness.mjs";

const { open } = startSite();

test("a paste with tables in its markup keeps every cell", async () => {
  const { page, close } = await open();
  const text = await exampleText("clean");
  const rows = text.split("\n").map((line) => {
    if (!line.includes("\t")) return `</table><p>${line}</p><table>`;
    return `<tr>${line.split("\t").map((each) => `<td>${each}</td>`).join("")}</tr>`;
  });
  await paste(page, text.replaceAll("\t", " "), `<table>${rows.join("")}</table>`);
  await cell(page, "applications.granted.enterprise").filter({ hasText: "2" }).waitFor();
  await close();
});

test("a file is opened by the button", async () => {
  const { page, close } = await open();
  const buffer = Buffer.from(await exampleText("clean"));
  await page.locator(".text-pane input[type=file]").first().setInputFiles({ name: "report.txt", mimeType: "text/plain", buffer });
  await page.locator(".verdict-clean").waitFor();
  await close();
});

test("a file of another kind is refused with advice, and the text stays", async () => {
  const { page, close } = await open();
  await paste(page, await exampleText("clean"));
  await page.locator(".verdict-clean").waitFor();
  const buffer = Buffer.from("%PDF-1.7\n1 0 obj");
  await page.locator(".text-pane input[type=file]").first().setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer });
  await page.locator(".notice-refused", { hasText: "PDF" }).waitFor();
  assert.equal(await page.locator(".verdict-clean").isVisible(), true);
  await close();
});

test("a paste of a megabyte is checked, and the page answers", async () => {
  const { page, problems, close } = await open();
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
  const { page, close } = await open();
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

test("several files opened at once make a list", async () => {
  const { page, close } = await open();
  const buffer = Buffer.from(await exampleText("clean"));
  const files = ["a.txt", "b.txt"].map((name) => ({ name, mimeType: "text/plain", buffer }));
  await page.locator(".text-pane input[type=file]").first().setInputFiles(files);
  await page.getByText("已校验 2 / 2").waitFor();
  await page.goBack();
  await page.locator(".text-pane").waitFor();
  await close();
});

test("a file dropped beside the text opens as well, and several make a list", async () => {
  const { page, close } = await open();
  await drop(page, ".tables-pane", { "report.txt": await exampleText("clean") });
  await page.locator(".verdict-clean").waitFor();
  await drop(page, ".tables-pane", { "a.txt": await exampleText("clean"), "b.txt": await exampleText("broken-total") });
  await page.getByText("已校验 2 / 2").waitFor();
  await close();
});

test("last year's report beside this one: what was carried over is compared, and last year's figure shown", async () => {
  const { page, problems, close } = await open();
  const thisYear = await exampleText("clean");
  await paste(page, thisYear);
  await page.locator(".verdict-clean").waitFor();
  await page.getByRole("button", { name: "上年报告" }).click();
  await pasteInto(page, ".paste-here", thisYear.replaceAll("2024", "2023").replace(/(四、结转下年度继续办理\t+)1\t(.*)1/, "$12\t$22"));
  await page.getByText("已读出：").waitFor();
  await page.getByRole("button", { name: "关闭" }).click();
  await findingsOf(page, "X601").first().waitFor();
  await cell(page, "applications.received.natural_person").click();
  assert.match(await page.locator(".inspector").innerText(), /上年此格为 12/);
  await page.getByRole("button", { name: "上年报告 2023" }).click();
  await page.getByRole("button", { name: "不再对照" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  await page.locator(".verdict-clean").waitFor();
  assert.deepEqual(problems, []);
  await close();
});

test("what is no report is not taken for last year's", async () => {
  const { page, close } = await open();
  await page.getByRole("button", { name: "上年报告" }).click();
  await pasteInto(page, ".paste-here", "会议改到星期三上午九点。");
  await page.getByText("没有从中读出年度报告的表格").waitFor();
  await close();
});

function pasteInto(page, selector, text) {
  return page.locator(selector).evaluate((element, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Drops files by their names and texts. */
function drop(page, selector, files) {
  return page.locator(selector).evaluate((element, texts) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) dataTransfer.items.add(new File([text], name, { type: "text/plain" }));
    for (const type of ["dragover", "drop"])
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}
