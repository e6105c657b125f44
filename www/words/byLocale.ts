import type { Locale } from "gouji";
import { en } from "./en";
import { zh, type Words } from "./zh";

/** The words in each language: for the worker, which has no settings to follow. */
export const byLocale: Record<Locale, Words> = { "zh-CN": zh, en };
