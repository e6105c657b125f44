/** The package's functions off the caller's thread, in browsers and in Node. */

import type * as gouji from "./index.js";

export { GoujiError } from "./index.js";

/** A function of the package that answers later. */
type Later<Call extends (...args: never[]) => unknown> = (...args: Parameters<Call>) => Promise<ReturnType<Call>>;

export declare const check: Later<typeof gouji.check>;
export declare const parse: Later<typeof gouji.parse>;
export declare const compare: Later<typeof gouji.compare>;
export declare const rollUp: Later<typeof gouji.rollUp>;
export declare const matchOrgans: Later<typeof gouji.matchOrgans>;
export declare const render: Later<typeof gouji.render>;
export declare const applyFixes: Later<typeof gouji.applyFixes>;
export declare const rules: Later<typeof gouji.rules>;
export declare const forms: Later<typeof gouji.forms>;
export declare const version: Later<typeof gouji.version>;

/** What a check came to: a file that can't be read fails alone. */
export type CheckOutcome = gouji.CheckResult | gouji.GoujiError;

export interface CheckManyOptions extends gouji.CheckOptions {
  /** Called after each check, in the order in which they end. */
  onProgress?: (progress: { done: number; total: number; index: number; result: CheckOutcome }) => void;
  /** Ends the checks early: the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** How many checks run at once. Default: as many as there are cores, in a browser less one. */
  concurrency?: number;
}

/** Checks many reports at once; the results are in the order of the inputs. Rejects where an option isn't known. */
export declare function checkMany(inputs: Iterable<string | Uint8Array>, options?: CheckManyOptions): Promise<CheckOutcome[]>;

/** Ends the threads; calls under way fail. The next call starts new ones. */
export declare function terminate(): void;

/** In a browser: starts the first thread, with the engine from `source`. Without it, the first call does so. */
export declare const init: typeof gouji.init;

export default init;
