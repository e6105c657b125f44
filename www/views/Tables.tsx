import { useRef } from "preact/hooks";
import { useSignalEffect } from "@preact/signals";
import type { Table } from "gouji";
import { arrivals } from "../state/check";
import { faultyCells, result } from "../state/findings";
import { pane } from "../state/layout";
import { concerned, currentTable, litCells, selectCell, selection, visits } from "../state/selection";
import { words } from "../words";
import { FormSheets } from "./FormSheets";
import { Inspector } from "./Inspector";
import { scrollInto } from "./scrollInto";

/** The tables of the report under check, with what is wrong in them. */
export function Tables() {
  const section = useRef<HTMLElement>(null);
  const shown = useRef(0);
  useSignalEffect(() => {
    // On a narrow screen the tables may just have come to the front.
    void [visits.value, pane.value, arrivals.value];
    requestAnimationFrame(() => {
      // What was in sight of the last report says nothing of this one.
      if (arrivals.peek() > shown.current) toTheTop(section.current);
      shown.current = arrivals.peek();
      const address = shownAddress();
      if (address) bringIntoView(section.current, address);
    });
  });
  const selected = selection.value;
  const report = result.value?.report;
  return (
    <section class="pane tables-pane" aria-labelledby="table-heading" ref={section}>
      <FormSheets
        name="table"
        figures={{
          // Of a text that is no report there is nothing to show but the blank form.
          report: report?.form ? report : undefined,
          findings: result.value?.findings ?? [],
          faults: faultyCells.value,
          lit: litCells.value,
          selected: selected?.kind === "cell" ? selected.address : null,
          select: selectCell,
        }}
        current={currentTable.value}
        onTurn={(id) => (currentTable.value = id)}
        note={noteOn}
      />
      <Inspector />
    </section>
  );
}

function noteOn(table: Table | null): string {
  const say = words.value.tables;
  if (!table) return say.blankForm;
  return table.found ? "" : say.missing;
}

/** The cell that is selected, or that a selected finding is about. */
function shownAddress(): string | undefined {
  const selected = selection.value;
  if (selected?.kind === "cell") return selected.address;
  const cells = concerned.value.flatMap(({ finding }) => finding.cells);
  return cells.find((address) => faultyCells.value.has(address)) ?? cells[0];
}

function toTheTop(section: HTMLElement | null): void {
  section?.querySelectorAll(".form-sheet").forEach((sheet) => sheet.scrollTo(0, 0));
}

function bringIntoView(section: HTMLElement | null, address: string): void {
  const cell = section?.querySelector<HTMLElement>(`[data-address="${address}"]`);
  const sheet = cell?.closest<HTMLElement>(".form-sheet");
  if (cell && sheet) scrollInto(sheet, cell);
}
