import type { ErrorCode } from "../generated/index.js";

/** What every function throws: the message is in the call's language and says what to do. */
export class GoujiError extends Error {
  override readonly name = "GoujiError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
