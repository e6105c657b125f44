/** `gouji roll-up`: many reports added up, and held against the one above them. */

import { readFile } from "node:fs/promises";
import type { Finding, Report, RollUp } from "../../generated/index.js";
import { csv } from "../report/csv.js";
import { FIGURE_HEAD, figureRows } from "../report/figures.js";
import { forms, render, rollUp as addUp } from "../worker/node.js";
import type { Format, Options } from "./arguments.js";
import { gridsAsXlsx, page } from "./documents.js";
import { UsageError } from "./errors.js";
import type { ExitCode } from "./exit.js";
import { escaped } from "./formats/markdown.js";
import { TextReporter } from "./formats/text.js";
import { entries } from "./inputs.js";
import { AHEAD, inOrder } from "./order.js";
import { type Failure, Tally } from "./outcome.js";
import { progress } from "./progress.js";
import { openFor, read } from "./table.js";
import { words } from "./words.js";

interface Together {
  parent: { file: string; report: Report } | null;
  children: { file: string; report: Report }[];
  failed: { file: string; error: Failure }[];
  rolled: RollUp;
}

export async function rollUp(options: Options): Promise<ExitCode> {
  const parent = options.parent === null ? null : await parentOf(options.parent, options);
  const organs = options.organs === null ? undefined : await organsIn(options.organs, options);
  const { children, failed } = await childrenOf(options);
  const { locale, rules } = options.check;
  const reports = children.map(({ report }) => report);
  const rolled = await addUp(parent?.report ?? null, reports, { ...(locale && { locale }), ...(rules && { rules }), ...(organs && { organs }) });
  const out = await openFor(options);
  await out.write(await written({ parent, children, failed, rolled }, options));
  await out.close();
  return tallyOf({ parent, children, failed, rolled }).exit();
}

async function parentOf(path: string, options: Options): Promise<{ file: string; report: Report }> {
  const found = await entries([path], options.locale);
  const { file, report, error } = await read(found[0]!, options);
  if (found.length === 1 && report) return { file, report };
  const reason = error?.message ?? (options.locale === "en" ? "it must be one file." : "须为一个文件。");
  throw new UsageError(
    options.locale === "en" ? `The parent's report can't be read (${path}): ${reason}` : `上级报告无法读取（${path}）：${reason}`,
  );
}

/** A name a line, in UTF-8 or as Windows writes it. */
async function organsIn(path: string, { locale }: Options): Promise<string[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageError(locale === "en" ? `The list can't be read: ${reason}` : `名单无法读取：${reason}`);
  }
  const lines = decoded(bytes).split(/\r\n|\n|\r/);
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

async function childrenOf(options: Options): Promise<Pick<Together, "children" | "failed">> {
  const files = await entries(options.paths, options.locale);
  const bar = progress(files.length, false);
  const [children, failed]: [Together["children"], Together["failed"]] = [[], []];
  for await (const { file, report, error } of inOrder(files, AHEAD, (entry) => read(entry, options))) {
    bar.advance();
    if (report) children.push({ file, report });
    else failed.push({ file, error: error! });
  }
  bar.stop();
  if (!["text", "markdown", "json"].includes(options.format)) {
    for (const { file, error } of failed) process.stderr.write(`${words(options.locale).failed} ${file}: ${error.message}\n`);
  }
  return { children, failed };
}

function tallyOf({ failed, children, rolled: { findings } }: Together): Tally {
  const tally = new Tally();
  tally.files = children.length + failed.length;
  tally.failed = failed.length;
  for (const { severity } of findings) tally[severity]++;
  // A report whose tables weren't found adds nothing to the sums.
  tally.incomplete = children.filter(({ report }) => Object.values(report.tables).some(({ found }) => !found)).length;
  return tally;
}

async function written(together: Together, options: Options): Promise<string | Uint8Array> {
  const { rolled, failed, children } = together;
  const official = await forms();
  switch (options.format as Format<"roll-up">) {
    case "text":
      return asText(together, options);
    case "csv":
      return csv([FIGURE_HEAD, ...figureRows(rolled.report, official)]);
    case "json":
      return `${JSON.stringify({ files: children.map(({ file }) => file), failed, ...rolled })}\n`;
    case "markdown":
      return asMarkdown(together, options);
    case "html":
      return page(words(options.locale).heads.figures, await render(rolled.report, "html"));
    case "xlsx":
      return gridsAsXlsx(rolled.report, official);
  }
}

function fileOf({ parent, children }: Together, { source }: Finding): { file: string; report: Report | null } {
  return source === null ? (parent ?? { file: "", report: null }) : children[source]!;
}

async function asText(together: Together, { locale, output }: Options): Promise<string> {
  const say = words(locale);
  const reporter = new TextReporter(say, output === null);
  const { rolled, failed } = together;
  const findings = rolled.findings.map((finding) => {
    const { file, report } = fileOf(together, finding);
    return reporter.finding(file || say.heads.figures, report, finding);
  });
  const unread = failed.map(({ file, error }) => reporter.file({ file, result: null, error, isDrawn: false }));
  const sums = await render(rolled.report, "text");
  return `${findings.join("")}${unread.join("")}${say.total(tallyOf(together))}\n\n${sums}`;
}

async function asMarkdown(together: Together, { locale }: Options): Promise<string> {
  const say = words(locale);
  const lines = [
    ...together.rolled.findings.map(
      (finding) => `- ${say.severity[finding.severity]} ${finding.code} ${escaped(fileOf(together, finding).file || say.heads.figures)}: ${escaped(finding.message)}`,
    ),
    ...together.failed.map(({ file, error }) => `- **${say.failed}** ${escaped(file)}: ${escaped(error.message)}`),
  ];
  const sums = await render(together.rolled.report, "markdown");
  return `## ${say.heads.figures}\n\n${say.total(tallyOf(together))}\n\n${lines.map((line) => `${line}\n`).join("")}\n${sums}`;
}
