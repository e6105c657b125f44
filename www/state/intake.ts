/** Getting a report in: a file of any format, or markup from the clipboard, is drawn as text by the engine. */

import { signal } from "@preact/signals";
import { insertText, replaceText } from "./document";
import { bytesOf, readReport } from "./read";

/** What is being read, or why it could not be. */
export type Intake = { kind: "reading"; name: string } | { kind: "refused"; name: string; message: string };

export const intake = signal<Intake | null>(null);

export async function openFile(file: File): Promise<void> {
  intake.value = { kind: "reading", name: file.name };
  try {
    const { text } = await readReport(await bytesOf(file));
    replaceText(text);
    intake.value = null;
  } catch (error) {
    intake.value = { kind: "refused", name: file.name, message: (error as Error).message };
  }
}

/** A refusal has been read once the user goes on with the text. */
export function dismiss(): void {
  if (intake.value?.kind === "refused") intake.value = null;
}

/** Pastes markup as the text drawn from it; if the engine can't, the clipboard's plain text. */
export async function pasteMarkup(html: string, plain: string): Promise<void> {
  let text = plain;
  try {
    text = (await readReport(html, { format: "html" })).text;
  } catch {
    // The plain text loses the table's cells, but nothing that was written.
  }
  insertText(text);
}
