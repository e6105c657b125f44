/** The findings as the page shows them: each with a key that outlives a new check, filtered by severity. */

import { computed, signal } from "@preact/signals";
import type { CheckResult, Finding, Severity } from "gouji";
import { SEVERITIES, weightOf } from "../report/judge";
import { outcome } from "./check";

export interface Entry {
  /** The same for the same fault in the next check, so that a selection stays while typing. */
  key: string;
  finding: Finding;
}

export const result = computed<CheckResult | null>(() =>
  outcome.value.kind === "checked" ? outcome.value.result : null,
);

export const entries = computed<Entry[]>(() => {
  const seen = new Map<string, number>();
  return (result.value?.findings ?? []).map((finding) => {
    const name = [finding.code, ...finding.cells, JSON.stringify(finding.args)].join(" ");
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { key: `${name} ${count}`, finding };
  });
});

export const hidden = signal<ReadonlySet<Severity>>(new Set());

/** What is wrong with a cell; a fault of very many cells, such as a table left blank, is shown softly. */
export interface Fault {
  severity: Severity;
  isOfMany: boolean;
}

const MANY = 24;

/** The one family that is shown; null shows all. */
export const family = signal<string | null>(null);

/** The families that have findings, with how many. */
export const families = computed(() => {
  const counts = new Map<string, number>();
  for (const { finding } of entries.value) counts.set(finding.family, (counts.get(finding.family) ?? 0) + 1);
  return [...counts];
});

export type Order = "weight" | "place" | "rule";

export const order = signal<Order>("weight");

/** Findings that say the same, shown as one. */
export type Same = [Entry, ...Entry[]];

/** The findings that pass the filters, together where they say the same, in the order chosen. */
export const listed = computed<Same[]>(() => {
  const groups = new Map<string, Same>();
  for (const entry of passing.value) {
    const { code, message } = entry.finding;
    const same = groups.get(`${code} ${message}`);
    if (same) same.push(entry);
    else groups.set(`${code} ${message}`, [entry]);
  }
  const list = [...groups.values()];
  if (order.value === "weight") list.sort(([one], [other]) => weightOf(one.finding) - weightOf(other.finding));
  if (order.value === "rule") list.sort(([one], [other]) => one.finding.code.localeCompare(other.finding.code));
  return list;
});


/** The findings of the list one by one, in its order. */
export const shown = computed(() => listed.value.flat());

const passing = computed(() => {
  const known = families.value.some(([name]) => name === family.value);
  return entries.value.filter(
    ({ finding }) => !hidden.value.has(finding.severity) && (!known || finding.family === family.value),
  );
});

export function toggleSeverity(severity: Severity): void {
  const next = new Set(hidden.value);
  if (!next.delete(severity)) next.add(severity);
  hidden.value = next;
}

/** The heaviest mark that a finding gives each cell, by address. */
export const faultyCells = computed(() => {
  const cells = new Map<string, Fault>();
  const totals = new Set(entries.value.flatMap(({ finding }) => totalsOf(finding)));
  for (const severity of [...SEVERITIES].reverse())
    for (const { finding } of entries.value)
      if (finding.severity === severity) {
        const addresses = blamed(finding, totals);
        const fault: Fault = { severity, isOfMany: addresses.length > MANY };
        for (const address of addresses) cells.set(address, fault);
      }
  return cells;
});

/**
 * The cells that a finding marks as faulty. Of a broken sum that is its total, not all its parts; of a column out of
 * balance, which has no total, the totals in it that other sums show to be broken.
 */
function blamed(finding: Finding, totals: ReadonlySet<string>): string[] {
  const stated = finding.code === "A301" ? finding.cells.filter((address) => totals.has(address)) : totalsOf(finding);
  return stated.length > 0 ? stated : finding.cells;
}

/** The totals that a finding says are no sum of their parts. */
function totalsOf({ code, cells }: Finding): string[] {
  const part = { A302: ".concluded.", A303: ".total", A304: ".total" }[code];
  return part === undefined ? [] : cells.filter((address) => address.includes(part));
}
