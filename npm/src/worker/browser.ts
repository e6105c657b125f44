/** `gouji/worker` in a browser. */

import type * as worker from "../../generated/worker.js";
import { functions } from "./functions.js";
import type { Spawn } from "./pool.js";
import type { Response } from "./protocol.js";

export { GoujiError } from "../error.js";

/** Where the engine is taken from; by default it lies beside the thread's script. */
let engine: Parameters<typeof worker.init>[0];

/** A core is left to the page. */
const SIZE = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);

const spawn: Spawn = (onResponse, onDeath) => {
  const thread = new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module" });
  thread.addEventListener("message", ({ data }: MessageEvent<Response>) => data.id > 0 && onResponse(data));
  thread.addEventListener("error", (event) => {
    // It is told to the call that it fails.
    event.preventDefault();
    onDeath();
  });
  thread.addEventListener("messageerror", onDeath);
  // The first thing that it hears; a failure comes again with each call.
  thread.postMessage({ id: 0, name: "init", args: [engine] });
  return { post: (request) => thread.postMessage(request), terminate: () => thread.terminate(), hold: () => {} };
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
} = functions(spawn, SIZE);

/** Starts the first thread with the engine from `source`. */
export const init: typeof worker.init = async (source) => {
  engine = source instanceof URL ? source.href : source;
  await version();
};

export default init;
