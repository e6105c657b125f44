/** What is selected: a finding or a cell; from it follow the place in the text and the cells lit in the tables. */

import { computed, effect, signal, untracked } from "@preact/signals";
import type { Span, TableId } from "gouji";
import { arrivals } from "./check";
import { pane } from "./layout";
import { entries, result, shown, type Entry } from "./findings";
import { cellAt, sumsOf } from "../report/sums";

export type Selection = { kind: "finding"; key: string } | { kind: "cell"; address: string };

export const selection = signal<Selection | null>(null);

/** The table that is in front. */
export const currentTable = signal<TableId>("applications");

/** Counts the times that a place was asked for, so that asking again for the same place shows it again. */
export const visits = signal(0);

export const selectedEntry = computed<Entry | null>(() => {
  const selected = selection.value;
  if (selected?.kind !== "finding") return null;
  return entries.value.find(({ key }) => key === selected.key) ?? null;
});

/** The findings that concern what is selected. */
export const concerned = computed<Entry[]>(() => {
  const selected = selection.value;
  if (selected?.kind === "cell")
    return entries.value.filter(({ finding }) => finding.cells.includes(selected.address));
  return selectedEntry.value ? [selectedEntry.value] : [];
});

/** The broken sums of what is selected. */
export const selectedSums = computed(() => {
  const report = result.value?.report;
  return report ? concerned.value.flatMap(({ finding }) => sumsOf(finding, report)) : [];
});

/** The cells to tint. */
export const litCells = computed<ReadonlySet<string>>(() => {
  const cells = new Set(concerned.value.flatMap(({ finding }) => finding.cells));
  if (selection.value?.kind === "cell") cells.add(selection.value.address);
  return cells;
});

/** The places in the text to light up: the first is the one to scroll to. */
export const litSpans = computed<Span[]>(() => {
  const report = result.value?.report;
  if (!report) return [];
  const selected = selection.value;
  if (selected?.kind === "cell") {
    const span = cellAt(report, selected.address)?.span;
    return span ? [span] : [];
  }
  const finding = selectedEntry.value?.finding;
  if (!finding) return [];
  const cells = finding.cells.map((address) => cellAt(report, address)?.span ?? null);
  const places = [finding.span, ...finding.related.map(({ span }) => span), ...cells];
  const distinct = new Map(places.filter((span) => span !== null).map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()];
});

/** Selects a finding of the list; on a narrow screen, what it is about comes to the front. */
export function selectFinding(key: string): void {
  const entry = entries.value.find((each) => each.key === key);
  if (!entry) return;
  show(entry);
  if (pane.value === "findings") pane.value = entry.finding.cells.length > 0 ? "tables" : "text";
}

function show({ key, finding }: Entry): void {
  selection.value = { kind: "finding", key };
  const first = finding.cells[0];
  if (first) currentTable.value = first.split(".")[0] as TableId;
  visits.value++;
}

/** A text that has come in whole opens at its gravest fault, with the sum or the sentence to be seen. */
export function greetArrivals(): void {
  effect(() => {
    if (arrivals.value > 0) untracked(selectGravest);
  });
}

function selectGravest(): void {
  const gravest = shown.value[0];
  const worthwhile = gravest && gravest.finding.severity !== "info" && result.value?.report.form;
  if (!worthwhile) return clearSelection();
  show(gravest);
  // On a narrow screen, where one view shows at a time, what is wrong comes before the text.
  pane.value = "findings";
}

export function selectCell(address: string): void {
  selection.value = { kind: "cell", address };
  currentTable.value = address.split(".")[0] as TableId;
  visits.value++;
}

/** Selects the cell whose figure stands at a place in the text, if there is one. */
export function selectCellAt(position: number): void {
  const tables = Object.values(result.value?.report.tables ?? {});
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const cell = cells.find(({ span }) => span && span.start <= position && position <= span.end);
  if (cell) selectCell(cell.address);
}

export function clearSelection(): void {
  selection.value = null;
}

/** Selects the next finding of the list, or the one before, round and round. */
export function stepFinding(step: 1 | -1): void {
  const list = shown.value;
  if (list.length === 0) return;
  const at = list.findIndex(({ key }) => key === selectedEntry.value?.key);
  const from = at < 0 && step < 0 ? 0 : at;
  const next = list[(from + step + list.length) % list.length];
  if (next) selectFinding(next.key);
}
