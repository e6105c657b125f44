/** A report's figures as they are taken away, one a line. */

import type { Form, Report } from "../../generated/index.js";
import type { Row } from "./csv.js";
import { gridOf, labelsOf } from "./grid.js";

/** The names of the columns of `figureRows`: those of the JavaScript interface. */
export const FIGURE_HEAD = ["organ", "year", "form", "address", "row", "column", "value", "unit", "raw", "state", "placed", "line"];

/** All figures, one a row, with how each was read. */
export function figureRows(report: Report, forms: Form[]): Row[] {
  return Object.values(report.tables).flatMap((table) => {
    const grid = gridOf(forms, table);
    return table.rows.flatMap((row) =>
      row.cells.map((cell) => {
        const [rowLabel = row.label, column = cell.column] = grid ? labelsOf(grid, cell.address) : [];
        const { address, value, unit, raw, state, placed, span } = cell;
        return [report.organ, report.year, table.form, address, rowLabel, column, value, unit, raw, state, placed, span?.line ?? null];
      }),
    );
  });
}
