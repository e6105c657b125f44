import { computed } from "@preact/signals";
import { locale } from "../state/settings";
import { byLocale } from "./byLocale";
import type { Words } from "./zh";

/** The page's words in the language chosen. */
export const words = computed<Words>(() => byLocale[locale.value]);

export type { Words };
