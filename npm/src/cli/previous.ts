/** Last year's reports: a file for a single report, or a folder in which each organ's is found by its name. */

import { stat } from "node:fs/promises";
import { matchOrgans, parse } from "../worker/node.js";
import type { Report } from "../../generated/index.js";
import type { Options } from "./arguments.js";
import { UsageError } from "./errors.js";
import { type Entry, entries } from "./inputs.js";
import { AHEAD, inOrder } from "./order.js";

export interface Previous {
  /** The name of last year's file; null where none was found. */
  nameFor(entry: Entry): string | null;
  reportFor(entry: Entry): Promise<Report | null>;
}

export async function previousOf(path: string, files: Entry[], options: Options): Promise<Previous> {
  const { locale } = options;
  const others = await entries([path], locale);
  const reading = options.check.encoding === undefined ? {} : { encoding: options.check.encoding };
  const read = async (entry: Entry) => parse(await entry.read(), reading);
  if (files.length === 1 && others.length === 1) {
    const report = await certain(others[0]!, read, options);
    return { nameFor: () => others[0]!.name, reportFor: async () => report };
  }
  if (!(await stat(path).then((found) => found.isDirectory(), () => false)) && others.length === 1) {
    throw new UsageError(
      locale === "en"
        ? "For several reports, --previous must be the folder of last year's."
        : "校验多份报告时，--previous 须为上年报告所在的文件夹。",
    );
  }
  const organs = await organsOf(files, read);
  const pairs = await matchOrgans(organs, await organsOf(others, read));
  const found = new Map(files.map((entry, at) => [entry, pairs[at] === null ? null : (others[pairs[at]!] ?? null)]));
  return {
    nameFor: (entry) => found.get(entry)?.name ?? null,
    reportFor: async (entry) => {
      const other = found.get(entry);
      return other ? read(other) : null;
    },
  };
}

async function certain(entry: Entry, read: (entry: Entry) => Promise<Report>, { locale }: Options): Promise<Report> {
  try {
    return await read(entry);
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageError(
      locale === "en" ? `Last year's report can't be read (${entry.name}): ${reason}` : `上年报告无法读取（${entry.name}）：${reason}`,
    );
  }
}

/** The organ of each report, null where it isn't known or the file can't be read. */
async function organsOf(files: Entry[], read: (entry: Entry) => Promise<Report>): Promise<(string | null)[]> {
  const organs: (string | null)[] = [];
  const organ = (entry: Entry) => read(entry).then((report) => report.organ, () => null);
  for await (const each of inOrder(files, AHEAD, organ)) organs.push(each);
  return organs;
}
