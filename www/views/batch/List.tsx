import { cancel, checkWaiting, filter, progress, running, tally, type Filter } from "../../state/batch";
import { words } from "../../words";
import { RulesOff } from "../Verdict";
import { ItemTable } from "./ItemTable";

/** Every file with its verdict. */
export function List() {
  return (
    <>
      <div class="batch-progress">
        <Progress />
        <Filters />
      </div>
      <ItemTable />
    </>
  );
}

function Progress() {
  const say = words.value.batch;
  const { done, total } = progress.value;
  return (
    <>
      <progress value={done} max={total} aria-label={say.progress} />
      <span class="number">{say.done(done, total)}</span>
      <RulesOff />
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
    </>
  );
}

const FILTERS: Filter[] = ["all", "faulty", "incomplete", "clean", "unread"];

function Filters() {
  const say = words.value.batch;
  return (
    <div class="filters" role="group" aria-label={say.filter}>
      {FILTERS.map((name) => (
        <button
          type="button"
          class="filter"
          aria-pressed={filter.value === name}
          disabled={name !== "all" && tally.value[name] === 0}
          onClick={() => (filter.value = name)}
        >
          {say.filters[name]} <span class="number">{tally.value[name]}</span>
        </button>
      ))}
    </div>
  );
}
