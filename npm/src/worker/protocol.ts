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

/** What a call gives is sent as JSON: browsers take it in many times faster than the same objects. A Blob is sent as it is. */
export type Response = { id: number; json: string } | { id: number; blob: Blob } | { id: number; failure: Failure };
