import { useState } from "preact/hooks";
import { changes, type Change } from "../state/fixes";
import { words } from "../words";
import { copyText } from "./copyText";
import { Dialog } from "./Dialog";

/** The fixes as a list to carry over by hand into the file that the text came from. */
export function ChangeList() {
  const [copied, setCopied] = useState(false);
  const say = words.value.changes;
  const rows = changes.value.map(cellsOf);
  const head = [say.table, say.row, say.column, say.line, say.was, say.text];
  const copy = () => copyText([head, ...rows].map((cells) => cells.join("\t")).join("\n")).then(() => setCopied(true));
  return (
    <Dialog
      id="changes"
      label={say.open}
      heading={say.open}
      intro={say.intro}
      onOpen={() => setCopied(false)}
      actions={
        <>
          <span role="status">{copied && say.copied}</span>
          <button type="button" class="small" onClick={() => void copy()}>
            {say.copy}
          </button>
        </>
      }
    >
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
    </Dialog>
  );
}

function cellsOf({ table, row, column, line, was, text }: Change): string[] {
  const { changes: say, tables } = words.value;
  return [table ? tables.tabs[table] : say.prose, row, column, String(line), was, text];
}
