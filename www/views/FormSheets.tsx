import type { ComponentChildren } from "preact";
import type { Report, Table, TableId } from "gouji";
import { gridOf } from "../../npm/src/report/grid";
import { forms } from "../state/engine";
import { words } from "../words";
import { FormGrid, type Figures } from "./FormGrid";
import { Tabs } from "./Tabs";

const TABLES: readonly TableId[] = ["disclosure", "applications", "litigation"];

interface Props {
  /** Tells the tables of one part of the page from those of another. */
  name: string;
  figures: Figures;
  current: TableId;
  onTurn: (id: TableId) => void;
  /** What stands under the title of a table. */
  note: (table: Table | null) => string;
  /** Stands after the tabs. */
  actions?: ComponentChildren;
}

/** The three tables in the official grid. All are in the page; the tabs bring one to the front. */
export function FormSheets({ name, figures, current, onTurn, note, actions }: Props) {
  const say = words.value.tables;
  return (
    <>
      <div class="pane-bar">
        <h2 id={`${name}-heading`}>{say.heading}</h2>
        <Tabs
          label={say.heading}
          tabs={TABLES.map((id) => ({ id, panel: `${name}-${id}`, content: <TabName id={id} figures={figures} /> }))}
          selected={current}
          onSelect={onTurn}
        />
        {actions}
      </div>
      {TABLES.map((id) => (
        <div
          key={id}
          id={`${name}-${id}`}
          class="form-sheet"
          role="tabpanel"
          aria-labelledby={`tab-${name}-${id}`}
          hidden={current !== id}
        >
          <Sheet name={name} id={id} figures={figures} note={note} />
        </div>
      ))}
    </>
  );
}

function TabName({ id, figures }: { id: TableId; figures: Figures }) {
  const say = words.value.tables;
  const faults = figures.findings.filter(({ cells }) => cells.some((address) => address.startsWith(`${id}.`)));
  const heavy = faults.some(({ severity }) => severity === "error") ? "error" : "warning";
  return (
    <>
      {say.tabs[id]}
      {faults.length > 0 && (
        <span class={`count count-${heavy}`}>
          {faults.length}
          <span class="visually-hidden">{say.faults(faults.length)}</span>
        </span>
      )}
    </>
  );
}

function Sheet({ name, id, figures, note }: Pick<Props, "name" | "figures" | "note"> & { id: TableId }) {
  const table = tableOf(figures.report, id);
  const grid = gridOf(forms.value, table ?? { id, form: "2021" });
  if (!grid) return null;
  const titleId = `title-${name}-${id}`;
  return (
    <>
      <h3 class="form-title" lang="zh-CN" id={titleId}>
        {grid.title}
      </h3>
      <p class="form-note">{note(table)}</p>
      <FormGrid grid={grid} id={id} titleId={titleId} figures={figures} />
      {table && table.extraRows.length > 0 && <ExtraRows rows={table.extraRows} />}
    </>
  );
}

function tableOf(report: Report | undefined, id: TableId): Table | null {
  return report?.tables[id] ?? null;
}

function ExtraRows({ rows }: { rows: Table["rows"] }) {
  return (
    <div class="extra-rows">
      <h4>{words.value.tables.extraRows}</h4>
      <ul lang="zh-CN">
        {rows.map((row) => (
          <li key={row.id}>
            {row.written ?? row.label}　{[...row.cells.map(({ raw }) => raw), ...row.unplaced.map(({ raw }) => raw)].join("　")}
          </li>
        ))}
      </ul>
    </div>
  );
}
