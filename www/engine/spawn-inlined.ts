import InlinedWorker from "./worker.ts?worker&inline";

/** Starts the engine's worker from the page itself: `spawn` of the one-file page. */
export function spawn(): Worker {
  return new InlinedWorker();
}
