/** The engine in Node beside cheerio and Python's libraries, on one report, in turns. Prints medians in microseconds as JSON. */

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { load } from "cheerio";
import { make, text } from "./make.mjs";

const [folder, python] = process.argv.slice(2);
const { check } = createRequire(import.meta.url)("../../dist/npm/node.cjs");
const { html, docx } = make(folder);

const APPLICANTS = 7;
const CASES = 5;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The tables and every sum, as a script over cheerio has them. */
function withCheerio() {
  const $ = load(html);
  const tables = $("table").toArray().map((table) =>
    $(table).find("tr").toArray().map((row) => $(row).find("td").toArray().map((cell) => $(cell).text().trim())),
  );
  const figures = (row) => {
    const first = row.findLastIndex((cell) => !/^-?[0-9.]+$/.test(cell)) + 1;
    return row.slice(first).map(Number);
  };
  const applications = tables[1].map((row) => figures(row).slice(-APPLICANTS)).filter((row) => row.length === APPLICANTS);
  const [received, carriedIn, ...rest] = applications;
  const [concluded, carriedOut] = rest.slice(-2);
  const outcomes = rest.slice(0, -2);
  const pairs = applications.map((row) => [row.at(-1), sum(row.slice(0, -1))]);
  for (let column = 0; column < APPLICANTS; column++) {
    pairs.push([concluded[column], sum(outcomes.map((row) => row[column]))]);
    pairs.push([received[column] + carriedIn[column], concluded[column] + carriedOut[column]]);
  }
  const cases = tables[2].map(figures).find((row) => row.length === 3 * CASES);
  for (let start = 0; start < cases.length; start += CASES) {
    const case_ = cases.slice(start, start + CASES);
    pairs.push([case_.at(-1), sum(case_.slice(0, -1))]);
  }
  return pairs.filter(([stated, exact]) => stated !== exact);
}

const none = (what, found) => {
  if (found.length > 0) throw new Error(`${what} finds what isn't there: ${JSON.stringify(found)}`);
};
const errors = (input) => check(input).findings.filter(({ severity }) => severity === "error");

const contenders = {
  text: () => none("the text", errors(text)),
  html: () => none("the page", errors(html)),
  docx: () => none("the document", errors(docx)),
  cheerio: () => none("cheerio", withCheerio()),
};

/** So often each runs in its turn: as an office's reports come, one after the other. */
const TURN = 20;

/** The times of each, in their turns round by round, so that what else the machine does falls on all of them. */
function rounds(count) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < count; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      for (let turn = 0; turn < TURN; turn++) {
        const start = process.hrtime.bigint();
        run();
        times[name].push(Number(process.hrtime.bigint() - start) / 1e3);
      }
    }
  }
  return times;
}

function withPython() {
  const script = fileURLToPath(new URL("measure.py", import.meta.url));
  return JSON.parse(execFileSync(python, [script, folder], { encoding: "utf8" }));
}

const median = (all) => all.sort((a, b) => a - b)[all.length >> 1];

rounds(20);
// Python's turn is a process of its own: half of the others' rounds stand before it, half after.
const before = rounds(20);
const theirs = withPython();
const after = rounds(20);
const own = Object.keys(contenders).map((name) => [name, median([...before[name], ...after[name]])]);
console.log(JSON.stringify({ ...Object.fromEntries(own), ...theirs }));
