/** Threads for the package's pool: a worker that hangs is taken to have died, and a long job tells how far it is. */

import type { Spawn } from "../../npm/src/worker/pool";
import type { Response } from "../../npm/src/worker/protocol";
import { spawn } from "./spawn";

/** A thread that has said nothing for this long is taken to hang, in milliseconds. */
const PATIENCE = 30_000;
/** A long job is watched by the user, who can stop it: adding up thousands of reports takes its time. */
const LONG_PATIENCE = 600_000;

/** Says how far a job has come. */
export type Tell = (done: number) => void;

/** What a job says while it works. */
export interface Progress {
  done: number;
}

export function threads(tell?: Tell): Spawn {
  return (onResponse, onDeath) => {
    const worker = spawn();
    let patience: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      clearTimeout(patience);
      patience = setTimeout(onDeath, tell ? LONG_PATIENCE : PATIENCE);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Response | Progress>) => {
      if ("done" in data) {
        listen();
        tell?.(data.done);
      } else {
        clearTimeout(patience);
        onResponse(data);
      }
    });
    worker.addEventListener("error", onDeath);
    worker.addEventListener("messageerror", onDeath);
    return {
      post(request) {
        worker.postMessage(request);
        listen();
      },
      terminate() {
        clearTimeout(patience);
        worker.terminate();
      },
      hold() {},
    };
  };
}
