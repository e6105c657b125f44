/** Which command is asked for, and what the process ends with. */

import { GoujiError, terminate, version } from "../worker/node.js";
import { type Command, type Options, parse } from "./arguments.js";
import { check } from "./check.js";
import { UsageError } from "./errors.js";
import { Exit, type ExitCode } from "./exit.js";
import { help } from "./help.js";
import { localeOf } from "./locale.js";
import { rollUp } from "./roll-up.js";
import { rule } from "./rule.js";
import { table } from "./table.js";
import { write } from "./output.js";

const COMMANDS: Record<Command, (options: Options) => Promise<ExitCode>> = { check, table, "roll-up": rollUp, rule };

export async function run(args: string[]): Promise<ExitCode> {
  const locale = localeOf(args);
  try {
    const asked = parse(args, locale);
    if (asked.version) await write(`gouji ${await version()}\n`);
    else if (asked.help || !asked.command) await write(help(locale));
    else return await COMMANDS[asked.command](asked);
    return asked.help || asked.version ? Exit.clean : Exit.unchecked;
  } catch (error) {
    // What was asked for can't be done; anything else is a fault of the program, and is shown as one.
    if (!(error instanceof UsageError || error instanceof GoujiError)) throw error;
    process.stderr.write(`${locale === "en" ? "error: " : "错误："}${error.message}\n`);
    return Exit.unchecked;
  } finally {
    terminate();
  }
}
