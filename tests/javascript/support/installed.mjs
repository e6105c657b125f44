/** The package as a user has it: packed, and installed from the tarball into an empty project. */

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { folder } from "./package.mjs";

const root = mkdtempSync(join(tmpdir(), "gouji-installed-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

function npm(args, cwd) {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** What `npm pack` says of the tarball. */
export const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", root], folder));

/** A new project with the package in it; `files` are written into it by name. */
export function project(files = {}) {
  const place = mkdtempSync(join(root, "project-"));
  writeFileSync(join(place, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }));
  npm(["install", "--offline", "--no-audit", "--no-fund", join(root, packed.filename)], place);
  put(place, files);
  return place;
}

export function put(place, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), content);
  }
}

/** Runs the command line in a project: in Chinese unless the environment says otherwise. */
export async function gouji(place, args, { input = "", env = {}, node = [] } = {}) {
  const installed = join(place, "node_modules/gouji");
  const { bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const { PATH, HOME } = process.env;
  const process_ = spawn(process.execPath, [...node, join(installed, bin.gouji), ...args], {
    cwd: place,
    env: { PATH, HOME, LANG: "zh_CN.UTF-8", ...env },
  });
  if (typeof input === "string" || input instanceof Uint8Array) process_.stdin.end(input);
  else input.pipe(process_.stdin);
  const ended = new Promise((resolve) => process_.on("close", resolve));
  const [out, err, code] = await Promise.all([printed(process_.stdout), printed(process_.stderr), ended]);
  return { out, err, code };
}

/** With its byte-order mark, if there is one. */
async function printed(stream) {
  return (await buffer(stream)).toString();
}
