/** The command line as options. */

import { parseArgs } from "node:util";
import type { CheckOptions, Locale, OrganKind, RuleSetting } from "../../generated/index.js";
import { UsageError } from "./errors.js";
import { toLocale } from "./locale.js";

export type Command = "check" | "table" | "roll-up" | "rule";

export const FORMATS = {
  check: ["text", "csv", "json", "ndjson", "sarif", "markdown"],
  table: ["markdown", "csv", "json", "html", "xlsx"],
  "roll-up": ["text", "csv", "json", "markdown", "html", "xlsx"],
  rule: ["markdown"],
} as const;

export type Format<Of extends Command> = (typeof FORMATS)[Of][number];

/** Which options a command takes, besides those that all take. */
const TAKES: Record<Command, string[]> = {
  check: ["format", "output", "previous", "input", "year", "organ-kind", "rule", "encoding"],
  table: ["format", "output", "encoding"],
  "roll-up": ["format", "output", "parent", "organs", "rule", "encoding"],
  rule: [],
};

const OPTIONS = {
  format: { type: "string", short: "f" },
  output: { type: "string", short: "o" },
  previous: { type: "string" },
  input: { type: "string" },
  year: { type: "string" },
  "organ-kind": { type: "string" },
  rule: { type: "string", multiple: true },
  encoding: { type: "string" },
  parent: { type: "string" },
  organs: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

export interface Options {
  command: Command | null;
  locale: Locale;
  paths: string[];
  format: string;
  output: string | null;
  previous: string | null;
  input: string | null;
  parent: string | null;
  organs: string | null;
  /** What goes to the engine as it is. */
  check: CheckOptions;
  help: boolean;
  version: boolean;
}

export function parse(args: string[], locale: Locale): Options {
  const { values, positionals } = split(args, locale);
  const [name, ...paths] = positionals;
  const command = name === undefined ? null : oneOf("", name, Object.keys(TAKES) as Command[], locale);
  const stray = Object.keys(values).find((key) => !["lang", "help", "version", ...(command ? TAKES[command] : [])].includes(key));
  if (stray !== undefined && !values.help) throw new UsageError(notTaken(command, stray, locale));
  if (values.lang !== undefined && !toLocale(values.lang)) oneOf("--lang", values.lang, ["zh", "en"], locale);
  if (command && command !== "rule" && paths.length === 0 && !values.help) throw new UsageError(noPath(command, locale));
  const formats: readonly string[] = FORMATS[command ?? "check"];
  return {
    command,
    locale,
    paths,
    format: values.format === undefined ? formats[0]! : oneOf("--format", values.format, formats, locale),
    output: values.output ?? null,
    previous: values.previous ?? null,
    input: values.input === undefined ? null : oneOf("--input", values.input, ["ndjson"], locale),
    parent: values.parent ?? null,
    organs: values.organs ?? null,
    check: {
      locale,
      ...(values.year !== undefined && { year: Number(values.year) }),
      ...(values["organ-kind"] !== undefined && { organKind: values["organ-kind"] as OrganKind }),
      ...(values.encoding !== undefined && { encoding: values.encoding }),
      ...(values.rule !== undefined && { rules: rules(values.rule, locale) }),
    },
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function split(args: string[], locale: Locale) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(misused(error as NodeJS.ErrnoException, locale));
  }
}

function misused({ code, message }: NodeJS.ErrnoException, locale: Locale): string {
  const [, option = ""] = /'(?:-\w, )?(-[^' ]*)/.exec(message) ?? [];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    return locale === "en" ? `There is no option ${option}. See gouji --help.` : `没有 ${option} 这个选项，用法见 gouji --help。`;
  }
  return locale === "en" ? `${option} needs a value. See gouji --help.` : `${option} 须给出值，用法见 gouji --help。`;
}

/** `A302=off` and the like. */
function rules(settings: string[], locale: Locale): Record<string, RuleSetting> {
  const pairs = settings.map((setting) => {
    const [rule, value, rest] = setting.split("=");
    if (!rule || !value || rest !== undefined) {
      throw new UsageError(
        locale === "en"
          ? `--rule takes a rule and what it is set to, such as A302=off, not “${setting}”.`
          : `--rule 须写成“规则=设置”，如 A302=off，不能是“${setting}”。`,
      );
    }
    return [rule, value as RuleSetting] as const;
  });
  return Object.fromEntries(pairs);
}

function oneOf<Value extends string>(option: string, value: string, all: readonly Value[], locale: Locale): Value {
  const found = all.find((each) => each === value);
  if (found !== undefined) return found;
  const what = option || (locale === "en" ? "The command" : "命令");
  throw new UsageError(
    locale === "en"
      ? `${what} can't be “${value}”; there are: ${all.join(", ")}.`
      : `${what}不能是“${value}”；可用的有：${all.join("、")}。`,
  );
}

function notTaken(command: Command | null, option: string, locale: Locale): string {
  if (!command) return locale === "en" ? `--${option} needs a command. See gouji --help.` : `--${option} 须与命令同用，用法见 gouji --help。`;
  const options = TAKES[command].map((each) => `--${each}`);
  return locale === "en"
    ? `gouji ${command} takes no --${option}${options.length > 0 ? `; its options are: ${options.join(", ")}` : ""}.`
    : `gouji ${command} 没有 --${option} 选项${options.length > 0 ? `；可用的有：${options.join("、")}` : ""}。`;
}

function noPath(command: Command, locale: Locale): string {
  return locale === "en"
    ? `gouji ${command} needs a file or a folder, or - for standard input.`
    : `gouji ${command} 须给出文件或文件夹；标准输入用 - 表示。`;
}
