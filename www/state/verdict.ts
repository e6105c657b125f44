/** The verdict on the text under check. */

import { computed } from "@preact/signals";
import { judge, type Verdict } from "../report/judge";
import { outcome } from "./check";
import { missing } from "./engine";

export const verdict = computed<Verdict>(() => {
  if (missing.value !== null) return { kind: "failed", message: missing.value };
  const { value } = outcome;
  return value.kind === "checked" ? judge(value.result) : value;
});
