/** The package's functions off the caller's thread, over whatever threads there are. */

import type * as worker from "../../generated/worker.js";
import { GoujiError } from "../error.js";
import * as given from "../given.js";
import { Pool, type Spawn } from "./pool.js";

export { GoujiError };

/** The functions that a thread answers. */
const NAMES = [
  "check",
  "parse",
  "compare",
  "rollUp",
  "matchOrgans",
  "render",
  "applyFixes",
  "rules",
  "forms",
  "version",
] as const;

/** What is given back crosses to the thread as it does into the engine: copied member by member it would hold up the caller. */
const crossing: Record<string, ((...args: never[]) => unknown[]) | undefined> = given;

type Functions = Omit<typeof worker, "default" | "init" | "GoujiError">;

/** `size` is how many threads there are at most, unless a call asks for more. */
export function functions(spawn: Spawn, size: number): Functions {
  const pool = new Pool(spawn, size);
  const calls = NAMES.map((name) => [
    name,
    async (...args: never[]) => pool.call(name, crossing[name]?.(...args) ?? args),
  ]);
  return {
    ...(Object.fromEntries(calls) as Pick<Functions, (typeof NAMES)[number]>),
    checkMany: (inputs, options) => checkMany(pool, size, inputs, options),
    terminate: () => pool.terminate(),
  };
}

async function checkMany(
  pool: Pool,
  size: number,
  inputs: Parameters<typeof worker.checkMany>[0],
  { onProgress, signal, concurrency = size, ...options }: worker.CheckManyOptions = {},
): ReturnType<typeof worker.checkMany> {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new GoujiError(
      "unknown-option",
      options.locale === "en"
        ? `The option “concurrency” must be a whole number from 1, not ${String(concurrency)}.`
        : `选项“concurrency”须是不小于 1 的整数，不能是“${String(concurrency)}”。`,
    );
  }
  signal?.throwIfAborted();
  pool.size = Math.max(pool.size, concurrency);
  const all = Array.from(inputs);
  const [, crossed] = given.check("", options);
  const results: Awaited<ReturnType<typeof worker.checkMany>> = new Array(all.length);
  const waiting = all.entries();
  let done = 0;
  // Each lane takes the next input when it is through with one; all draw from the same iterator.
  const lane = async () => {
    for (const [index, input] of waiting) {
      const result = await outcome(pool.call("check", [input, crossed]));
      if (signal?.aborted) return;
      results[index] = result;
      onProgress?.({ done: ++done, total: all.length, index, result });
    }
  };
  await orAbort(Promise.all(Array.from({ length: Math.min(concurrency, all.length) }, lane)), signal);
  return results;
}

/** A check that failed is a result too, unless it was called wrongly. */
async function outcome(check: Promise<unknown>): Promise<worker.CheckOutcome> {
  try {
    return (await check) as worker.CheckOutcome;
  } catch (error) {
    if (error instanceof GoujiError && error.code !== "unknown-option") return error;
    throw error;
  }
}

/** What the work gives, unless the signal comes first. */
async function orAbort(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return void (await work);
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop);
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
