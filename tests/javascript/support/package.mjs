/** The package as it is handed out. */

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export const folder = fileURLToPath(new URL("../../../dist/npm/", import.meta.url));

/** Each way to load it in Node, by name. */
export const entries = {
  import: await import(new URL("../../../dist/npm/node.mjs", import.meta.url)),
  // By its own name, so that the package says which file it is.
  require: createRequire(`${folder}package.json`)("gouji"),
};

/** The same functions off the caller's thread. */
export const workers = {
  "worker by import": await import(new URL("../../../dist/npm/worker.mjs", import.meta.url)),
  "worker by require": createRequire(`${folder}package.json`)("gouji/worker"),
};
