/** Every report in reports/, the oldest first, read and checked; a report with errors ends the build. */

import { readFileSync, readdirSync } from "node:fs";
import { check, render } from "gouji";
import { outcomes } from "../../outcomes.js";

const folder = new URL("../../reports/", import.meta.url);

export default function () {
  const reports = [];
  for (const file of readdirSync(folder).sort()) {
    // Each is held against the one of the year before.
    const previous = reports.at(-1)?.report;
    const { report, findings, counts, complete } = check(readFileSync(new URL(file, folder)), { previous });
    if (counts.error > 0 || !complete) {
      const lines = findings.map(({ severity, code, span, message }) => `  ${file}:${span?.line ?? 1} ${severity} ${code}: ${message}`);
      throw new Error(`${file} can't be published:\n${lines.join("\n")}`);
    }
    reports.push({
      report,
      year: report.year,
      title: report.title,
      organ: report.organ,
      prose: report.sections.map(({ heading, body }) => ({ heading, lines: paragraphs(report, body) })),
      tables: render(report, "html"),
      csv: render(report, "csv"),
      outcomes: outcomes(report),
    });
  }
  return reports;
}

/** The lines of a section that stand outside its table. */
function paragraphs({ text, tables }, body) {
  const table = Object.values(tables).find(({ span }) => span && span.start >= body.start && span.end <= body.end);
  const prose = table ? text.slice(body.start, table.span.start) : text.slice(body.start, body.end);
  return prose.split(/\r?\n/).map((line) => line.trim()).filter((line) => line && !line.includes("\t"));
}
