/** Findings as Markdown, such as for a comment on a change. */

import type { Locale } from "../../../generated/index.js";
import type { Outcome } from "../outcome.js";
import { words } from "../words.js";
import type { Reporter } from "./format.js";
import { shown } from "./snippet.js";

export function markdownFormat(locale: Locale): Reporter {
  const say = words(locale);
  const { severity, place, rule, message } = say.heads;
  const head = `| ${severity} | ${place} | ${rule} | ${message} |\n| --- | --- | --- | --- |\n`;
  const section = ({ file, result, error, previous }: Outcome) => {
    if (error) return `**${say.failed}**: ${escaped(error.message)}\n`;
    const { findings, counts, complete } = result!;
    const verdict = [
      findings.length > 0 ? say.counts(counts) : complete && previous !== null && say.clean,
      !complete && `**${say.incomplete}**`,
      previous === null && `**${say.noPrevious}**`,
    ];
    const rows = findings.map(({ severity, span, code, message }) => {
      const where = span ? `${escaped(file)}:${span.line}:${span.column}` : escaped(file);
      return `| ${say.severity[severity]} | ${where} | ${code} | ${escaped(message)} |\n`;
    });
    return `${verdict.filter(Boolean).join("; ")}\n${rows.length > 0 ? `\n${head}${rows.join("")}` : ""}`;
  };
  return {
    begin: () => "",
    file: (outcome) => `## ${escaped(outcome.file)}\n\n${section(outcome)}\n`,
    end: (tally) => `${say.total(tally)}\n`,
  };
}

/** Keeps text from being markup. */
export function escaped(text: string): string {
  return shown(text).replace(/[\\`*_[\]<>|#&~]/g, "\\$&");
}
