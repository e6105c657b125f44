/** `gouji rule`: a rule's page, or all rules. */

import { rules } from "../worker/node.js";
import type { Options } from "./arguments.js";
import { UsageError } from "./errors.js";
import { Exit, type ExitCode } from "./exit.js";
import { write } from "./output.js";
import { words } from "./words.js";

export async function rule({ locale, paths }: Options): Promise<ExitCode> {
  const say = words(locale);
  const all = await rules(locale);
  if (paths.length === 0) {
    const line = (each: (typeof all)[number]) => `${each.code}  ${each.name} (${say.severity[each.severity]}): ${each.summary}\n`;
    await write(all.map(line).join(""));
    return Exit.clean;
  }
  for (const wanted of paths) {
    const found = all.find(({ code, name }) => code === wanted.toUpperCase() || name === wanted.toLowerCase());
    if (!found) {
      throw new UsageError(
        locale === "en"
          ? `There is no rule “${wanted}”; gouji rule lists them all.`
          : `没有“${wanted}”这条规则；gouji rule 可列出全部规则。`,
      );
    }
    await write(`# ${found.code} ${found.name} (${say.severity[found.severity]})\n\n${found.doc}\n`);
  }
  return Exit.clean;
}
