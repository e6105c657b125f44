import { useEffect, useRef } from "preact/hooks";
import { effect } from "@preact/signals";
import { Compartment, EditorState, type Transaction } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap, undo } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { submit, type When } from "../../state/check";
import { blank, holdText } from "../../state/document";
import { currentText, keepDraft } from "../../state/draft";
import { entries } from "../../state/findings";
import { fixed } from "../../state/fixes";
import { dismiss, pasteMarkup } from "../../state/intake";
import { markupOf } from "../../state/read";
import { litSpans, selectCellAt, selectFinding, visits } from "../../state/selection";
import { words } from "../../words";
import { labelTabs } from "./labelTabs";
import { lightUp, marks, marksAt, showMarks, type Mark } from "./marks";

/** The text of the report, with the findings marked in it. */
export function Editor() {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wording = new Compartment();
    const view = new EditorView({
      parent: parent.current!,
      dispatchTransactions: (transactions, view) => {
        // The engine's thread reads a new text while this one draws it.
        if (transactions.some(({ docChanged }) => docChanged)) follow(transactions, view);
        view.update(transactions);
      },
      extensions: [
        lineNumbers(),
        marks(),
        labelTabs,
        history(),
        search({ top: true }),
        EditorView.lineWrapping,
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        wording.of(inWords()),
        EditorView.domEventHandlers({ compositionend, paste, click }),
      ],
    });
    holdText(holderOf(view));
    keepDraft();
    const stops = [
      effect(() => view.dispatch({ effects: wording.reconfigure(inWords()) })),
      effect(() => paint(view, entriesAsMarks())),
      effect(() => lightUpSelected(view)),
    ];
    return () => {
      stops.forEach((stop) => stop());
      holdText(null);
      view.destroy();
    };
  }, []);
  return <div class="editor" ref={parent} />;
}

/** Has the new text checked; a word that is still being composed is left alone until it is done. */
function follow(transactions: readonly Transaction[], view: EditorView): void {
  const text = transactions.at(-1)!.newDoc.toString();
  blank.value = text === "";
  currentText.value = text;
  fixed.value = null;
  dismiss();
  submit(text, whenToCheck(transactions, view));
}

function whenToCheck(transactions: readonly Transaction[], view: EditorView): When {
  if (view.composing) return "not yet";
  if (transactions.some((each) => each.isUserEvent("input.type"))) return "at rest";
  return transactions.some(replacesAll) ? "arrived" : "now";
}

function replacesAll({ changes, startState }: Transaction): boolean {
  let whole = false;
  changes.iterChangedRanges((from, to) => (whole = from === 0 && to === startState.doc.length));
  return whole;
}

/** The editor takes in the last of the composition after this event. */
function compositionend(_: Event, view: EditorView): void {
  setTimeout(() => {
    if (!view.composing) submit(view.state.doc.toString(), "at rest");
  });
}

/** A paste with tables comes as the engine draws it; one into an empty box leaves its beginning in sight. */
function paste(event: ClipboardEvent, view: EditorView): boolean {
  const { clipboardData } = event;
  if (!clipboardData) return false;
  const plain = clipboardData.getData("text/plain");
  const html = markupOf(clipboardData);
  if (html === null && (view.state.doc.length > 0 || plain === "")) return false;
  event.preventDefault();
  if (html === null) insert(view, plain);
  else void pasteMarkup(html, plain);
  return true;
}

function insert(view: EditorView, text: string): void {
  const scroll = view.state.doc.length === 0 ? EditorView.scrollIntoView(0, { y: "start" }) : [];
  view.dispatch(view.state.replaceSelection(text), { userEvent: "input.paste", effects: scroll });
}

function click(event: MouseEvent, view: EditorView): void {
  const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
  if (position === null) return;
  const mark = marksAt(view, position)[0];
  if (mark) selectFinding(mark.key);
  else selectCellAt(position);
}

function entriesAsMarks(): Mark[] {
  const { severity: names } = words.value;
  return entries.value.flatMap(({ key, finding: { span, severity, message } }) =>
    span ? [{ key, span, severity, text: `${names[severity]}　${message}` }] : [],
  );
}

function paint(view: EditorView, found: Mark[]): void {
  view.dispatch({ effects: showMarks.of(found) });
}

function lightUpSelected(view: EditorView): void {
  void visits.value;
  const spans = litSpans.value;
  const first = spans[0];
  const scroll = first && first.end <= view.state.doc.length && EditorView.scrollIntoView(first.start, { y: "center" });
  view.dispatch({ effects: scroll ? [lightUp.of(spans), scroll] : lightUp.of(spans) });
}

function inWords() {
  const { editor: say } = words.value;
  return [
    placeholder(say.placeholder),
    EditorState.phrases.of(say.phrases),
    EditorView.contentAttributes.of({ "aria-label": say.label, spellcheck: "false", lang: "zh-CN", tabindex: "0" }),
  ];
}

function holderOf(view: EditorView) {
  return {
    replaceAll: (text: string) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true }),
    insert: (text: string) => insert(view, text),
    edit: (changes: { from: number; to: number; insert: string }[]) => view.dispatch({ changes, userEvent: "input.fix" }),
    undo: () => void undo(view),
    focus: () => view.focus(),
  };
}
