/** Results as JSON: a list, or a line each. */

import type { Outcome } from "../outcome.js";
import type { Reporter } from "./format.js";

/** `previous` is there where last year's report was asked for. */
function plain({ file, result, error, previous }: Outcome): string {
  return JSON.stringify({ file, ...(previous !== undefined && { previous }), ...(error ? { error } : { result }) });
}

export function jsonFormat(): Reporter {
  let isFirst = true;
  return {
    begin: () => "[",
    file: (outcome) => {
      const separator = isFirst ? "\n" : ",\n";
      isFirst = false;
      return separator + plain(outcome);
    },
    end: () => "\n]\n",
  };
}

export function ndjsonFormat(): Reporter {
  return { begin: () => "", file: (outcome) => `${plain(outcome)}\n`, end: () => "" };
}
