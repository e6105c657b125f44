import { useRef, useState } from "preact/hooks";
import { examples } from "../../examples";
import { blank, focusText, replaceText } from "../../state/document";
import { keeping } from "../../state/draft";
import { intake, openFile } from "../../state/intake";
import { clearSelection } from "../../state/selection";
import { words } from "../../words";
import { Icon } from "../Icon";
import { Editor } from "./Editor";

/** The report's text and the ways to get one in. */
export function TextPane() {
  const say = words.value.editor;
  const [dropping, setDropping] = useState(false);
  return (
    <section
      class={dropping ? "pane text-pane dropping" : "pane text-pane"}
      aria-labelledby="text-heading"
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDropCapture={(event) => {
        setDropping(false);
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        event.stopPropagation();
        void openFile(file);
      }}
    >
      <div class="pane-bar">
        <h2 id="text-heading">{say.heading}</h2>
        <label class="keep" title={say.keepHow}>
          <input
            type="checkbox"
            checked={keeping.value}
            onChange={({ currentTarget }) => (keeping.value = currentTarget.checked)}
          />
          {say.keep}
        </label>
        <OpenFile />
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
        {dropping && <p class="drop-here">{say.drop}</p>}
      </div>
    </section>
  );
}

function OpenFile() {
  const input = useRef<HTMLInputElement>(null);
  const say = words.value.editor;
  return (
    <>
      <button type="button" class="small" onClick={() => input.current?.click()}>
        <Icon name="open" />
        {say.open}
      </button>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={say.open}
        accept=".docx,.xlsx,.html,.htm,.txt,.md"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void openFile(file);
          currentTarget.value = "";
        }}
      />
    </>
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
