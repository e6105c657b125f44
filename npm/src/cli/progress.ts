/** A progress bar on standard error, where that is a terminal and nothing else is printed to it meanwhile. */

import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  advance(): void;
  stop(): void;
}

export function progress(total: number, printsToTerminal: boolean): Progress {
  if (!process.stderr.isTTY || printsToTerminal || total < 2) return { advance: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: "{bar} {value}/{total}", clearOnComplete: true, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
  bar.start(total, 0);
  return { advance: () => bar.increment(), stop: () => bar.stop() };
}
