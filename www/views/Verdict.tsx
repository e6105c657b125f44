import { checking } from "../state/check";
import { result } from "../state/findings";
import type { Verdict as Judged } from "../report/judge";
import { verdict } from "../state/verdict";
import { rulesOff } from "../state/settings";
import { words } from "../words";
import { Icon } from "./Icon";
import { Outputs } from "./Outputs";
import { verdictWords } from "../words/verdictWords";

/** The first thing to see: may the report go out? */
export function Verdict() {
  const say = words.value;
  const judged = verdict.value;
  const { icon, title, detail } = verdictWords(judged, say);
  return (
    <section class={`verdict verdict-${judged.kind} ${weight(judged)}`}>
      <div class="verdict-words" role="status" aria-live="polite">
        <Icon name={icon} />
        <p class="verdict-title">{checking.value ? say.verdict.checking : title}</p>
        <p class="verdict-detail">
          {detail}
          {"counts" in judged && <RulesOff />}
        </p>
      </div>
      <About />
      {result.value?.report.form && <Outputs result={result.value} />}
    </section>
  );
}

/** A rule that is off finds nothing: the verdict must not keep that back. */
export function RulesOff() {
  const codes = rulesOff.value;
  return codes.length > 0 ? <span class="rules-off">{words.value.rules.off(codes)}</span> : null;
}

/** Whose report it is, of which year and form. */
function About() {
  const say = words.value;
  const report = result.value?.report;
  if (!report || report.form === null) return null;
  return (
    <ul class="about">
      <li lang="zh-CN">{report.organ ?? say.verdict.noOrgan}</li>
      {report.year !== null && <li>{say.verdict.year(report.year)}</li>}
      <li>{say.verdict.form[report.form]}</li>
    </ul>
  );
}

/** Red where something is wrong, amber where a person must look. */
function weight(judged: Judged): string {
  if (judged.kind === "failed" || judged.kind === "notReport") return "weight-error";
  if (!("counts" in judged)) return "";
  if (judged.counts.error > 0) return "weight-error";
  return judged.kind === "clean" ? "" : "weight-warning";
}
