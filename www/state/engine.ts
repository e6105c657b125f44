/** The engine of this page, and what it says of itself once it has started. */

import { effect, signal } from "@preact/signals";
import type { Form, RuleDoc } from "gouji";
import { Engine } from "../engine/client";
import { spawn } from "../engine/spawn";
import { locale } from "./settings";

export const engine = new Engine(spawn);

export const forms = signal<Form[]>([]);
export const rules = signal<RuleDoc[]>([]);
export const version = signal("");

/** Asks the engine for its forms, rules and version. */
export function introduce(): void {
  void engine.call("version").then((answer) => (version.value = answer));
  void engine.call("forms").then((answer) => (forms.value = answer));
  effect(() => {
    void engine.call("rules", locale.value).then((answer) => (rules.value = answer));
  });
}
