/** Last year's report beside this one: while it is there, the check holds this year's against it. */

import { signal } from "@preact/signals";
import type { Report } from "gouji";
import { readReport } from "./read";

export const previous = signal<Report | null>(null);

/** Why what was given is no report of last year. */
export type Refusal = { kind: "notReport" } | { kind: "unreadable"; message: string };

export const refusal = signal<Refusal | null>(null);

export async function givePrevious(input: string | Uint8Array, format?: "html" | "text"): Promise<void> {
  refusal.value = null;
  try {
    const report = await readReport(input, format && { format });
    if (report.form === null) refusal.value = { kind: "notReport" };
    else previous.value = report;
  } catch (error) {
    refusal.value = { kind: "unreadable", message: (error as Error).message };
  }
}

export function takePreviousAway(): void {
  previous.value = null;
  refusal.value = null;
}
