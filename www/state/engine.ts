/** The engine of this page, and what it says of itself once it has started. */

import { effect, signal } from "@preact/signals";
import type { Form, RuleDoc } from "gouji";
import { Engine } from "../engine/engine";
import { locale } from "./settings";

export const engine = new Engine();

export const forms = signal<Form[]>([]);
export const rules = signal<RuleDoc[]>([]);
export const version = signal("");

/** Why the engine can't be had at all. */
export const missing = signal<string | null>(null);

/** Asks the engine for its forms, rules and version. */
export function introduce(): void {
  const ask = (question: Promise<void>) => void question.catch((error: Error) => (missing.value = error.message));
  ask(engine.call("version").then((answer) => void (version.value = answer)));
  ask(engine.call("forms").then((answer) => void (forms.value = answer)));
  effect(() => ask(engine.call("rules", locale.value).then((answer) => void (rules.value = answer))));
}
