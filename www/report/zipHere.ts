/**
 * What the spreadsheet library takes from `fflate`. There, `zip` starts workers from `blob:` addresses, which the page's
 * policy forbids; here it works where it is called.
 */

import { zipSync, type AsyncZippable, type FlateError } from "fflate/browser";

export { strToU8, zipSync } from "fflate/browser";

export function zip(files: AsyncZippable, done: (error: FlateError | null, archive: Uint8Array) => void): void {
  done(null, zipSync(files));
}
