/** The thread of `gouji/worker` in Node. */

import { parentPort } from "node:worker_threads";
import * as gouji from "../node.js";
import type { Request } from "./protocol.js";
import { type Calls, answer } from "./serve.js";

parentPort!.on("message", async (request: Request) => {
  parentPort!.postMessage(await answer(gouji as unknown as Calls, request));
});
