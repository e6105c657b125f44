/** Findings as SARIF 2.1.0, which code hosts and editors show in their places. */

import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, Notification, PhysicalLocation, Region, ReportingDescriptor, Result } from "sarif";
import type { Finding, Locale, RuleDoc, Severity, Span } from "../../../generated/index.js";
import type { Outcome } from "../outcome.js";
import { words } from "../words.js";
import type { Reporter } from "./format.js";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<Severity, Result.level>;

export function sarifFormat(locale: Locale, rules: RuleDoc[], version: string): Reporter {
  const say = words(locale);
  const indices = new Map(rules.map(({ code }, index) => [code, index]));
  const results: Result[] = [];
  const notifications: Notification[] = [];
  const tell = (file: string, level: "error" | "warning", text: string) =>
    notifications.push({ level, message: { text }, locations: [{ physicalLocation: artifact(file) }] });

  return {
    begin: () => "",
    file: (outcome) => {
      const { file, result, error, previous } = outcome;
      if (error) tell(file, "error", error.message);
      if (result && !result.complete) tell(file, "warning", say.incomplete);
      if (previous === null) tell(file, "warning", say.noPrevious);
      for (const finding of result?.findings ?? []) results.push(resultOf(finding, outcome, indices.get(finding.code) ?? -1));
      return "";
    },
    end: () => {
      const log: Log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
          {
            tool: { driver: { name: "gouji", version, rules: rules.map(descriptor) } },
            columnKind: "utf16CodeUnits",
            language: locale === "en" ? "en-US" : "zh-CN",
            invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
            results,
          },
        ],
      };
      return `${JSON.stringify(log, null, 2)}\n`;
    },
  };
}

function descriptor({ code, name, severity, summary, doc }: RuleDoc): ReportingDescriptor {
  return {
    id: code,
    name,
    shortDescription: { text: summary },
    help: { text: doc, markdown: doc },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(finding: Finding, { file, result, isDrawn }: Outcome, ruleIndex: number): Result {
  const { code, severity, message, span, related, cells, fix } = finding;
  // A place in a drawn text is none in its file.
  const region = (place: Span) => (isDrawn ? {} : { region: regionOf(place, result!.report.text) });
  const logical = cells.map((address) => ({ fullyQualifiedName: address, kind: "member" }));
  return {
    ruleId: code,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { ...artifact(file), ...(span && region(span)) },
        ...(logical.length > 0 && { logicalLocations: logical }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        message: { text: other.message },
        physicalLocation: { ...artifact(file), ...region(other.span) },
      })),
    }),
    ...(fix &&
      !isDrawn && {
        fixes: [
          {
            description: { text: fix.message },
            artifactChanges: [
              {
                ...artifact(file),
                replacements: fix.edits.map(({ span: place, text }) => ({
                  deletedRegion: regionOf(place, result!.report.text),
                  insertedContent: { text },
                })),
              },
            ],
          },
        ],
      }),
  };
}

function artifact(file: string): Pick<PhysicalLocation, "artifactLocation"> & { artifactLocation: { uri: string } } {
  const uri = isAbsolute(file) ? pathToFileURL(file).href : file.split("/").map(encodeURIComponent).join("/");
  return { artifactLocation: { uri } };
}

function regionOf({ start, end, line, column }: Span, text: string): Region {
  const lines = text.slice(start, end).split(/\r\n|\n|\r/);
  const last = lines.at(-1)!.length;
  return {
    startLine: line,
    startColumn: column,
    endLine: line + lines.length - 1,
    endColumn: (lines.length === 1 ? column : 1) + last,
    charOffset: start,
    charLength: end - start,
  };
}
