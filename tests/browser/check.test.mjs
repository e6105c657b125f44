/** From paste to findings, on the site and on the page in one file. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { cell, exampleText, filePage, findingsOf, paste, startSite, verdict } from "./harness.mjs";

const { open } = startSite();

for (const [name, address, options] of [
  ["the site", undefined, {}],
  ["the page in one file, with the network off", filePage, { offline: true }],
]) {
  describe(name, () => {
    test("a pasted report with a broken total gives the verdict, the finding and the sum", async () => {
      const { page, problems, close } = await open(options, undefined, address);
      await paste(page, await exampleText("broken-total"));
      await findingsOf(page, "A303").getByRole("button").first().click();
      assert.match(await verdict(page).innerText(), /^发现 \d+ 处错误/);
      const sum = await page.locator(".inspector .sum").innerText();
      assert.equal(sum.replace(/\s+/g, " ").includes("≠"), true);
      assert.deepEqual(await page.locator(".sum .term-value").allInnerTexts(), ["12", "3", "15", "16"]);
      assert.deepEqual(problems, []);
      await close();
    });

    test("a clean report is said to be without faults", async () => {
      const { page, problems, close } = await open(options, undefined, address);
      await paste(page, await exampleText("clean"));
      await page.locator(".verdict-clean").waitFor();
      assert.equal(await verdict(page).innerText(), "未发现问题");
      assert.equal(await cell(page, "applications.received.natural_person").innerText(), "12");
      assert.deepEqual(problems, []);
      await close();
    });

    test("nothing is asked of the network once the page has loaded", async () => {
      const { page, requests, close } = await open(options, undefined, address);
      await page.waitForLoadState("networkidle");
      const loaded = requests.filter((url) => !url.startsWith("blob:")).length;
      await paste(page, await exampleText("sentence-disagrees"));
      await findingsOf(page, "P409").getByRole("button").first().click();
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("heading", { name: "Findings" }).waitFor();
      assert.deepEqual(requests.filter((url) => !url.startsWith("blob:")).slice(loaded), []);
      await close();
    });

    test("the page's policy allows no connection to another origin and no inline script", async () => {
      const { page, close } = await open(options, undefined, address);
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
      const directives = Object.fromEntries(policy.split("; ").map((each) => [each.split(" ")[0], each]));
      assert.equal(directives["default-src"], "default-src 'none'");
      assert.match(directives["connect-src"], /^connect-src '(self|none)'$/);
      assert.equal(directives["script-src"].includes("unsafe-inline"), false);
      assert.equal(directives["form-action"], "form-action 'none'");
      await close();
    });
  });
}

describe("the three views are linked", () => {
  test("a click on a finding lights up its place in the text and its cells in the table, and scrolls only those", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("broken-total"));
    await findingsOf(page, "A302").getByRole("button").first().click();
    await page.locator(".cm-content .lit").first().waitFor();
    const lit = page.locator('td.lit[data-address^="applications."]');
    assert.equal(await lit.count(), 22);
    const total = cell(page, "applications.concluded.total");
    assert.equal(await total.evaluate((element) => element.matches(".lit.fault-error")), true);
    assert.equal(await isInSight(total, ".form-sheet"), true);
    assert.equal(await isInSight(page.locator(".cm-content .lit", { hasText: "16" }), ".cm-scroller"), true);
    assert.equal(await page.evaluate(() => window.scrollY + document.scrollingElement.scrollTop), 0);
    await close();
  });

  test("the tables of a new report are seen from their top, whatever was in sight of the last", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("broken-total"));
    await page.locator(".finding.selected").waitFor();
    assert.equal(await isInSight(cell(page, "applications.received.total"), ".form-sheet"), false);
    await page.getByRole("button", { name: "清空" }).click();
    await paste(page, await exampleText("clean"));
    await page.locator(".verdict-clean").waitFor();
    assert.equal(await isInSight(cell(page, "applications.received.total"), ".form-sheet"), true);
    await close();
  });

  test("a click on a cell lights up its figure in the text and writes out where it comes from", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("clean"));
    await page.locator(".verdict-clean").waitFor();
    await cell(page, "applications.granted.enterprise").click();
    assert.equal(await page.locator(".cm-content .lit").innerText(), "2");
    assert.match(await page.locator(".inspector").innerText(), /（一）予以公开 · 商业企业\s*第 \d+ 行/);
    await close();
  });

  test("a click on a cell of a broken sum lights up the findings that it is part of", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("broken-total"));
    await page.locator(".finding.selected").waitFor();
    await cell(page, "applications.concluded.total").click();
    const touched = page.locator(".finding.touched .code");
    assert.deepEqual(new Set(await touched.allInnerTexts()), new Set(["A301", "A302", "A303", "A307", "P404"]));
    await close();
  });

  test("a click on a figure in the text selects its cell", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("clean"));
    await page.locator(".verdict-clean").waitFor();
    await cell(page, "applications.granted.enterprise").click();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "二 主动公开" }).click();
    const row = page.locator(".cm-line", { hasText: "二、上年结转政府信息公开申请数量" });
    const box = await row.evaluate((line) => {
      const range = document.createRange();
      const texts = [...(function* walk(node) {
        if (node.nodeType === Node.TEXT_NODE) yield node;
        for (const child of node.childNodes) yield* walk(child);
      })(line)];
      const last = texts.findLast(({ data }) => data.includes("1"));
      range.setStart(last, last.data.lastIndexOf("1"));
      range.setEnd(last, last.data.lastIndexOf("1") + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    const total = cell(page, "applications.carried_in.total");
    assert.equal(await total.getAttribute("aria-selected"), "true");
    assert.equal(await total.isVisible(), true);
    await close();
  });

  test("a click on marked text selects its finding", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("sentence-disagrees"));
    await page.locator(".cm-content .mark-warning").first().click();
    await page.locator(".finding.selected").waitFor();
    assert.equal(await page.locator(".finding.selected .code").innerText(), "P409");
    await close();
  });

  test("the keyboard walks findings with F8, figures with arrow keys, and Esc returns to the text", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("broken-total"));
    await page.locator(".finding.selected").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("F8");
    assert.equal(await selectedIndex(page), 0);
    await page.keyboard.press("F8");
    assert.equal(await selectedIndex(page), 1);
    await page.keyboard.press("Shift+F8");
    assert.equal(await selectedIndex(page), 0);
    await page.getByRole("tab", { name: "三 申请办理" }).click();
    await cell(page, "applications.received.natural_person").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const focused = () => page.evaluate(() => document.activeElement.dataset.address);
    assert.equal(await focused(), "applications.carried_in.enterprise");
    await page.keyboard.press("End");
    assert.equal(await focused(), "applications.carried_in.total");
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.classList.contains("cm-content")), true);
    assert.equal(await page.locator(".finding.selected").count(), 0);
    await close();
  });

  test("findings follow what is typed, and undo brings them back", async () => {
    const { page, close } = await open();
    await paste(page, await exampleText("clean"));
    await page.locator(".verdict-clean").waitFor();
    await cell(page, "applications.granted.total").click();
    await page.locator(".cm-content .lit").dblclick();
    await page.keyboard.type("9");
    await findingsOf(page, "A303").waitFor();
    await page.keyboard.press("Control+z");
    await page.locator(".verdict-clean").waitFor();
    await close();
  });
});

test("who has never seen the page pastes a report and sees the broken total, the sum, and what else must change", async () => {
  const { page, problems, close } = await open();
  await paste(page, await refusalsWithoutTotal());
  await page.locator(".finding.selected").waitFor();
  // Not a key was pressed since the paste, and nothing clicked.
  assert.match(await verdict(page).innerText(), /^发现 1 处错误/);
  const finding = page.locator(".finding").first();
  assert.equal(await finding.evaluate((element) => element.matches(".selected")), true);
  assert.equal(await finding.locator(".finding-message").innerText(), "（七）总计（自然人）为0，各项之和为29（20+7+2）；总计列同样相差29；若改为29，一、二之和须同为29。");
  const sum = page.locator(".inspector .sum").first();
  assert.equal((await sum.locator(".term-value, .sum-sign").allInnerTexts()).join(" "), "20 + 7 + 2 = 29 ≠ 0");
  const total = cell(page, "applications.concluded.natural_person");
  assert.equal(await total.evaluate((element) => element.matches(".lit.fault-error")), true);
  assert.equal(await isInSight(total, ".form-sheet"), true);
  assert.equal(await isInSight(page.locator(".cm-content .mark-error").first(), ".cm-scroller"), true);
  assert.deepEqual(problems, []);
  await close();
});

test("on a phone the findings come to the front, and each leads to its cells", async () => {
  const { page, close } = await open({ viewport: { width: 390, height: 844 } });
  await paste(page, await refusalsWithoutTotal());
  const finding = page.locator(".finding").first();
  await finding.waitFor();
  assert.match(await finding.innerText(), /各项之和为29（20\+7\+2）/);
  await finding.getByRole("button").first().click();
  const total = cell(page, "applications.concluded.natural_person");
  await total.waitFor();
  assert.equal(await isInSight(total, ".form-sheet"), true);
  await close();
});

test("pasted markup is text and nothing else", async () => {
  const { page, problems, close } = await open();
  await paste(page, `<img src=x onerror="window.harmed = true">${await exampleText("broken-total")}`);
  await page.locator(".finding").first().waitFor();
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.equal(await page.locator("img").count(), 0);
  assert.deepEqual(problems, []);
  await close();
});

test("a text that is no report is said to be none", async () => {
  const { page, close } = await open();
  await paste(page, "今天下午三点在二楼会议室开会，请带上笔记本。");
  await page.locator(".verdict-notReport").waitFor();
  assert.equal(await verdict(page).innerText(), "这不是年度报告");
  await close();
});

test("a report that can't be wholly checked is said so, with what was not, and never looks clean", async () => {
  const { page, close } = await open();
  // A copy that lost its blank cells: nobody can tell where the remaining figures stood.
  const collapsed = (await exampleText("clean")).replace(/\t0(?=[\t\n])/g, "").replace(/(一、本年新收政府信息公开申请数量)\t+12\t3\t15/, "$1 | 12 | 15 | |||");
  await paste(page, collapsed.replaceAll(/\t+/g, " | "));
  await page.locator(".verdict-incomplete").waitFor();
  assert.equal(await verdict(page).innerText(), "未能全部校验");
  assert.match(await page.locator(".verdict-detail").innerText(), /没有校验到的：/);
  assert.equal((await page.locator("td.cell-ambiguous").count()) > 0, true);
  await close();
});

test("an example is one click away, and clearing brings the empty box back", async () => {
  const { page, close } = await open();
  await page.getByRole("button", { name: "总计算错了一格" }).click();
  await findingsOf(page, "A302").waitFor();
  await page.getByRole("button", { name: "清空" }).click();
  await page.getByText("把年度报告全文粘贴到这里，或拖入文件").waitFor();
  await close();
});

test("a word that is being composed is not interrupted by a result", async () => {
  const { page, close } = await open();
  await paste(page, await exampleText("clean"));
  await page.locator(".verdict-clean").waitFor();
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("End");
  const session = await page.context().newCDPSession(page);
  for (const text of ["b", "bg", "bg'"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(200);
  }
  await session.send("Input.insertText", { text: "报告" });
  assert.match(await page.locator(".cm-line").first().innerText(), /报告报告$/);
  await close();
});

async function selectedIndex(page) {
  await page.locator(".finding.selected").waitFor();
  return page.evaluate(() => [...document.querySelectorAll(".finding")].findIndex((each) => each.matches(".selected")));
}

/** A report of the 2019 form with 29 refusals and a total of none: what a clerk forgot to fill in. */
async function refusalsWithoutTotal() {
  const text = await readFile(new URL("../reports/form-2019-cells.txt", import.meta.url), "utf8");
  const refused = { "1.信访举报投诉类申请": 20, "2.重复申请": 7, "4.无正当理由大量反复申请": 2 };
  const start = text.indexOf("\t一、本年新收政府信息公开申请数量");
  const end = text.indexOf("\n\n", text.indexOf("\t四、结转下年度继续办理"));
  const rows = text.slice(start, end).split("\n\n").map((row) => {
    const cells = row.split("\n").filter((line) => line.startsWith("\t"));
    const figures = cells.slice(-7);
    const labels = cells.slice(0, -7);
    const count = refused[labels.at(-1).trim()] ?? 0;
    return [...labels, ...figures.map((_, column) => `\t${column === 0 || column === 6 ? count : 0}`)].join("\n");
  });
  return text.slice(0, start) + rows.join("\n\n") + text.slice(end);
}

/** Whether an element lies within the visible part of its scrolling panel. */
async function isInSight(locator, panel) {
  await locator.page().waitForTimeout(100);
  return locator.evaluate((element, selector) => {
    const inner = element.getBoundingClientRect();
    const outer = element.closest(selector).getBoundingClientRect();
    return inner.top >= outer.top && inner.bottom <= outer.bottom;
  }, panel);
}

test("each example shows the fault that it is named after", async () => {
  const { page, close } = await open();
  const examples = page.locator(".start").getByRole("button");
  const faults = { 总计算错了一格: "A303", 正文的数字对不上: "P409", 格子填得不规范: "C202", 用了旧格式: "F110" };
  assert.deepEqual(await examples.allInnerTexts(), ["没有问题的报告", ...Object.keys(faults)]);
  for (const [title, code] of Object.entries(faults)) {
    await examples.getByText(title).click();
    await findingsOf(page, code).first().waitFor();
    await page.getByRole("button", { name: "清空" }).click();
  }
  await close();
});
