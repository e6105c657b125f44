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

await browser.close();
await site.close();
