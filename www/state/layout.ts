/** Which part of the page is in front. The address says it too (`#batch`, `#rules/A302`), so that Back leads back. */

import { batch, signal } from "@preact/signals";

/** On a narrow screen one of the three linked views shows at a time. */
export type Pane = "text" | "tables" | "findings";

export const pane = signal<Pane>("text");

export const SCREENS = ["check", "batch", "rules"] as const;
export type Screen = (typeof SCREENS)[number];

export const screen = signal<Screen>("check");

/** The rule whose page is open. */
export const openRule = signal<string | null>(null);

export function goTo(next: Screen, rule?: string): void {
  show(next, rule);
  location.hash = next === "check" ? "" : [next, rule].filter(Boolean).join("/");
}

/** Shows what the address names, now and whenever it changes. */
export function followAddress(): void {
  const read = () => {
    const [name, rule] = location.hash.slice(1).split("/");
    show(SCREENS.find((each) => each === name) ?? "check", rule);
  };
  read();
  window.addEventListener("hashchange", read);
}

function show(next: Screen, rule?: string): void {
  batch(() => {
    screen.value = next;
    openRule.value = rule ?? null;
  });
}
