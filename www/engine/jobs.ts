/** What the page has done with many reports at once: the files are read here, and only what is shown goes back. */

import { check, forms, parse, rollUp, type CheckResult, type Finding, type FindingOptions, type Report, type RollUpOptions } from "gouji";
import type { Sheet } from "../../npm/src/report/sheets";
import { csv, csvLines } from "../../npm/src/report/csv";
import { FIGURE_HEAD, figureRows } from "../../npm/src/report/figures";
import { gravest, judge, type Verdict } from "../report/judge";
import { findingHead, findingRows, Workbook, type Outcome } from "../report/lists";
import { xlsx } from "../report/xlsx";
import { byLocale } from "../words/byLocale";
import type { Tell } from "./threads";

/** A file of the list, with last year's of the same organ where there is one. */
export interface Filed {
  file: File;
  path: string;
  previous: File | null;
}

/** What the list shows of a report; the whole result is made again when it is opened. */
export interface Checked {
  organ: string | null;
  year: number | null;
  form: Report["form"];
  kind: Verdict["kind"];
  counts: CheckResult["counts"];
  /** The message of the gravest finding. */
  gravest: string | null;
}

/** What the sums over many reports come to. */
export interface Sums {
  report: Report;
  /** Each with the files that it is about, as indices of the list. */
  findings: { finding: Finding; about: number[] }[];
  missing: string[];
  /** How many reports were added up. */
  count: number;
}

export type Export = "findings" | "figures" | "workbook";

/** The jobs, with a way to tell how far they are. */
export function jobs(tell: Tell) {
  return {
    checkFile,
    sheetFile: (sheets: Sheet[]): Promise<Blob> => xlsx(sheets),
    organsOf: organsOf.bind(null, tell),
    exportFiles: exportFiles.bind(null, tell),
    rollUpFiles: rollUpFiles.bind(null, tell),
  };
}

async function checkFile(filed: Filed, options: FindingOptions): Promise<Checked> {
  const result = await checked(filed, options);
  const { organ, year, form } = result.report;
  const { kind } = judge(result);
  return { organ, year, form, kind, counts: result.counts, gravest: gravest(result.findings)?.message ?? null };
}

/** Whose reports they are; null where that can't be told. */
async function organsOf(tell: Tell, files: File[]): Promise<(string | null)[]> {
  const organs: (string | null)[] = [];
  for (const file of files) {
    const report = await parsed(file).catch(() => null);
    organs.push(report?.organ ?? null);
    tell(organs.length);
  }
  return organs;
}

/** All findings or all figures of the files, in their order. */
async function exportFiles(tell: Tell, files: Filed[], what: Export, options: FindingOptions): Promise<Blob> {
  const words = byLocale[options.locale ?? "zh-CN"];
  const official = forms();
  const book = new Workbook(words, official);
  const parts: string[] = [];
  if (what === "findings") parts.push(csv([findingHead(words)]));
  if (what === "figures") parts.push(csv([["file", ...FIGURE_HEAD]]));
  for (const [index, filed] of files.entries()) {
    const outcome = await checkedOrRefused(filed, options);
    if (what === "workbook") book.add(filed.path, outcome);
    if ("result" in outcome && what === "findings") parts.push(csvLines(findingRows(filed.path, outcome.result, words, official)));
    if ("result" in outcome && what === "figures")
      parts.push(csvLines(figureRows(outcome.result.report, official).map((row) => [filed.path, ...row])));
    tell(index + 1);
  }
  return what === "workbook" ? xlsx(book.sheets()) : new Blob(parts, { type: "text/csv" });
}

/** The sums over the files; those that can't be read, and what is no report, count for nothing. */
async function rollUpFiles(tell: Tell, files: Filed[], parent: File | null, options: RollUpOptions): Promise<Sums> {
  const children: { report: Report; index: number }[] = [];
  for (const [index, { file }] of files.entries()) {
    const report = await parsed(file).catch(() => null);
    if (report?.form) children.push({ report, index });
    tell(index + 1);
  }
  const above = parent && (await parsed(parent));
  const sums = rollUp(above, children.map(({ report }) => report), options);
  // There may be tens of thousands, of which no more is shown than this.
  const findings = sums.findings.map((finding) => ({
    finding: { ...finding, args: {}, related: [] },
    about: reportsOf(finding).flatMap((at) => children[at]?.index ?? []),
  }));
  return { ...sums, findings, count: children.length };
}

/** The reports that a finding on many is about: the one that it is like comes first, by its number from 1. */
function reportsOf({ source, args: { first } }: Finding): number[] {
  return [...(typeof first === "number" ? [first - 1] : []), ...(source === null ? [] : [source])];
}

async function checked({ file, previous }: Filed, options: FindingOptions): Promise<CheckResult> {
  const bytes = await bytesOf(file);
  return check(bytes, { ...options, ...(previous && { previous: await bytesOf(previous) }) });
}

async function checkedOrRefused(filed: Filed, options: FindingOptions): Promise<Outcome> {
  try {
    return { result: await checked(filed, options) };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

async function parsed(file: File): Promise<Report> {
  return parse(await bytesOf(file));
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
