/** The thread of `gouji/worker` in a browser. */

import init, * as gouji from "../index.js";
import type { Request } from "./protocol.js";
import { type Calls, answer } from "./serve.js";

let ready: Promise<void> | null = null;

/** Each call waits for the engine. */
const calls = Object.fromEntries(
  Object.entries(gouji as unknown as Calls).map(([name, call]) => [
    name,
    async (...args: unknown[]) => {
      await ready;
      return (call as (...args: unknown[]) => unknown)(...args);
    },
  ]),
);

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  if (data.name === "init") ready = init(...(data.args as Parameters<typeof init>));
  else self.postMessage(await answer(calls, data));
});
