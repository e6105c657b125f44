/** The files of the list added up, and held against the report above them and the list of who should have reported. */

import { effect, signal } from "@preact/signals";
import type { Finding, Report } from "gouji";
import { running } from "./batch";
import { items, type Item } from "./items";
import { run } from "./longJob";
import { findingOptions } from "./settings";

export interface RolledUp {
  report: Report;
  /** Each with the files that it is about. */
  findings: { finding: Finding; about: Item[] }[];
  missing: string[];
  /** How many files were added up. */
  count: number;
}

/** Who should have reported, a name a line. */
export const organs = signal("");

/** The report of the organ above. */
export const parent = signal<File | null>(null);

export const rolledUp = signal<RolledUp | null>(null);

/** Why the sums could not be made. */
export const failure = signal<string | null>(null);

export async function rollUp(): Promise<void> {
  const list = items.value.filter(({ checked }) => checked?.form != null);
  const files = list.map(({ file, path, previous }) => ({ file, path, previous }));
  const listed = organs.value.split(/[\r\n]+/).map((name) => name.trim()).filter(Boolean);
  failure.value = null;
  try {
    const sums = await run(files, (engine) =>
      engine.call("rollUpFiles", files, parent.value, { ...findingOptions(), ...(listed.length > 0 && { organs: listed }) }),
    );
    if (!sums) return;
    // Receiving them and showing them are each short; at a stretch the page would be felt to stop.
    await new Promise((next) => setTimeout(next));
    const findings = sums.findings.map(({ finding, about }) => ({ finding, about: about.map((index) => list[index]!) }));
    rolledUp.value = { report: sums.report, findings, missing: sums.missing, count: sums.count };
  } catch (error) {
    failure.value = (error as Error).message;
  }
}

/** Sums that no longer hold are taken away: files came or went, or what they are held against. */
export function dropStaleSums(): void {
  effect(() => {
    void [items.value, running.value, organs.value, parent.value, findingOptions()];
    rolledUp.value = null;
    failure.value = null;
  });
}
