import { useEffect, useRef } from "preact/hooks";
import type { Cell, Finding, Report, TableId } from "gouji";
import { scopeOf, type Grid, type PlacedCell } from "../../npm/src/report/grid";
import { cellAt } from "../report/sums";
import type { Fault } from "../state/findings";
import { words, type Words } from "../words";
import { Icon } from "./Icon";
import { howRead } from "./howRead";
import { moveInGrid } from "./moveInGrid";

/** What a grid shows, and what it does when a figure is chosen. */
export interface Figures {
  report: Report | undefined;
  /** What was found in it. */
  findings: readonly Finding[];
  /** What is wrong with each cell, by address. */
  faults: ReadonlyMap<string, Fault>;
  /** The cells to tint. */
  lit: ReadonlySet<string>;
  selected: string | null;
  select: (address: string) => void;
}

interface Props {
  grid: Grid;
  id: TableId;
  /** The id of the element that names the table. */
  titleId: string;
  figures: Figures;
}

/** One table of the official form, with a report's figures in it. */
export function FormGrid({ grid, id, titleId, figures }: Props) {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => void markTabStop(table.current), [grid]);
  return (
    <table
      ref={table}
      class={`form form-${id}`}
      role="grid"
      aria-labelledby={titleId}
      aria-readonly="true"
      onKeyDown={(event) => moveInGrid(event, grid, figures.select)}
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
              placed.cell.address ? figureCell(placed, placed.cell.address, figures) : headingCell(grid, placed),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// The cells are no components: there are hundreds, and all are drawn when a result comes.

function headingCell(grid: Grid, placed: PlacedCell) {
  const { cell } = placed;
  if (!cell.header) return <td colSpan={cell.colspan} rowSpan={cell.rowspan} />;
  const scope = scopeOf(grid, placed);
  return (
    <th
      scope={scope}
      class={scope.startsWith("row") ? "row-label" : "column-label"}
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
      lang="zh-CN"
    >
      <span>{cell.text}</span>
    </th>
  );
}

function figureCell(placed: PlacedCell, address: string, figures: Figures) {
  const say = words.value;
  const { report, faults, lit, selected, select } = figures;
  const cell = report && cellAt(report, address);
  const fault = faults.get(address);
  const said = aloud(cell, fault, say);
  return (
    <td
      data-address={address}
      class={classOf(cell, fault, lit.has(address))}
      colSpan={placed.cell.colspan}
      rowSpan={placed.cell.rowspan}
      tabIndex={-1}
      aria-selected={selected === address}
      title={cell && howRead(cell, say)}
      onClick={() => select(address)}
    >
      {fault && !fault.isOfMany && <Icon name={fault.severity} />}
      {cell && (said ? <span class="figure">{display(cell)}</span> : display(cell))}
      {said && <span class="visually-hidden">{said}</span>}
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

function classOf(cell: Cell | undefined, fault: Fault | undefined, lit: boolean): string {
  const state = cell && oddity(cell);
  const mark = fault && (fault.isOfMany ? "fault-of-many" : `fault fault-${fault.severity}`);
  return ["cell", state && `cell-${state}`, mark, lit && "lit"].filter(Boolean).join(" ");
}

/** What a cell is, if it is no plain figure in its place: that looks as the blank form's cells do, and is drawn sooner so. */
function oddity({ state, placed }: Cell) {
  if (placed === "inferred") return "inferred";
  return state === "number" ? null : state;
}

/** What colour, border and signs say, in words. */
function aloud(cell: Cell | undefined, fault: Fault | undefined, { tables, severity }: Words): string {
  const state = cell && oddity(cell);
  const said = [fault && severity[fault.severity], state && tables.states[state]].filter(Boolean);
  return said.length > 0 ? `（${said.join("，")}）` : "";
}

/** Keeps one figure of the table in the tab order: the one that had the focus last, else the first. */
function markTabStop(table: HTMLTableElement | null, focused?: HTMLElement): void {
  const next = focused?.closest("td") ?? table?.querySelector<HTMLElement>("td[data-address]");
  if (!table || !next) return;
  for (const cell of table.querySelectorAll<HTMLElement>('td[tabindex="0"]')) cell.tabIndex = -1;
  next.tabIndex = 0;
}
