/** axe-core finds nothing to complain of, in any state of the page. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { cell, exampleText, findingsOf, paste, startSite } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const { open } = startSite();

const SCREEN = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const STATES = {
  "empty box": async () => {},
  "clean report": async (page) => {
    await paste(page, await exampleText("clean"));
    await page.locator(".verdict-clean").waitFor();
  },
  "report with a selected fault": async (page) => {
    await paste(page, await exampleText("broken-total"));
    await findingsOf(page, "A302").getByRole("button").first().click();
    await page.locator("td.lit").first().waitFor();
  },
  "report with a selected cell": async (page) => {
    await paste(page, await exampleText("broken-total"));
    await page.locator(".finding").first().waitFor();
    await cell(page, "applications.received.total").click();
  },
  "text that is no report": async (page) => {
    await paste(page, "会议改到星期三上午九点。");
    await page.locator(".verdict-notReport").waitFor();
  },
  "open menu of what can be taken away": async (page) => {
    await paste(page, await exampleText("clean"));
    await page.locator(".verdict .menu summary").click();
    await page.locator(".privacy summary").focus();
    await page.locator(".verdict .menu summary").click();
  },
  "table left blank": async (page) => {
    const text = (await exampleText("clean")).replace(/^(\S.*?)((?:\t\d+){7})$/gm, (_, label) => label + "\t".repeat(7));
    await paste(page, text);
    await page.locator(".fault-of-many").first().waitFor();
  },
  "file that is refused": async (page) => {
    const buffer = Buffer.from("%PDF-1.7\n1 0 obj");
    const input = page.locator(".text-pane input[type=file]").first();
    await input.setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer });
    await page.locator(".notice-refused").waitFor();
  },
  "many reports": async (page) => {
    await page.locator(".screens button").nth(1).click();
    const buffer = Buffer.from(await exampleText("broken-total"));
    await page.locator(".batch input:not([webkitdirectory])").setInputFiles([{ name: "a.txt", mimeType: "text/plain", buffer }]);
    await page.locator(".batch-error").waitFor();
  },
  "the sums over many reports": async (page) => {
    await page.locator(".screens button").nth(1).click();
    const buffer = Buffer.from(await exampleText("clean"));
    const files = ["a.txt", "b.txt"].map((name) => ({ name, mimeType: "text/plain", buffer }));
    await page.locator(".batch input:not([webkitdirectory])").setInputFiles(files);
    await page.locator(".batch-clean").nth(1).waitFor();
    await page.locator("#tab-batch-sums").click();
    await page.locator(".primary").click();
    await page.locator(".sums-list").waitFor();
  },
  "last year's report": async (page) => {
    await page.locator(".text-pane [aria-haspopup=dialog]").click();
    await page.locator(".dialog[open]").waitFor();
  },
  rules: async (page) => {
    await page.locator(".screens button").nth(2).click();
    await page.locator(".rule").first().click();
  },
};

/** Each colour scheme in one of the languages, and a phone in the one of longer words. */
for (const [colorScheme, language, where, sizes] of [
  ["light", "zh-CN", "on a screen", [SCREEN]],
  ["dark", "en", "on a screen and on a phone", [SCREEN, PHONE]],
])
  for (const [name, reach] of Object.entries(STATES))
    test(`${name}, ${language}, ${colorScheme}, ${where}`, async () => {
      const { page, close } = await open({ colorScheme });
      if (language === "en") await page.getByRole("button", { name: "English" }).click();
      await reach(page);
      // Through the protocol, as the page's own policy allows no inline script.
      await page.evaluate(axe);
      for (const size of sizes) {
        await page.setViewportSize(size);
        assert.deepEqual(await violations(page), []);
      }
      await close();
    });

async function violations(page) {
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
