import type { Export } from "../../engine/jobs";
import { csv, type Row } from "../../../npm/src/report/csv";
import { listHead } from "../../report/lists";
import { visible } from "../../state/batch";
import { type Item } from "../../state/items";
import { run } from "../../state/longJob";
import { findingOptions } from "../../state/settings";
import { words } from "../../words";
import type { Choice } from "../Menu";
import { OutputMenu } from "../OutputMenu";
import { saveFile } from "../saveFile";
import { verdictOf } from "./verdictOf";

const JOBS: [Export, extension: string][] = [
  ["findings", "csv"],
  ["figures", "csv"],
  ["workbook", "xlsx"],
];

/** What the list can be taken away as: what passes the filter, in its order. */
export function BatchOutputs() {
  const say = words.value.batch.outputs;
  return (
    <OutputMenu
      choices={(tell) => [
        [say.list, saveList],
        ...JOBS.map((job): Choice => [say[job[0]], () => void save(job).catch((error: Error) => tell(error.message))]),
      ]}
    />
  );
}

async function save([what, extension]: (typeof JOBS)[number]): Promise<void> {
  const files = visible.value.map(({ file, path, previous }) => ({ file, path, previous }));
  const blob = await run(files, (engine) => engine.call("exportFiles", files, what, findingOptions()));
  if (blob) saveFile(`${words.value.batch.names[what]}.${extension}`, blob.type, blob);
}

function saveList(): void {
  const say = words.value;
  const row = (item: Item): Row => {
    const { organ = null, year = null, form = null, counts } = item.checked ?? {};
    const numbers = counts ? [counts.error, counts.warning, counts.info] : [null, null, null];
    return [item.path, organ, year, form && say.verdict.form[form], item.refused ?? verdictOf(item, say).text, ...numbers];
  };
  saveFile(`${say.batch.names.list}.csv`, "text/csv", csv([listHead(say), ...visible.value.map(row)]));
}
