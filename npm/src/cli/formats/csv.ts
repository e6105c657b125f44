/** Findings as CSV, one a row; a file that could not be checked has a row of its own. */

import { csv, csvLines, type Row } from "../../report/csv.js";
import type { Outcome } from "../outcome.js";
import type { Reporter } from "./format.js";

const HEAD = [
  "file",
  "organ",
  "year",
  "line",
  "column",
  "severity",
  "code",
  "name",
  "message",
  "cells",
  "actual",
  "expected",
  "fix",
];

export function csvFormat(): Reporter {
  return { begin: () => csv([HEAD]), file: (outcome) => csvLines(rows(outcome)), end: () => "" };
}

function rows({ file, result, error }: Outcome): Row[] {
  if (error) return [[file, null, null, null, null, "failed", error.code, null, error.message, null, null, null, null]];
  const { report, findings } = result!;
  return findings.map(({ span, severity, code, name, message, cells, actual, expected, fix }) => [
    file,
    report.organ,
    report.year,
    span?.line ?? null,
    span?.column ?? null,
    severity,
    code,
    name,
    message,
    cells.join(" "),
    actual,
    expected,
    fix?.message ?? null,
  ]);
}
