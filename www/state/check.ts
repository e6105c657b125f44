/** The text under check and what came of it. One check at a time; of what is typed meanwhile only the last counts. */

import { effect, signal } from "@preact/signals";
import type { CheckResult } from "gouji";
import { engine } from "./engine";
import { locale } from "./settings";

export type Outcome =
  | { kind: "empty" }
  | { kind: "checked"; result: CheckResult }
  /** The engine gave no answer for this text; the text itself is unharmed. */
  | { kind: "failed"; message: string };

/** How long typing must rest before its text is checked, in milliseconds. */
const REST = 120;
/** A check that takes longer than this is said to be under way, in milliseconds. */
const NOTICEABLE = 400;

export const outcome = signal<Outcome>({ kind: "empty" });
/** True while a check takes long enough to notice. */
export const checking = signal(false);

let latest = "";
let running = false;
let stale = false;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Checks this text: at once, after typing has rested, or not yet, as a word is still being composed. */
export function submit(text: string, when: "now" | "at rest" | "not yet"): void {
  latest = text;
  clearTimeout(rest);
  if (when === "now") void run();
  if (when === "at rest") rest = setTimeout(() => void run(), REST);
}

/** Checks again in another language when it is switched. */
export function followLocale(): void {
  let first = true;
  effect(() => {
    void locale.value;
    if (!first) void run();
    first = false;
  });
}

async function run(): Promise<void> {
  stale = running;
  if (running) return;
  running = true;
  const noticeable = setTimeout(() => (checking.value = true), NOTICEABLE);
  do {
    stale = false;
    const text = latest;
    const next = await checkOnce(text);
    if (text === latest) outcome.value = next;
  } while (stale);
  clearTimeout(noticeable);
  checking.value = false;
  running = false;
}

async function checkOnce(text: string): Promise<Outcome> {
  if (text.trim() === "") return { kind: "empty" };
  try {
    const result = await engine.call("check", text, { format: "text", locale: locale.value });
    return { kind: "checked", result };
  } catch (error) {
    return { kind: "failed", message: (error as Error).message };
  }
}
