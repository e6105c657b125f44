import {
  addFiles,
  cancel,
  checkWaiting,
  filter,
  forgetAll,
  items,
  progress,
  running,
  tally,
  visible,
  type Filter,
  type Item,
} from "../../state/batch";
import { csv } from "../../state/csv";
import { dropping } from "../../state/drop";
import type { FoundFile } from "../../state/folders";
import { words } from "../../words";
import { ChooseFiles } from "../ChooseFiles";
import { saveFile } from "../saveFile";
import { ItemTable } from "./ItemTable";
import { verdictOf } from "./verdictOf";

/** Many reports: drop a folder or files, see every verdict, open one. */
export function Batch() {
  const say = words.value.batch;
  return (
    <main class={dropping.value ? "batch dropping" : "batch"}>
      <div class="batch-bar">
        <h2>{say.heading}</h2>
        <ChooseFiles label={say.addFiles} onChoose={add} />
        <ChooseFiles label={say.addFolder} folder onChoose={add} />
        {items.value.length > 0 && (
          <>
            <button type="button" class="small" disabled={running.value} onClick={saveList}>
              {say.saveList}
            </button>
            <button type="button" class="small" onClick={forgetAll}>
              {say.forget}
            </button>
          </>
        )}
      </div>
      {items.value.length === 0 ? (
        <p class="batch-empty">{say.empty}</p>
      ) : (
        <>
          <Progress />
          <Filters />
          <ItemTable />
        </>
      )}
    </main>
  );
}

const add = (files: FoundFile[]) => void addFiles(files);

function Progress() {
  const say = words.value.batch;
  const { done, total } = progress.value;
  return (
    <div class="batch-progress">
      <progress value={done} max={total} aria-label={say.progress} />
      <span class="number">{say.done(done, total)}</span>
      {running.value ? (
        <button type="button" class="small" onClick={cancel}>
          {say.cancel}
        </button>
      ) : (
        done < total && (
          <button type="button" class="small" onClick={() => void checkWaiting()}>
            {say.resume}
          </button>
        )
      )}
    </div>
  );
}

const FILTERS: Filter[] = ["all", "faulty", "incomplete", "clean", "unread"];

function Filters() {
  const say = words.value.batch;
  return (
    <div class="filters" role="group" aria-label={say.filter}>
      {FILTERS.map((name) => (
        <button type="button" class="filter" aria-pressed={filter.value === name} onClick={() => (filter.value = name)}>
          {say.filters[name]} <span class="number">{tally.value[name]}</span>
        </button>
      ))}
    </div>
  );
}

function saveList(): void {
  const { batch: say } = words.value;
  const { path, organ, year, verdict } = say.columns;
  const { error, warning, info } = words.value.severity;
  const row = (item: Item) => {
    const { checked } = item;
    const counts = checked ? [checked.counts.error, checked.counts.warning, checked.counts.info] : [null, null, null];
    return [item.path, checked?.organ ?? null, checked?.year ?? null, verdictOf(item, words.value).text, ...counts];
  };
  const rows = [[path, organ, year, verdict, error, warning, info], ...visible.value.map(row)];
  saveFile(`${say.listName}.csv`, "text/csv", csv(rows));
}
