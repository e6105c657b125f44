/** The report of 8 kB as a page and as a document of Word, its tables as the form prints them. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { zipSync, strToU8 } from "fflate";

const { check, forms } = createRequire(import.meta.url)("../../dist/npm/node.cjs");

export const text = readFileSync(new URL("../report.txt", import.meta.url), "utf8");

/** The paragraphs of the report and its tables' cells, in their order: a grid stands where its first row stood. */
function blocks() {
  const { report, counts } = check(text);
  if (counts.error > 0) throw new Error("the report must be a good one");
  const tables = Object.values(report.tables);
  const figures = new Map(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => [cell.address, cell.raw]))));
  const grids = forms().find(({ id }) => id === report.form).tables.map(({ grid }) => grid);
  const filled = grids.map((grid) =>
    grid.map((row) => row.map((cell) => ({ ...cell, text: cell.address ? figures.get(cell.address) : cell.text }))),
  );
  const found = [];
  let inTable = false;
  for (const line of text.split("\n").filter((line) => line.trim())) {
    const isRow = line.includes("\t");
    if (isRow && !inTable) found.push({ grid: filled.shift() });
    if (!isRow) found.push({ line });
    inTable = isRow;
  }
  return found;
}

function page(found) {
  const spans = ({ rowspan, colspan }) => `rowspan="${rowspan}" colspan="${colspan}"`;
  // As editors of offices' sites write cells.
  const style = 'style="width:78px; border:1px solid windowtext; padding:0 7px"';
  const cell = (placed) => `<td ${spans(placed)} ${style}><p style="text-align:center">${placed.text}</p></td>`;
  const table = (grid) => `<table>${grid.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n")}</table>`;
  const block = ({ line, grid }) => (grid ? table(grid) : `<p>${line}</p>`);
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>报告</title><body>${found.map(block).join("\n")}</body></html>`;
}

const paragraph = (text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A table of Word writes a cell that is merged downwards again in each row. */
function documentTable(grid) {
  const width = grid[0].reduce((sum, cell) => sum + cell.colspan, 0);
  const below = Array.from({ length: width }, () => null);
  const rows = grid.map((row) => {
    const cells = [...row];
    let xml = "";
    for (let column = 0; column < width; ) {
      const from = below[column];
      const cell = from ?? cells.shift();
      const merge = cell.rowspan === 1 && !from ? "" : from ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>';
      xml += `<w:tc><w:tcPr><w:gridSpan w:val="${cell.colspan}"/>${merge}</w:tcPr>${from ? "<w:p/>" : paragraph(cell.text)}</w:tc>`;
      below[column] = cell.rowspan > 1 ? { ...cell, rowspan: cell.rowspan - 1 } : null;
      column += cell.colspan;
    }
    return `<w:tr>${xml}</w:tr>`;
  });
  const columns = "<w:gridCol/>".repeat(width);
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

function document(found) {
  const body = found.map(({ line, grid }) => (grid ? documentTable(grid) : paragraph(line))).join("");
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = "http://schemas.openxmlformats.org";
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `${xml}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
  });
}

/** Writes both into a folder, and gives them. */
export function make(folder) {
  mkdirSync(folder, { recursive: true });
  const found = blocks();
  const made = { html: page(found), docx: document(found) };
  writeFileSync(`${folder}/report.html`, made.html);
  writeFileSync(`${folder}/report.docx`, made.docx);
  return made;
}
