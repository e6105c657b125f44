/** Many reports at once. */

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { exampleText, filePage, findingsOf, startSite } from "./harness.mjs";

const { open } = startSite();

const EXAMPLES = ["clean", "broken-total", "sentence-disagrees"];

async function manyReports(count) {
  const texts = await Promise.all(EXAMPLES.map(exampleText));
  return Array.from({ length: count }, (_, index) => ({
    name: `${String(index).padStart(3, "0")}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(texts[index % texts.length]),
  }));
}

async function openBatch(...how) {
  const opened = await open(...how);
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
  assert.deepEqual(await rows.first().locator("td").allInnerTexts(), ["未发现问题", "某某县示例局", "2024", "", "000.txt"]);
  await page.locator(".batch .filter", { hasText: "全部" }).first().click();
  await page.getByRole("columnheader", { name: "结论" }).getByRole("button").click();
  await page.getByRole("columnheader", { name: "结论" }).getByRole("button").click();
  const [found, , , gravest] = await rows.first().locator("td").allInnerTexts();
  assert.match(found, /^发现 3 处错误/);
  assert.match(gravest, /之和/);
  assert.deepEqual(problems, []);
  await close();
});

test("a file that can't be read says why, and the others stand", async () => {
  const { page, close } = await openBatch();
  await add(page, [...(await manyReports(2)), { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj") }]);
  await finished(page, 3);
  const refused = page.locator(".batch tbody tr", { hasText: "a.pdf" });
  assert.match(await refused.innerText(), /未读出.*PDF/s);
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
  const lines = (await saved(page, "清单（CSV）")).toString("utf8").split("\r\n");
  assert.equal(lines[1], "'=1+1.txt,某某县示例局,2024,2021 年格式,未发现问题,0,0,0");
  await close();
});

test("all findings and all figures are saved as CSV, a line each", async () => {
  const { page, close } = await openBatch();
  await add(page, await manyReports(3));
  await finished(page, 3);
  const findings = (await saved(page, "全部问题（CSV）")).toString("utf8").split("\r\n");
  assert.equal(findings.filter((line) => line.startsWith("001.txt,") && line.includes(",A303,")).length > 0, true);
  const figures = (await saved(page, "全部数字（CSV）")).toString("utf8").split("\r\n");
  const totals = figures.filter((line) => line.includes("applications.concluded.total"));
  assert.deepEqual(totals.map((line) => line.split(",")[0]), ["000.txt", "001.txt", "002.txt"]);
  assert.match(totals[0], /,15,.*,number,exact,\d+$/);
  await close();
});

test("list, findings and figures are saved as a spreadsheet in which text is text and a number a number", async () => {
  const { page, problems, close } = await openBatch();
  const [clean, broken] = await manyReports(2);
  await add(page, [{ ...clean, name: "=1+1.txt" }, broken]);
  await finished(page, 2);
  const book = sheetsOf(await saved(page, "清单、问题与数字（XLSX）"));
  assert.deepEqual(book.names, ["清单", "问题", "数字（2021年格式）"]);
  assert.match(book.strings, /<t[^>]*>=1\+1\.txt<\/t>/);
  assert.equal(book.sheets.some((sheet) => /<f[ >]/.test(sheet)), false);
  assert.match(book.sheets[2], /<c [^>]*><v>15<\/v><\/c>/);
  assert.deepEqual(problems, []);
  await close();
});

test("the page in one file checks many, adds them up and writes the spreadsheet, with the network off", async () => {
  const { page, problems, close } = await openBatch({ offline: true }, undefined, filePage);
  await add(page, await manyReports(3));
  await finished(page, 3);
  assert.equal(sheetsOf(await saved(page, "清单、问题与数字（XLSX）")).names.length, 3);
  await page.getByRole("tab", { name: "汇总" }).click();
  await page.getByRole("button", { name: "汇总", exact: true }).click();
  await page.locator("#sums-applications").getByText("3 份报告之和").waitFor();
  assert.deepEqual(problems, []);
  await close();
});

test("the reports are added up, and held against the report above and the list of organs", async () => {
  const { page, problems, close } = await openBatch();
  const [clean] = await manyReports(1);
  const other = clean.buffer.toString("utf8").replaceAll("示例局", "另一局");
  await add(page, [clean, { ...clean, name: "other.txt", buffer: Buffer.from(other) }]);
  await finished(page, 2);
  await page.getByRole("tab", { name: "汇总" }).click();
  await page.getByRole("button", { name: "应报机关名单" }).click();
  await page.getByRole("textbox", { name: "应报机关名单" }).fill("示例局\n另一局\n第三局");
  await page.getByRole("button", { name: "关闭" }).click();
  await page.getByLabel("选择上级报告").setInputFiles({ ...clean, name: "above.txt" });
  await page.getByRole("button", { name: "汇总", exact: true }).click();
  await page.locator('#sums-applications').getByText("2 份报告之和").waitFor();
  const sum = page.locator('#sums-applications [data-address="applications.received.natural_person"]');
  assert.equal(await sum.locator(".figure").innerText(), "24");
  assert.equal(await page.getByText("第三局", { exact: true }).isVisible(), true);
  // The report above claims half of what its parts add up to.
  assert.equal(await sum.evaluate((element) => element.matches(".fault-warning")), true);
  await sum.click();
  assert.match(await page.locator(".sums-cell").innerText(), /一、本年新收政府信息公开申请数量 · 自然人\s+24/);
  assert.deepEqual(problems, []);
  await close();
});

test("last year's folder is matched by organ, and each report held against last year's", async () => {
  const { page, problems, close } = await openBatch();
  const [clean] = await manyReports(1);
  const text = clean.buffer.toString("utf8");
  const named = (organ, from = text) => Buffer.from(from.replaceAll("某某县示例局", organ));
  await add(page, [
    { ...clean, name: "finance.txt", buffer: named("某某县财政局") },
    { ...clean, name: "water.txt", buffer: named("某某县水利局") },
  ]);
  await finished(page, 2);
  const carriedOver = text.replaceAll("2024", "2023").replace(/(四、结转下年度继续办理\t+)1\t(.*)1/, "$12\t$22");
  const folder = await mkdtemp(join(tmpdir(), "last-year-"));
  await writeFile(join(folder, "a.txt"), named("财政局", carriedOver));
  await page.locator(".batch-actions input[webkitdirectory]").nth(1).setInputFiles(folder);
  await page.getByText("上年报告 1 份，已按机关对上 1 份").waitFor();
  await page.locator(".batch tbody tr", { hasText: "上年报告结转下年度2件" }).waitFor();
  await finished(page, 2);
  await page.getByRole("button", { name: "finance.txt" }).click();
  await findingsOf(page, "X601").first().waitFor();
  await page.getByRole("button", { name: "上年报告 2023" }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "移除" }).click();
  await page.locator(".batch tbody tr", { hasText: "上年报告结转下年度2件" }).waitFor({ state: "detached" });
  assert.deepEqual(problems, []);
  await rm(folder, { recursive: true });
  await close();
});

test("a report that is there twice is named, and opens", async () => {
  const { page, close } = await openBatch();
  const [clean] = await manyReports(1);
  await add(page, [clean, { ...clean, name: "again.txt" }]);
  await finished(page, 2);
  await page.getByRole("tab", { name: "汇总" }).click();
  await page.getByRole("button", { name: "汇总", exact: true }).click();
  const twice = page.locator(".sums-list li", { hasText: "有两份报告" });
  await twice.getByRole("button", { name: "again.txt" }).click();
  await page.locator(".workbench .verdict-clean").waitFor();
  await close();
});

test("thousands of reports keep the page responsive: only the rows in sight are drawn", async () => {
  const { page, problems, close } = await openBatch();
  await page.evaluate(
    ([text, count]) => {
      const dataTransfer = new DataTransfer();
      for (let index = 0; index < count; index++) dataTransfer.items.add(new File([text], `${index}.txt`));
      const input = document.querySelector(".batch input:not([webkitdirectory])");
      input.files = dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [await exampleText("broken-total"), 3000],
  );
  await page.getByText("/ 3000").waitFor();
  assert.equal((await page.locator(".batch-list tbody tr").count()) < 80, true);
  await page.locator(".batch-list").evaluate((list) => (list.scrollTop = list.scrollHeight));
  await page.getByRole("button", { name: "2999.txt" }).waitFor();
  await page.getByRole("button", { name: "停止" }).click();
  await page.getByRole("button", { name: "继续" }).waitFor();
  assert.deepEqual(problems, []);
  await close();
});

async function saved(page, name) {
  await page.locator(".batch .menu summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The names and the markup of a spreadsheet's sheets, and its table of strings. */
function sheetsOf(file) {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const names = [...parts["xl/workbook.xml"].matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  const sheets = names.map((_, index) => parts[`xl/worksheets/sheet${index + 1}.xml`]);
  return { names, sheets, strings: parts["xl/sharedStrings.xml"] ?? sheets.join("") };
}
