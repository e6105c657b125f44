/** The page in Chromium: from a paste to painted findings, and 10,000 reports dropped. Prints milliseconds as JSON. */

import { launchBrowser, openPage, serveSite } from "../../tests/browser/harness.mjs";
import { text } from "./make.mjs";

/** The report with one figure wrong, so that there is a finding to be painted. */
const faulty = text.replace("（七）总计\t\t33\t", "（七）总计\t\t34\t");

/** So many reports are dropped at once. */
const MANY = 10_000;

const site = await serveSite();
const browser = await launchBrowser();
try {
  const pastes = [];
  for (let round = 0; round < 9; round++) pastes.push(await pasteToPaint());
  const paste = pastes.sort((a, b) => a - b)[pastes.length >> 1];
  console.log(JSON.stringify({ paste, ...(await many()) }));
} finally {
  await browser.close();
  await site.close();
}

/** Into a page that has stood for a second: nobody pastes sooner. */
async function pasteToPaint() {
  const { page, close } = await openPage(browser, site.url);
  await page.waitForTimeout(1000);
  const time = await page.evaluate(async (report) => {
    const editor = document.querySelector(".cm-content");
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", report);
    editor.focus();
    // The frame that paints what has changed is over when a task of the next one runs.
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const found = new Promise((resolve) => {
      const observer = new MutationObserver(() => document.querySelector(".finding") && resolve());
      observer.observe(document.body, { childList: true, subtree: true });
    });
    const start = performance.now();
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    await found;
    await painted();
    return performance.now() - start;
  }, faulty);
  await close();
  return time;
}

async function many() {
  const { page, close } = await openPage(browser, site.url);
  await page.getByRole("button", { name: "批量" }).click();
  await page.evaluate(
    ([report, count]) => {
      const files = new DataTransfer();
      for (let index = 0; index < count; index++) {
        // Each is a report of its own.
        files.items.add(new File([report.replace("云溪市", `云溪${index}市`)], `${index}.txt`, { type: "text/plain" }));
      }
      const input = document.querySelector(".batch input:not([webkitdirectory])");
      input.files = files.files;
    },
    [faulty, MANY],
  );
  // A task of its own: making the files is none of the page's work.
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({ entryTypes: ["longtask"] });
    globalThis.started = performance.now();
    document.querySelector(".batch input:not([webkitdirectory])").dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.getByText(`已校验 ${MANY} / ${MANY}`).waitFor({ timeout: 600_000 });
  const measured = await page.evaluate(() => ({
    many: performance.now() - globalThis.started,
    longestTask: Math.max(0, ...globalThis.tasks),
    longTasks: globalThis.tasks.length,
  }));
  await close();
  return measured;
}
