import { useSignal } from "@preact/signals";
import type { TableId } from "gouji";
import { gridOf, labelsOf } from "../../../npm/src/report/grid";
import { cellAt } from "../../report/sums";
import { running } from "../../state/batch";
import { items, news } from "../../state/items";
import { forms } from "../../state/engine";
import type { Fault } from "../../state/findings";
import { longJob } from "../../state/longJob";
import { failure, organs, parent, rolledUp, rollUp, type RolledUp } from "../../state/rollUp";
import { words } from "../../words";
import { ChooseFiles, REPORTS } from "../ChooseFiles";
import { prepareTables } from "../copyTables";
import { Dialog } from "../Dialog";
import { FormSheets } from "../FormSheets";
import { Icon } from "../Icon";
import { OutputMenu } from "../OutputMenu";
import { reportChoices } from "../reportChoices";
import { scrollInto } from "../scrollInto";
import { ItemLink } from "./ItemTable";

/** The reports of the list added up, with who is missing and what doesn't agree. */
export function SumsOverAll() {
  const say = words.value.sums;
  void news.value;
  const readable = items.value.some(({ checked }) => checked?.form != null);
  return (
    <>
      <div class="batch-progress">
        <button
          type="button"
          class="small primary"
          disabled={!readable || running.value || longJob.value !== null}
          onClick={() => void rollUp()}
        >
          {rolledUp.value ? say.again : say.make}
        </button>
        <Parent />
        <Organs />
        <span role="status">{failure.value ?? ""}</span>
      </div>
      {rolledUp.value ? <Sums sums={rolledUp.value} /> : <p class="batch-empty">{readable ? say.intro : say.none}</p>}
    </>
  );
}

function Parent() {
  const say = words.value.sums;
  if (!parent.value)
    return <ChooseFiles label={say.parent} single accept={REPORTS} onChoose={([first]) => first && (parent.value = first.file)} />;
  return (
    <span>
      {say.parentIs(parent.value.name)}
      <button type="button" class="link" onClick={() => (parent.value = null)}>
        {say.remove}
      </button>
    </span>
  );
}

function Organs() {
  const say = words.value.sums;
  const count = organs.value.split(/[\r\n]+/).filter((name) => name.trim() !== "").length;
  return (
    <Dialog
      id="organs"
      label={count > 0 ? say.organsGiven(count) : say.organs}
      active={count > 0}
      heading={say.organs}
      intro={say.organsIntro}
    >
      <textarea
        class="paste-here"
        aria-label={say.organs}
        lang="zh-CN"
        spellcheck={false}
        value={organs.value}
        onInput={({ currentTarget }) => (organs.value = currentTarget.value)}
      />
    </Dialog>
  );
}

function Sums({ sums }: { sums: RolledUp }) {
  const say = words.value.sums;
  const current = useSignal<TableId>("applications");
  const selected = useSignal<string | null>(null);
  const faults = new Map<string, Fault>();
  const select = (address: string) => {
    selected.value = address;
    current.value = address.split(".")[0] as TableId;
    requestAnimationFrame(() => bringIntoView(address));
  };
  for (const { finding } of sums.findings) for (const address of finding.cells) 
    faults.set(address, { severity: finding.severity, isOfMany: false });
  return (
    <div class="sums">
      <div class="sums-findings">
        <h3>{say.findings}</h3>
        {sums.missing.length > 0 && (
          <>
            <h4>{say.missing(sums.missing.length)}</h4>
            <p lang="zh-CN">{sums.missing.join("、")}</p>
          </>
        )}
        {sums.missing.length === 0 && organs.value.trim() !== "" && <p>{say.complete}</p>}
        <SumFindings sums={sums} onSelect={select} />
      </div>
      <section class="pane sums-tables" aria-labelledby="sums-heading">
        <FormSheets
          name="sums"
          figures={{
            report: sums.report,
            findings: sums.findings.map(({ finding }) => finding),
            faults,
            lit: new Set(),
            selected: selected.value,
            select,
          }}
          current={current.value}
          onTurn={(id) => (current.value = id)}
          note={() => say.count(sums.count)}
          actions={
            <OutputMenu
              choices={(tell) => reportChoices(sums.report, say.count(sums.count), tell)}
              onOpen={() => void prepareTables(sums.report)}
            />
          }
        />
        <p class="inspector sums-cell" aria-live="polite">
          {selected.value ? <SumCell sums={sums} address={selected.value} /> : say.cell}
        </p>
      </section>
    </div>
  );
}

function bringIntoView(address: string): void {
  const cell = document.querySelector<HTMLElement>(`.sums-tables [data-address="${address}"]`);
  const sheet = cell?.closest<HTMLElement>(".form-sheet");
  if (cell && sheet) scrollInto(sheet, cell);
}

/** How many findings are listed at a time. */
const PORTION = 200;

function SumFindings({ sums, onSelect }: { sums: RolledUp; onSelect: (address: string) => void }) {
  const say = words.value;
  const most = useSignal(PORTION);
  // Organs without a report have been named.
  const rest = sums.findings.filter(({ finding }) => !(finding.code === "R702" && finding.source === null));
  if (rest.length === 0) return <p>{say.sums.noFindings}</p>;
  return (
    <>
      <ol class="sums-list">
        {rest.slice(0, most.value).map(({ finding, about }) => (
          <li>
            <span class={`badge badge-${finding.severity}`}>
              <Icon name={finding.severity} />
              {say.severity[finding.severity]}
            </span>
            <span>
              {finding.cells[0] ? (
                <button type="button" class="plain" onClick={() => onSelect(finding.cells[0]!)}>
                  {finding.message}
                </button>
              ) : (
                finding.message
              )}
              {about.map((item) => (
                <ItemLink item={item} />
              ))}
            </span>
          </li>
        ))}
      </ol>
      {rest.length > most.value && (
        <button type="button" class="small" onClick={() => (most.value += PORTION)}>
          {say.findings.more(rest.length - most.value)}
        </button>
      )}
    </>
  );
}

function SumCell({ sums, address }: { sums: RolledUp; address: string }) {
  const id = address.split(".")[0] as TableId;
  const grid = gridOf(forms.value, sums.report.tables[id]);
  const cell = cellAt(sums.report, address);
  return (
    <>
      <strong lang="zh-CN">{grid ? labelsOf(grid, address).join(" · ") : address}</strong>{" "}
      {cell?.value ?? (cell && words.value.tables.how[cell.state === "number" ? "exact" : cell.state])}
    </>
  );
}
