/** Fixes: applied through the editor's history, so that undo takes them back, or listed to be carried over by hand. */

import { computed, signal } from "@preact/signals";
import type { Finding, Report, TableId } from "gouji";
import { editText } from "./document";
import { forms } from "./engine";
import { entries, result } from "./findings";
import { gridOf, labelsOf } from "../../npm/src/report/grid";

type Edit = NonNullable<Finding["fix"]>["edits"][number];

/** One change as a clerk carries it over into the file: where, what stands, what to put. */
export interface Change {
  code: string;
  table: TableId | null;
  row: string;
  column: string;
  line: number;
  was: string;
  text: string;
}

/** How many places the last fix changed; null once something else has happened. */
export const fixed = signal<number | null>(null);

export const fixable = computed(() => entries.value.map(({ finding }) => finding).filter(({ fix }) => fix !== null));

/** Applies the fixes of these findings in one step of the history. */
export function applyFixes(findings: Finding[]): void {
  const edits = compatible(findings).map(({ edit }) => edit);
  if (edits.length === 0) return;
  editText(edits.map(({ span, text }) => ({ from: span.start, to: span.end, insert: text })));
  fixed.value = edits.length;
}

/** All changes that the fixes would make, in the order of the text. */
export const changes = computed<Change[]>(() => {
  const report = result.value?.report;
  if (!report) return [];
  return compatible(fixable.value)
    .sort((one, other) => one.edit.span.start - other.edit.span.start)
    .map(({ code, edit }) => describe(code, edit, report));
});

/** Of fixes that overlap, the first in the order of the findings counts. */
function compatible(findings: Finding[]): { code: string; edit: Edit }[] {
  const taken: { code: string; edit: Edit }[] = [];
  for (const { code, fix } of findings) {
    const edits = fix?.edits ?? [];
    if (edits.some((edit) => taken.some((other) => overlap(edit, other.edit)))) continue;
    taken.push(...edits.map((edit) => ({ code, edit })));
  }
  return taken;
}

function overlap({ span: one }: Edit, { span: other }: Edit): boolean {
  return one.start < other.end && other.start < one.end;
}

function describe(code: string, { span, was, text }: Edit, report: Report): Change {
  const base = { code, line: span.line, was, text };
  for (const table of Object.values(report.tables))
    for (const row of table.rows)
      for (const cell of row.cells)
        if (cell.span && cell.span.start <= span.start && span.end <= cell.span.end) {
          const grid = gridOf(forms.value, table);
          const [rowLabel = "", column = ""] = grid ? labelsOf(grid, cell.address) : [row.label, cell.column];
          return { ...base, table: table.id, row: rowLabel, column };
        }
  return { ...base, table: null, row: "", column: "" };
}
