/** The engine off the page's thread: the package's functions and the page's own jobs. */

import init, * as gouji from "gouji";
import type { Request } from "../../npm/src/worker/protocol";
import { answer, type Calls } from "../../npm/src/worker/serve";
import example from "../examples/sentence-disagrees.txt?raw";
import { jobs } from "./jobs";
import { engineSource } from "./source";
import type { Progress } from "./threads";

/** So many checks make the browser compile the engine's paths for speed. */
const REHEARSALS = 12;

const ready = init(engineSource());
void ready.then(rehearse).catch(() => {});

/** What runs for the first times is slow: the first checks shouldn't be the user's, nor stand in their way. */
async function rehearse(): Promise<void> {
  for (let count = 0; count < REHEARSALS; count++) {
    gouji.check(example, { format: "text" });
    await new Promise((next) => setTimeout(next));
  }
}
const functions = { ...gouji, ...jobs((done) => self.postMessage({ done } satisfies Progress)) } as unknown as Calls;

/** Each call waits for the engine. */
const calls: Calls = Object.fromEntries(
  Object.entries(functions).map(([name, call]) => [name, (...args: never[]) => ready.then(() => call(...args))]),
);

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  self.postMessage(await answer(calls, data));
});
