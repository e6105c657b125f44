/** `gouji/worker` in Node. */

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type * as worker from "../../generated/worker.js";
import { functions } from "./functions.js";
import type { Spawn } from "./pool.js";
import type { Response } from "./protocol.js";

export { GoujiError } from "../error.js";

const spawn: Spawn = (onResponse, onDeath) => {
  const thread = new Worker(join(__dirname, "worker-thread.cjs"));
  thread.on("message", (response: Response) => onResponse(response));
  thread.on("error", onDeath);
  thread.on("exit", onDeath);
  return {
    post: (request) => thread.postMessage(request),
    terminate: () => void thread.terminate(),
    // A process ends when no call is under way.
    hold: (isHeld) => (isHeld ? thread.ref() : thread.unref()),
  };
};

export const {
  check,
  parse,
  compare,
  rollUp,
  matchOrgans,
  render,
  applyFixes,
  rules,
  forms,
  version,
  checkMany,
  terminate,
} = functions(spawn, availableParallelism());

/** Does nothing: threads start as they are needed. So that the same program runs in browsers. */
export const init: typeof worker.init = async () => {};

export default init;
