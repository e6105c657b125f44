// Every function of the package as a caller in TypeScript writes it; only compiled, never run.

import init, {
  GoujiError,
  applyFixes,
  check,
  compare,
  forms,
  init as load,
  matchOrgans,
  parse,
  render,
  rollUp,
  rules,
  version,
} from "gouji";
import start, { type CheckOutcome, check as checkLater, checkMany, terminate } from "gouji/worker";
import type { Cell, CheckOptions, CheckResult, Finding, Form, Locale, ReadOptions, RenderFormat, Report, RollUp, RuleDoc, TableId } from "gouji";

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

  const format: RenderFormat = "markdown";
  const fixed: string = applyFixes(report.text, compare(report, result.report, { locale }));
  const sums: RollUp = rollUp(null, [report], { organs: ["…"] });
  const others: (number | null)[] = matchOrgans([report.organ], [sums.report.organ]);
  console.log(fixed, others, render(report, format));

  await start("gouji_bg.wasm");
  const later: CheckResult = await checkLater(bytes, options);
  const outcomes: CheckOutcome[] = await checkMany(new Set([bytes, "…"]), {
    locale,
    concurrency: 2,
    signal: new AbortController().signal,
    onProgress: ({ done, total, index, result }) => console.log(done / total, index, result instanceof GoujiError),
  });
  for (const outcome of outcomes) console.log(outcome instanceof GoujiError ? outcome.message : outcome.counts, later.counts);
  terminate();

  // @ts-expect-error: there is no such option.
  check("…", { colour: "red" });
  // @ts-expect-error: nor such a language.
  rules("fr");
  // @ts-expect-error: a cell may have no figure.
  const sum: number = cell!.value + 1;
  console.log(sum);
}
