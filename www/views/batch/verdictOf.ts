import type { Severity } from "gouji";
import type { Item } from "../../state/items";
import type { Words } from "../../words";

/** A report's verdict in the list: the words and the sign. */
export function verdictOf({ checked, refused }: Item, { batch, verdict }: Words): { text: string; icon: Severity | "clean" | "incomplete" | null } {
  if (refused !== null) return { text: batch.filters.unread, icon: "error" };
  if (checked === null) return { text: batch.waiting, icon: null };
  const { error, warning } = checked.counts;
  switch (checked.kind) {
    case "notReport":
      return { text: verdict.notReport, icon: "incomplete" };
    case "incomplete":
      return { text: `${verdict.incomplete}${error + warning > 0 ? ` · ${verdict.faulty(error, warning)}` : ""}`, icon: "incomplete" };
    case "clean":
      return { text: verdict.clean, icon: "clean" };
    default:
      return { text: verdict.faulty(error, warning), icon: error > 0 ? "error" : "warning" };
  }
}
