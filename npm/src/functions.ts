/** The functions of the package, the same in Node and in browsers. */

import * as engine from "../generated/gouji.js";
import type * as contract from "../generated/index.js";
import formData from "../generated/forms.json" with { type: "json" };
import docs from "../generated/rules.json" with { type: "json" };
import { call } from "./engine.js";
import { GoujiError } from "./error.js";
import * as given from "./given.js";
import * as wire from "./wire.js";

export { GoujiError };

export const check: typeof contract.check = (input, options) => {
  const crossing = given.check(input, options);
  return call(options?.locale, (failedRules) => wire.result(engine.check(...crossing, failedRules), input));
};

export const parse: typeof contract.parse = (input, options) =>
  call(undefined, () => wire.report(engine.parse(input, options), input));

export const compare: typeof contract.compare = (previous, current, options) => {
  const crossing = given.compare(previous, current, options);
  return call(options?.locale, (failedRules) => wire.findings(engine.compare(...crossing, failedRules)));
};

export const rollUp: typeof contract.rollUp = (parent, children, options) => {
  const crossing = given.rollUp(parent, children, options);
  return call(options?.locale, (failedRules) => wire.rollUp(engine.rollUp(...crossing, failedRules)));
};

export const matchOrgans: typeof contract.matchOrgans = (organs, others) =>
  call(undefined, () => engine.matchOrgans(organs, others));

export const render: typeof contract.render = (report, format) => {
  const crossing = given.render(report, format);
  return call(undefined, () => engine.render(...crossing));
};

export const applyFixes: typeof contract.applyFixes = (text, findings) => {
  const crossing = given.applyFixes(text, findings);
  return call(undefined, () => engine.applyFixes(...crossing));
};

export const rules: typeof contract.rules = (locale = "zh-CN") => {
  if (!Object.hasOwn(docs, locale)) {
    const known = Object.keys(docs);
    throw new GoujiError(
      "unknown-option",
      `没有“${locale}”这种语言；可用的有：${known.join("、")}。 (There is no locale “${locale}”; there are: ${known.join(", ")}.)`,
    );
  }
  return structuredClone(docs[locale]) as contract.RuleDoc[];
};

export const forms: typeof contract.forms = () => structuredClone(formData) as contract.Form[];

export const version: typeof contract.version = () => call(undefined, () => engine.version());
