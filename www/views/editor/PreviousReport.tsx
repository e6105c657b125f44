import { givePrevious, previous, refusal, takePreviousAway } from "../../state/previous";
import { bytesOf, markupOf } from "../../state/read";
import { words } from "../../words";
import { ChooseFiles, REPORTS } from "../ChooseFiles";
import { Dialog } from "../Dialog";

/** Last year's report, given as a file or pasted. */
export function PreviousReport() {
  const say = words.value.previous;
  const report = previous.value;
  return (
    <Dialog
      id="previous"
      label={report ? say.given(report.year) : say.open}
      active={report !== null}
      heading={say.open}
      intro={say.intro}
      actions={
        report && (
          <button type="button" class="small" onClick={takePreviousAway}>
            {say.remove}
          </button>
        )
      }
    >
      <p class="dialog-row">
        <ChooseFiles
          label={words.value.editor.open}
          single
          accept={REPORTS}
          onChoose={([first]) => first && void bytesOf(first.file).then((bytes) => givePrevious(bytes))}
        />
        <span role="status">{said()}</span>
      </p>
      <textarea
        class="paste-here"
        aria-label={say.paste}
        placeholder={say.paste}
        lang="zh-CN"
        spellcheck={false}
        onPaste={takePaste}
        onChange={({ currentTarget }) => void givePrevious(currentTarget.value, "text")}
      />
    </Dialog>
  );
}

/** A paste is taken as a whole, its tables with it. */
function takePaste(event: ClipboardEvent): void {
  if (!event.clipboardData) return;
  event.preventDefault();
  const markup = markupOf(event.clipboardData);
  const text = event.clipboardData.getData("text/plain");
  (event.currentTarget as HTMLTextAreaElement).value = text;
  void givePrevious(markup ?? text, markup === null ? "text" : "html");
}

function said(): string {
  const { previous: say, verdict } = words.value;
  if (refusal.value?.kind === "unreadable") return refusal.value.message;
  if (refusal.value) return say.notReport;
  const report = previous.value;
  if (!report) return "";
  return [say.read, report.organ ?? verdict.noOrgan, report.year && verdict.year(report.year)].filter(Boolean).join(" ");
}
