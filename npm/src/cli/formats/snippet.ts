/** A line of a report with carets under a place, as a terminal shows it: Chinese characters are two columns wide. */

import stringWidth from "string-width";
import type { Span } from "../../../generated/index.js";

const TAB = "    ";
const CUT = "…";

/** What is looked at of a line around a place, in code units: lines may be as long as a text. */
const WINDOW = 400;

export interface Snippet {
  before: string;
  marked: string;
  after: string;
  /** Spaces and carets for the line below. */
  carets: string;
}

/** The part of the line around a place that is at most `columns` wide. */
export function snippet(text: string, { start, end, column }: Span, columns: number): Snippet {
  const lineStart = start - (column - 1);
  const lineBreak = text.slice(start, start + WINDOW).search(/[\r\n]/);
  const lineEnd = lineBreak < 0 ? Math.min(text.length, start + WINDOW) : start + lineBreak;
  const isCut = lineBreak < 0 && lineEnd < text.length;
  const from = Math.max(lineStart, start - WINDOW);
  const marked = clip(shown(text.slice(start, Math.min(end, lineEnd))), Math.floor(columns / 2));
  const around = Math.max(0, columns - stringWidth(marked));
  const tail = shown(text.slice(Math.min(end, lineEnd), lineEnd)) + (isCut ? CUT : "");
  const before = clipStart((from > lineStart ? CUT : "") + shown(text.slice(from, start)), Math.max(around >> 1, around - stringWidth(tail)));
  const after = clip(tail, around - stringWidth(before));
  const carets = " ".repeat(stringWidth(before)) + "^".repeat(Math.max(1, stringWidth(marked)));
  return { before, marked, after, carets };
}

/** Nothing that comes from a report may steer the terminal. */
export function shown(text: string): string {
  return text.replaceAll("\t", TAB).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, "\ufffd");
}

/** The beginning of a text that is at most so wide. */
function clip(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let [clipped, width] = ["", stringWidth(CUT)];
  for (const character of text) {
    width += stringWidth(character);
    if (width > columns) break;
    clipped += character;
  }
  return clipped + CUT;
}

/** The end of a text that is at most so wide. */
function clipStart(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let [clipped, width] = ["", stringWidth(CUT)];
  for (const character of [...text].reverse()) {
    width += stringWidth(character);
    if (width > columns) break;
    clipped = character + clipped;
  }
  return CUT + clipped;
}
