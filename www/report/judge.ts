/** The verdict on a report: one of four, or why there is none. */

import type { CheckResult, Finding, Severity } from "gouji";

export type Verdict =
  | { kind: "empty" }
  | { kind: "failed"; message: string }
  | { kind: "notReport"; message: string }
  | { kind: "incomplete"; counts: CheckResult["counts"]; reasons: string[] }
  | { kind: "faulty"; counts: CheckResult["counts"] }
  | { kind: "clean"; counts: CheckResult["counts"] };

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The rules that leave something unchecked. */
const UNCHECKED = new Set(["F105", "C203", "C211", "I901"]);

/** Whether a rule may be turned off: without those that say what was not checked, a text would pass for clean. */
export function mayBeOff(code: string): boolean {
  return code !== "F116" && !UNCHECKED.has(code);
}

export function judge({ findings, counts, complete }: CheckResult): Verdict {
  const notReport = findings.find(({ code }) => code === "F116");
  if (notReport) return { kind: "notReport", message: notReport.message };
  if (!complete) {
    const reasons = findings.filter(({ code }) => UNCHECKED.has(code)).map(({ message }) => message);
    return { kind: "incomplete", counts, reasons };
  }
  return counts.error + counts.warning > 0 ? { kind: "faulty", counts } : { kind: "clean", counts };
}

/** Errors come first, then the figure that mends them, as it says what to do. */
export function weightOf({ code, severity }: Finding): number {
  return code === "A307" ? 0.5 : SEVERITIES.indexOf(severity);
}

/** The gravest finding, the first of them in the order of the text. */
export function gravest(findings: Finding[]): Finding | null {
  return findings.reduce<Finding | null>((found, each) => (found && weightOf(found) <= weightOf(each) ? found : each), null);
}
