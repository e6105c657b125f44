/** What the user has set: language, theme and rules. Kept in this browser, and nowhere else. */

import { computed, effect, signal } from "@preact/signals";
import type { FindingOptions, Locale, RuleSetting } from "gouji";

export type Theme = "light" | "dark";

const KEY = "gouji.settings";

interface Settings {
  locale: Locale;
  /** Null follows the system. */
  theme: Theme | null;
  /** Rules that are off or of another severity, by code. */
  rules: Record<string, RuleSetting>;
}

const RULE_SETTINGS: readonly RuleSetting[] = ["off", "error", "warning", "info"];

const stored = read();
const darkSystem = matchMedia("(prefers-color-scheme: dark)");

export const locale = signal<Locale>(stored.locale ?? "zh-CN");
const chosenTheme = signal<Theme | null>(stored.theme ?? null);
const systemTheme = signal<Theme>(darkSystem.matches ? "dark" : "light");

export const ruleSettings = signal<Record<string, RuleSetting>>(stored.rules ?? {});

/** The codes of the rules that are off. */
export const rulesOff = computed(() => Object.keys(ruleSettings.value).filter((code) => ruleSettings.value[code] === "off"));

/** Sets a rule, or leaves it as it is by default. */
export function setRule(code: string, setting: RuleSetting | null): void {
  const { [code]: _, ...others } = ruleSettings.value;
  ruleSettings.value = setting ? { ...others, [code]: setting } : others;
}

/** How findings are worded and weighed. */
export function findingOptions(): FindingOptions {
  return { locale: locale.value, rules: ruleSettings.value };
}

export function theme(): Theme {
  return chosenTheme.value ?? systemTheme.value;
}

export function toggleTheme(): void {
  chosenTheme.value = theme() === "dark" ? "light" : "dark";
}

export function toggleLocale(): void {
  locale.value = locale.value === "zh-CN" ? "en" : "zh-CN";
}

/** Applies the settings to the document, now and whenever they change. */
export function applySettings(): void {
  darkSystem.addEventListener("change", (event) => (systemTheme.value = event.matches ? "dark" : "light"));
  effect(() => {
    document.documentElement.lang = locale.value;
    document.documentElement.dataset.theme = theme();
  });
  effect(() => write({ locale: locale.value, theme: chosenTheme.value, rules: ruleSettings.value }));
}

function read(): Partial<Settings> {
  try {
    const settings = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<keyof Settings, unknown>>;
    return {
      ...(settings.locale === "en" && { locale: "en" }),
      rules: knownRules(settings.rules),
      ...((settings.theme === "dark" || settings.theme === "light") && { theme: settings.theme }),
    };
  } catch {
    return {};
  }
}

/** What was kept may be of another version, or not of this page's making. */
function knownRules(kept: unknown): Settings["rules"] {
  const known = Object.entries(kept ?? {}).filter(
    (entry): entry is [string, RuleSetting] => /^[A-Z]\d{3}$/.test(entry[0]) && RULE_SETTINGS.includes(entry[1] as RuleSetting),
  );
  return Object.fromEntries(known);
}

function write(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
