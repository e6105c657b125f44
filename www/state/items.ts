/** The files of the list of many reports, and what is known of each. */

import { signal } from "@preact/signals";
import type { Checked } from "../engine/jobs";

export interface Item {
  readonly id: number;
  readonly file: File;
  /** The path within a folder that was dropped, else the file's name. */
  readonly path: string;
  /** The path with its numbers written alike, so that 2 comes before 10: many files are put in order in a moment. */
  readonly sortKey: string;
  /** Last year's report of the same organ. */
  previous: File | null;
  checked: Checked | null;
  /** Why the file could not be read. */
  refused: string | null;
}

/** The files, in the order in which they came. What is known of each changes in place; `news` says that it has. */
export const items = signal<readonly Item[]>([]);
export const news = signal(0);

export function isWaiting({ checked, refused }: Item): boolean {
  return checked === null && refused === null;
}
