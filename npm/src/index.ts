/** The package in a browser: `await init()` first. */

import type * as contract from "../generated/index.js";
import { load } from "./engine.js";

export * from "./functions.js";

export const init: typeof contract.init = (source = new URL("gouji_bg.wasm", import.meta.url)) => load(source);

export default init;
