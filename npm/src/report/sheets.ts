/** The three tables in the official grid, as sheets for `write-excel-file`. */

import type { Form, Report, Table } from "../../generated/index.js";

/** A cell with its merge and its looks, in the words of `write-excel-file`; null where another cell covers it. */
export type SheetCell = {
  value: string | number | undefined;
  columnSpan?: number;
  rowSpan?: number;
  align?: "left" | "center" | "right";
  alignVertical?: "center";
  fontWeight?: "bold";
  wrap?: true;
  borderStyle?: "thin";
} | null;

export interface Sheet {
  sheet: string;
  data: SheetCell[][];
  columns: { width: number }[];
}

/** Widths in characters: the labels take more room than the figures. */
const LABEL = 16;
const FIGURE = 10;

/** A sheet a table, in the form that the report follows; what is blank or not known stays empty. */
export function tableSheets(report: Report, forms: Form[]): Sheet[] {
  return Object.values(report.tables).flatMap((table) => {
    const form = forms.find(({ id }) => id === table.form);
    const printed = form?.tables.find(({ id }) => id === table.id);
    return printed ? [sheet(printed, figures(table))] : [];
  });
}

function sheet({ title, grid }: Form["tables"][number], figures: ReadonlyMap<string, number>): Sheet {
  const width = (grid[0] ?? []).reduce((sum, { colspan }) => sum + colspan, 0);
  const rows = grid.map((): (SheetCell | undefined)[] => Array.from({ length: width }));
  const figureColumns = new Set<number>();
  grid.forEach((cells, row) => {
    for (const cell of cells) {
      const column = rows[row]!.indexOf(undefined);
      for (let down = row; down < row + cell.rowspan; down++)
        rows[down]?.fill(null, column, column + cell.colspan);
      const value = cell.address === null ? cell.text : figures.get(cell.address);
      if (cell.address !== null) figureColumns.add(column);
      rows[row]![column] = {
        value,
        columnSpan: cell.colspan,
        rowSpan: cell.rowspan,
        align: cell.address === null ? "center" : "right",
        alignVertical: "center",
        wrap: true,
        borderStyle: "thin",
      };
    }
  });
  const heading: SheetCell[] = [{ value: title, columnSpan: width, align: "center", fontWeight: "bold" }];
  const columns = Array.from({ length: width }, (_, column) => ({ width: figureColumns.has(column) ? FIGURE : LABEL }));
  return { sheet: title, data: [heading, ...rows.map((row) => row.map((cell) => cell ?? null))], columns };
}

function figures(table: Table): ReadonlyMap<string, number> {
  const known = table.rows
    .flatMap(({ cells }) => cells)
    .flatMap(({ address, value, state }) => (value !== null && state !== "ambiguous" ? [[address, value] as const] : []));
  return new Map(known);
}
