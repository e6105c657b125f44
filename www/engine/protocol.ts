import type * as gouji from "gouji";

/** What the page asks of the engine. */
export type Calls = Pick<typeof gouji, "check" | "parse" | "forms" | "rules" | "version">;

export interface Request<Name extends keyof Calls = keyof Calls> {
  id: number;
  name: Name;
  args: Parameters<Calls[Name]>;
}

/** An error as plain data: errors of a class of their own don't survive `postMessage`. */
export interface Failure {
  code: string;
  message: string;
}

export type Response = { id: number; value: unknown } | { id: number; failure: Failure };
