import type { Grid, PlacedCell } from "../../npm/src/report/grid";

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus among a grid's figures by arrow keys; Enter or space selects the one in focus. */
export function moveInGrid(event: KeyboardEvent, grid: Grid, select: (address: string) => void): void {
  const address = (event.target as HTMLElement).dataset.address;
  const from = address === undefined ? undefined : grid.byAddress.get(address);
  if (!from || address === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    select(address);
    return;
  }
  const to = goal(event.key, grid, from);
  if (!to) return;
  event.preventDefault();
  const table = (event.target as HTMLElement).closest("table");
  table?.querySelector<HTMLElement>(`[data-address="${to.cell.address}"]`)?.focus();
}

function goal(key: string, grid: Grid, from: PlacedCell): PlacedCell | undefined {
  const line = grid.covering[from.row] ?? [];
  if (key === "Home") return line.find(isFigure);
  if (key === "End") return line.findLast(isFigure);
  const step = STEPS[key];
  if (!step) return undefined;
  const [down, right] = step;
  let { row, column } = from;
  for (;;) {
    row += down;
    column += right;
    const next = grid.covering[row]?.[column];
    if (!next) return undefined;
    if (next !== from && isFigure(next)) return next;
  }
}

function isFigure(placed: PlacedCell | undefined): placed is PlacedCell {
  return Boolean(placed?.cell.address);
}
