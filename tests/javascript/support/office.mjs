/** Office files for the tests. */

import { strToU8, zipSync } from "fflate";

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const markup = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const paragraph = (text) => `<w:p><w:r><w:t>${markup(text)}</w:t></w:r></w:p>`;
const row = (line) => `<w:tr>${line.split("\t").map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;

/** A text as a Word file: lines with tabs that follow one another are the rows of a table. */
export function docx(text) {
  const body = text
    .split(/\n(?=[^\t]*(?:\n|$))|(?<=^[^\t]*)\n/m)
    .flatMap((block) => (block.includes("\t") ? [`<w:tbl>${block.split("\n").filter(Boolean).map(row).join("")}</w:tbl>`] : block.split("\n").map(paragraph)))
    .join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`),
  });
}
