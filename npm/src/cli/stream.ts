/**
 * `gouji check --input ndjson`: a line of JSON in, a line out, in order and in constant memory, so that it can stand in a
 * pipe of any length.
 */

import { createReadStream } from "node:fs";
import { once } from "node:events";
import { check } from "../worker/node.js";
import type { Options } from "./arguments.js";
import { UsageError } from "./errors.js";
import type { ExitCode } from "./exit.js";
import { AHEAD, inOrder } from "./order.js";
import { type Outcome, Tally, failure } from "./outcome.js";
import { open } from "./output.js";

/** Bytes of a line: a report at the engine's limit of 64 MB, with room for how JSON writes it. */
const LONGEST = 200 << 20;

interface Line {
  number: number;
  /** Null where the line is too long to be held. */
  bytes: Uint8Array | null;
}

type Answer = Pick<Outcome, "result" | "error"> & { id: unknown; line: number };

export async function checkStream(options: Options): Promise<ExitCode> {
  const { locale, paths, format } = options;
  if (paths.length !== 1) {
    throw new UsageError(locale === "en" ? "--input ndjson takes one file, or -." : "--input ndjson 只接受一个文件或 -。");
  }
  if (options.previous !== null || !["text", "ndjson"].includes(format)) {
    throw new UsageError(
      locale === "en" ? "--input ndjson writes NDJSON, and takes no --previous." : "--input ndjson 输出 NDJSON，不能与 --previous 同用。",
    );
  }
  const out = await open(options.output, locale);
  const tally = new Tally();
  for await (const { id, line, result, error } of inOrder(lines(await source(paths[0]!, options)), AHEAD, (line) => answer(line, options))) {
    tally.add({ result });
    await out.write(`${JSON.stringify(error ? { id, line, error } : { id, result })}\n`);
  }
  await out.close();
  return tally.exit();
}

async function source(path: string, { locale }: Options): Promise<AsyncIterable<Uint8Array>> {
  if (path === "-") return process.stdin;
  const file = createReadStream(path);
  try {
    await once(file, "open");
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageError(locale === "en" ? `${path} can't be read: ${reason}` : `${path} 无法读取：${reason}`);
  }
  return file;
}

/** Lines of bytes: within a JSON string, only a line feed can't stand. */
async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const line = (): Line => ({ number: ++number, bytes: length > LONGEST ? null : Buffer.concat(pieces) });
  const take = (piece: Uint8Array) => {
    length += piece.length;
    if (length > LONGEST) pieces = [];
    else pieces.push(piece);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      yield line();
      [pieces, length, from] = [[], 0, at + 1];
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

async function answer({ number, bytes }: Line, options: Options): Promise<Answer> {
  let id: unknown = null;
  try {
    const given = read(bytes, options);
    id = given.id ?? null;
    return { id, line: number, result: await check(textOf(given, options), options.check), error: null };
  } catch (error) {
    return { id, line: number, result: null, error: failure(error) };
  }
}

function read(bytes: Uint8Array | null, { locale }: Options): { id?: unknown; text?: unknown } {
  if (!bytes) {
    const limit = LONGEST >> 20;
    throw new Error(locale === "en" ? `The line is over the limit of ${limit} MB.` : `这一行超过上限 ${limit} MB。`);
  }
  try {
    return Object(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(locale === "en" ? `The line is no JSON: ${reason}` : `这一行不是 JSON：${reason}`);
  }
}

function textOf({ text }: { text?: unknown }, { locale }: Options): string {
  if (typeof text === "string") return text;
  throw new Error(
    locale === "en"
      ? 'The line must be an object with the report as "text", such as {"id": 1, "text": "…"}.'
      : '这一行须是带有报告文本的对象，如 {"id": 1, "text": "…"}。',
  );
}
