/** Last year's reports, each matched with this year's of the same organ, which is then held against it. */

import { signal } from "@preact/signals";
import { engine } from "./engine";
import type { FoundFile } from "./folders";
import { items, news, type Item } from "./items";
import { run } from "./longJob";

interface LastYear {
  files: readonly File[];
  /** Whose each is; null where that can't be told. */
  organs: readonly (string | null)[];
}

export const lastYear = signal<LastYear | null>(null);

/** Reads whose reports they are; the next round of checks matches them. */
export async function giveLastYear(found: FoundFile[]): Promise<void> {
  const files = found.map(({ file }) => file);
  const organs = await run(files, (reader) => reader.call("organsOf", files));
  if (!organs) return;
  lastYear.value = { files, organs };
}

/** Those that were held against one wait to be checked again. */
export function takeLastYearAway(): void {
  lastYear.value = null;
  for (const item of items.value.filter(({ previous }) => previous)) putBeside(item, null);
}

/** Puts last year's report beside each that has been checked without it; whether there were any. */
export async function match(): Promise<boolean> {
  const last = lastYear.value;
  const alone = items.value.filter(({ checked, previous }) => checked !== null && previous === null);
  if (!last || alone.length === 0) return false;
  const matches = await engine.call("matchOrgans", alone.map(({ checked }) => checked?.organ ?? null), [...last.organs]);
  let any = false;
  matches.forEach((at, index) => {
    const [item, file] = [alone[index], at === null ? undefined : last.files[at]];
    if (!item || !file) return;
    putBeside(item, file);
    any = true;
  });
  return any;
}

function putBeside(item: Item, file: File | null): void {
  item.previous = file;
  item.checked = null;
  item.refused = null;
  news.value++;
}
