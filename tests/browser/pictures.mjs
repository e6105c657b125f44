/** Makes the pictures of the page that the README shows: `node tests/browser/pictures.mjs` after a build. */

import { fileURLToPath } from "node:url";
import { exampleText, findingsOf, launchBrowser, openPage, paste, serveSite } from "./harness.mjs";

const docs = (name) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const browser = await launchBrowser();
const site = await serveSite();

for (const [name, options] of [
  ["page.png", { deviceScaleFactor: 2 }],
  ["page-dark.png", { deviceScaleFactor: 2, colorScheme: "dark" }],
]) {
  const { page, close } = await openPage(browser, site.url, options);
  await paste(page, await exampleText("broken-total"));
  await findingsOf(page, "A302").getByRole("button").first().click();
  await page.mouse.move(0, 0);
  await page.locator("td.lit").first().waitFor();
  await page.waitForTimeout(300);
  await page.screenshot({ path: docs(name) });
  await close();
}

const { page, close } = await openPage(browser, site.url, { deviceScaleFactor: 2 });
await page.getByRole("button", { name: "批量" }).click();
await page.locator(".batch input:not([webkitdirectory])").setInputFiles(await manyReports());
await page.getByText("已校验 16 / 16").waitFor();
await page.screenshot({ path: docs("page-many.png") });
await close();

/** Reports of many organs: the page's examples under other names, and a file that can't be read. */
async function manyReports() {
  const organs = ["财政", "教育", "水利", "民政", "司法", "农业农村", "商务", "审计", "统计", "文化和旅游", "卫生健康", "应急管理", "林业", "体育", "医疗保障"];
  const examples = await Promise.all(["clean", "broken-total", "clean", "sentence-disagrees"].map(exampleText));
  const reports = organs.map((organ, index) => {
    const text = examples[index % examples.length].replace(/某某[县市区]示例(局|委员会|中心)/g, `某某县${organ}局`);
    return { name: `${index + 1} ${organ}局.txt`, mimeType: "text/plain", buffer: Buffer.from(text) };
  });
  return [...reports, { name: "16 信访局（扫描件）.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") }];
}

await browser.close();
await site.close();
