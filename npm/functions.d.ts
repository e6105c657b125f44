export type ErrorCode = "unknown-option" | "unreadable" | "too-large" | "internal";

/** What every function throws: the message is in the call's language and says what to do. */
export declare class GoujiError extends Error {
  readonly name: "GoujiError";
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string);
}

/**
 * Reads a report and checks it.
 *
 * Any text gives a result; where `complete` is false, it wasn't wholly checked and is never to be shown as clean.
 * Throws a `GoujiError` for an unknown option, a file that isn't one of the formats, and input over a limit.
 */
export declare function check(input: string | Uint8Array, options?: CheckOptions): CheckResult;

/** Reads a report: `check` without the findings. */
export declare function parse(input: string | Uint8Array, options?: ReadOptions): Report;

/**
 * Holds a report against last year's: the findings of family 6xx alone, with places in `current.text`, and I901 for a rule
 * of it that failed.
 */
export declare function compare(previous: Report, current: Report, options?: FindingOptions): Finding[];

/**
 * Adds the figures of `children` up, and holds the sums against `parent`. A finding's place is in the text of the child
 * that `source` names, or else in the parent's.
 */
export declare function rollUp(parent: Report | null, children: Report[], options?: RollUpOptions): RollUp;

/**
 * For each of the organs, which of the others it is (its index), such as in last year's reports: 住建局 and
 * 云溪市住房和城乡建设局 are one. Null where that isn't certain, and for a name that is null.
 */
export declare function matchOrgans(organs: (string | null)[], others: (string | null)[]): (number | null)[];

/**
 * Writes the report's tables in the grids of their forms, clean: figures as plain numbers in their column's own unit, blanks
 * blank, ？ for a figure that is unknown, 缺 for a row or column that the report doesn't have. What is written reads back
 * the same; a table that the report doesn't have is left out. CSV comes with a byte-order mark, as Excel wants it.
 */
export declare function render(report: Report, format: RenderFormat): string;

/**
 * Makes the fixes of `findings` in `text`, which is the `report.text` of their check. Of fixes that overlap, the first
 * is made. Throws a `GoujiError` where a fix doesn't fit the text.
 */
export declare function applyFixes(text: string, findings: Finding[]): string;

/** The pages of all rules. Default: Chinese. */
export declare function rules(locale?: Locale): RuleDoc[];

/** Both official forms as data. */
export declare function forms(): Form[];

/** The version of the package. */
export declare function version(): string;

/**
 * Loads the engine: in a browser once, before any other call; in Node it is there already.
 * Default: `gouji_bg.wasm` beside the script.
 */
export declare function init(source?: URL | string | BufferSource | WebAssembly.Module): Promise<void>;

export default init;
