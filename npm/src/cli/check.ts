/** `gouji check`. */

import type { CheckResult } from "../../generated/index.js";
import { check as checkOne, rules, version } from "../worker/node.js";
import type { Format, Options } from "./arguments.js";
import { UsageError } from "./errors.js";
import type { ExitCode } from "./exit.js";
import { csvFormat } from "./formats/csv.js";
import type { Reporter } from "./formats/format.js";
import { jsonFormat, ndjsonFormat } from "./formats/json.js";
import { markdownFormat } from "./formats/markdown.js";
import { sarifFormat } from "./formats/sarif.js";
import { textFormat } from "./formats/text.js";
import { type Entry, entries } from "./inputs.js";
import { AHEAD, inOrder } from "./order.js";
import { type Outcome, Tally, failure } from "./outcome.js";
import { open } from "./output.js";
import { type Previous, previousOf } from "./previous.js";
import { progress } from "./progress.js";
import { checkStream } from "./stream.js";

export async function check(options: Options): Promise<ExitCode> {
  if (options.input === "ndjson") return checkStream(options);
  const { locale, output } = options;
  const files = await entries(options.paths, locale);
  if (files.length === 0) throw new UsageError(locale === "en" ? "There is no file in it." : "其中没有文件。");
  const previous = options.previous === null ? null : await previousOf(options.previous, files, options);
  const out = await open(output, locale);
  const reporter = await reporterOf(options);
  const tally = new Tally();
  const bar = progress(files.length, output === null && Boolean(process.stdout.isTTY));
  await out.write(reporter.begin());
  for await (const outcome of inOrder(files, AHEAD, (entry) => outcomeOf(entry, previous, options))) {
    tally.add(outcome);
    await out.write(reporter.file(outcome));
    bar.advance();
  }
  bar.stop();
  await out.write(reporter.end(tally));
  await out.close();
  return tally.exit();
}

async function reporterOf({ format, output, locale }: Options): Promise<Reporter> {
  switch (format as Format<"check">) {
    case "text":
      return textFormat(locale, output === null);
    case "csv":
      return csvFormat();
    case "json":
      return jsonFormat();
    case "ndjson":
      return ndjsonFormat();
    case "sarif":
      return sarifFormat(locale, await rules(locale), await version());
    case "markdown":
      return markdownFormat(locale);
  }
}

async function outcomeOf(entry: Entry, previous: Previous | null, options: Options): Promise<Outcome> {
  const found = previous ? { previous: previous.nameFor(entry) } : {};
  try {
    const bytes = await entry.read();
    const before = previous ? await previous.reportFor(entry) : null;
    const result = await checkOne(bytes, before ? { ...options.check, previous: before } : options.check);
    return { file: entry.name, result, error: null, isDrawn: isDrawn(bytes, result), ...found };
  } catch (error) {
    return { file: entry.name, result: null, error: failure(error), isDrawn: false };
  }
}

/** Whether the report's text isn't that of the file: drawn from a zip of XML, or from HTML. */
function isDrawn(bytes: Uint8Array, { report }: CheckResult): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return true;
  return /<(table|p|div|html)[\s>/]/i.test(new TextDecoder().decode(bytes)) && !/<(table|p|div|html)[\s>/]/i.test(report.text);
}

