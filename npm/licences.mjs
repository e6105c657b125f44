/** Collects the licences of the libraries that went into a script, and puts them into one file beside it. */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

export function licences(fileName) {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(({ modules = {} }) => Object.keys(modules));
      const packages = new Set(modules.filter((id) => id.includes("node_modules")).map(packageOf));
      const source = [...packages].sort().map(licence).join("\n");
      this.emitFile({ type: "asset", fileName, source });
    },
  };
}

function packageOf(module) {
  let folder = dirname(module);
  while (!existsSync(join(folder, "package.json")) || !JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version) {
    folder = dirname(folder);
  }
  return folder;
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no file with its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
