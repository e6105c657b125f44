/** Reports written for these tests. */

import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../../reports/${name}`, import.meta.url), "utf8");

/** A report of form 2021 whose sums hold. */
export const consistent = read("form-2021.txt");

/** The same a year earlier. */
export const lastYear = consistent.replaceAll("2023", "2022").replaceAll("2024", "2023");
