import type { Severity } from "gouji";

type Name = Severity | "clean" | "incomplete" | "lock" | "theme" | "open" | "book" | "empty" | "save";

/** Drawn, not lettered, so that they look the same in every font; each severity has a shape of its own. */
const PATHS: Record<Name, string> = {
  error: "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z M5.5 5.5l5 5 M10.5 5.5l-5 5",
  warning: "M8 1.5 15.2 14H.8Z M8 6v4 M8 11.6v.6",
  info: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z M8 7v4.5 M8 4.3v.7",
  clean: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z M4.8 8.3l2.2 2.2 4.3-4.6",
  incomplete: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z M5.8 6.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5 M8 11.7v.5",
  lock: "M3 7h10v7.5H3Z M5.2 7V4.6a2.8 2.8 0 0 1 5.6 0V7",
  theme: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z M8 1v14 M8 4.5l3.2-2 M8 8h6.8 M8 11.5l3.2 2",
  open: "M1.5 13.5v-11h4.7l1.6 2h6.7v9Z",
  book: "M2 2.5h4.5A1.5 1.5 0 0 1 8 4v10a1.5 1.5 0 0 0-1.5-1.5H2Z M14 2.5H9.5A1.5 1.5 0 0 0 8 4v10a1.5 1.5 0 0 1 1.5-1.5H14Z",
  save: "M8 1.5v8 M4.5 6.5 8 10l3.5-3.5 M2 11v3.5h12V11",
  empty: "M3 1.5h6.5L13 5v9.5H3Z M9.5 1.5V5H13 M5.5 8h5 M5.5 11h3",
};

/** The same sign as an element, where no view draws it. */
export function iconElement(name: Name): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function Icon({ name }: { name: Name }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
