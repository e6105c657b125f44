import type { Finding } from "gouji";
import type { Entry, Same } from "../state/findings";
import { applyFixes, fixable } from "../state/fixes";
import { goTo } from "../state/layout";
import { concerned, selectedEntry, selectFinding } from "../state/selection";
import { words } from "../words";
import { Icon } from "./Icon";

/** One line of the list: a finding, or several that say the same, each with its place. */
export function FindingItem({ same }: { same: Same }) {
  const say = words.value;
  const [{ key, finding }, ...others] = same;
  const selected = same.some((entry) => entry.key === selectedEntry.value?.key);
  const touched = !selected && same.some((entry) => concerned.value.includes(entry));
  return (
    <li class={["finding", selected && "selected", touched && "touched"].filter(Boolean).join(" ")}>
      <button type="button" class="finding-main" aria-pressed={selected} onClick={() => selectFinding(key)}>
        <span class={`badge badge-${finding.severity}`}>
          <Icon name={finding.severity} />
          {say.severity[finding.severity]}
        </span>
        <span class="place">{placeOf(finding)}</span>
        <span class="finding-message">{finding.message}</span>
      </button>
      {others.length > 0 && <Others entries={others} />}
      {finding.fix && <FixButtons findings={same.map((entry) => entry.finding)} />}
      <button type="button" class="code" onClick={() => goTo("rules", finding.code)} aria-label={say.findings.rule(finding.code)}>
        {finding.code}
      </button>
    </li>
  );
}

/** How many places of findings that say the same are named. */
const NAMED = 5;

function Others({ entries }: { entries: Entry[] }) {
  const say = words.value.findings;
  return (
    <span class="others">
      {say.also}
      {entries.slice(0, NAMED).map((entry) => (
        <button type="button" class="link" key={entry.key} onClick={() => selectFinding(entry.key)}>
          {placeOf(entry.finding)}
        </button>
      ))}
      {entries.length > NAMED && say.alsoMore(entries.length - NAMED)}
    </span>
  );
}

/** Fixes this one; and, where there are more of its rule, all of them. */
function FixButtons({ findings }: { findings: Finding[] }) {
  const say = words.value.findings;
  const first = findings[0]!;
  const ofRule = fixable.value.filter(({ code }) => code === first.code);
  return (
    <span class="fixes">
      <button type="button" class="small" title={first.fix?.message} onClick={() => applyFixes(findings)}>
        {say.fix}
      </button>
      {ofRule.length > findings.length && (
        <button type="button" class="small" onClick={() => applyFixes(ofRule)}>
          {say.fixRule(first.code, ofRule.length)}
        </button>
      )}
    </span>
  );
}

function placeOf({ span }: Finding): string {
  const say = words.value.findings;
  return span ? say.line(span.line) : say.wholeReport;
}
