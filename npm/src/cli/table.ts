/** `gouji table`: the figures of reports. */

import type { Form, Report } from "../../generated/index.js";
import { csv, csvLines, type Row } from "../report/csv.js";
import { FIGURE_HEAD, figureRows } from "../report/figures.js";
import { forms, parse, render } from "../worker/node.js";
import type { Format, Options } from "./arguments.js";
import { gridsAsXlsx, listAsXlsx, markup, page } from "./documents.js";
import { UsageError } from "./errors.js";
import { Exit, type ExitCode } from "./exit.js";
import { escaped } from "./formats/markdown.js";
import { type Entry, entries } from "./inputs.js";
import { AHEAD, inOrder } from "./order.js";
import { type Failure, failure } from "./outcome.js";
import { type Output, open } from "./output.js";
import { progress } from "./progress.js";
import { words } from "./words.js";

interface Read {
  file: string;
  report: Report | null;
  error: Failure | null;
}

/** How reports are written, one after the other. */
interface Writer {
  begin(): string;
  report(file: string, report: Report): Promise<string>;
  end(): Promise<string | Uint8Array>;
}

export async function table(options: Options): Promise<ExitCode> {
  const { locale, output } = options;
  const files = await entries(options.paths, locale);
  if (files.length === 0) throw new UsageError(locale === "en" ? "There is no file in it." : "其中没有文件。");
  const writer = writerOf(options.format as Format<"table">, await forms(), files.length);
  const out = await openFor(options);
  const bar = progress(files.length, output === null && Boolean(process.stdout.isTTY));
  let unread = 0;
  await out.write(writer.begin());
  for await (const { file, report, error } of inOrder(files, AHEAD, (entry) => read(entry, options))) {
    bar.advance();
    const isFound = report && Object.values(report.tables).some(({ found }) => found);
    if (!isFound) {
      unread++;
      const reason = error?.message ?? (locale === "en" ? "there is no table of the report in it." : "其中没有报告的表格。");
      process.stderr.write(`${words(locale).failed} ${file}: ${reason}\n`);
    }
    if (report) await out.write(await writer.report(file, report));
  }
  bar.stop();
  await out.write(await writer.end());
  await out.close();
  return unread > 0 ? Exit.unchecked : Exit.clean;
}

/** A spreadsheet is no text for a terminal. */
export async function openFor({ format, output, locale }: Options): Promise<Output> {
  if (format === "xlsx" && output === null && process.stdout.isTTY) {
    throw new UsageError(
      locale === "en" ? "Say where the spreadsheet goes: --output file.xlsx" : "请用 --output 指定表格文件，如 --output 表.xlsx",
    );
  }
  return open(output, locale);
}

export async function read(entry: Entry, { check: { encoding } }: Options): Promise<Read> {
  try {
    const report = await parse(await entry.read(), encoding === undefined ? {} : { encoding });
    return { file: entry.name, report, error: null };
  } catch (error) {
    return { file: entry.name, report: null, error: failure(error) };
  }
}

function writerOf(format: Format<"table">, official: Form[], files: number): Writer {
  const nothing = async () => "";
  switch (format) {
    case "csv":
      return {
        begin: () => csv([["file", ...FIGURE_HEAD]]),
        report: async (file, report) => csvLines(rows(file, report, official)),
        end: nothing,
      };
    case "json":
      return jsonWriter();
    case "xlsx":
      return xlsxWriter(official, files);
    case "html":
      return htmlWriter();
    case "markdown":
      return {
        begin: () => "",
        report: async (file, report) => `# ${escaped(report.title ?? file)}\n\n${await render(report, "markdown")}\n`,
        end: nothing,
      };
  }
}

function rows(file: string, report: Report, official: Form[]): Row[] {
  return figureRows(report, official).map((row) => [file, ...row]);
}

function jsonWriter(): Writer {
  let isFirst = true;
  return {
    begin: () => "[",
    report: async (file, { text: _, sections: __, ...rest }) => {
      const separator = isFirst ? "\n" : ",\n";
      isFirst = false;
      return separator + JSON.stringify({ file, ...rest });
    },
    end: async () => "\n]\n",
  };
}

function htmlWriter(): Writer {
  const parts: string[] = [];
  const titles: string[] = [];
  return {
    begin: () => "",
    report: async (file, report) => {
      const title = report.title ?? file;
      titles.push(title);
      parts.push(`<h1>${markup(title)}</h1>\n${await render(report, "html")}`);
      return "";
    },
    end: async () => page(titles[0] ?? "", parts.join("")),
  };
}

/** The official grids of one report; of several, a list of all figures. */
function xlsxWriter(official: Form[], files: number): Writer {
  const list: Row[] = [["file", ...FIGURE_HEAD]];
  let grids: Uint8Array | null = null;
  return {
    begin: () => "",
    report: async (file, report) => {
      if (files === 1) grids = await gridsAsXlsx(report, official);
      else list.push(...rows(file, report, official));
      return "";
    },
    end: async () => grids ?? listAsXlsx("figures", list),
  };
}
