/** Rows as CSV that a spreadsheet opens as it stands. */

export type Row = (string | number | null)[];

export function csvLines(rows: Row[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** With a byte-order mark, without which Excel takes UTF-8 for the system's encoding. */
export function csv(rows: Row[]): string {
  return `\ufeff${csvLines(rows)}`;
}

/** Text that would start a formula is kept from it by an apostrophe; a number stays a number. */
function field(value: Row[number]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
