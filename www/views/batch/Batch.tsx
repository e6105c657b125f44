import { signal } from "@preact/signals";
import { addFiles, checkWaiting, forgetAll } from "../../state/batch";
import { dropping } from "../../state/drop";
import type { FoundFile } from "../../state/folders";
import { items, news } from "../../state/items";
import { giveLastYear, lastYear, takeLastYearAway } from "../../state/lastYear";
import { words } from "../../words";
import { ChooseFiles } from "../ChooseFiles";
import { Tabs } from "../Tabs";
import { BatchOutputs } from "./BatchOutputs";
import { List } from "./List";
import { LongWork } from "./LongWork";
import { SumsOverAll } from "./SumsOverAll";

const PARTS = ["list", "sums"] as const;
const part = signal<(typeof PARTS)[number]>("list");

/** Many reports: drop a folder or files, see every verdict, open one; add them up. */
export function Batch() {
  const say = words.value.batch;
  const empty = items.value.length === 0;
  return (
    <main class={dropping.value ? "batch dropping" : "batch"}>
      <div class="batch-bar">
        <h2>{say.heading}</h2>
        {!empty && (
          <Tabs
            label={say.parts.label}
            tabs={PARTS.map((id) => ({ id, panel: `batch-${id}`, content: say.parts[id] }))}
            selected={part.value}
            onSelect={(id) => (part.value = id)}
          />
        )}
        <span class="batch-actions">
          <ChooseFiles label={say.addFiles} onChoose={add} />
          <ChooseFiles label={say.addFolder} folder onChoose={add} />
          {!empty && <LastYear />}
          {!empty && (
            <>
              <BatchOutputs />
              <button type="button" class="small" onClick={forgetAll}>
                {say.forget}
              </button>
            </>
          )}
        </span>
      </div>
      <LongWork />
      {empty ? <p class="batch-empty">{say.empty}</p> : <Part />}
    </main>
  );
}

function Part() {
  return (
    <>
      {PARTS.map((id) => (
        <div
          key={id}
          id={`batch-${id}`}
          class="batch-part"
          role="tabpanel"
          aria-labelledby={`tab-batch-${id}`}
          hidden={part.value !== id}
        >
          {id === "list" ? <List /> : <SumsOverAll />}
        </div>
      ))}
    </>
  );
}

/** Last year's reports to hold these against. */
function LastYear() {
  const say = words.value.batch;
  if (!lastYear.value)
    return <ChooseFiles label={say.lastYear} folder onChoose={(files) => void giveLastYear(files).then(checkWaiting)} />;
  void news.value;
  const matched = items.value.filter(({ previous }) => previous).length;
  return (
    <span class="last-year">
      {say.lastYearGiven(lastYear.value.files.length, matched)}
      <button
        type="button"
        class="link"
        onClick={() => {
          takeLastYearAway();
          void checkWaiting();
        }}
      >
        {words.value.sums.remove}
      </button>
    </span>
  );
}

const add = (files: FoundFile[]) => void addFiles(files);
