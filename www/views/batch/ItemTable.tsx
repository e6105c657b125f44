import { useState } from "preact/hooks";
import { sortBy, sorting, visible, type Column } from "../../state/batch";
import { news, type Item } from "../../state/items";
import { openFile } from "../../state/intake";
import { goTo } from "../../state/layout";
import { givePrevious, takePreviousAway } from "../../state/previous";
import { bytesOf } from "../../state/read";
import { words } from "../../words";
import { Icon } from "../Icon";
import { verdictOf } from "./verdictOf";

/** The height of a row, in CSS pixels: the list draws only the rows in sight, so that thousands cost no more than a few. */
const ROW = 38;
const BEYOND = 10;

const COLUMNS: Column[] = ["verdict", "organ", "year", "gravest", "path"];

export function ItemTable() {
  const say = words.value.batch;
  const [view, setView] = useState({ top: 0, height: window.innerHeight });
  const list = visible.value;
  const first = Math.max(0, Math.floor(view.top / ROW) - BEYOND);
  const last = Math.min(list.length, Math.ceil((view.top + view.height) / ROW) + BEYOND);
  return (
    <div
      class="batch-list"
      tabIndex={0}
      role="region"
      aria-label={say.heading}
      onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
    >
      <table aria-rowcount={list.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {list.slice(first, last).map((item, index) => (
            <Row key={item.id} item={item} index={first + index} />
          ))}
          <Gap rows={list.length - last} />
        </tbody>
      </table>
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const say = words.value.batch;
  const { column: current, down } = sorting.value;
  return (
    <th scope="col" aria-sort={column !== current ? "none" : down ? "descending" : "ascending"}>
      <button type="button" onClick={() => sortBy(column)}>
        {say.columns[column]}
        <span aria-hidden="true">{column !== current ? "" : down ? " ↓" : " ↑"}</span>
      </button>
    </th>
  );
}

/** Stands in for rows out of sight. */
function Gap({ rows }: { rows: number }) {
  return rows > 0 ? (
    <tr aria-hidden="true">
      <td colSpan={COLUMNS.length} style={{ height: `${rows * ROW}px`, padding: "0", border: "0" }} />
    </tr>
  ) : null;
}

function Row({ item, index }: { item: Item; index: number }) {
  // What is known of an item changes in place.
  void news.value;
  const { text, icon } = verdictOf(item, words.value);
  const gravest = item.refused ?? item.checked?.gravest ?? "";
  return (
    <tr aria-rowindex={index + 2}>
      <td class={`batch-verdict batch-${icon}`} title={text}>
        {icon && <Icon name={icon} />}
        {text}
      </td>
      <td lang="zh-CN">{item.checked?.organ ?? ""}</td>
      <td class="number">{item.checked?.year ?? ""}</td>
      <td title={gravest}>{gravest}</td>
      <td>
        <ItemLink item={item} />
      </td>
    </tr>
  );
}

/** Opens a report of the list in the check, with last year's beside it where there is one. */
export function ItemLink({ item }: { item: Item }) {
  void news.value;
  return (
    <button type="button" class="link" disabled={item.checked === null} title={item.path} onClick={() => void open(item)}>
      {item.path}
    </button>
  );
}

async function open({ file, previous }: Item): Promise<void> {
  goTo("check");
  if (previous) await givePrevious(await bytesOf(previous));
  else takePreviousAway();
  await openFile(file);
}
