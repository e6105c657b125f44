import { chart } from "./chart.js";

export default function (config) {
  config.addWatchTarget("reports/");
  config.addShortcode("chart", chart);
  config.addFilter("json", (value) => JSON.stringify(value, null, 1));
  return { dir: { input: "site", output: "_site" } };
}
