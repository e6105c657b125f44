/** The engine off the page's thread: the package's functions and the page's own jobs. */

import init, * as gouji from "gouji";
import type { Request } from "../../npm/src/worker/protocol";
import { answer, type Calls } from "../../npm/src/worker/serve";
import example from "../examples/sentence-disagrees.txt?raw";
import { jobs } from "./jobs";
import { engineSource } from "./source";
import type { Progress } from "./threads";

const ready = init(engineSource());
// What runs for the first time is slow: the first check shouldn't be the user's.
void ready.then(() => gouji.check(example)).catch(() => {});
const functions = { ...gouji, ...jobs((done) => self.postMessage({ done } satisfies Progress)) } as unknown as Calls;

/** Each call waits for the engine. */
const calls: Calls = Object.fromEntries(
  Object.entries(functions).map(([name, call]) => [name, (...args: never[]) => ready.then(() => call(...args))]),
);

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  self.postMessage(await answer(calls, data));
});
