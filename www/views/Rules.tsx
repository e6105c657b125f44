import { useEffect, useRef } from "preact/hooks";
import type { RuleDoc, RuleSetting } from "gouji";
import { mayBeOff } from "../report/judge";
import { rules } from "../state/engine";
import { goTo, openRule } from "../state/layout";
import { ruleSettings, setRule } from "../state/settings";
import { words } from "../words";
import { Icon } from "./Icon";

/** The catalogue of rules, each with its page. */
export function Rules() {
  const say = words.value;
  return (
    <main class="rules" tabIndex={-1}>
      <div class="rules-inner">
        <button type="button" class="small" onClick={() => goTo("check")}>
          ← {say.rules.back}
        </button>
        <h2>{say.rules.heading}</h2>
        <p>{say.rules.intro}</p>
        <Changed />
        {families().map(([family, own]) => (
          <section key={family}>
            <h3>{words.value.findings.families[family] ?? family}</h3>
            {own.map((rule) => (
              <Rule key={rule.code} rule={rule} />
            ))}
          </section>
        ))}
      </div>
    </main>
  );
}

/** How many rules are not as they come, and a way back. */
function Changed() {
  const say = words.value.rules;
  const count = Object.keys(ruleSettings.value).length;
  if (count === 0) return null;
  return (
    <p class="rules-changed">
      {say.changed(count)}
      <button type="button" class="link" onClick={() => (ruleSettings.value = {})}>
        {say.restore}
      </button>
    </p>
  );
}

/** The rules by family, in the order of their codes' hundreds. */
function families(): [family: string, rules: RuleDoc[]][] {
  const byHundred = [...rules.value].sort((one, other) => one.code.slice(1).localeCompare(other.code.slice(1)));
  const groups = new Map<string, RuleDoc[]>();
  for (const rule of byHundred) groups.set(rule.family, [...(groups.get(rule.family) ?? []), rule]);
  return [...groups];
}

function Rule({ rule }: { rule: RuleDoc }) {
  const say = words.value;
  const element = useRef<HTMLDetailsElement>(null);
  const open = openRule.value === rule.code;
  const setting = ruleSettings.value[rule.code] ?? rule.severity;
  useEffect(() => {
    if (open) element.current?.scrollIntoView({ block: "start" });
  }, [open]);
  return (
    <details class="rule" ref={element} open={open}>
      <summary>
        <span class="code">{rule.code}</span>
        {setting === "off" ? (
          <span class="badge badge-info">{say.rules.settings.off}</span>
        ) : (
          <span class={`badge badge-${setting}`}>
            <Icon name={setting} />
            {say.severity[setting]}
          </span>
        )}
        <span>{rule.summary}</span>
      </summary>
      <div class="rule-doc">
        <RuleText text={rule.doc} />
        <RuleChoice rule={rule} />
      </div>
    </details>
  );
}

const SETTINGS: RuleSetting[] = ["error", "warning", "info", "off"];

/** What this page does with a rule. */
function RuleChoice({ rule }: { rule: RuleDoc }) {
  const say = words.value;
  if (!mayBeOff(rule.code)) return <p class="rule-choice">{say.rules.always}</p>;
  return (
    <label class="rule-choice">
      {say.rules.treat}
      <select
        class="small"
        value={ruleSettings.value[rule.code] ?? ""}
        onChange={({ currentTarget }) => setRule(rule.code, (currentTarget.value || null) as RuleSetting | null)}
      >
        <option value="">{say.rules.byDefault(say.severity[rule.severity])}</option>
        {SETTINGS.filter((each) => each !== rule.severity).map((each) => (
          <option key={each} value={each}>
            {each === "off" ? say.rules.settings.off : say.severity[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Lines wrapped in the source run on; between Chinese characters without a space. */
function unwrap(block: string): string {
  return block.replace(/(?<=[\u3000-\uffef])\n(?=[\u3000-\uffef])/g, "");
}

/** A rule's words: headings and paragraphs, as text. */
function RuleText({ text }: { text: string }) {
  const blocks = text.split(/\n{2,}/).map((block) => block.trim());
  return (
    <>
      {blocks.filter(Boolean).map((block) => {
        const heading = /^#+\s*(.*)$/.exec(block)?.[1];
        return heading === undefined ? <p>{unwrap(block)}</p> : <h4>{heading}</h4>;
      })}
    </>
  );
}
