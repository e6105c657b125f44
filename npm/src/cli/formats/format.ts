import type { Outcome, Tally } from "../outcome.js";

/** How outcomes are written, one after the other. */
export interface Reporter {
  begin(): string;
  file(outcome: Outcome): string;
  end(tally: Tally): string;
}
