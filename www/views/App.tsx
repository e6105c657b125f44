import { useEffect } from "preact/hooks";
import { focusText } from "../state/document";
import { entries } from "../state/findings";
import { pane, screen, type Pane } from "../state/layout";
import { clearSelection, selection, stepFinding } from "../state/selection";
import { words } from "../words";
import { Batch } from "./batch/Batch";
import { Findings } from "./Findings";
import { Header } from "./Header";
import { Rules } from "./Rules";
import { Tables } from "./Tables";
import { TextPane } from "./editor/TextPane";
import { Verdict } from "./Verdict";

export function App() {
  useEffect(() => {
    window.addEventListener("keydown", walkFindings);
    return () => window.removeEventListener("keydown", walkFindings);
  }, []);
  return (
    <>
      <Header />
      {screen.value === "batch" && <Batch />}
      {screen.value === "rules" && <Rules />}
      <main class="workbench" data-pane={pane.value} hidden={screen.value !== "check"}>
        <Verdict />
        <Panes />
        <TextPane />
        <Tables />
        <Findings />
      </main>
    </>
  );
}

const PANES: Pane[] = ["text", "tables", "findings"];

/** On a narrow screen: which of the three views is in front. */
function Panes() {
  const say = words.value.panes;
  return (
    <nav class="panes" aria-label={say.label}>
      {PANES.map((name) => (
        <button type="button" aria-current={pane.value === name ? "true" : undefined} onClick={() => (pane.value = name)}>
          {say[name]}
          {name === "findings" && entries.value.length > 0 && <span class="number"> {entries.value.length}</span>}
        </button>
      ))}
    </nav>
  );
}

/** F8 and Shift+F8 walk the findings from anywhere; Esc lets go and returns to the text. */
function walkFindings(event: KeyboardEvent): void {
  if (event.key === "F8") {
    event.preventDefault();
    stepFinding(event.shiftKey ? -1 : 1);
  }
  if (event.key === "Escape" && selection.value) {
    clearSelection();
    focusText();
  }
}
