/**
 * Reports and fixes that the caller gives back, as they cross into the engine: numbers in one array and words in one
 * string, in the order in which `src/wasm/given.rs` reads them, and of a report only what a rule or a table is made from.
 * What doesn't fit is named by the way to it.
 */

import type * as contract from "../generated/index.js";
import { GoujiError } from "./error.js";
import { model, type FormRow } from "./model.js";

/** The text is that of a report; places are in it. */
export type Given = [numbers: Float64Array, words: string, text: string];

/** What something must be. */
type Words = { chinese: string; english: string };

const REPORT: Words = {
  chinese: "须是 parse 或 check 得到的报告（Report）",
  english: "This must be a report as parse or check gives it",
};

const REPORTS: Words = {
  chinese: "须是 parse 或 check 得到的报告（Report）的列表",
  english: "This must be a list of reports as parse or check gives them",
};

const PREVIOUS: Words = {
  chinese: "选项“previous”须是上年报告的文本、文件内容（Uint8Array）或 parse 的结果",
  english: "The option “previous” must be last year's report as text, as a file's bytes (Uint8Array) or as a result of parse",
};

const FINDINGS: Words = {
  chinese: "须是 check 得到的问题（Finding）的列表",
  english: "This must be a list of findings as check gives them",
};

/** From the argument to a value in it. */
type Way = (string | number)[];

type Locale = contract.Locale | undefined;

/** The arguments of each call that takes any of these; the functions of the same names give them as they cross. */
type Arguments<Name extends "check" | "compare" | "rollUp" | "render" | "applyFixes"> = Parameters<(typeof contract)[Name]>;

export function check(...[input, options]: Arguments<"check">): [typeof input, unknown] {
  const previous = options?.previous;
  if (previous == null || typeof previous === "string" || previous instanceof Uint8Array) return [input, options];
  return [input, { ...options, previous: report(previous, options?.locale, PREVIOUS) }];
}

export function compare(...[previous, current, options]: Arguments<"compare">): [Given, Given, typeof options] {
  return [report(previous, options?.locale), report(current, options?.locale), options];
}

export function rollUp(...[parent, children, options]: Arguments<"rollUp">): [Given | null, Given[], typeof options] {
  const locale = options?.locale;
  if (!Array.isArray(children)) throw misfit(REPORTS, [], locale);
  const below = children.map((child, index) => report(child, locale, REPORTS, [index]));
  return [parent == null ? null : report(parent, locale), below, options];
}

export function render(...[given, format]: Arguments<"render">): [Given, typeof format] {
  return [report(given, undefined), format];
}

export function applyFixes(...[text, findings]: Arguments<"applyFixes">): [typeof text, Given] {
  return [text, write(findings, FINDINGS, undefined, [], (writer) => writer.fixes(findings))];
}

function report(given: contract.Report, locale: Locale, words = REPORT, way: Way = []): Given {
  return write(given, words, locale, way, (writer) => writer.report(given));
}

/** What comes from the caller's thread has been written there. */
function isWritten(given: unknown): given is Given {
  return Array.isArray(given) && given[0] instanceof Float64Array;
}

function write(given: unknown, words: Words, locale: Locale, way: Way, run: (writer: Writer) => void): Given {
  if (isWritten(given)) return given;
  const writer = new Writer(way);
  try {
    run(writer);
  } catch (error) {
    throw error === MISFIT ? misfit(words, writer.way, locale) : error;
  }
  return [new Float64Array(writer.numbers), writer.words, writer.text];
}

function misfit({ chinese, english }: Words, way: Way, locale: Locale): GoujiError {
  const at = way.join(".");
  const message =
    locale === "en"
      ? english + (at && `: its “${at}” is missing or wrong`) + "."
      : chinese + (at && `：其中“${at}”缺失或不符`) + "。";
  return new GoujiError("unknown-option", message);
}

/** Thrown where a value doesn't fit; the writer knows the way to it. */
const MISFIT = Symbol("misfit");

function must(fits: boolean): void {
  if (!fits) throw MISFIT;
}

/** Figures from here on can't be counted exactly. */
const LARGEST = 9e12;

/** Stands for what is absent, where a length, an index or a place is expected. */
const NONE = -1;

class Writer {
  readonly numbers: number[] = [];
  words = "";
  text = "";

  constructor(readonly way: Way) {}

