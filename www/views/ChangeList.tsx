import { useRef, useState } from "preact/hooks";
import { changes, type Change } from "../state/fixes";
import { words } from "../words";
import { copyText } from "./copyText";

/** The fixes as a list to carry over by hand into the file that the text came from. */
export function ChangeList() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useState(false);
  const say = words.value.changes;
  const rows = changes.value.map(cellsOf);
  const head = [say.table, say.row, say.column, say.line, say.was, say.text];
  const copy = () => copyText([head, ...rows].map((cells) => cells.join("\t")).join("\n")).then(() => setCopied(true));
  return (
    <>
      <button
        type="button"
        class="small"
        onClick={() => {
          setCopied(false);
          dialog.current?.showModal();
        }}
      >
        {say.open}
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby="changes-heading">
        <h2 id="changes-heading">{say.heading}</h2>
        <p>{say.intro}</p>
        <div class="dialog-body" tabIndex={0}>
          <table class="changes">
            <thead>
              <tr>
                {head.map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr>
                  {cells.map((text) => (
                    <td>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="dialog-actions">
          <span role="status">{copied && say.copied}</span>
          <button type="button" class="small" onClick={() => void copy()}>
            {say.copy}
          </button>
          <button type="button" class="small" onClick={() => dialog.current?.close()}>
            {say.close}
          </button>
        </p>
      </dialog>
    </>
  );
}

function cellsOf({ table, row, column, line, was, text }: Change): string[] {
  const { changes: say, tables } = words.value;
  return [table ? tables.tabs[table] : say.prose, row, column, String(line), was, text];
}
