import type { Cell } from "gouji";
import type { Words } from "../words";

/** How a cell came to what it shows: source line, raw text, and how it was read. */
export function howRead(cell: Cell, { tables: say }: Words): string {
  const how = cell.placed === "inferred" ? say.how.inferred : cell.state === "number" ? say.how.exact : say.how[cell.state];
  const raw = cell.raw.trim();
  return [cell.span && say.line(cell.span.line), raw !== "" && say.raw(raw), how].filter(Boolean).join(" · ");
}
