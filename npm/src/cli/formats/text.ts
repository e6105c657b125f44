/** Findings for a person: the line, and carets under the place. */

import pc from "picocolors";
import type { Finding, Locale, Report, Severity, Span } from "../../../generated/index.js";
import type { Outcome, Tally } from "../outcome.js";
import { type Words, words } from "../words.js";
import type { Reporter } from "./format.js";
import { shown, snippet } from "./snippet.js";

/** How wide a line is where no terminal says so. */
const COLUMNS = 100;

/** The most places beside its own that are shown of a finding. */
const RELATED = 4;

const { env, stdout } = process;

export function textFormat(locale: Locale, isForTerminal: boolean): Reporter {
  return new TextReporter(words(locale), isForTerminal);
}

export class TextReporter implements Reporter {
  readonly #say: Words;
  readonly #colours: ReturnType<typeof pc.createColors>;
  readonly #columns: number;

  constructor(say: Words, isForTerminal: boolean) {
    const isWanted = env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : Boolean(stdout.isTTY) && env.TERM !== "dumb";
    this.#say = say;
    this.#colours = pc.createColors(isForTerminal && isWanted && !env.NO_COLOR);
    this.#columns = Math.max(40, (isForTerminal && stdout.columns) || COLUMNS);
  }

  begin(): string {
    return "";
  }

  file({ file, result, error, previous }: Outcome): string {
    const { red, green, yellow, bold } = this.#colours;
    if (error) return `${bold(red(this.#say.failed))} ${shown(file)}: ${shown(error.message)}\n`;
    const { report, findings, counts, complete } = result!;
    const isClean = complete && findings.length === 0 && previous !== null;
    if (isClean) return `${shown(file)}: ${green(this.#say.clean)}\n`;
    const verdict = [
      findings.length > 0 && this.#say.counts(counts),
      !complete && yellow(this.#say.incomplete),
      previous === null && yellow(this.#say.noPrevious),
    ];
    return `${findings.map((finding) => this.finding(file, report, finding)).join("")}${shown(file)}: ${verdict.filter(Boolean).join("; ")}\n`;
  }

  end(tally: Tally): string {
    return tally.files > 1 ? `\n${this.#colours.bold(this.#say.total(tally))}\n` : "";
  }

  /** A finding with its place; `report` is null where the place is in no report at hand. */
  finding(file: string, report: Report | null, { severity, code, message, span, related, fix }: Finding): string {
    const { bold, blue } = this.#colours;
    const gutter = String(span?.line ?? 1).length;
    const edge = blue(`${" ".repeat(gutter)} |`);
    const lines = [`${bold(this.#colour(severity)(`${this.#say.severity[severity]}[${code}]`))}${bold(`: ${shown(message)}`)}`];
    lines.push(`${" ".repeat(gutter)}${blue("-->")} ${shown(file)}${placeOf(span)}`);
    if (span && report) lines.push(edge, ...this.#lines(report.text, span, severity, gutter), edge);
    const more = `${" ".repeat(gutter)} ${blue("=")}`;
    for (const other of related.slice(0, RELATED)) lines.push(`${more} ${this.#say.note} ${placeOf(other.span).slice(1)}: ${shown(other.message)}`);
    if (fix) lines.push(`${more} ${this.#say.fix}: ${shown(fix.message)}`);
    return `${lines.join("\n")}\n\n`;
  }

  #lines(text: string, span: Span, severity: Severity, gutter: number): string[] {
    const { blue } = this.#colours;
    const colour = this.#colour(severity);
    const { before, marked, after, carets } = snippet(text, span, this.#columns - gutter - 3);
    return [`${blue(`${span.line} |`)} ${before}${colour(marked)}${after}`, `${blue(`${" ".repeat(gutter)} |`)} ${colour(carets)}`];
  }

  #colour(severity: Severity): (text: string) => string {
    const { red, yellow, cyan } = this.#colours;
    return { error: red, warning: yellow, info: cyan }[severity];
  }
}

function placeOf(span: Span | null): string {
  return span ? `:${span.line}:${span.column}` : "";
}
