import type * as gouji from "gouji";
import type { jobs } from "./jobs";

/** What the page asks of the engine itself. */
export type Functions = Pick<typeof gouji, "check" | "parse" | "render" | "forms" | "rules" | "version">;

/** Says how far a job has come. */
export type Tell = (done: number) => void;

/** A function as the page sees it from the other side: it answers later, and the worker adds the way to tell. */
type FromAfar<Job> = Job extends (tell: Tell, ...args: infer Args) => infer Answer ? (...args: Args) => Awaited<Answer> : never;

/** All that the worker answers. */
export type Calls = Functions & { [Name in keyof typeof jobs]: FromAfar<(typeof jobs)[Name]> };

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

export type Response = { id: number } & ({ value: unknown } | { failure: Failure } | { done: number });
