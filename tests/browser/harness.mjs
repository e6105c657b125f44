/** What the browser tests share: the built page in real Chromium, from a small server and from the file alone. */

import { createServer } from "node:http";
import { after, before } from "node:test";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const examples = new URL("../../www/examples/", import.meta.url);

/** The page in one file, as it is opened by a double click. */
export const filePage = pathToFileURL(join(dist, "gouji.html")).href;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

export function serveSite() {
  return serve(join(dist, "site"));
}

/** Serves a folder on this machine. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://site").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** The browser and the site for the tests of a file: `open` opens the site, or another address of the page. */
export function startSite() {
  let browser;
  let site;
  before(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  return { open: (options, prepare, address = site.url) => openPage(browser, address, options, prepare) };
}

/** An open page with all that it said on the console and all that it asked of the network; `prepare` comes before it opens. */
export async function openPage(browser, url, options = {}, prepare = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems = [];
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await prepare(page);
  await page.goto(url);
  await page.locator("#table-applications td[data-address], .verdict-failed").first().waitFor({ state: "attached" });
  return { page, problems, requests, close: () => context.close() };
}

/** A report written for the page's examples, by the name of its file. */
export function exampleText(id) {
  return readFile(new URL(`${id}.txt`, examples), "utf8");
}

/** Pastes as a clipboard does: plain text, and markup where there is some. */
export async function paste(page, text, html) {
  await page.evaluate(
    ([plain, markup]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", plain);
      if (markup) clipboardData.setData("text/html", markup);
      const editor = document.querySelector(".cm-content");
      editor.focus();
      editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

export function verdict(page) {
  return page.locator(".verdict-title");
}

/** The findings of one rule in the list. */
export function findingsOf(page, code) {
  return page.locator(".finding").filter({ has: page.getByText(code, { exact: true }) });
}

/** The cell with this address, such as `applications.received.total`. */
export function cell(page, address) {
  return page.locator(`td[data-address="${address}"]`);
}
