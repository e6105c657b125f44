/** One long job at a time over the files of the list, in a worker of its own, so that stopping it stops nothing else. */

import { signal } from "@preact/signals";
import { Engine } from "../engine/engine";

export interface LongJob {
  done: number;
  total: number;
}

export const longJob = signal<LongJob | null>(null);

let worker: Engine | null = null;

/** Runs the job and shows how far it is; null where it was stopped. */
export async function run<Answer>(files: readonly unknown[], job: (engine: Engine) => Promise<Answer>): Promise<Answer | null> {
  stop();
  const total = files.length;
  const own = new Engine(1, (done) => {
    if (worker === own) longJob.value = { done, total };
  });
  worker = own;
  longJob.value = { done: 0, total };
  try {
    return await job(own);
  } catch (error) {
    if (worker !== own) return null;
    throw error;
  } finally {
    own.terminate();
    if (worker === own) {
      worker = null;
      longJob.value = null;
    }
  }
}

export function stop(): void {
  const own = worker;
  worker = null;
  longJob.value = null;
  own?.terminate();
}
