/** The findings in the text: an underline under the place, a sign in the gutter, the message on hover. */

import { RangeSet, StateEffect, StateField, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter, hoverTooltip, type DecorationSet } from "@codemirror/view";
import type { Severity, Span } from "gouji";
import { iconElement } from "../Icon";

export interface Mark {
  key: string;
  span: Span;
  severity: Severity;
  /** The severity in words and the message. */
  text: string;
}

export const showMarks = StateEffect.define<Mark[]>();
export const lightUp = StateEffect.define<Span[]>();

const WEIGHT: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

const markField = StateField.define<{ marks: Mark[]; decorations: DecorationSet }>({
  create: () => ({ marks: [], decorations: Decoration.none }),
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(showMarks)) return { marks: effect.value, decorations: underline(effect.value, transaction.newDoc) };
    if (!transaction.docChanged) return value;
    // Until the next result the underlines move with the text; the places of old messages no longer hold.
    return { marks: [], decorations: value.decorations.map(transaction.changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

const litField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(lightUp))
        return Decoration.set(ranges(effect.value, transaction.newDoc, () => Decoration.mark({ class: "lit" })), true);
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

class Sign extends GutterMarker {
  readonly #severity: Severity;

  constructor(severity: Severity) {
    super();
    this.#severity = severity;
    this.elementClass = `sign sign-${severity}`;
  }

  override toDOM(): Node {
    return iconElement(this.#severity);
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof Sign && other.#severity === this.#severity;
  }
}

const signField = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(showMarks)) return signs(effect.value, transaction.newDoc);
    return value.map(transaction.changes);
  },
});

/** The findings whose place covers a position, the heaviest first. */
export function marksAt(view: EditorView, position: number): Mark[] {
  return view.state
    .field(markField)
    .marks.filter(({ span }) => span.start <= position && position <= span.end)
    .sort((one, other) => WEIGHT[other.severity] - WEIGHT[one.severity]);
}

const messages = hoverTooltip((view, position) => {
  const found = marksAt(view, position);
  const first = found[0];
  if (!first) return null;
  return {
    pos: first.span.start,
    end: first.span.end,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "message-tip";
      for (const { text } of found) dom.append(paragraph(text));
      return { dom };
    },
  };
});

export function marks(): Extension {
  return [markField, litField, signField, gutter({ class: "signs", markers: (view) => view.state.field(signField) }), messages];
}

function underline(found: Mark[], doc: Text): DecorationSet {
  const byWeight = [...found].sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
  return Decoration.set(
    byWeight.flatMap(({ span, severity }) =>
      ranges([span], doc, () => Decoration.mark({ class: `mark mark-${severity}` })),
    ),
    true,
  );
}

function ranges(spans: Span[], doc: Text, decoration: () => Decoration): Range<Decoration>[] {
  return spans
    .filter(({ start, end }) => start < end && end <= doc.length)
    .map(({ start, end }) => decoration().range(start, end));
}

function signs(found: Mark[], doc: Text): RangeSet<GutterMarker> {
  const heaviest = new Map<number, Severity>();
  for (const { span, severity } of found) {
    if (span.start > doc.length) continue;
    const line = doc.lineAt(span.start).from;
    const known = heaviest.get(line);
    if (known === undefined || WEIGHT[known] < WEIGHT[severity]) heaviest.set(line, severity);
  }
  return RangeSet.of([...heaviest].map(([line, severity]) => new Sign(severity).range(line)), true);
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
