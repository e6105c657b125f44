/** The text of the report lives in the editor; this is how the rest of the page reaches it. */

import { signal } from "@preact/signals";

export interface TextHolder {
  replaceAll(text: string): void;
  /** Puts text in place of what is selected. */
  insert(text: string): void;
  /** Makes several changes as one step of the history; places are those of the text before it. */
  edit(changes: { from: number; to: number; insert: string }[]): void;
  undo(): void;
  focus(): void;
}

/** True while the text is empty. */
export const blank = signal(true);

let holder: TextHolder | null = null;

export function holdText(by: TextHolder | null): void {
  holder = by;
}

export function replaceText(text: string): void {
  holder?.replaceAll(text);
}

export function insertText(text: string): void {
  holder?.insert(text);
}

export const editText: TextHolder["edit"] = (changes) => holder?.edit(changes);

export function undo(): void {
  holder?.undo();
}

export function focusText(): void {
  holder?.focus();
}
