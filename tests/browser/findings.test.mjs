/** The list of findings: fixes, filters, and what can be taken away. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { exampleText, findingsOf, paste, startSite } from "./harness.mjs";

const { open } = startSite();

/** A clean report with three faults of wording that have fixes: two ordinals and a label. */
async function reportWithFixes() {
  const text = await exampleText("clean");
  return text
    .replace("一、总体情况", "1、总体情况")
    .replace("二、主动公开", "2、主动公开")
    .replace("危及“三安全一稳定”", "危及“三安全一一稳定”");
}

async function openWith(text) {
  const opened = await open();
  await paste(opened.page, text);
  await opened.page.locator(".finding").first().waitFor();
  return opened;
}

const lineOf = (page, text) => page.locator(".cm-line", { hasText: text });

test("one fix changes its place in the text, and undo takes it back", async () => {
  const { page, close } = await openWith(await reportWithFixes());
  await findingsOf(page, "F104").first().getByRole("button", { name: "改正", exact: true }).click();
  await lineOf(page, "一、总体情况").waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await lineOf(page, "1、总体情况").waitFor();
  await close();
});

test("all fixes of one rule are made at once", async () => {
  const { page, close } = await openWith(await reportWithFixes());
  await page.getByRole("button", { name: "改正 F104 共 2 处" }).first().click();
  await findingsOf(page, "F104").first().waitFor({ state: "detached" });
  assert.equal(await findingsOf(page, "F109").count(), 1);
  await close();
});

test("all fixes are made at once, and the report is clean", async () => {
  const { page, close } = await openWith(await reportWithFixes());
  await page.getByRole("button", { name: "全部改正 3 处" }).click();
  await page.locator(".verdict-clean").waitFor();
  assert.equal(await page.locator(".finding").count(), 0);
  await close();
});

test("the changes are listed to be carried over by hand", async () => {
  const { page, close } = await openWith(await reportWithFixes());
  await page.getByRole("button", { name: "改动清单" }).click();
  const rows = page.locator(".changes tbody tr");
  assert.equal(await rows.count(), 3);
  const [, , , line, was, text] = await rows.first().locator("td").allInnerTexts();
  assert.deepEqual([line, was, text], ["3", "1、", "一、"]);
  await page.getByRole("button", { name: "关闭" }).click();
  await close();
});

test("findings are filtered by severity and by family", async () => {
  const { page, close } = await openWith((await reportWithFixes()).replace("新收政府信息公开申请15件", "新收政府信息公开申请18件"));
  const all = await page.locator(".finding").count();
  await page.locator(".filter-warning").click();
  assert.equal(await page.locator(".finding .badge-warning").count(), 0);
  await page.locator(".filter-warning").click();
  await page.getByLabel("类别").selectOption("prose");
  assert.equal(await page.locator(".finding").count(), await findingsOf(page, "P401").count());
  await page.getByLabel("类别").selectOption("");
  assert.equal(await page.locator(".finding").count(), all);
  await close();
});

test("thousands of findings that say the same are one line, and those that don't are listed in portions", async () => {
  const lines = Array.from({ length: 600 }, (_, at) => `第${at}项工作已经完成的的，全年公开信息${at + 3}条，其中甲类${at + 3}条、乙类2条。`);
  const { page, problems, close } = await openWith((await exampleText("clean")).replace("二、主动公开", `${lines.join("\n")}\n二、主动公开`));
  const doubled = findingsOf(page, "W802");
  assert.equal(await doubled.count(), 1);
  assert.match(await doubled.innerText(), /另 594 处/);
  assert.equal(await page.locator(".finding").count(), 200);
  await page.keyboard.press("Shift+F8");
  await page.locator(".finding.selected").waitFor();
  assert.equal((await page.locator(".finding").count()) > 600, true);
  assert.deepEqual(problems, []);
  await close();
});

test("each code leads to the page of its rule", async () => {
  const { page, close } = await openWith(await exampleText("broken-total"));
  await findingsOf(page, "A303").getByRole("button", { name: "规则说明 A303" }).click();
  const rule = page.locator(".rule[open]");
  assert.equal(await rule.locator(".code").innerText(), "A303");
  assert.match(await rule.innerText(), /依据/);
  await close();
});

