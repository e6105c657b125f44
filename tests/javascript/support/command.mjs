/** `gouji` on the command line. */

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

/** Runs the command line that is installed in a project: in Chinese unless the environment says otherwise. */
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
