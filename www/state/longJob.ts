/** One long job at a time over the files of the list, in a worker of its own, so that stopping it stops nothing else. */

import { signal } from "@preact/signals";
import { Engine } from "../engine/client";
import type { Filed } from "../engine/jobs";
import type { Tell } from "../engine/protocol";
import { spawn } from "../engine/spawn";

export interface LongJob {
  done: number;
  total: number;
}

export const longJob = signal<LongJob | null>(null);

let worker: Engine | null = null;

/** Runs the job and shows how far it is; null where it was stopped. */
export async function run<Answer>(files: Filed[], job: (engine: Engine, tell: Tell) => Promise<Answer>): Promise<Answer | null> {
  stop();
  const own = new Engine(spawn);
  worker = own;
  const total = files.length;
  longJob.value = { done: 0, total };
  try {
    return await job(own, (done) => {
      if (worker === own) longJob.value = { done, total };
    });
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