test("a rule can be turned off, and the verdict says so until it is back", async () => {
  const { page, close } = await openWith((await exampleText("clean")).replace("新收政府信息公开申请15件", "新收政府信息公开申请18件"));
  const choice = () => page.locator(".rule[open] select");
  await findingsOf(page, "P401").getByRole("button", { name: "规则说明 P401" }).click();
  await choice().selectOption("off");
  await page.goBack();
  await page.locator(".verdict-clean").waitFor();
  assert.match(await page.locator(".verdict-detail").innerText(), /P401 已设为不查/);
  await page.evaluate(() => (location.hash = "rules/P401"));
  await choice().selectOption("error");
  await page.goBack();
  assert.match(await findingsOf(page, "P401").locator(".badge").innerText(), /错误/);
  await page.reload();
  await page.getByRole("button", { name: "规则", exact: true }).click();
  await page.getByText("有 1 条规则不是默认设置").waitFor();
  await page.getByRole("button", { name: "全部恢复默认" }).click();
  assert.equal(await page.getByText("不是默认设置").count(), 0);
  await close();
});

test("a rule that says whether all was checked can't be turned off", async () => {
  const { page, close } = await open();
  for (const code of ["F116", "F105", "C203", "C211", "I901"]) {
    await page.evaluate((rule) => (location.hash = `rules/${rule}`), code);
    await page.locator(".rule[open]", { hasText: code }).getByText("不能设为不查").waitFor();
  }
  await close();
});

test("on paper the page is a check sheet with organ, year, verdict, every fault and the lines to sign", async () => {
  const { page, close } = await openWith(await exampleText("broken-total"));
  const findings = await page.locator(".finding").count();
  assert.equal(await page.locator(".check-sheet").count(), 0);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const sheet = page.locator(".check-sheet");
  const text = await sheet.innerText();
  for (const words of ["某某市示例委员会", "2024", "发现 3 处错误", "填报人", "审核人"]) assert.equal(text.includes(words), true, words);
  assert.equal(await sheet.locator(".sheet-faults tbody tr").count(), findings);
  assert.equal(await page.locator(".workbench").isVisible(), false);
  assert.match((await page.pdf()).subarray(0, 5).toString(), /^%PDF/);
  await close();
});

test("the figures are saved as CSV, one a line, with how each was read", async () => {
  const { page, close } = await openWith(await exampleText("broken-total"));
  const lines = (await saved(page, "全部数字，一行一个（CSV）")).split("\r\n");
  assert.equal(lines.filter((line) => line.includes("applications.concluded.total")).length, 1);
  assert.match(lines.find((line) => line.includes("applications.concluded.total")), /,16,.*,number,exact,\d+$/);
  await close();
});

test("the whole result is saved as JSON", async () => {
  const { page, close } = await openWith(await exampleText("broken-total"));
  const { schema, counts } = JSON.parse(await saved(page, "校验结果（JSON）"));
  assert.deepEqual([schema, counts.error], [1, 3]);
  await close();
});

test("the tables are copied as markup with the merged cells of the form", async () => {
  const { page, close } = await openWith(await exampleText("broken-total"));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(page, "复制三张表格，可贴入 Word");
  await page.getByText("已复制。").waitFor();
  const markup = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
  });
  assert.equal(markup.match(/<table/g).length, 3);
  assert.match(markup, /rowspan="22"/);
  assert.match(markup, /<table border="1"/);
  await close();
});

test("the tables are saved as HTML, Markdown, CSV and as a spreadsheet with the merged cells of the form", async () => {
  const { page, problems, close } = await openWith(await exampleText("broken-total"));
  assert.match(await saved(page, "三张表格（HTML）"), /^<!doctype html>.*<caption>.*rowspan="22"/s);
  assert.match(await saved(page, "三张表格（Markdown）"), /^### .*\| 12 \| 3 \|/s);
  assert.match(await saved(page, "三张表格（CSV）"), /^\ufeff.*,12,3,/s);
  const parts = unzipSync(await savedBytes(page, "三张表格（XLSX）"));
  const sheet = strFromU8(parts["xl/worksheets/sheet2.xml"]);
  assert.match(sheet, /<mergeCell ref="A7:A28"\/>/);
  assert.match(sheet, /<v>12<\/v>/);
  assert.deepEqual(problems, []);
  await close();
});

async function choose(page, name) {
  await page.locator(".menu summary").click();
  await page.getByRole("button", { name }).click();
}

async function saved(page, name) {
  return (await savedBytes(page, name)).toString("utf8");
}

async function savedBytes(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, name)]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
