/**
 * Results as they cross from the engine: numbers in one array and words in one string, in the order in which
 * `src/wasm/wire.rs` writes them. They are put together here by literals, which takes a fraction of the time of JSON.
 */

import type * as contract from "../generated/index.js";
import docs from "../generated/rules.json" with { type: "json" };
import { model, type FormRow } from "./model.js";

/** The text is null where it is the caller's own string. */
export type Wire = [numbers: Float64Array, words: string, text: Uint16Array<ArrayBuffer> | null];

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

const rules = docs["zh-CN"];

export function result(wire: Wire, input: unknown): contract.CheckResult {
  const reader = new Reader(wire, input);
  return {
    schema: reader.number() as 1,
    report: reader.report(),
    findings: reader.findings(),
    counts: { error: reader.number(), warning: reader.number(), info: reader.number() },
    complete: reader.flag(),
  };
}

export function report(wire: Wire, input: unknown): contract.Report {
  return new Reader(wire, input).report();
}

export function findings(wire: Wire): contract.Finding[] {
  return new Reader(wire, "").findings();
}

export function rollUp(wire: Wire): contract.RollUp {
  const reader = new Reader(wire, "");
  return { report: reader.report(), findings: reader.findings(), missing: reader.words() };
}

class Reader {
  readonly #numbers: Float64Array;
  readonly #words: string;
  readonly #text: string;
  #at = 0;
  #word = 0;

  constructor([numbers, words, text]: Wire, input: unknown) {
    this.#numbers = numbers;
    this.#words = words;
    this.#text = text ? utf16.decode(text) : (input as string);
  }

  report(): contract.Report {
    return {
      text: this.#text,
      form: this.#optionalOf(model.reportForms),
      year: this.flag() ? this.number() : null,
      title: this.#optionalWord(),
      organ: this.#optionalWord(),
      date: this.#optionalWord(),
      sections: this.#each(() => this.#section()),
      tables: {
        disclosure: this.#table("disclosure"),
        applications: this.#table("applications"),
        litigation: this.#table("litigation"),
      },
    };
  }

  findings(): contract.Finding[] {
    return this.#each(() => this.#finding());
  }

  words(): string[] {
    return this.#each(() => this.#nextWord());
  }

  number(): number {
    return this.#numbers[this.#at++]!;
  }

  flag(): boolean {
    return this.number() === 1;
  }

  #section(): contract.Section {
    return {
      id: this.#of(model.sectionIds),
      ordinal: this.#optionalWord(),
      heading: this.#optionalWord(),
      span: this.#optionalPlace(),
      body: this.#place(),
    };
  }

  #table(id: contract.TableId): contract.Table {
    const form = this.#of(model.formIds);
    return {
      id,
      form,
      found: this.flag(),
      layout: this.#optionalOf(model.layouts),
      span: this.#optionalPlace(),
      rows: model.rows[form][id].map((row) => this.#row(row)),
      extraRows: this.#each(() => this.#row({ id: this.#nextWord(), label: this.#nextWord(), cells: [] })),
    };
  }

  #row({ id, label, cells }: FormRow): contract.Row {
    const written = this.#optionalWord();
    const span = this.#optionalPlace();
    const unplaced = this.#each(() => this.#value());
    return { id, label, written: span ? this.#said(span) : written, span, cells: cells.map((cell) => this.#cell(cell)), unplaced };
  }

  #cell({ address, column }: FormRow["cells"][number]): contract.Cell {
    const state = this.#of(model.states);
    const placed = this.#optionalOf(model.placed);
    const value = this.#figure();
    const unit = this.#optionalWord();
    const span = this.#optionalPlace();
    return { address, column, raw: span ? this.#said(span) : this.#nextWord(), value, unit, state, placed, span };
  }

  #value(): contract.Value {
    const value = this.#figure();
    const span = this.#place();
    return { raw: this.#said(span), value, span };
  }

  #finding(): contract.Finding {
    const { code, name, family } = rules[this.number()]!;
    return {
      code,
      name,
      severity: this.#of(model.severities),
      family,
      message: this.#nextWord(),
      args: Object.fromEntries(this.#each(() => [this.#nextWord(), this.#figure() ?? this.#nextWord()])),
      span: this.#optionalPlace(),
      related: this.#each(() => ({ span: this.#place(), message: this.#nextWord() })),
      cells: this.words(),
      expected: this.#figure(),
      actual: this.#figure(),
      fix: this.flag() ? this.#fix() : null,
      source: this.#index(),
    };
  }

  #fix(): contract.Fix {
    const edits = this.#each(() => ({ span: this.#place(), was: this.#nextWord(), text: this.#nextWord() }));
    return { message: this.#nextWord(), edits };
  }

  #index(): number | null {
    const index = this.number();
    return index < 0 ? null : index;
  }

  #of<Name>(all: Name[]): Name {
    return all[this.number()]!;
  }

  #optionalOf<Name>(all: Name[]): Name | null {
    return all[this.number()] ?? null;
  }

  #figure(): number | null {
    const figure = this.number();
    return Number.isNaN(figure) ? null : figure;
  }

  #nextWord(): string {
    return this.#optionalWord()!;
  }

  #optionalWord(): string | null {
    const length = this.number();
    if (length < 0) return null;
    this.#word += length;
    return this.#words.slice(this.#word - length, this.#word);
  }

  #place(): contract.Span {
    return this.#optionalPlace()!;
  }

  #optionalPlace(): contract.Span | null {
    const start = this.number();
    return start < 0 ? null : { start, end: this.number(), line: this.number(), column: this.number() };
  }

  /** What stands at a place. */
  #said({ start, end }: contract.Span): string {
    return this.#text.slice(start, end);
  }

  #each<Item>(read: () => Item): Item[] {
    const items: Item[] = [];
    for (let count = this.number(); count > 0; count--) items.push(read());
    return items;
  }
}
