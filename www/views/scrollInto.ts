/** Scrolls a panel, and nothing but the panel, until an element of it stands near its middle; no move if it can be seen. */
export function scrollInto(panel: HTMLElement, element: HTMLElement): void {
  const outer = panel.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  if (inner.height === 0) return;
  if (inner.top < outer.top + MARGIN || inner.bottom > outer.bottom - MARGIN)
    panel.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  if (inner.left < outer.left || inner.right > outer.right)
    panel.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

/** How close to the edge counts as out of sight, in CSS pixels. */
const MARGIN = 24;
