/** The engine as the page calls it: the package's functions and the page's own jobs, in one thread or in several. */

import type * as gouji from "gouji";
import { Pool } from "../../npm/src/worker/pool";
import type { jobs } from "./jobs";
import { threads, type Tell } from "./threads";

type Calls = Pick<typeof gouji, "check" | "parse" | "render" | "matchOrgans" | "forms" | "rules" | "version"> &
  ReturnType<typeof jobs>;

export class Engine {
  readonly #pool: Pool;

  constructor(size = 1, tell?: Tell) {
    this.#pool = new Pool(threads(tell), size);
  }

  call<Name extends keyof Calls>(name: Name, ...args: Parameters<Calls[Name]>): Promise<Awaited<ReturnType<Calls[Name]>>> {
    return this.#pool.call(name, args) as Promise<Awaited<ReturnType<Calls[Name]>>>;
  }

  /** Ends the threads; calls under way fail. */
  terminate(): void {
    this.#pool.terminate();
  }
}
