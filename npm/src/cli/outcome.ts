/** What came of a file, and of all of them. */

import type { CheckResult, ErrorCode } from "../../generated/index.js";
import { GoujiError } from "../worker/node.js";
import { Exit, type ExitCode } from "./exit.js";

/** Why a file was not checked, as plain data. */
export interface Failure {
  code: ErrorCode;
  message: string;
}

export interface Outcome {
  file: string;
  result: CheckResult | null;
  error: Failure | null;
  /** The report was drawn as text from HTML or an office file: its lines aren't the file's. */
  isDrawn: boolean;
  /** Last year's report that it was held against; undefined where none was asked for, null where none was found. */
  previous?: string | null;
}

/** An error that is told for its file and ends nothing else; a wrong call ends the run. */
export function failure(error: unknown): Failure {
  if (error instanceof GoujiError) {
    if (error.code === "unknown-option") throw error;
    return { code: error.code, message: error.message };
  }
  return { code: "unreadable", message: error instanceof Error ? error.message : String(error) };
}

export class Tally {
  files = 0;
  failed = 0;
  incomplete = 0;
  unmatched = 0;
  error = 0;
  warning = 0;
  info = 0;

  add({ result, previous }: Pick<Outcome, "result" | "previous">): void {
    this.files++;
    if (previous === null) this.unmatched++;
    if (!result) {
      this.failed++;
      return;
    }
    if (!result.complete) this.incomplete++;
    this.error += result.counts.error;
    this.warning += result.counts.warning;
    this.info += result.counts.info;
  }

  exit(): ExitCode {
    if (this.failed + this.incomplete + this.unmatched > 0) return Exit.unchecked;
    return this.error > 0 ? Exit.errors : Exit.clean;
  }
}
