/** Official tables as whole files: a web page, a spreadsheet. */

import writeXlsx from "write-excel-file/node";
import type { Form, Report } from "../../generated/index.js";
import type { Row } from "../report/csv.js";
import { tableSheets } from "../report/sheets.js";

const STYLE = `body{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em}
table{border-collapse:collapse;margin:1.5em 0}caption{font-weight:bold;padding:.5em}
th,td{border:1px solid;padding:.3em .6em;font-weight:normal}td{text-align:right;font-variant-numeric:tabular-nums}`;

/** A page that holds these fragments of HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markup(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
${body}</body>
</html>
`;
}

export function markup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The official grids of one report, a sheet each. */
export async function gridsAsXlsx(report: Report, forms: Form[]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx(tableSheets(report, forms)).toBuffer());
}

/** A list, its first row the names of its columns. */
export async function listAsXlsx(sheet: string, data: Row[]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx([{ sheet, data, stickyRowsCount: 1 }]).toBuffer());
}
