/** The package in Node: ready at once. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as contract from "../generated/index.js";
import { loadSync } from "./engine.js";

export * from "./functions.js";

loadSync(readFileSync(join(__dirname, "gouji_bg.wasm")));

/** Does nothing: the engine is there. So that the same program runs in browsers. */
export const init: typeof contract.init = async () => {};

export default init;
