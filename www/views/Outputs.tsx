import { useRef, useState } from "preact/hooks";
import type { CheckResult } from "gouji";
import { forms } from "../state/engine";
import { figuresAsCsv, tablesAsMarkup, tablesAsText } from "../state/figures";
import { words } from "../words";
import { copyText } from "./copyText";
import { Icon } from "./Icon";
import { saveFile } from "./saveFile";

/** What the check can be taken away as. */
export function Outputs({ result }: { result: CheckResult }) {
  const say = words.value.outputs;
  const menu = useRef<HTMLDetailsElement>(null);
  const [done, setDone] = useState("");
  const { report } = result;
  const name = [report.organ, report.year].filter(Boolean).join(" ") || say.report;
  const choices: [label: string, act: () => void][] = [
    [say.print, () => window.print()],
    [
      say.copyTables,
      () => void copyText(tablesAsText(report, forms.value), tablesAsMarkup(report, forms.value)).then(() => setDone(say.copied)),
    ],
    [say.figures, () => saveFile(`${name}.csv`, "text/csv", figuresAsCsv(report, forms.value))],
    [say.json, () => saveFile(`${name}.json`, "application/json", JSON.stringify(result, null, 1))],
  ];
  return (
    <>
      <span role="status">{done}</span>
      <details class="menu" ref={menu} onToggle={({ currentTarget }) => currentTarget.open && setDone("")} onFocusOut={(event) => closeLeft(event, menu.current)}>
        <summary class="small">
          <Icon name="save" />
          {say.heading}
        </summary>
        <ul>
          {choices.map(([label, act]) => (
            <li key={label}>
              <button
                type="button"
                onClick={() => {
                  act();
                  if (menu.current) menu.current.open = false;
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Closes the menu once the focus has gone elsewhere. */
function closeLeft(event: FocusEvent, menu: HTMLDetailsElement | null): void {
  const to = event.relatedTarget;
  if (menu && to instanceof Node && !menu.contains(to)) menu.open = false;
}
