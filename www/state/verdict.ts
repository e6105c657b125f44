/** The verdict on the text under check. */

import { computed } from "@preact/signals";
import { judge, type Verdict } from "../report/judge";
import { outcome } from "./check";

export const verdict = computed<Verdict>(() => {
  const { value } = outcome;
  return value.kind === "checked" ? judge(value.result) : value;
});
