import { checking } from "../state/check";
import { result } from "../state/findings";
import { verdict, type Verdict as Judged } from "../state/verdict";
import { words, type Words } from "../words";
import { Icon } from "./Icon";

/** The first thing to see: may the report go out? */
export function Verdict() {
  const say = words.value;
  const judged = verdict.value;
  const { icon, title, detail } = phrase(judged, say);
  return (
    <section class={`verdict verdict-${judged.kind} ${weight(judged)}`}>
      <div class="verdict-words" role="status" aria-live="polite">
        <Icon name={icon} />
        <p class="verdict-title">{checking.value ? say.verdict.checking : title}</p>
        <p class="verdict-detail">{detail}</p>
      </div>
      <About />
    </section>
  );
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

function phrase(judged: Judged, { verdict: say }: Words) {
  switch (judged.kind) {
    case "empty":
      return { icon: "empty", title: say.empty, detail: say.emptyDetail } as const;
    case "failed":
      return { icon: "error", title: say.failed, detail: judged.message || say.failedDetail } as const;
    case "notReport":
      return { icon: "incomplete", title: say.notReport, detail: judged.message } as const;
    case "incomplete": {
      const { error, warning } = judged.counts;
      const faults = error + warning > 0 ? say.faulty(error, warning) : "";
      return { icon: "incomplete", title: say.incomplete, detail: say.incompleteDetail(faults, judged.reasons) } as const;
    }
    case "faulty": {
      const { error, warning, info } = judged.counts;
      const detail = info > 0 ? say.alsoInfo(info) : "";
      return { icon: error > 0 ? "error" : "warning", title: say.faulty(error, warning), detail } as const;
    }
    case "clean": {
      const { info } = judged.counts;
      return { icon: "clean", title: say.clean, detail: info > 0 ? say.cleanWithInfo(info) : say.cleanDetail } as const;
    }
  }
}
