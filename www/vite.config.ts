import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { licences } from "../npm/licences.mjs";
import { offline } from "./offline.ts";
import { LICENCES } from "./licences.ts";
import { engineOnce, oneFile } from "./one-file.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Has V8 compile the whole script beside the loading of the page, and not piece by piece at the first paste. */
const COMPILE_AT_ONCE = "//# allFunctionsCalledOnLoad";

/** Two pages from one source: `--mode site` (static files) and `--mode one-file` (all in one HTML file). */
export default defineConfig(({ mode }) => {
  const inOneFile = mode === "one-file";
  const { collect, emit } = licences(LICENCES);
  return {
    root: here("."),
    // Relative, so that the site works under any path.
    base: "./",
    // One page: another address is not found.
    appType: "mpa",
    resolve: {
      alias: [
        { find: /^gouji\/gouji_bg\.wasm/, replacement: here("../dist/npm/gouji_bg.wasm") },
        { find: /^gouji$/, replacement: here("../dist/npm/index.js") },
        { find: /^fflate$/, replacement: here("report/zipHere.ts") },
        ...(inOneFile ? [{ find: /^\.\/spawn$/, replacement: here("engine/spawn-inlined.ts") }] : []),
      ],
    },
    plugins: [emit, inOneFile ? oneFile() : offline()],
    worker: inOneFile
      ? { format: "iife" as const, plugins: () => [collect, engineOnce()] }
      : { format: "es" as const, plugins: () => [collect] },
    build: {
      target: ["chrome109", "firefox115", "safari16.4"],
      outDir: inOneFile ? here("../dist") : here("../dist/site"),
      emptyOutDir: !inOneFile,
      assetsInlineLimit: inOneFile ? Number.MAX_SAFE_INTEGER : 0,
      modulePreload: { polyfill: false },
      // What a page loads when asked for, the page in one file has from the start.
      rolldownOptions: inOneFile
        ? { output: { codeSplitting: false } }
        : {
            input: { index: here("index.html"), "service-worker": here("service-worker.js") },
            // The service worker keeps its name, by which browsers find its next version.
            output: {
              entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js"),
              postBanner: ({ name }) => (name === "index" ? COMPILE_AT_ONCE : ""),
            },
          },
    },
  };
});
