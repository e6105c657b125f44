/** The outcomes of a year's applications, by the groups of table 三. */

export const GROUPS = [
  ["予以公开", /^granted$/],
  ["部分公开", /^partly_granted$/],
  ["不予公开", /^denied_/],
  ["无法提供", /^unavailable_/],
  ["不予处理", /^unprocessed_/],
  ["其他处理", /^other/],
];

/** For each group its name and how many; null where a figure isn't known, as a sum without it would be a guess. */
export function outcomes({ tables }) {
  const totals = tables.applications.rows.map(({ id, cells }) => ({ id, value: cells.at(-1).value }));
  return GROUPS.map(([name, pattern]) => {
    const values = totals.filter(({ id }) => pattern.test(id)).map(({ value }) => value);
    return { name, value: values.includes(null) ? null : values.reduce((sum, value) => sum + value, 0) };
  });
}
