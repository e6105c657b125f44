/** What comes from the clipboard or from a file, as the engine reads it. */

import type { ReadOptions, Report } from "gouji";
import { engine } from "./engine";

export function readReport(input: string | Uint8Array, options: ReadOptions = {}): Promise<Report> {
  return engine.call("parse", input, options);
}

export async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** What a paste brings as markup: text with tables keeps its cells that way. */
export function markupOf(clipboard: DataTransfer): string | null {
  const html = clipboard.getData("text/html");
  if (/<table/i.test(html)) return html;
  const text = clipboard.getData("text/plain");
  return /<table[\s>]/i.test(text) ? text : null;
}
