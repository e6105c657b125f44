import { render } from "preact";
import type { Finding, Report } from "gouji";
import { forms, rules, version } from "../state/engine";
import { weightOf } from "../report/judge";
import { entries, result, type Entry } from "../state/findings";
import { gridOf, labelsOf } from "../../npm/src/report/grid";
import { verdict } from "../state/verdict";
import { RulesOff } from "./Verdict";
import { words } from "../words";
import { verdictWords } from "../words/verdictWords";

/** Makes the sheet when the page is about to be printed: while one types there is none to keep up with. */
export function printSheet(root: HTMLElement): void {
  window.addEventListener("beforeprint", () => render(<CheckSheet />, root));
  window.addEventListener("afterprint", () => render(null, root));
}

/** The check sheet (校验单): what the page becomes on paper, to go back to whoever filed the report. */
function CheckSheet() {
  const say = words.value;
  const report = result.value?.report;
  if (!report) return null;
  const { title, detail } = verdictWords(verdict.value, say);
  return (
    <article class="check-sheet">
      <h1>{say.sheet.heading}</h1>
      <table class="sheet-about">
        <tbody>
          <tr>
            <th scope="row">{say.sheet.organ}</th>
            <td>{report.organ ?? say.verdict.noOrgan}</td>
            <th scope="row">{say.sheet.year}</th>
            <td>{report.year ?? "—"}</td>
            <th scope="row">{say.verdict.formLabel}</th>
            <td>{report.form === null ? "—" : say.verdict.form[report.form]}</td>
          </tr>
          <tr>
            <th scope="row">{say.sheet.verdict}</th>
            <td colSpan={5}>
              <strong>{title}</strong>　{detail} <RulesOff />
            </td>
          </tr>
        </tbody>
      </table>
      {entries.value.length > 0 && <Faults report={report} />}
      <footer class="sheet-signatures">
        <p>
          {say.sheet.filedBy}
          <span />
        </p>
        <p>
          {say.sheet.checkedBy}
          <span />
        </p>
        <p>
          {say.sheet.date}
          <span />
        </p>
      </footer>
      <p class="sheet-engine">
        {say.name} · {say.engineVersion(version.value)}
      </p>
    </article>
  );
}

function Faults({ report }: { report: Report }) {
  const say = words.value.sheet;
  const head = [say.number, say.severity, say.place, say.cell, say.actual, say.expected, say.message, say.basis];
  return (
    <table class="sheet-faults">
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gravestFirst(entries.value).map(({ key, finding }, index) => (
          <tr key={key}>
            <td>{index + 1}</td>
            <Fault finding={finding} report={report} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gravestFirst(list: Entry[]): Entry[] {
  return [...list].sort((one, other) => weightOf(one.finding) - weightOf(other.finding));
}

function Fault({ finding, report }: { finding: Finding; report: Report }) {
  const say = words.value;
  const rule = rules.value.find(({ code }) => code === finding.code);
  return (
    <>
      <td>
        {say.severity[finding.severity]} {finding.code}
      </td>
      <td>{finding.span ? say.findings.line(finding.span.line) : say.findings.wholeReport}</td>
      <td>{cellName(finding, report)}</td>
      <td class="sheet-figure">{finding.actual ?? ""}</td>
      <td class="sheet-figure">{finding.expected ?? ""}</td>
      <td>{finding.message}</td>
      <td>{rule?.basis}</td>
    </>
  );
}

/** The one cell that a finding is about; a sum's many cells are in its message. */
function cellName({ cells, span }: Finding, report: Report): string {
  for (const table of Object.values(report.tables)) {
    const grid = gridOf(forms.value, table);
    for (const { address, span: place } of table.rows.flatMap((row) => row.cells))
      if (grid && cells.includes(address) && (cells.length === 1 || (span && place?.start === span.start)))
        return labelsOf(grid, address).join(" · ");
  }
  return "";
}
