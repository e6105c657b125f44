import type { Words } from "./zh";

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const en: Words = {
  language: "en",
  name: "gouji",
  tagline: "Checks annual reports on government-information disclosure",
  private: "Nothing is uploaded",
  privateShort: "No upload",
  privateHow:
    "The check runs in your browser. The program is loaded once with the page and makes no request after that. The page's security policy (CSP) lets it send nothing to any other site, and it works with the network off.",
  engineVersion: (version) => `Engine ${version}`,
  switchLanguage: "中文",
  toDark: "Dark theme",
  toLight: "Light theme",
  screens: { label: "Pages", check: "Check", rules: "Rules" },
  panes: { label: "Views", text: "Text", tables: "Tables", findings: "Findings" },

  severity: { error: "Error", warning: "Warning", info: "Note" },

  verdict: {
    empty: "Paste an annual report",
    emptyDetail: "It is checked at once: the sums of the three tables, the prose against the tables, form and wording.",
    clean: "Nothing found",
    cleanDetail: "The tables add up, and the prose agrees with them.",
    cleanWithInfo: (infos) => `No fault found. ${plural(infos, "note")} on what could be tidied.`,
    faulty: (errors, warnings) =>
      [errors > 0 && plural(errors, "error"), warnings > 0 && plural(warnings, "warning")].filter(Boolean).join(", "),
    alsoInfo: (infos) => plural(infos, "note"),
    incomplete: "Not wholly checked",
    incompleteDetail: (faults, reasons) =>
      `${faults ? `${faults}. ` : ""}${reasons.length > 0 ? `Not checked: ${reasons.join(" ")}` : "Some figures could not be read; see the findings."}`,
    notReport: "This is not an annual report",
    checking: "Checking…",
    failed: "The check did not finish",
    failedDetail:
      "The engine had an internal error and was started afresh. Your text is unharmed: change it a little, or reload, and try again.",
    noOrgan: "No organ named",
    year: (year) => `Year ${year}`,
    form: { "2019": "2019 form", "2021": "2021 form", mixed: "both forms mixed" },
    formLabel: "Form",
  },

  editor: {
    heading: "Report",
    label: "The whole annual report",
    placeholder: "Paste the whole annual report here, or drop a file",
    open: "Open a file",
    clear: "Clear",
    examples: "See an example",
    drop: "Let go to open",
    reading: (name) => `Reading ${name}…`,
    phrases: { "Control character": "Control character", "Selection deleted": "Selection deleted" },
  },

  tables: {
    heading: "The three tables",
    tabs: { disclosure: "2 Disclosure", applications: "3 Applications", litigation: "4 Litigation" },
    faults: (count) => `, ${plural(count, "fault")}`,
    missing: "This table was not found in the report.",
    blankForm: "The blank form; the figures of your report will appear here",
    states: {
      inferred: "inferred",
      blank: "blank",
      placeholder: "a word or mark in place of a figure",
      unreadable: "no figure",
      ambiguous: "unknown",
      missing: "missing",
    },
    how: {
      exact: "read where it stands",
      inferred: "inferred: the sums of rows and columns allow only this placement",
      blank: "this cell is blank",
      placeholder: "what stands here is no figure",
      unreadable: "the text here can't be read as a figure",
      ambiguous: "fewer figures than columns, and more than one way to place them: this cell can't be known",
      missing: "the report has no such row or column",
    },
    raw: (raw) => `as written: “${raw}”`,
    line: (line) => `line ${line}`,
    unplaced: (figures) => `figures of this row: ${figures}`,
    hint: "Select a cell or a finding to see where it comes from and its sum. Arrow keys move in the table.",
    inspector: "The selected cell and its sum",
    extraRows: "Rows that the form doesn't have",
    restZero: (count) => `the other ${count} are 0`,
    partsSum: "sum of the parts",
  },

  findings: {
    heading: "Findings",
    none: "Nothing found.",
    noneShown: "No finding passes the filter.",
    waiting: "What is found in your report will be listed here.",
    line: (line) => `Line ${line}`,
    wholeReport: "Whole report",
    rule: (code) => `About rule ${code}`,
    filter: "Filter by severity",
    keys: "F8 next · Shift+F8 previous · Esc back to the text",
  },

  rules: {
    heading: "Rules",
    intro: "Each rule has a code that never changes. What it looks for, and on what basis:",
    basis: "Basis",
    back: "Back to the check",
  },
};
