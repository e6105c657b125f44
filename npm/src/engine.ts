/** The engine's one instance: calls that fail as a `GoujiError`, and a new instance after one that has died. */

import * as engine from "../generated/gouji.js";
import type { ErrorCode, Locale } from "../generated/index.js";
import { GoujiError } from "./error.js";

let loaded = false;

/** Whether the instance has died; a new one is made by the next call, or the one after where there is no room for it yet. */
let spent = false;

/** Takes the engine from bytes that are at hand. */
export function loadSync(module: BufferSource): void {
  engine.initSync({ module });
  loaded = true;
}

/** Takes the engine from wherever it is; a second call does nothing. */
export async function load(source: engine.InitInput): Promise<void> {
  try {
    await engine.default({ module_or_path: source });
  } catch (error) {
    throw new GoujiError("internal", unloadable(error));
  }
  loaded = true;
}

/** What a dead instance leaves behind. */
interface Death {
  cause: unknown;
  /** The index of the rule that was running. */
  rule: number | undefined;
}

/**
 * Calls the engine. Where a rule is the death of it, the call is made again in a new instance with that rule among
 * `failedRules`, so that the findings of the others stand.
 */
export function call<Result>(locale: Locale | undefined, run: (failedRules: number[]) => Result): Result {
  if (!loaded) throw new GoujiError("internal", notLoaded(locale));
  const failedRules: number[] = [];
  for (;;) {
    const outcome = attempt(() => run(failedRules));
    if ("result" in outcome) return outcome.result;
    const { cause, rule } = outcome.death;
    if (rule === undefined || failedRules.includes(rule)) throw new GoujiError("internal", internal(cause, locale));
    failedRules.push(rule);
  }
}

function attempt<Result>(run: () => Result): { result: Result } | { death: Death } {
  try {
    if (spent) engine.__wbg_reset_state();
    spent = false;
    return { result: run() };
  } catch (thrown) {
    if (isFailure(thrown)) throw new GoujiError(thrown.code, thrown.message);
    const rule = spent ? undefined : runningRule();
    spent = true;
    return { death: { cause: thrown, rule } };
  }
}

/** The engine's own failures are plain data; whatever else comes out of a call is the end of its instance. */
function isFailure(thrown: unknown): thrown is { code: ErrorCode; message: string } {
  return typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "code" in thrown;
}

function runningRule(): number | undefined {
  try {
    return engine.runningRule();
  } catch {
    return undefined;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** In both languages, as nothing says yet which is wanted. */
function unloadable(error: unknown): string {
  return (
    "引擎未能加载：请确认 gouji_bg.wasm 可以取到，并使用 Chromium 109、Firefox 115、Safari 16.4 或更新的浏览器。" +
    " (The engine can't be loaded: make sure that gouji_bg.wasm can be fetched, and use Chromium 109, Firefox 115, Safari 16.4" +
    ` or later.) ${reason(error)}`
  );
}

function notLoaded(locale: Locale | undefined): string {
  return locale === "en"
    ? "The engine isn't loaded yet: call `await init()` first."
    : "引擎尚未加载：请先调用 await init()。";
}

function internal(cause: unknown, locale: Locale | undefined): string {
  return locale === "en"
    ? `The engine failed on this input (${reason(cause)}). The next call starts it again.`
    : `引擎处理这份内容时出现内部错误（${reason(cause)}）。下一次调用会重新启动引擎，可继续处理其他内容。`;
}
