import { readFileSync } from "node:fs";
import { GoujiError, check } from "gouji";

const COLUMNS = ["received", "carried_in", "granted", "partly_granted", "concluded", "carried_out"];

console.log(["file", "organ", "year", ...COLUMNS].join(","));
for (const file of process.argv.slice(2)) {
  try {
    const { report, findings, complete } = check(readFileSync(file), { locale: "en" });
    const rows = report.tables.applications.rows;
    const totals = COLUMNS.map((id) => rows.find((row) => row.id === id).cells.at(-1).value ?? "");
    console.log([file, report.organ, report.year, ...totals].join(","));
    for (const { severity, code, message } of findings) console.error(`${file}: ${severity} ${code}: ${message}`);
    if (!complete) console.error(`${file}: not wholly checked`);
  } catch (error) {
    // A PDF, say: the message says what to do instead.
    if (!(error instanceof GoujiError)) throw error;
    console.error(`${file}: ${error.message}`);
  }
}