  report(report: contract.Report): void {
    this.#member(report, "text", (text) => {
      must(typeof text === "string");
      this.text = text;
    });
    this.#member(report, "form", (form) => this.#optionalOf(model.reportForms, form));
    this.#member(report, "year", (year) => {
      must(year == null || year === (year | 0));
      this.numbers.push(year ?? NaN);
    });
    this.#member(report, "organ", (organ) => this.#optionalWord(organ));
    this.#member(report, "sections", (sections) => this.#each(sections, (section) => this.#section(section)));
    this.#member(report, "tables", (tables) => {
      for (const id of model.tableIds) this.#member(tables, id, (table) => this.#table(id, table));
    });
  }

  fixes(findings: contract.Finding[]): void {
    this.#each(findings, (finding) =>
      this.#member(finding, "fix", (fix) => {
        if (fix == null) this.numbers.push(0);
        else this.#member(fix, "edits", (edits) => this.#each(edits, (edit) => this.#edit(edit)));
      }),
    );
  }

  #section(section: contract.Section): void {
    this.#member(section, "id", (id) => this.#of(model.sectionIds, id));
    this.#member(section, "span", (span) => this.#optionalPlace(span));
    this.#member(section, "body", (body) => this.#place(body));
  }

  #table(id: contract.TableId, table: contract.Table): void {
    this.#member(table, "form", (form) => this.#of(model.formIds, form));
    this.#member(table, "found", (found) => {
      must(typeof found === "boolean");
      this.numbers.push(Number(found));
    });
    this.#member(table, "rows", (rows) => this.#alike(rows, model.rows[table.form][id], (row, form) => this.#row(row, form)));
  }

  #row(row: contract.Row, form: FormRow): void {
    this.#member(row, "id", (id) => must(id === form.id));
    this.#member(row, "span", (span) => this.#optionalPlace(span));
    this.#member(row, "cells", (cells) => this.#alike(cells, form.cells, (cell, { address }) => this.#cell(cell, address)));
  }

  #cell(cell: contract.Cell, address: string): void {
    this.#member(cell, "address", (own) => must(own === address));
    this.#member(cell, "state", (state) => this.#of(model.states, state));
    this.#member(cell, "value", (value) => {
      must(value == null || (typeof value === "number" && Math.abs(value) < LARGEST));
      this.numbers.push(value ?? NaN);
    });
    // Beside a figure it says nothing more.
    if (cell.value == null) this.#member(cell, "raw", (raw) => this.#word(raw));
    this.#member(cell, "span", (span) => this.#optionalPlace(span));
  }

  #edit(edit: contract.Edit): void {
    this.#member(edit, "span", (span) => this.#place(span));
    this.#member(edit, "was", (was) => this.#word(was));
    this.#member(edit, "text", (text) => this.#word(text));
  }

  #of<Name>(all: Name[], name: Name): void {
    const index = all.indexOf(name);
    must(index >= 0);
    this.numbers.push(index);
  }

  #optionalOf<Name>(all: Name[], name: Name | null): void {
    if (name == null) this.numbers.push(NONE);
    else this.#of(all, name);
  }

  /** Words stand one after the other, with a character between them that no two halves of a surrogate pair can meet over. */
  #word(word: string): void {
    must(typeof word === "string");
    this.numbers.push(word.length);
    this.words += `${word}\n`;
  }

  #optionalWord(word: string | null): void {
    if (word == null) this.numbers.push(NONE);
    else this.#word(word);
  }

  #place(span: contract.Span): void {
    this.#member(span, "start", (start) => this.#offset(start));
    this.#member(span, "end", (end) => this.#offset(end));
  }

  #optionalPlace(span: contract.Span | null): void {
    if (span == null) this.numbers.push(NONE);
    else this.#place(span);
  }

  #offset(offset: number): void {
    must(offset === offset >>> 0);
    this.numbers.push(offset);
  }

  #member<Owner extends object, Name extends keyof Owner & string>(
    owner: Owner,
    name: Name,
    write: (value: Owner[Name]) => void,
  ): void {
    must(typeof owner === "object" && owner !== null);
    this.way.push(name);
    write(owner[name]);
    this.way.pop();
  }

  #each<Item>(items: Item[], write: (item: Item, index: number) => void): void {
    must(Array.isArray(items));
    this.numbers.push(items.length);
    this.#all(items, write);
  }

  /** As many as the form says; how many that is needn't cross. */
  #alike<Item, Form>(items: Item[], forms: Form[], write: (item: Item, form: Form) => void): void {
    must(Array.isArray(items) && items.length === forms.length);
    this.#all(items, (item, index) => write(item, forms[index]!));
  }

  #all<Item>(items: Item[], write: (item: Item, index: number) => void): void {
    for (let index = 0; index < items.length; index++) {
      this.way.push(index);
      write(items[index]!, index);
      this.way.pop();
    }
  }
}
