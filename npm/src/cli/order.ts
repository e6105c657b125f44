import { availableParallelism } from "node:os";

/** How many files are read ahead of the one whose result is due. */
export const AHEAD = 2 * availableParallelism();

/** Does a few things at once, and gives what comes of them in their order; no more are begun than are waited for. */
export async function* inOrder<Item, Outcome>(
  items: Iterable<Item> | AsyncIterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const running: Promise<Outcome>[] = [];
  for await (const item of items) {
    running.push(work(item));
    if (running.length >= ahead) yield await running.shift()!;
  }
  while (running.length > 0) yield await running.shift()!;
}
