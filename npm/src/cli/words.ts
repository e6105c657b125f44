/** What the command line says, in both languages. */

import type { Locale, Severity } from "../../generated/index.js";
import type { Tally } from "./outcome.js";

export interface Words {
  severity: Record<Severity, string>;
  failed: string;
  fix: string;
  note: string;
  clean: string;
  incomplete: string;
  noPrevious: string;
  counts(counts: Pick<Tally, "error" | "warning" | "info">): string;
  total(tally: Tally): string;
  heads: { severity: string; place: string; rule: string; message: string; figures: string };
}

const CHINESE: Words = {
  severity: { error: "错误", warning: "提醒", info: "提示" },
  failed: "未能校验",
  fix: "改法",
  note: "相关",
  clean: "未发现问题",
  incomplete: "未能全部校验",
  noPrevious: "没有找到同一机关的上年报告，未与上年核对",
  counts: ({ error, warning, info }) => `错误 ${error} 处，提醒 ${warning} 处，提示 ${info} 处`,
  total: (tally) =>
    [
      `共 ${tally.files} 份报告：${CHINESE.counts(tally)}`,
      tally.failed > 0 && `${tally.failed} 份未能校验`,
      tally.incomplete > 0 && `${tally.incomplete} 份未能全部校验`,
      tally.unmatched > 0 && `${tally.unmatched} 份没有上年报告可对`,
    ]
      .filter(Boolean)
      .join("；"),
  heads: { severity: "级别", place: "位置", rule: "规则", message: "问题", figures: "合计" },
};

const ENGLISH: Words = {
  severity: { error: "error", warning: "warning", info: "info" },
  failed: "not checked",
  fix: "fix",
  note: "note",
  clean: "no findings",
  incomplete: "not wholly checked",
  noPrevious: "no report of the same organ among last year's: not held against last year",
  counts: ({ error, warning, info }) => `${count(error, "error")}, ${count(warning, "warning")}, ${info} info`,
  total: (tally) =>
    [
      `${count(tally.files, "report")}: ${ENGLISH.counts(tally)}`,
      tally.failed > 0 && `${tally.failed} not checked`,
      tally.incomplete > 0 && `${tally.incomplete} not wholly checked`,
      tally.unmatched > 0 && `${tally.unmatched} without last year's report`,
    ]
      .filter(Boolean)
      .join("; "),
  heads: { severity: "Severity", place: "Place", rule: "Rule", message: "Finding", figures: "Sums" },
};

export function words(locale: Locale): Words {
  return locale === "en" ? ENGLISH : CHINESE;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
