import type { CheckResult, Table, TableId } from "gouji";
import { forms } from "../state/engine";
import { faultyCells, result } from "../state/findings";
import { gridOf } from "../state/grid";
import { currentTable } from "../state/selection";
import { words } from "../words";
import { FormGrid } from "./FormGrid";
import { Inspector } from "./Inspector";
import { Tabs } from "./Tabs";

const TABLES: readonly TableId[] = ["disclosure", "applications", "litigation"];

/** The three tables in the official grid. All are in the page; the tabs bring one to the front. */
export function Tables() {
  const say = words.value.tables;
  return (
    <section class="pane tables-pane" aria-labelledby="tables-heading">
      <div class="pane-bar">
        <h2 id="tables-heading">{say.heading}</h2>
        <Tabs
          label={say.heading}
          tabs={TABLES.map((id) => ({ id, panel: `table-${id}`, content: <TabName id={id} /> }))}
          selected={currentTable.value}
          onSelect={(id) => (currentTable.value = id)}
        />
      </div>
      {TABLES.map((id) => (
        <div
          key={id}
          id={`table-${id}`}
          class="form-sheet"
          role="tabpanel"
          aria-labelledby={`tab-table-${id}`}
          hidden={currentTable.value !== id}
        >
          <Sheet id={id} checked={result.value} />
        </div>
      ))}
      <Inspector />
    </section>
  );
}

function TabName({ id }: { id: TableId }) {
  const say = words.value.tables;
  const faults = [...faultyCells.value].filter(([address]) => address.startsWith(`${id}.`));
  const heavy = faults.some(([, severity]) => severity === "error") ? "error" : "warning";
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

function Sheet({ id, checked }: { id: TableId; checked: CheckResult | null }) {
  const say = words.value.tables;
  const table: Pick<Table, "id" | "form"> & Partial<Table> = checked?.report.tables[id] ?? { id, form: "2021" };
  const grid = gridOf(forms.value, table);
  if (!grid) return null;
  return (
    <>
      <h3 class="form-title" lang="zh-CN" id={`title-${id}`}>
        {grid.title}
      </h3>
      <p class="form-note">{!checked || checked.report.form === null ? say.blankForm : table.found ? "" : say.missing}</p>
      <FormGrid grid={grid} id={id} />
      {table.extraRows && table.extraRows.length > 0 && <ExtraRows rows={table.extraRows} />}
    </>
  );
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
