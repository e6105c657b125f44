/** Rows as CSV that a spreadsheet opens as it stands. */

type Value = string | number | null;

/** With a byte-order mark, without which Excel takes UTF-8 for the system's encoding. */
export function csv(rows: Value[][]): string {
  return `\ufeff${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

/** Text that would start a formula is kept from it by an apostrophe; a number stays a number. */
function field(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
