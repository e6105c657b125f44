/** The text under check and what came of it. One check at a time; of what is typed meanwhile only the last counts. */

import { batch, effect, signal } from "@preact/signals";
import type { CheckResult, GoujiError } from "gouji";
import { engine } from "./engine";
import { previous } from "./previous";
import { findingOptions } from "./settings";

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
/** Counts the texts that came in whole: pasted into an empty box, opened, or an example. */
export const arrivals = signal(0);
/** True while a check takes long enough to notice. */
export const checking = signal(false);

let latest = "";
let running = false;
let stale = false;
let arrived = false;
let rest: ReturnType<typeof setTimeout> | undefined;

/** When to check: a whole new text or an edit at once, typing after a rest, and not yet what is still being composed. */
export type When = "arrived" | "now" | "at rest" | "not yet";

export function submit(text: string, when: When): void {
  latest = text;
  arrived = when === "arrived";
  clearTimeout(rest);
  if (when === "arrived" || when === "now") void run();
  if (when === "at rest") rest = setTimeout(() => void run(), REST);
}

/** Checks again when the language or a rule is set, and when last year's report comes or goes. */
export function checkAgain(): void {
  let first = true;
  effect(() => {
    void [findingOptions(), previous.value];
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
    if (text === latest) show(next);
  } while (stale);
  clearTimeout(noticeable);
  checking.value = false;
  running = false;
}

function show(next: Outcome): void {
  batch(() => {
    outcome.value = next;
    if (arrived) arrivals.value++;
    arrived = false;
  });
}

async function checkOnce(text: string): Promise<Outcome> {
  if (text.trim() === "") return { kind: "empty" };
  try {
    const result = await engine.call("check", text, { ...findingOptions(), format: "text", previous: previous.value ?? undefined });
    return { kind: "checked", result };
  } catch (error) {
    const { code, message } = error as GoujiError;
    // What to do about an internal error the page says better: here is a text that must not be lost.
    return { kind: "failed", message: code === "internal" ? "" : message };
  }
}
