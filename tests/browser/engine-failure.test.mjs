/** An engine that hangs, dies or can't be loaded: a message, a new one, and the text as it was. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleText, paste, startSite, verdict } from "./harness.mjs";

const { open } = startSite();

/** What the worker does with a text that holds this word, in place of checking it. */
const FAULTS = {
  hangs: "for (;;) {}",
  dies: "setTimeout(() => { throw new Error('trap'); }); return;",
};

/** The site with a worker that fails on texts that hold the name of a fault. */
async function openFaulty() {
  const context = { serviceWorkers: "block" };
  const opened = await open(context, async (page) => {
    await page.route("**/assets/worker-*.js", async (route) => {
      const response = await route.fetch();
      const faults = Object.entries(FAULTS).map(([word, act]) => `if (JSON.stringify(data).includes("${word}")) { ${act} }`);
      const before = `addEventListener("message", (event) => { const { data } = event; const fail = () => { ${faults.join(" ")} return true; };
        if (!fail()) event.stopImmediatePropagation(); });`;
      await route.fulfill({ response, body: before + (await response.text()) });
    });
    await page.clock.install();
  });
  return opened;
}

for (const [fault, wait] of [["hangs", 31_000], ["dies", 0]])
  test(`an engine that ${fault} is replaced, the text stays, and the next check works`, async () => {
    const { page, close } = await openFaulty();
    const text = (await exampleText("clean")).replace("县示例局", `县示例局${fault}`);
    await paste(page, text);
    await page.waitForTimeout(300);
    if (wait) await page.clock.fastForward(wait);
    await page.locator(".verdict-failed").waitFor();
    assert.equal(await verdict(page).innerText(), "没有校验成");
    assert.match(await page.locator(".verdict-detail").innerText(), /文本没有改动/);
    assert.match(await page.locator(".cm-content").innerText(), new RegExp(fault));
    await page.locator(".cm-line", { hasText: fault }).first().click();
    await page.keyboard.press("Control+a");
    await paste(page, await exampleText("broken-total"));
    await page.locator(".verdict-faulty").waitFor();
    await close();
  });

test("an engine that can't be loaded is said to be missing", async () => {
  const { page, close } = await open({ serviceWorkers: "block" }, async (page) => {
    await page.route("**/*.wasm", (route) => route.abort());
  });
  await page.locator(".verdict-failed").waitFor();
  assert.match(await page.locator(".verdict-detail").innerText(), /引擎未能加载/);
  await close();
});
