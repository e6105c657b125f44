/** The package as a user has it: packed, and installed from the tarball into an empty project. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const built = fileURLToPath(new URL("../../../dist/npm/", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "gouji-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

function npm(args, cwd) {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** What `npm pack` says of the tarball. */
export const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", root], built));

/** A new project with the package in it; `files` are written into it by name. */
export function project(files = {}) {
  const place = mkdtempSync(join(root, "project-"));
  put(place, { "package.json": JSON.stringify({ name: "project", private: true, type: "module" }), ...files });
  npm(["install", "--offline", "--no-audit", "--no-fund", join(root, packed.filename)], place);
  return place;
}

/** Writes files by their names, with the folders that they need. */
export function put(place, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), content);
  }
}

const shared = project();

/** The package's own folder. */
export const folder = join(shared, "node_modules/gouji");

const require = createRequire(join(shared, "script.cjs"));
const script = (name) => import(pathToFileURL(join(folder, name)));

/** Each way to load it in Node, by name. */
export const entries = { import: await script("node.mjs"), require: require("gouji") };

/** The same functions off the caller's thread. */
export const workers = { "worker by import": await script("worker.mjs"), "worker by require": require("gouji/worker") };
