import type { Report } from "gouji";
import { tableSheets } from "../../npm/src/sheets";
import { csv } from "../report/csv";
import { FIGURE_HEAD, figureRows, tablesAsMarkup, tablesAsText } from "../report/figures";
import { engine, forms } from "../state/engine";
import { words } from "../words";
import { copyText } from "./copyText";
import type { Choice } from "./Menu";
import { saveFile } from "./saveFile";

/** What the figures of a report, or the sums over many, can be taken away as; `say` tells what has been done. */
export function reportChoices(report: Report, name: string, say: (done: string) => void): Choice[] {
  const { outputs } = words.value;
  const official = forms.value;
  const copyTables = () => copyText(tablesAsText(report, official), tablesAsMarkup(report, official));
  const saveSheets = async () => {
    const blob = await engine.call("sheetFile", tableSheets(report, official));
    saveFile(`${name}.xlsx`, blob.type, blob);
  };
  return [
    [outputs.copyTables, () => void copyTables().then(() => say(outputs.copied))],
    [outputs.sheets, () => void saveSheets()],
    [outputs.figures, () => saveFile(`${name}.csv`, "text/csv", csv([FIGURE_HEAD, ...figureRows(report, official)]))],
  ];
}
