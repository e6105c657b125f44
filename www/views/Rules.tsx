import { useEffect, useRef } from "preact/hooks";
import type { RuleDoc } from "gouji";
import { rules } from "../state/engine";
import { goTo, openRule } from "../state/layout";
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
  useEffect(() => {
    if (open) element.current?.scrollIntoView({ block: "start" });
  }, [open]);
  return (
    <details class="rule" ref={element} open={open}>
      <summary>
        <span class="code">{rule.code}</span>
        <span class={`badge badge-${rule.severity}`}>
          <Icon name={rule.severity} />
          {say.severity[rule.severity]}
        </span>
        <span>{rule.summary}</span>
      </summary>
      <div class="rule-doc">
        <RuleText text={rule.doc} />
      </div>
    </details>
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
