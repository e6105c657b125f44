/** Many reports at once: each file's verdict in short, checked by a pool of workers. */

import { computed, signal } from "@preact/signals";
import type { CheckResult } from "gouji";
import type { Engine } from "../engine/client";
import { Pool } from "../engine/pool";
import { spawn } from "../engine/spawn";
import { locale } from "./settings";
import { judge, type Verdict } from "./verdict";

/** What the list shows of a report; the whole result is made again when it is opened. */
export interface Checked {
  organ: string | null;
  year: number | null;
  form: CheckResult["report"]["form"];
  kind: Verdict["kind"];
  counts: CheckResult["counts"];
}

export interface Item {
  id: number;
  file: File;
  /** The path within a folder that was dropped, else the file's name. */
  path: string;
  checked: Checked | null;
  /** Why the file could not be read. */
  refused: string | null;
}

export type Column = "path" | "organ" | "year" | "verdict";

/** What passes the filter: all, or those of one sort. */
export type Filter = "all" | "faulty" | "incomplete" | "clean" | "unread";

/** How often the list is drawn anew while checks run, in milliseconds. */
const FRAME = 120;

export const items = signal<readonly Item[]>([]);
export const running = signal(false);
export const filter = signal<Filter>("all");
export const sorting = signal<{ column: Column; down: boolean }>({ column: "path", down: false });

let lastId = 0;
let abort = new AbortController();

export const progress = computed(() => ({
  done: items.value.filter(({ checked, refused }) => checked !== null || refused !== null).length,
  total: items.value.length,
}));

export const tally = computed(() => {
  const counts: Record<Filter, number> = { all: 0, faulty: 0, incomplete: 0, clean: 0, unread: 0 };
  for (const item of items.value) {
    counts.all++;
    const sort = sortOf(item);
    if (sort) counts[sort]++;
  }
  return counts;
});

export const visible = computed<Item[]>(() => {
  const { column, down } = sorting.value;
  const list = items.value.filter((item) => filter.value === "all" || sortOf(item) === filter.value);
  const collator = new Intl.Collator(locale.value, { numeric: true });
  const sign = down ? -1 : 1;
  return list.sort((one, other) => sign * collator.compare(sortKey(one, column), sortKey(other, column)) || one.id - other.id);
});

/** Adds files to the list and checks them. */
export async function addFiles(files: { file: File; path: string }[]): Promise<void> {
  const added = files.map(({ file, path }): Item => ({ id: ++lastId, file, path, checked: null, refused: null }));
  items.value = [...items.value, ...added];
  if (!running.value) await checkWaiting();
}

/** Stops after the reports that are under way; what has been checked stays. */
export function cancel(): void {
  abort.abort();
}

export function forgetAll(): void {
  cancel();
  items.value = [];
}

export function sortBy(column: Column): void {
  const now = sorting.value;
  sorting.value = { column, down: now.column === column && !now.down };
}

/** Checks what has not been checked, until it is done or stopped. */
export async function checkWaiting(): Promise<void> {
  abort = new AbortController();
  const { signal } = abort;
  const pool = new Pool(spawn);
  running.value = true;
  const outcomes = new Map<number, Pick<Item, "checked" | "refused">>();
  const show = () => {
    if (outcomes.size === 0) return;
    items.value = items.value.map((item) => ({ ...item, ...outcomes.get(item.id) }));
    outcomes.clear();
  };
  const redraw = setInterval(show, FRAME);
  await pool.run(waiting(), async (engine, item) => void outcomes.set(item.id, await checkItem(engine, item)), signal);
  clearInterval(redraw);
  show();
  pool.terminate();
  running.value = false;
}

/** The items not yet checked, those that are added meanwhile too. */
function* waiting(): Iterable<Item> {
  for (let index = 0; index < items.value.length; index++) {
    const item = items.value[index];
    if (item && item.checked === null && item.refused === null) yield item;
  }
}

async function checkItem(engine: Engine, { file }: Item): Promise<Pick<Item, "checked" | "refused">> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await engine.call("check", bytes, { locale: locale.value });
    const { organ, year, form } = result.report;
    return { checked: { organ, year, form, kind: judge(result).kind, counts: result.counts }, refused: null };
  } catch (error) {
    return { checked: null, refused: (error as Error).message };
  }
}

function sortOf({ checked, refused }: Item): Exclude<Filter, "all"> | null {
  if (refused !== null) return "unread";
  if (checked === null) return null;
  if (checked.kind === "notReport") return "unread";
  return checked.kind === "incomplete" || checked.kind === "clean" ? checked.kind : "faulty";
}

function sortKey(item: Item, column: Column): string {
  const { path, checked } = item;
  if (column === "path") return path;
  if (column === "organ") return checked?.organ ?? "";
  if (column === "year") return String(checked?.year ?? "");
  const weight = { unread: 3, faulty: 2, incomplete: 1, clean: 0 }[sortOf(item) ?? "clean"];
  return `${weight} ${checked?.counts.error ?? 0} ${checked?.counts.warning ?? 0}`;
}
