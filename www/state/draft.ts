/** The draft: kept in this browser only where the user wants it, and forgotten with one click. */

import { effect, signal } from "@preact/signals";
import { replaceText } from "./document";

const KEY = "gouji.draft";

/** What is kept while keeping is on; null where it is off, as on a first visit. */
const kept = read();

export const keeping = signal(kept !== null);

/** Whether the browser could not keep it: a text may be larger than it has room for. */
export const tooLarge = signal(false);

/** The text as it stands, as the editor tells it. */
export const currentText = signal("");

/** Brings back what was kept, then keeps what is written while the user wants that. */
export function keepDraft(): void {
  if (kept) replaceText(kept);
  effect(() => {
    if (keeping.value) write(currentText.value);
    else {
      forget();
      tooLarge.value = false;
    }
  });
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
    tooLarge.value = false;
  } catch {
    // An older draft must not pass for this one.
    forget();
    tooLarge.value = true;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing could be kept either.
  }
}
