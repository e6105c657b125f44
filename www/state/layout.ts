/** Which part of the page is in front. */

import { signal } from "@preact/signals";

/** On a narrow screen one of the three linked views shows at a time. */
export type Pane = "text" | "tables" | "findings";

export const pane = signal<Pane>("text");

export type Screen = "check" | "batch" | "rules";

export const screen = signal<Screen>("check");

/** The rule whose page is open. */
export const openRule = signal<string | null>(null);

export function showRule(code: string): void {
  openRule.value = code;
  screen.value = "rules";
}
