import type { CheckResult } from "gouji";
import { words } from "../words";
import { prepareTables } from "./copyTables";
import { OutputMenu } from "./OutputMenu";
import { reportChoices } from "./reportChoices";
import { saveFile } from "./saveFile";

/** What the check can be taken away as. */
export function Outputs({ result }: { result: CheckResult }) {
  const { outputs } = words.value;
  const { organ, year } = result.report;
  const name = [organ, year].filter(Boolean).join(" ") || outputs.report;
  return (
    <OutputMenu
      onOpen={() => void prepareTables(result.report)}
      choices={(tell) => [
        [outputs.print, () => window.print()],
        ...reportChoices(result.report, name, tell),
        [outputs.json, () => saveFile(`${name}.json`, "application/json", JSON.stringify(result, null, 1))],
      ]}
    />
  );
}
