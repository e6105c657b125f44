/** The site opens with no network once it has been seen, and keeps nothing of a report. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleText, paste, startSite } from "./harness.mjs";

const { open } = startSite();

const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.scriptURL));

test("after one visit the site opens, checks and writes a spreadsheet with the network off", async () => {
  const { page, problems, close } = await open();
  assert.match(await kept(page), /\/service-worker\.js$/);
  await page.context().setOffline(true);
  await page.reload();
  await paste(page, await exampleText("broken-total"));
  await page.locator(".verdict-faulty").waitFor();
  await page.locator(".menu summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "三张表格（XLSX）" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
  assert.deepEqual(problems, []);
  await close();
});

test("the page says that it is kept, and holds nothing of a report", async () => {
  const { page, close } = await open();
  await kept(page);
  await paste(page, await exampleText("broken-total"));
  await page.locator(".verdict-faulty").waitFor();
  await page.getByText("本页不上传任何内容").click();
  await page.getByText("本页已存入这个浏览器").waitFor();
  const stored = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  assert.equal(stored.length > 5, true);
  assert.equal(stored.every((path) => path === "/" || /^\/(assets\/[\w-]+\.\w+|gouji\.webmanifest|LICENSE-THIRD-PARTY\.txt)$/.test(path)), true);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  await close();
});

test("the site can be installed: its manifest has a name, a start and an icon", async () => {
  const { page, close } = await open();
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector("link[rel=manifest]");
    return (await fetch(link.href)).json();
  });
  assert.deepEqual([manifest.short_name, manifest.start_url, manifest.display], ["勾稽", "./", "standalone"]);
  const icon = await page.evaluate((path) => fetch(path).then(({ ok }) => ok), manifest.icons[0].src);
  assert.equal(icon, true);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Chromium installs nothing from a window that forgets, as the tests use.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ["in-incognito"]);
  await close();
});
