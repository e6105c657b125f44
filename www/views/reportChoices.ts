import type { RenderFormat, Report } from "gouji";
import { tableSheets } from "../../npm/src/report/sheets";
import { csv } from "../../npm/src/report/csv";
import { FIGURE_HEAD, figureRows } from "../../npm/src/report/figures";
import { engine, forms } from "../state/engine";
import { words } from "../words";
import { copyTables } from "./copyTables";
import type { Choice } from "./Menu";
import { saveFile } from "./saveFile";

/** What the tables are saved as; a page that is a file of its own says its encoding first. */
const FILES: [kind: string, format: RenderFormat, extension: string, type: string, start: string][] = [
  ["HTML", "html", "html", "text/html", '<!doctype html><meta charset="utf-8">\n'],
  ["Markdown", "markdown", "md", "text/markdown", ""],
  ["CSV", "csv", "csv", "text/csv", ""],
];

/** What the figures of a report, or the sums over many, can be taken away as; `tell` says what has been done. */
export function reportChoices(report: Report, name: string, tell: (done: string) => void): Choice[] {
  const { outputs: say } = words.value;
  const official = forms.value;
  const saveSheets = async () => {
    const blob = await engine.call("sheetFile", tableSheets(report, official));
    saveFile(`${name}.xlsx`, blob.type, blob);
  };
  const saveTables = async ([, format, extension, type, start]: (typeof FILES)[number]) =>
    saveFile(`${name}.${extension}`, type, start + (await engine.call("render", report, format)));
  const attempt = (act: () => Promise<void>) => () => void act().catch((error: Error) => tell(error.message));
  return [
    [say.copyTables, attempt(() => copyTables(report).then(() => tell(say.copied)))],
    ...FILES.map((file): Choice => [say.tables(file[0]), attempt(() => saveTables(file))]),
    [say.tables("XLSX"), attempt(saveSheets)],
    [say.figures, () => saveFile(`${name}-${say.figuresName}.csv`, "text/csv", csv([FIGURE_HEAD, ...figureRows(report, official)]))],
  ];
}
