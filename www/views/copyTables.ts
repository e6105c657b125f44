import type { Report } from "gouji";
import { engine } from "../state/engine";
import { copyText } from "./copyText";

interface Flavours {
  html: string;
  text: string;
}

/** Tables made ready for the clipboard, as some browsers copy nothing once they have had to wait. */
const ready = new WeakMap<Report, Flavours>();

export async function prepareTables(report: Report): Promise<Flavours> {
  const [html, text] = await Promise.all([engine.call("render", report, "html"), engine.call("render", report, "text")]);
  const flavours = { html: withBorders(html), text };
  ready.set(report, flavours);
  return flavours;
}

/** Copies the three tables in the official grid: as rich text for Word and content-management systems, else with tabs. */
export async function copyTables(report: Report): Promise<void> {
  const { html, text } = ready.get(report) ?? (await prepareTables(report));
  await copyText(text, html);
}

/** Word draws no border that the table doesn't ask for. */
function withBorders(html: string): string {
  return html.replaceAll("<table>", '<table border="1" style="border-collapse: collapse">');
}
