import { computed } from "@preact/signals";
import { locale } from "../state/settings";
import { en } from "./en";
import { zh, type Words } from "./zh";

/** The page's words in the language chosen. */
export const words = computed<Words>(() => (locale.value === "en" ? en : zh));

export type { Words };
