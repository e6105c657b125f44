/** What the user has set: language and theme. Kept in this browser, and nowhere else. */

import { effect, signal } from "@preact/signals";
import type { Locale } from "gouji";

export type Theme = "light" | "dark";

const KEY = "gouji.settings";

interface Settings {
  locale: Locale;
  /** Null follows the system. */
  theme: Theme | null;
}

const stored = read();
const darkSystem = matchMedia("(prefers-color-scheme: dark)");

export const locale = signal<Locale>(stored.locale ?? "zh-CN");
const chosenTheme = signal<Theme | null>(stored.theme ?? null);
const systemTheme = signal<Theme>(darkSystem.matches ? "dark" : "light");

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
  effect(() => write({ locale: locale.value, theme: chosenTheme.value }));
}

function read(): Partial<Settings> {
  try {
    const settings = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<keyof Settings, unknown>>;
    return {
      ...(settings.locale === "en" && { locale: "en" }),
      ...((settings.theme === "dark" || settings.theme === "light") && { theme: settings.theme }),
    };
  } catch {
    return {};
  }
}

function write(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
