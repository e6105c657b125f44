/** Many engines at once, for many reports. */

import { Engine } from "./client";

/** More workers than this bring no more speed: reading the files becomes the narrow place. */
const MOST = 6;

export class Pool {
  readonly #engines: Engine[];

  constructor(spawn: () => Worker) {
    const cores = navigator.hardwareConcurrency || 2;
    this.#engines = Array.from({ length: Math.min(cores, MOST) }, () => new Engine(spawn));
  }

  /** Runs the task for each item, in order of arrival, as many at once as there are engines; ends early on `signal`. */
  async run<Item>(items: Iterable<Item>, task: (engine: Engine, item: Item) => Promise<void>, signal: AbortSignal): Promise<void> {
    const queue = items[Symbol.iterator]();
    await Promise.all(
      this.#engines.map(async (engine) => {
        for (let next = queue.next(); !next.done && !signal.aborted; next = queue.next()) await task(engine, next.value);
      }),
    );
  }

  terminate(): void {
    for (const engine of this.#engines) engine.terminate();
  }
}
