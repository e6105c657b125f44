import reports from "./reports.js";

export default function () {
  return reports().map(({ year, organ, outcomes }) => ({ year, organ, outcomes }));
}
