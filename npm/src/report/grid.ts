/** The official grid with its merged cells laid out: where each cell lies, and which headers speak of it. */

import type { Form, Table } from "../../generated/index.js";

export type FormTable = Form["tables"][number];
export type GridCell = FormTable["grid"][number][number];

export interface PlacedCell {
  cell: GridCell;
  row: number;
  column: number;
}

export interface Grid {
  title: string;
  rows: PlacedCell[][];
  width: number;
  /** Cells that hold figures, by address. */
  byAddress: ReadonlyMap<string, PlacedCell>;
  /** Which cell covers a position, `covering[row][column]`. */
  covering: PlacedCell[][];
}

const made = new WeakMap<FormTable, Grid>();

/** The grid of a table in the form that the report follows. */
export function gridOf(forms: Form[], table: Pick<Table, "id" | "form">): Grid | null {
  const form = forms.find(({ id }) => id === table.form);
  const formTable = form?.tables.find(({ id }) => id === table.id);
  if (!formTable) return null;
  const grid = made.get(formTable) ?? layOut(formTable);
  made.set(formTable, grid);
  return grid;
}

function layOut({ title, grid }: FormTable): Grid {
  const covering: PlacedCell[][] = grid.map(() => []);
  const byAddress = new Map<string, PlacedCell>();
  const rows = grid.map((cells, row) =>
    cells.map((cell) => {
      let column = 0;
      while (covering[row]?.[column]) column++;
      const placed = { cell, row, column };
      for (let down = row; down < row + cell.rowspan; down++)
        for (let right = column; right < column + cell.colspan; right++) {
          const line = covering[down];
          if (line) line[right] = placed;
        }
      if (cell.address) byAddress.set(cell.address, placed);
      return placed;
    }),
  );
  return { title, rows, width: Math.max(...covering.map((row) => row.length)), byAddress, covering };
}

/** What a header cell speaks of: the rows beside it or the columns below it. */
export function scopeOf(grid: Grid, { cell, row, column }: PlacedCell): "row" | "col" | "rowgroup" | "colgroup" {
  const beside = grid.covering[row]?.slice(column + cell.colspan).some((other) => other?.cell.address);
  if (beside) return cell.rowspan > 1 ? "rowgroup" : "row";
  return cell.colspan > 1 ? "colgroup" : "col";
}

/** The labels that name a cell, the row's first: `（七）总计`, `自然人`. */
export function labelsOf(grid: Grid, address: string): string[] {
  const placed = grid.byAddress.get(address);
  if (!placed) return [address];
  const rowLabels = headersBeside(grid, placed);
  const columnLabels = headersAbove(grid, placed);
  return rowLabels.length > 0 ? [...rowLabels.slice(-1), ...columnLabels.slice(-1)] : columnLabels;
}

function headersBeside(grid: Grid, { row, column }: PlacedCell): string[] {
  const line = grid.covering[row]?.slice(0, column) ?? [];
  return distinct(line.filter((other) => other?.cell.header));
}

function headersAbove(grid: Grid, { row, column }: PlacedCell): string[] {
  const above: PlacedCell[] = [];
  for (let up = row - 1; up >= 0; up--) {
    const other = grid.covering[up]?.[column];
    if (other?.cell.header) above.unshift(other);
    else if (above.length > 0) break;
  }
  return distinct(above);
}

function distinct(cells: PlacedCell[]): string[] {
  return [...new Set(cells)].map(({ cell }) => cell.text);
}
