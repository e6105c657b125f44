/** A report's figures as they are taken away: one a line, and the official tables as markup for Word. */

import type { Cell, Form, Report } from "gouji";
import type { Row } from "./csv";
import { gridOf, labelsOf, scopeOf } from "./grid";
import { cellAt } from "./sums";

/** The names of the columns of `figureRows`: those of the JavaScript interface. */
export const FIGURE_HEAD = ["organ", "year", "address", "row", "column", "value", "unit", "raw", "state", "placed", "line"];

/** All figures, one a row, with how each was read. */
export function figureRows(report: Report, forms: Form[]): Row[] {
  return Object.values(report.tables).flatMap((table) => {
    const grid = gridOf(forms, table);
    return table.rows.flatMap((row) =>
      row.cells.map((cell) => {
        const [rowLabel = row.label, column = cell.column] = grid ? labelsOf(grid, cell.address) : [];
        const { address, value, unit, raw, state, placed, span } = cell;
        return [report.organ, report.year, address, rowLabel, column, value, unit, raw, state, placed, span?.line ?? null];
      }),
    );
  });
}

/** The three tables in the official grid, as Word and content-management systems take them from the clipboard. */
export function tablesAsMarkup(report: Report, forms: Form[]): string {
  const page = document.implementation.createHTMLDocument();
  for (const table of Object.values(report.tables)) {
    const grid = gridOf(forms, table);
    if (!grid) continue;
    const element = page.createElement("table");
    element.setAttribute("border", "1");
    element.style.borderCollapse = "collapse";
    element.createCaption().textContent = grid.title;
    for (const placed of grid.rows) {
      const line = element.insertRow();
      for (const each of placed) {
        const { address, header, text, rowspan, colspan } = each.cell;
        const cell = page.createElement(header ? "th" : "td");
        if (header) cell.setAttribute("scope", scopeOf(grid, each));
        cell.rowSpan = rowspan;
        cell.colSpan = colspan;
        cell.textContent = address ? shown(cellAt(report, address)) : text;
        line.append(cell);
      }
    }
    page.body.append(element);
  }
  return page.body.innerHTML;
}

/** The same tables as text with tabs, for programs that take no markup. */
export function tablesAsText(report: Report, forms: Form[]): string {
  return Object.values(report.tables)
    .map((table) => gridOf(forms, table))
    .filter((grid) => grid !== null)
    .map(({ title, rows }) => {
      const lines = rows.map((cells) =>
        cells.map(({ cell }) => (cell.address ? shown(cellAt(report, cell.address)) : cell.text)).join("\t"),
      );
      return [title, ...lines].join("\n");
    })
    .join("\n\n");
}

/** A clean table holds figures alone: what is blank or not known stays empty. */
function shown(cell: Cell | undefined): string {
  return cell && cell.value !== null && cell.state !== "ambiguous" ? String(cell.value) : "";
}
