/** What is pasted stays text, and what the page's code does stays on this machine: a server elsewhere hears of nothing. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { exampleText, filePage, paste, startSite } from "./harness.mjs";

const { open } = startSite();

/** The server of another origin, and what it was asked for. */
let elsewhere;
let heard = [];

before(async () => {
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" }).end("");
  });
  server.on("upgrade", (request, socket) => {
    heard.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  elsewhere = { url: `http://127.0.0.1:${server.address().port}`, server };
});

after(() => {
  elsewhere.server.closeAllConnections();
  return new Promise((resolve) => elsewhere.server.close(resolve));
});

beforeEach(() => {
  heard = [];
});

const pages = { site: undefined, file: filePage };

/** Markup of each kind that would run, load or lead away if it were taken for markup. */
const dangers = () => [
  `<script>globalThis.hit = 1</script><script src="${elsewhere.url}/script"></script>`,
  `<img src="${elsewhere.url}/image" onerror="globalThis.hit = 1">`,
  `<svg onload="globalThis.hit = 1"><use href="${elsewhere.url}/use"/></svg>`,
  `<style>@import "${elsewhere.url}/style"; body { background: url(${elsewhere.url}/background) }</style>`,
  `<link rel="stylesheet" href="${elsewhere.url}/link"><iframe src="${elsewhere.url}/frame"></iframe>`,
  `<a href="javascript:globalThis.hit = 1" onmouseover="globalThis.hit = 1">链接</a>`,
  `<form action="${elsewhere.url}/form"><button autofocus onfocus="globalThis.hit = 1">`,
];

/** The report with markup wherever its words reach the page: title, prose, labels, cells, headings, signature. */
async function poisoned(danger) {
  const text = await exampleText("broken-total");
  return text
    .replace(/^/, danger)
    .replace("一、总体情况", `一、总体情况${danger}\n资金资金${danger}13月的的${danger}`)
    .replace("重复申请", `重复重复申请${danger}`)
    .replace(/\t\d+\n/, `\t${danger}\n`);
}

const settled = (page) => page.locator(".finding").first().waitFor();

for (const [name, address] of Object.entries(pages)) {
  test(`${name}: pasted markup, scripts, drawings, styles and links stay text`, async () => {
    for (const danger of dangers()) {
      const { page, requests, close } = await open({}, undefined, address);
      const before = requests.length;
      const text = await poisoned(danger);
      await paste(page, text);
      await settled(page);
      await page.mouse.move(300, 300);
      const found = await page.evaluate((url) => ({
        hit: globalThis.hit,
        markup: document.querySelectorAll(`[src^="${url}"], [href^="${url}"], [action^="${url}"], a[href^="javascript:"], [onload], [onerror], [onfocus], [onmouseover], iframe`).length,
        shown: document.body.textContent.includes("<"),
      }), elsewhere.url);
      assert.deepEqual(found, { hit: undefined, markup: 0, shown: true }, danger);
      assert.deepEqual(requests.slice(before).filter((url) => !/^(data|blob):/.test(url)), []);
      await close();
    }
    assert.deepEqual(heard, []);
  });

  test(`${name}: markup from the clipboard or a file is drawn as text, and loads nothing`, async () => {
    const { page, close } = await open({}, undefined, address);
    const markup = `<table><tr><td>规章</td><td>${dangers().join("")}1</td><td>0</td><td>0</td></tr></table><p>一、总体情况${dangers().join("")}</p>`;
    await paste(page, "规章\t1\t0\t0", markup);
    await settled(page);
    const file = { name: "report.html", mimeType: "text/html", buffer: Buffer.from(`<html><body>${markup}</body></html>`) };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await settled(page);
    assert.equal(await page.evaluate(() => globalThis.hit), undefined);
    assert.deepEqual(heard, []);
    await close();
  });

  test(`${name}: the page's code reaches no other origin in any way`, async () => {
    const { page, close } = await open({}, undefined, address);
    await page.evaluate(reachOut, elsewhere.url);
    assert.deepEqual(heard, []);
    await close();
  });
}

test("the ways that the page's code is kept from do lead elsewhere from a page without its policy", async () => {
  const { page, close } = await open();
  await page.goto(`${elsewhere.url}/page`);
  heard = [];
  await page.evaluate(reachOut, elsewhere.url);
  const ways = ["beacon", "fetch", "form", "image", "link", "script", "socket", "style", "worker", "xhr"];
  assert.deepEqual([...new Set(heard.map((path) => path.slice(1).replace("?", "")))].filter((path) => ways.includes(path)).sort(), ways);
  await close();
});

/** Runs in the page: tries every way out, and waits until each has had its time. */
async function reachOut(url) {
  const element = (name, members, parent = document.head) => parent.append(Object.assign(document.createElement(name), members));
  const tries = [
    () => fetch(`${url}/fetch`, { mode: "no-cors" }),
    () => navigator.sendBeacon(`${url}/beacon`, "x"),
    () => Object.assign(new Image(), { src: `${url}/image` }),
    () => element("link", { rel: "stylesheet", href: `${url}/link` }),
    () => element("script", { src: `${url}/script` }),
    () => element("style", { textContent: `@import "${url}/style";` }),
    () => new WebSocket(`${url.replace("http", "ws")}/socket`),
    () => new Worker(`${url}/worker`, { type: "module" }),
    () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${url}/xhr`);
      request.send();
    },
    () => {
      element("iframe", { name: "aside" }, document.body);
      const form = Object.assign(document.createElement("form"), { action: `${url}/form`, target: "aside" });
      document.body.append(form);
      form.submit();
    },
  ];
  await Promise.allSettled(tries.map(async (attempt) => attempt()));
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

test("text of a report starts no formula in a spreadsheet, and a number stays a number", async () => {
  const { page, close } = await open();
  const text = (await exampleText("broken-total")).replace(/^规章\t\d+/m, '规章\t=HYPERLINK("x")');
  await paste(page, text);
  await settled(page);
  await page.locator(".verdict .menu summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "三张表格（XLSX）" }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const parts = unzipSync(Buffer.concat(chunks));
  const sheets = Object.keys(parts).filter((part) => /worksheets\/.*\.xml$/.test(part)).map((part) => strFromU8(parts[part]));
  assert.ok(sheets.length > 0);
  for (const sheet of sheets) assert.doesNotMatch(sheet, /<f[ >]/);
  assert.match(sheets.join(""), /<v>\d+<\/v>/);
  await close();
});

test("what was pasted is stored nowhere unless the user asks for it", async () => {
  const { page, close } = await open();
  await paste(page, await exampleText("broken-total"));
  await settled(page);
  const stored = () =>
    page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const answers = await Promise.all((await cache.keys()).map(async (request) => [request.url, await (await cache.match(request)).text()]));
        // The page's own files hold its examples.
        return answers.filter(([url]) => !/\.(js|css|wasm|svg|webmanifest)$|\/$/.test(url));
      }));
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), caches_, document.cookie]);
    });
  // A phrase of the text, and the organ's name.
  assert.doesNotMatch(await stored(), /总体情况|政府信息公开申请/);
  await close();
});
