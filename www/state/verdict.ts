/** The verdict: one of four on a report, or why there is none. */

import { computed } from "@preact/signals";
import { outcome } from "./check";
import type { CheckResult } from "gouji";

export type Verdict =
  | { kind: "empty" }
  | { kind: "failed"; message: string }
  | { kind: "notReport"; message: string }
  | { kind: "incomplete"; counts: CheckResult["counts"]; reasons: string[] }
  | { kind: "faulty"; counts: CheckResult["counts"] }
  | { kind: "clean"; counts: CheckResult["counts"] };

/** The rules that leave something unchecked. */
const UNCHECKED = new Set(["F105", "C203", "C211", "I901"]);

export const verdict = computed<Verdict>(() => {
  const { value } = outcome;
  return value.kind === "checked" ? judge(value.result) : value;
});

export function judge({ findings, counts, complete }: CheckResult): Verdict {
  const notReport = findings.find(({ code }) => code === "F116");
  if (notReport) return { kind: "notReport", message: notReport.message };
  if (!complete) {
    const reasons = findings.filter(({ code }) => UNCHECKED.has(code)).map(({ message }) => message);
    return { kind: "incomplete", counts, reasons };
  }
  return counts.error + counts.warning > 0 ? { kind: "faulty", counts } : { kind: "clean", counts };
}
