import { useRef } from "preact/hooks";
import { useSignal, useSignalEffect } from "@preact/signals";
import type { Severity } from "gouji";
import { undo } from "../state/document";
import {
  entries,
  families,
  family,
  hidden,
  listed,
  order,
  result,
  type Order as OrderName,
  shown,
  toggleSeverity,
} from "../state/findings";
import { applyFixes, changes, fixable, fixed } from "../state/fixes";
import { SEVERITIES } from "../report/judge";
import { concerned, stepFinding, visits } from "../state/selection";
import { words } from "../words";
import { ChangeList } from "./ChangeList";
import { FindingItem } from "./FindingItem";
import { Icon } from "./Icon";
import { scrollInto } from "./scrollInto";

/** What was found, one a line. */
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
        {families.value.length > 1 && <Families />}
        {entries.value.length > 1 && <Order />}
        <Keys />
        {fixed.value !== null && (
          <p class="fixed" role="status">
            {say.fixed(fixed.value)}
            <button type="button" class="link" onClick={undo}>
              {say.undo}
            </button>
          </p>
        )}
        {fixable.value.length > 0 && (
          <>
            <ChangeList />
            <button type="button" class="small" onClick={() => applyFixes(fixable.value)}>
              {say.fixAll(changes.value.length)}
            </button>
          </>
        )}
      </div>
      <List />
    </section>
  );
}

function Keys() {
  const say = words.value.findings.keys;
  return (
    <p class="keys">
      <kbd>F8</kbd> {say.next} <kbd>Shift F8</kbd> {say.previous} <kbd>Esc</kbd> {say.back}
    </p>
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

function Families() {
  const say = words.value.findings;
  return (
    <select
      class="small"
      aria-label={say.family}
      value={family.value ?? ""}
      onChange={({ currentTarget }) => (family.value = currentTarget.value || null)}
    >
      <option value="">{say.allFamilies}</option>
      {families.value.map(([name, count]) => (
        <option key={name} value={name}>
          {say.families[name] ?? name} {count}
        </option>
      ))}
    </select>
  );
}

const ORDERS: OrderName[] = ["weight", "place", "rule"];

function Order() {
  const say = words.value.findings;
  return (
    <select
      class="small"
      aria-label={say.order}
      value={order.value}
      onChange={({ currentTarget }) => (order.value = currentTarget.value as OrderName)}
    >
      {ORDERS.map((each) => (
        <option key={each} value={each}>
          {say.orders[each]}
        </option>
      ))}
    </select>
  );
}

/** How many findings are listed at a time. */
const PORTION = 200;

function List() {
  const say = words.value.findings;
  const most = useSignal(PORTION);
  const list = useRef<HTMLOListElement>(null);
  useSignalEffect(() => {
    void visits.value;
    if (concerned.value.length === 0) return;
    const at = listed.value.findIndex((same) => same.some((entry) => concerned.value.includes(entry)));
    if (at >= most.peek()) most.value = at + PORTION;
    requestAnimationFrame(() => {
      const item = list.current?.querySelector<HTMLElement>(".finding.selected, .finding.touched");
      if (item && list.current) scrollInto(list.current, item);
    });
  });
  if (shown.value.length === 0) {
    const words = !result.value ? say.waiting : entries.value.length === 0 ? say.none : say.noneShown;
    return <p class="no-findings">{words}</p>;
  }
  return (
    <ol class="findings" ref={list} onKeyDown={walk}>
      {listed.value.slice(0, most.value).map((same) => (
        <FindingItem key={same[0].key} same={same} />
      ))}
      {listed.value.length > most.value && (
        <li class="more">
          <button type="button" class="small" onClick={() => (most.value += PORTION)}>
            {say.more(listed.value.length - most.value)}
          </button>
        </li>
      )}
    </ol>
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
