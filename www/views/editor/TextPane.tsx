import { examples } from "../../examples";
import { blank, focusText, replaceText } from "../../state/document";
import { keeping, tooLarge } from "../../state/draft";
import { dropping, openFiles } from "../../state/drop";
import { intake } from "../../state/intake";
import { clearSelection } from "../../state/selection";
import { words } from "../../words";
import { ChooseFiles, REPORTS } from "../ChooseFiles";
import { Icon } from "../Icon";
import { Editor } from "./Editor";
import { PreviousReport } from "./PreviousReport";

/** The report's text and the ways to get one in. */
export function TextPane() {
  const say = words.value.editor;
  return (
    <section class="pane text-pane" aria-labelledby="text-heading">
      <div class="pane-bar">
        <h2 id="text-heading">{say.heading}</h2>
        <label class="keep" title={say.keepHow}>
          <input
            type="checkbox"
            checked={keeping.value}
            onChange={({ currentTarget }) => (keeping.value = currentTarget.checked)}
          />
          {tooLarge.value ? say.notKept : say.keep}
        </label>
        <ChooseFiles label={say.open} accept={REPORTS} onChoose={openFiles} />
        <PreviousReport />
        <button
          type="button"
          class="small"
          disabled={blank.value}
          onClick={() => {
            clearSelection();
            replaceText("");
            focusText();
          }}
        >
          {say.clear}
        </button>
      </div>
      <Notice />
      <div class="paper">
        <Editor />
        {blank.value && <Start />}
        {dropping.value && <p class="drop-here">{say.drop}</p>}
      </div>
    </section>
  );
}

/** What is being read, or why it could not be. */
function Notice() {
  const say = words.value.editor;
  const state = intake.value;
  return (
    <div role="status" class={state ? `notice notice-${state.kind}` : "notice"}>
      {state?.kind === "reading" && say.reading(state.name)}
      {state?.kind === "refused" && (
        <>
          <Icon name="error" />
          <span>
            {state.name}：{state.message}
          </span>
        </>
      )}
    </div>
  );
}

/** Examples, one click away, while there is no text. */
function Start() {
  const say = words.value.editor;
  return (
    <div class="start">
      <p>{say.examples}</p>
      <ul>
        {examples.map(({ id, title, text }) => (
          <li key={id}>
            <button type="button" onClick={() => replaceText(text)}>
              {title[words.value.language]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
