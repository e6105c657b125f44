/** axe-core finds nothing to complain of, in any state of the page. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { cell, exampleText, findingsOf, launchBrowser, openPage, paste, serveSite } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});

after(async () => {
  await browser.close();
  await site.close();
});

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
  rules: async (page) => {
    await page.locator(".screens button").nth(1).click();
    await page.locator(".rule").first().click();
  },
};

for (const colorScheme of ["light", "dark"])
  for (const language of ["zh-CN", "en"])
    for (const width of [1440, 390])
      for (const [name, reach] of Object.entries(STATES))
        test(`${name}, ${language}, ${colorScheme}, ${width} wide`, async () => {
          const { page, close } = await openPage(browser, site.url, { colorScheme });
          if (language === "en") await page.getByRole("button", { name: "English" }).click();
          await reach(page);
          await page.setViewportSize({ width, height: 900 });
          // Through the protocol, as the page's own policy allows no inline script.
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run());
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
            [],
          );
          await close();
        });
