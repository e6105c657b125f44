import type { Finding } from "gouji";
import { forms } from "../state/engine";
import { result } from "../state/findings";
import { gridOf, labelsOf } from "../../npm/src/report/grid";
import { previous } from "../state/previous";
import { selectCell, selectedEntry, selectedSums, selection } from "../state/selection";
import { cellAt, total, type Sum, type Term } from "../report/sums";
import { words } from "../words";
import { howRead } from "./howRead";

/** The strip under the tables: the cell or the broken sum that is selected, written out. Its height never changes. */
export function Inspector() {
  const say = words.value;
  const sums = selectedSums.value;
  const address = selection.value?.kind === "cell" ? selection.value.address : null;
  const finding = sums.length === 0 ? (selectedEntry.value?.finding ?? null) : null;
  return (
    <div class="inspector" role="region" aria-live="polite" aria-label={say.tables.inspector} tabIndex={0}>
      {address !== null && <CellLine address={address} />}
      {sums.map((sum) => (
        <SumLine sum={sum} />
      ))}
      {finding && <FindingLines finding={finding} />}
      {selection.value === null && <Legend />}
    </div>
  );
}

/** How much of a place is quoted, in characters. */
const EXTRACT = 24;

/** More figures than this are named in the finding's message alone. */
const FEW = 8;

/** A finding without a sum: the figures that it is about, and the other places that it names. */
function FindingLines({ finding: { cells, message, related } }: { finding: Finding }) {
  const report = result.value?.report;
  const say = words.value.tables;
  return (
    <>
      <p>{message}</p>
      {cells.length > 0 && cells.length <= FEW && (
        <p class="cell-line related">
          {cells.map((address) => (
            <button type="button" class="link" onClick={() => selectCell(address)}>
              <span lang="zh-CN">{labels(address).join("，")}</span> {report && (cellAt(report, address)?.raw.trim() || "—")}
            </button>
          ))}
        </p>
      )}
      {related.length > 0 && (
        <p class="cell-line related">
          {related.map(({ span, message: what }) => (
            <span>
              {say.line(span.line)} <q>{report?.text.slice(span.start, Math.min(span.end, span.start + EXTRACT))}</q> {what}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function CellLine({ address }: { address: string }) {
  const report = result.value?.report;
  const cell = report && cellAt(report, address);
  const row = report?.tables[tableOf(address)].rows.find(({ cells }) => cells.some((each) => each.address === address));
  const last = previous.value && cellAt(previous.value, address);
  const say = words.value.tables;
  return (
    <p class="cell-line">
      <strong lang="zh-CN">{labels(address).join(" · ")}</strong>
      {cell && <span>{howRead(cell, words.value)}</span>}
      {last && last.value !== null && <span>{words.value.previous.figure(last.value)}</span>}
      {row && row.unplaced.length > 0 && <span>{say.unplaced(row.unplaced.map(({ raw }) => raw).join(" | "))}</span>}
    </p>
  );
}

/** A sum of more terms than this leaves less room for each one's name. */
const LONG = 4;

/** A sum as one would write it by hand: 12 + 1 + 0 = 13 ≠ 14, each figure over its label. */
function SumLine({ sum }: { sum: Sum }) {
  const say = words.value.tables;
  const shown = sum.left.filter(({ value }) => value !== 0);
  const left = shown.length > 0 ? shown : sum.left.slice(0, 1);
  const zeros = sum.left.length - left.length;
  const right = sum.right;
  return (
    <div class={left.length + right.length > LONG ? "sum sum-long" : "sum"}>
      <span class="sum-line" lang="zh-CN">
        {lineLabel(sum)}
      </span>
      <Terms terms={left} sum={sum} />
      {(sum.left.length > 1 || right.length > 1) && (
        <>
          <Sign text="=" />
          <Labelled value={total(sum.left)} label={zeros > 0 ? say.restZero(zeros) : ""} strong />
        </>
      )}
      <Sign text={total(sum.left) === total(right) ? "=" : "≠"} unequal={total(sum.left) !== total(right)} />
      {right.length > 1 && (
        <>
          <Labelled value={total(right)} label="" strong />
          <Sign text="=" />
        </>
      )}
      <Terms terms={right} sum={sum} />
    </div>
  );
}

function Terms({ terms, sum }: { terms: Term[]; sum: Sum }) {
  return (
    <>
      {terms.map((term, index) => (
        <>
          {index > 0 && <Sign text="+" />}
          <button type="button" class="term" title={labels(term.address).join("，")} onClick={() => selectCell(term.address)}>
            <span class="term-value">{term.value}</span>
            <span class="term-label" lang="zh-CN">
              {shortLabel(term.address, sum)}
            </span>
          </button>
        </>
      ))}
    </>
  );
}

function Labelled({ value, label, strong }: { value: number; label: string; strong?: boolean }) {
  return (
    <span class={strong ? "term term-strong" : "term"}>
      <span class="term-value">{value}</span>
      <span class="term-label">{label}</span>
    </span>
  );
}

function Sign({ text, unequal }: { text: string; unequal?: boolean }) {
  return <span class={unequal ? "sum-sign unequal" : "sum-sign"}>{text}</span>;
}

/** What the signs in the cells mean. */
function Legend() {
  const say = words.value.tables;
  return (
    <div class="legend">
      <p>{say.hint}</p>
      <ul>
        <li>
          <span class="sample cell-inferred">
            <span class="figure">0</span>
          </span>
          {say.states.inferred}
        </li>
        <li>
          <span class="sample cell-blank">·</span>
          {say.states.blank}
        </li>
        <li>
          <span class="sample cell-ambiguous">？</span>
          {say.states.ambiguous}
        </li>
        <li>
          <span class="sample cell-missing" />
          {say.states.missing}
        </li>
      </ul>
    </div>
  );
}

/** The name of the column or the row that is summed. */
function lineLabel({ line, left }: Sum): string {
  const [first] = left;
  if (!first) return "";
  const names = labels(first.address);
  return (first.address.endsWith(`.${line}`) ? names.at(-1) : names[0]) ?? line;
}

/** What tells a term from the others of its sum: its row in a sum down a column, its column in one along a row. */
function shortLabel(address: string, { left, right }: Sum): string {
  const rowOf = (each: string) => each.split(".")[1];
  const alongRow = [...left, ...right].every((term) => rowOf(term.address) === rowOf(address));
  const names = labels(address);
  return (alongRow ? names.at(-1) : names[0]) ?? address;
}

function labels(address: string): string[] {
  const table = result.value?.report.tables[tableOf(address)];
  const grid = table && gridOf(forms.value, table);
  return grid ? labelsOf(grid, address) : [address];
}

function tableOf(address: string) {
  return address.split(".")[0] as "disclosure" | "applications" | "litigation";
}
