/** What was found in many reports, as rows of a spreadsheet. */

import type { CheckResult, Form, Report } from "gouji";
import { verdictWords } from "../words/verdictWords";
import type { Words } from "../words/zh";
import type { Row } from "../../npm/src/report/csv";
import { gridOf, labelsOf } from "../../npm/src/report/grid";
import { judge } from "./judge";
import { listSheet, type ListSheet } from "./xlsx";

/** What came of a file. */
export type Outcome = { result: CheckResult } | { refused: string };

export function findingHead({ lists: say }: Words): string[] {
  return [say.file, say.organ, say.year, say.severity, say.rule, say.line, say.cell, say.actual, say.expected, say.message];
}

/** The findings of a report, one a row. */
export function findingRows(path: string, { report, findings }: CheckResult, { severity }: Words, forms: Form[]): Row[] {
  return findings.map(({ severity: weight, code, span, cells, actual, expected, message }) => {
    const [only] = cells.length === 1 ? cells : [];
    const place = only === undefined ? "" : cellName(only, report, forms);
    return [path, report.organ, report.year, severity[weight], code, span?.line ?? null, place, actual, expected, message];
  });
}

/** All in one: the list, the findings, and the figures, a row a report, on a sheet for each form. Only rows are kept. */
export class Workbook {
  readonly #words: Words;
  readonly #forms: Form[];
  readonly #list: Row[] = [];
  readonly #findings: Row[] = [];
  readonly #figures: FigureRows[];

  constructor(words: Words, forms: Form[]) {
    this.#words = words;
    this.#forms = forms;
    this.#figures = forms.map((form) => new FigureRows(form));
  }

  add(path: string, outcome: Outcome): void {
    this.#list.push(listRow(path, outcome, this.#words));
    if ("refused" in outcome) return;
    for (const row of findingRows(path, outcome.result, this.#words, this.#forms)) this.#findings.push(row);
    for (const figures of this.#figures) figures.add(path, outcome.result.report);
  }

  sheets(): ListSheet[] {
    const { lists: say } = this.#words;
    return [
      listSheet(say.list, [listHead(this.#words), ...this.#list], [40, 30, 8, 12, 28, 8, 8, 8]),
      listSheet(say.findings, [findingHead(this.#words), ...this.#findings], [40, 30, 8, 8, 8, 8, 30, 10, 10, 80]),
      ...this.#figures.filter(({ rows }) => rows.length > 0).map((figures) => figures.sheet(this.#words)),
    ];
  }
}

export function listHead({ lists: say, severity }: Words): string[] {
  return [say.file, say.organ, say.year, say.form, say.verdict, severity.error, severity.warning, severity.info];
}

function listRow(path: string, outcome: Outcome, words: Words): Row {
  if ("refused" in outcome) return [path, null, null, null, outcome.refused, null, null, null];
  const { report, counts } = outcome.result;
  const form = report.form && words.verdict.form[report.form];
  const { title } = verdictWords(judge(outcome.result), words);
  return [path, report.organ, report.year, form, title, counts.error, counts.warning, counts.info];
}

/** A row a report, a column a cell of the form; what is blank or not known stays empty. */
class FigureRows {
  readonly rows: Row[] = [];
  readonly #form: Form;
  readonly #addresses: string[];

  constructor(form: Form) {
    this.#form = form;
    const cells = form.tables.flatMap(({ grid }) => grid.flat());
    this.#addresses = cells.flatMap(({ address }) => address ?? []);
  }

  add(path: string, report: Report): void {
    const known = new Map(figuresOf(report, this.#form));
    if (known.size === 0) return;
    this.rows.push([path, report.organ, report.year, ...this.#addresses.map((address) => known.get(address) ?? null)]);
  }

  sheet({ lists: say }: Words): ListSheet {
    const names = this.#addresses.map((address) => {
      const grid = gridOf([this.#form], { id: tableOf(address), form: this.#form.id });
      return grid ? labelsOf(grid, address).join(" · ") : address;
    });
    const head = [say.file, say.organ, say.year, ...names];
    return listSheet(say.figures(this.#form.id), [head, ...this.rows], [40, 30, 8, ...names.map(() => 14)]);
  }
}

/** The figures of those tables of a report that follow a form. */
function figuresOf(report: Report, form: Form): [string, number][] {
  return Object.values(report.tables)
    .filter((table) => table.found && table.form === form.id)
    .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    .flatMap(({ address, value, state }) => (value !== null && state !== "ambiguous" ? [[address, value]] : []));
}

function cellName(address: string, report: Report, forms: Form[]): string {
  const grid = gridOf(forms, report.tables[tableOf(address)]);
  return grid ? labelsOf(grid, address).join(" · ") : address;
}

function tableOf(address: string): keyof Report["tables"] {
  return address.split(".")[0] as keyof Report["tables"];
}
