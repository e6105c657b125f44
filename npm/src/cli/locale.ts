/** The language of what is printed: `--lang`, else that of the system, else Chinese. */

import type { Locale } from "../../generated/index.js";

export function localeOf(args: string[]): Locale {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = at < 0 ? undefined : (args[at]!.split("=")[1] ?? args[at + 1]);
  return toLocale(asked) ?? ofSystem();
}

/** zh, zh-CN, zh_CN.UTF-8 and the like; none where it is neither of the two. */
export function toLocale(tag: string | undefined): Locale | null {
  if (/^zh\b/i.test(tag?.replace(/[_.]/g, "-") ?? "")) return "zh-CN";
  return /^en\b/i.test(tag?.replace(/[_.]/g, "-") ?? "") ? "en" : null;
}

function ofSystem(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value);
  if (named !== undefined) {
    const isNeutral = /^(C|POSIX)\b/.test(named);
    return isNeutral ? "zh-CN" : (toLocale(named) ?? "en");
  }
  // Windows names no language in the environment.
  return process.platform === "win32" ? (toLocale(Intl.DateTimeFormat().resolvedOptions().locale) ?? "en") : "zh-CN";
}
