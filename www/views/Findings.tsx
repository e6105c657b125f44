import { useRef } from "preact/hooks";
import { useSignalEffect } from "@preact/signals";
import type { Severity } from "gouji";
import { entries, hidden, result, SEVERITIES, shown, toggleSeverity, type Entry } from "../state/findings";
import { showRule } from "../state/layout";
import { selectedEntry, selectFinding, stepFinding, visits } from "../state/selection";
import { words } from "../words";
import { Icon } from "./Icon";
import { scrollInto } from "./scrollInto";

/** What was found, one a line, in the order of the text. */
export function Findings() {
  const say = words.value.findings;
  return (
    <section class="pane findings-pane" aria-labelledby="findings-heading">
      <div class="pane-bar">
        <h2 id="findings-heading">{say.heading}</h2>
        <div class="filters" role="group" aria-label={say.filter}>
          {SEVERITIES.map((severity) => (
            <Filter severity={severity} />
          ))}
        </div>
        <p class="keys">{say.keys}</p>
      </div>
      <List />
    </section>
  );
}

function Filter({ severity }: { severity: Severity }) {
  const count = result.value?.counts[severity] ?? 0;
  return (
    <button
      type="button"
      class={`filter filter-${severity}`}
      aria-pressed={!hidden.value.has(severity)}
      disabled={count === 0}
      onClick={() => toggleSeverity(severity)}
    >
      <Icon name={severity} />
      {words.value.severity[severity]} <span class="number">{count}</span>
    </button>
  );
}

function List() {
  const say = words.value.findings;
  const list = useRef<HTMLOListElement>(null);
  useSignalEffect(() => {
    void visits.value;
    if (!selectedEntry.value) return;
    requestAnimationFrame(() => {
      const item = list.current?.querySelector<HTMLElement>(".finding.selected");
      if (item && list.current) scrollInto(list.current, item);
    });
  });
  if (shown.value.length === 0) {
    const words = !result.value ? say.waiting : entries.value.length === 0 ? say.none : say.noneShown;
    return <p class="no-findings">{words}</p>;
  }
  return (
    <ol class="findings" ref={list} onKeyDown={walk}>
      {shown.value.map((entry) => (
        <Item key={entry.key} entry={entry} />
      ))}
    </ol>
  );
}

function Item({ entry: { key, finding } }: { entry: Entry }) {
  const say = words.value;
  const selected = selectedEntry.value?.key === key;
  return (
    <li class={selected ? "finding selected" : "finding"}>
      <button type="button" class="finding-main" aria-pressed={selected} onClick={() => selectFinding(key)}>
        <span class={`badge badge-${finding.severity}`}>
          <Icon name={finding.severity} />
          {say.severity[finding.severity]}
        </span>
        <span class="place">{finding.span ? say.findings.line(finding.span.line) : say.findings.wholeReport}</span>
        <span class="finding-message">{finding.message}</span>
      </button>
      <button type="button" class="code" onClick={() => showRule(finding.code)} aria-label={say.findings.rule(finding.code)}>
        {finding.code}
      </button>
    </li>
  );
}

/** Up and down in the list are the next and the previous finding. */
function walk(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
  if (!step) return;
  event.preventDefault();
  const list = event.currentTarget as HTMLElement;
  stepFinding(step);
  requestAnimationFrame(() => list.querySelector<HTMLElement>(".finding.selected .finding-main")?.focus());
}
