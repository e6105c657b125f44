// Every function of the package as a caller in TypeScript writes it; only compiled, never run.

import init, { GoujiError, check, forms, init as load, parse, rules, version } from "gouji";
import type { Cell, CheckOptions, CheckResult, Finding, Form, Locale, ReadOptions, Report, RuleDoc, TableId } from "gouji";

const reading: ReadOptions = { format: "docx", encoding: "gb18030" };
const options: CheckOptions = {
  ...reading,
  locale: "en",
  rules: { A302: "off", "parts-do-not-add-up": "error" },
  year: 2024,
  organKind: "department",
  previous: parse("…"),
};

export async function calls(bytes: Uint8Array): Promise<void> {
  await init();
  await load(new URL("https://example.org/gouji_bg.wasm"));
  const result: CheckResult = check(bytes, options);
  const report: Report = parse("…", reading);
  const locale: Locale = "zh-CN";
  const pages: RuleDoc[] = rules(locale);
  const grids: Form[] = forms();
  const table: TableId = grids[0]!.tables[0]!.id;
  const cell: Cell | undefined = report.tables[table].rows[0]?.cells[0];
  const value: number | null = cell?.value ?? null;
  const worst: Finding | undefined = result.findings.find((finding) => finding.severity === "error");
  const place: string = worst?.span ? report.text.slice(worst.span.start, worst.span.end) : version();
  console.log(value, place, pages.length, new GoujiError("internal", "…").code === "unknown-option");

  // @ts-expect-error: there is no such option.
  check("…", { colour: "red" });
  // @ts-expect-error: nor such a language.
  rules("fr");
  // @ts-expect-error: a cell may have no figure.
  const sum: number = cell!.value + 1;
  console.log(sum);
}
