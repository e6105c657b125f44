import type { Verdict } from "../report/judge";
import type { Words } from "./zh";

/** A verdict in words, with its sign. */
export function verdictWords(judged: Verdict, { verdict: say }: Words) {
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
