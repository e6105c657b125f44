/** What passes between a thread and the pool that started it. */

import type { ErrorCode } from "../../generated/index.js";

export interface Request {
  id: number;
  name: string;
  args: unknown[];
}

/** An error as plain data: errors of a class of their own don't survive `postMessage`. */
export interface Failure {
  code: ErrorCode;
  message: string;
}

export type Response = { id: number; value: unknown } | { id: number; failure: Failure };
