/** The package's scripts. Entries for the same place share what they have in common, the class of errors among it. */

import { licences } from "./licences.mjs";

const folder = "dist/npm";

const browser = { format: "esm", dir: folder, entryFileNames: "[name].js", chunkFileNames: "chunk-[name].js" };
const node = { format: "cjs", dir: folder, entryFileNames: "[name].cjs", chunkFileNames: "chunk-[name].cjs", exports: "named" };

export default [
  {
    platform: "browser",
    input: { index: "npm/src/index.ts", worker: "npm/src/worker/browser.ts" },
    output: browser,
  },
  // Whole in itself, so that it can be copied beside a bundle.
  { platform: "browser", input: { "worker-thread": "npm/src/worker/thread.ts" }, output: browser },
  {
    platform: "node",
    input: {
      node: "npm/src/node.ts",
      worker: "npm/src/worker/node.ts",
      "worker-thread": "npm/src/worker/thread-node.ts",
      cli: "npm/src/cli/main.ts",
    },
    output: node,
    plugins: [licences("LICENSE-THIRD-PARTY").emit],
  },
];
