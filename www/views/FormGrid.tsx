import { useEffect, useRef } from "preact/hooks";
import { useSignalEffect } from "@preact/signals";
import type { Cell, Severity, TableId } from "gouji";
import { faultyCells, result } from "../state/findings";
import { scopeOf, type Grid, type PlacedCell } from "../state/grid";
import { concerned, litCells, selectCell, selection, visits } from "../state/selection";
import { cellAt } from "../state/sums";
import { words, type Words } from "../words";
import { Icon } from "./Icon";
import { howRead } from "./howRead";
import { moveInGrid } from "./moveInGrid";
import { scrollInto } from "./scrollInto";

/** One table of the official form, with the report's figures in it. */
export function FormGrid({ grid, id }: { grid: Grid; id: TableId }) {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => void markTabStop(table.current), [grid]);
  useSignalEffect(() => {
    void visits.value;
    const address = shownAddress(id);
    if (address) requestAnimationFrame(() => bringIntoView(table.current, address));
  });
  const report = result.value?.report;
  return (
    <table
      ref={table}
      class={`form form-${id}`}
      role="grid"
      aria-labelledby={`title-${id}`}
      aria-readonly="true"
      onKeyDown={(event) => moveInGrid(event, grid)}
      onFocusIn={(event) => markTabStop(table.current, event.target as HTMLElement)}
    >
      <colgroup>
        {Array.from({ length: grid.width }, (_, column) => (
          <col key={column} />
        ))}
      </colgroup>
      <tbody>
        {grid.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((placed) =>
              placed.cell.address ? (
                <Figure placed={placed} cell={report ? cellAt(report, placed.cell.address) : undefined} />
              ) : (
                <Heading grid={grid} placed={placed} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading({ grid, placed }: { grid: Grid; placed: PlacedCell }) {
  const { cell } = placed;
  if (!cell.header) return <td colSpan={cell.colspan} rowSpan={cell.rowspan} />;
  const scope = scopeOf(grid, placed);
  return (
    <th scope={scope} class={scope.startsWith("row") ? "row-label" : "column-label"} colSpan={cell.colspan} rowSpan={cell.rowspan} lang="zh-CN">
      <span>{cell.text}</span>
    </th>
  );
}

function Figure({ placed, cell }: { placed: PlacedCell; cell: Cell | undefined }) {
  const address = placed.cell.address!;
  const say = words.value;
  const fault = faultyCells.value.get(address);
  const selected = selection.value?.kind === "cell" && selection.value.address === address;
  return (
    <td
      data-address={address}
      class={classOf(cell, fault, litCells.value.has(address))}
      colSpan={placed.cell.colspan}
      rowSpan={placed.cell.rowspan}
      tabIndex={-1}
      aria-selected={selected}
      title={cell && howRead(cell, say)}
      onClick={() => selectCell(address)}
    >
      {fault && <Icon name={fault} />}
      {cell && <span class="figure">{display(cell)}</span>}
      <span class="visually-hidden">{aloud(cell, fault, say)}</span>
    </td>
  );
}

/** What stands for the cell's figure. */
function display({ state, value, raw }: Cell): string {
  if (value !== null && state !== "ambiguous") return String(value).replace("-", "−");
  if (state === "blank") return "·";
  if (state === "ambiguous") return "？";
  return state === "missing" ? "" : raw;
}

function classOf(cell: Cell | undefined, fault: Severity | undefined, lit: boolean): string {
  const state = !cell ? "" : cell.placed === "inferred" ? "inferred" : cell.state;
  return ["cell", state && `cell-${state}`, fault && `fault fault-${fault}`, lit && "lit"].filter(Boolean).join(" ");
}

/** What colour, border and signs say, in words. */
function aloud(cell: Cell | undefined, fault: Severity | undefined, { tables, severity }: Words): string {
  const state = !cell ? null : cell.placed === "inferred" ? "inferred" : cell.state === "number" ? null : cell.state;
  const said = [fault && severity[fault], state && tables.states[state]].filter(Boolean);
  return said.length > 0 ? `（${said.join("，")}）` : "";
}

/** Keeps one figure of the table in the tab order: the one that had the focus last, else the first. */
function markTabStop(table: HTMLTableElement | null, focused?: HTMLElement): void {
  const next = focused?.closest("td") ?? table?.querySelector<HTMLElement>("td[data-address]");
  if (!table || !next) return;
  for (const cell of table.querySelectorAll<HTMLElement>('td[tabindex="0"]')) cell.tabIndex = -1;
  next.tabIndex = 0;
}

/** The cell of this table that the selection is about. */
function shownAddress(id: TableId): string | undefined {
  const selected = selection.value;
  const cells = selected?.kind === "cell" ? [] : concerned.value.flatMap(({ finding }) => finding.cells);
  const own = cells.filter((address) => address.startsWith(`${id}.`));
  return own.find((address) => faultyCells.peek().has(address)) ?? own[0];
}

function bringIntoView(table: HTMLTableElement | null, address: string): void {
  const cell = table?.querySelector<HTMLElement>(`[data-address="${address}"]`);
  const sheet = table?.closest<HTMLElement>(".form-sheet");
  if (cell && sheet) scrollInto(sheet, cell);
}
