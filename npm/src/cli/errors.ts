/** A command line that asks for what there isn't. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
