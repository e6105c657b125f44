/** Many reports at once: each file's verdict in short, checked by a pool of workers. */

import { computed, effect, signal, untracked } from "@preact/signals";
import { Engine } from "../engine/engine";
import type { FoundFile } from "./folders";
import { isWaiting, items, news, type Item } from "./items";
import { match, takeLastYearAway } from "./lastYear";
import { findingOptions, locale, ruleSettings } from "./settings";

export type Column = "verdict" | "organ" | "year" | "gravest" | "path";

/** What passes the filter: all, or those of one sort. */
export type Filter = "all" | "faulty" | "incomplete" | "clean" | "unread";

/** More threads than this bring no more speed: reading the files becomes the narrow place. */
const THREADS = Math.min(navigator.hardwareConcurrency || 2, 6);

/** How often the list is drawn anew while checks run, in milliseconds. */
const FRAME = 120;

export const running = signal(false);
export const filter = signal<Filter>("all");
export const sorting = signal<{ column: Column; down: boolean }>({ column: "path", down: false });

let lastId = 0;
let abort = new AbortController();
/** Rounds of checks follow one another. */
let round: Promise<void> = Promise.resolve();

export const progress = computed(() => {
  void news.value;
  return { done: items.value.filter((item) => !isWaiting(item)).length, total: items.value.length };
});

export const tally = computed(() => {
  void news.value;
  const counts: Record<Filter, number> = { all: 0, faulty: 0, incomplete: 0, clean: 0, unread: 0 };
  for (const item of items.value) {
    counts.all++;
    const sort = sortOf(item);
    if (sort) counts[sort]++;
  }
  return counts;
});

const sorted = computed<Item[]>(() => {
  const { column, down } = sorting.value;
  // Paths stay as they are while results come in.
  if (column !== "path") void news.value;
  const compare = comparison(column, new Intl.Collator(locale.value, { numeric: true }));
  const sign = down ? -1 : 1;
  return [...items.value].sort((one, other) => sign * compare(one, other) || one.id - other.id);
});

export const visible = computed<Item[]>(() => {
  void news.value;
  return sorted.value.filter((item) => filter.value === "all" || sortOf(item) === filter.value);
});

/** Checks all again when a rule is set. */
export function followRules(): void {
  let first = true;
  effect(() => {
    void ruleSettings.value;
    if (!first) untracked(forgetResults);
    first = false;
  });
}

function forgetResults(): void {
  for (const item of items.value) {
    item.checked = null;
    item.refused = null;
  }
  news.value++;
  void checkWaiting();
}

/** Adds files to the list and checks them. */
export async function addFiles(files: FoundFile[]): Promise<void> {
  const added = files.map(
    ({ file, path }): Item => {
      const sortKey = path.replace(/[0-9]+/g, (digits) => digits.padStart(12, "0"));
      return { id: ++lastId, file, path, sortKey, previous: null, checked: null, refused: null };
    },
  );
  items.value = [...items.value, ...added];
  if (!running.value || abort.signal.aborted) await checkWaiting();
}

/** Stops after the reports that are under way; what has been checked stays. */
export function cancel(): void {
  abort.abort();
}

export function forgetAll(): void {
  cancel();
  items.value = [];
  takeLastYearAway();
}

export function sortBy(column: Column): void {
  const now = sorting.value;
  sorting.value = { column, down: now.column === column && !now.down };
}

/** Checks what has not been checked, until it is done or stopped. */
export function checkWaiting(): Promise<void> {
  round = round.then(checkAll);
  return round;
}

async function checkAll(): Promise<void> {
  abort = new AbortController();
  const { signal } = abort;
  const engine = new Engine(THREADS);
  running.value = true;
  const redraw = setInterval(() => news.value++, FRAME);
  do {
    const list = waiting();
    await Promise.all(Array.from({ length: THREADS }, () => checkFrom(list, engine, signal)));
  } while (!signal.aborted && (items.value.some(isWaiting) || (await match())));
  clearInterval(redraw);
  engine.terminate();
  running.value = false;
  news.value++;
}

/** Checks one after the other; all that do so at once draw from one list. */
async function checkFrom(list: Iterable<Item>, engine: Engine, signal: AbortSignal): Promise<void> {
  for (const item of list) {
    if (signal.aborted) return;
    await checkItem(engine, item);
  }
}

/** The items not yet checked, those that are added meanwhile too. */
function* waiting(): Iterable<Item> {
  for (let index = 0; index < items.value.length; index++) {
    const item = items.value[index];
    if (item && isWaiting(item)) yield item;
  }
}

async function checkItem(engine: Engine, item: Item): Promise<void> {
  const { file, path, previous } = item;
  try {
    item.checked = await engine.call("checkFile", { file, path, previous }, findingOptions());
  } catch (error) {
    item.refused = (error as Error).message;
  }
}

function sortOf({ checked, refused }: Item): Exclude<Filter, "all"> | null {
  if (refused !== null) return "unread";
  if (checked === null) return null;
  if (checked.kind === "notReport") return "unread";
  return checked.kind === "incomplete" || checked.kind === "clean" ? checked.kind : "faulty";
}

function comparison(column: Column, { compare }: Intl.Collator): (one: Item, other: Item) => number {
  const byWords = (words: (item: Item) => string | null) => (one: Item, other: Item) =>
    compare(words(one) ?? "", words(other) ?? "");
  switch (column) {
    case "path":
      return (one, other) => (one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0);
    case "organ":
      return byWords(({ checked }) => checked?.organ ?? null);
    case "gravest":
      return byWords(({ checked }) => checked?.gravest ?? null);
    case "year":
      return (one, other) => (one.checked?.year ?? 0) - (other.checked?.year ?? 0);
    case "verdict":
      return (one, other) => gravity(one) - gravity(other);
  }
}

/** The graver the more: what can't be read before what is faulty, many errors before few. */
function gravity(item: Item): number {
  const weight = { unread: 3, faulty: 2, incomplete: 1, clean: 0 }[sortOf(item) ?? "clean"];
  const { error = 0, warning = 0 } = item.checked?.counts ?? {};
  return weight * 1e8 + Math.min(error, 9999) * 1e4 + Math.min(warning, 9999);
}
