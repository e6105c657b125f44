/** Getting a report in: a file of any format, or markup from the clipboard, is drawn as text by the engine. */

import { signal } from "@preact/signals";
import type { ReadOptions } from "gouji";
import { insertText, replaceText } from "./document";
import { engine } from "./engine";
import { clearSelection } from "./selection";

/** What is being read, or why it could not be. */
export type Intake = { kind: "reading"; name: string } | { kind: "refused"; name: string; message: string };

export const intake = signal<Intake | null>(null);

export async function openFile(file: File): Promise<void> {
  intake.value = { kind: "reading", name: file.name };
  try {
    const text = await draw(new Uint8Array(await file.arrayBuffer()));
    clearSelection();
    replaceText(text);
    intake.value = null;
  } catch (error) {
    intake.value = { kind: "refused", name: file.name, message: (error as Error).message };
  }
}

/** What a paste brings as text: markup with tables keeps its cells that way. */
export function markupOf(clipboard: DataTransfer): string | null {
  const html = clipboard.getData("text/html");
  if (/<table/i.test(html)) return html;
  const text = clipboard.getData("text/plain");
  return /<table[\s>]/i.test(text) ? text : null;
}

/** Pastes markup as the text drawn from it; if the engine can't, the clipboard's plain text. */
export async function pasteMarkup(html: string, plain: string): Promise<void> {
  let text = plain;
  try {
    text = await draw(html, { format: "html" });
  } catch {
    // The plain text loses the table's cells, but nothing that was written.
  }
  insertText(text);
}

async function draw(input: string | Uint8Array, options: ReadOptions = {}): Promise<string> {
  return (await engine.call("parse", input, options)).text;
}
