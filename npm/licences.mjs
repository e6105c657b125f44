/** Collects the licences of the libraries that went into scripts, and of the engine's crates, into one file beside them. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Plugins for a bundler: `emit` writes the file, `collect` is for what is bundled apart before, such as workers.
 *
 * @param {string} fileName
 */
export function licences(fileName) {
  /** @type {Set<string>} */
  const packages = new Set();
  const collect = {
    name: "collect-licences",
    /** @param {any} _ @param {Record<string, any>} bundle */
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(({ modules = {} }) => Object.keys(modules));
      modules.filter((id) => id.includes("node_modules")).forEach((id) => packages.add(packageOf(id)));
    },
  };
  const emit = {
    name: "emit-licences",
    /** @this {any} @param {any} options @param {Record<string, any>} bundle */
    generateBundle(options, bundle) {
      collect.generateBundle(options, bundle);
      const source = [...[...packages].sort().map(licence), CRATES].join("\n");
      this.emitFile({ type: "asset", fileName, source });
    },
  };
  return { collect, emit };
}

/** Those of what is compiled into the engine. */
const CRATES = readFileSync(new URL("generated/LICENSE-CRATES", import.meta.url), "utf8");

/** @param {string} module */
function packageOf(module) {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(module)[0];
}

/** @param {string} folder */
function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no file with its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
