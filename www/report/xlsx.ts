/** Sheets as a spreadsheet file. The library is loaded when one is asked for. */

import type { Sheet } from "../../npm/src/report/sheets";
import type { Row } from "../../npm/src/report/csv";

/** Text is written as text, so that it starts no formula; a number stays a number. */
export async function xlsx(sheets: Sheet[] | ListSheet[]): Promise<Blob> {
  const { default: write } = await import("write-excel-file/universal");
  return write(sheets).toBlob();
}

/** A sheet that is a list: its first row stays in sight. */
export interface ListSheet {
  sheet: string;
  data: Row[];
  columns: { width: number }[];
  stickyRowsCount: number;
}

export function listSheet(sheet: string, data: Row[], widths: number[]): ListSheet {
  return { sheet, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}
