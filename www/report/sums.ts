/** Broken sums written out: which cells stand on which side. */

import type { Finding, Report } from "gouji";

export interface Term {
  address: string;
  value: number;
}

export interface Sum {
  /** The line that is summed: the id of a column or of a row. */
  line: string;
  /** The parts, and the total or the other side that they should equal. */
  left: Term[];
  right: Term[];
}

type Side = "left" | "right";

/** How the cells of each arithmetic rule fall into the two sides of its sum. */
const SIDES: Record<string, (row: string, column: string) => Side> = {
  A301: (row) => (row === "received" || row === "carried_in" ? "left" : "right"),
  A302: (row) => (row === "concluded" ? "right" : "left"),
  A303: (_, column) => (column === "total" ? "right" : "left"),
  A304: (_, column) => (column === "total" ? "right" : "left"),
};

/** The sums that a finding says are broken, one a column or a row; none for a finding of another kind. */
export function sumsOf(finding: Finding, report: Report): Sum[] {
  const side = SIDES[finding.code];
  if (!side) return [];
  const alongColumns = finding.code === "A301" || finding.code === "A302";
  const sums = new Map<string, Sum>();
  for (const address of finding.cells) {
    const [, row = "", column = ""] = address.split(".");
    const line = alongColumns ? column : row;
    const sum = sums.get(line) ?? { line, left: [], right: [] };
    sum[side(row, column)].push({ address, value: valueAt(report, address) });
    sums.set(line, sum);
  }
  return [...sums.values()].filter(({ left, right }) => left.length > 0 && right.length > 0);
}

export function total(terms: Term[]): number {
  const exact = terms.reduce((sum, { value }) => sum + Math.round(value * 1e6), 0);
  return exact / 1e6;
}

/** A blank or a placeholder counts as 0 in a sum that was checked. */
function valueAt(report: Report, address: string): number {
  return cellAt(report, address)?.value ?? 0;
}

export function cellAt(report: Report, address: string) {
  const [table, row, column] = address.split(".");
  const rows = report.tables[table as keyof Report["tables"]].rows;
  return rows.find(({ id }) => id === row)?.cells.find((cell) => cell.column === column);
}
