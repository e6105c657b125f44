/** Where the output goes: standard output, or a file. */

import { once } from "node:events";
import { type WriteStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Locale } from "../../generated/index.js";
import { UsageError } from "./errors.js";

export interface Output {
  write(piece: string | Uint8Array): Promise<void>;
  /** The file is whole only after this. */
  close(): Promise<void>;
}

/** Waits where the reader is slower, so that nothing piles up. */
async function into(stream: NodeJS.WritableStream, piece: string | Uint8Array): Promise<void> {
  if (!stream.write(piece)) await once(stream, "drain");
}

/** Writes to standard output. */
export function write(piece: string | Uint8Array): Promise<void> {
  return into(process.stdout, piece);
}

export async function open(path: string | null, locale: Locale): Promise<Output> {
  if (path === null) return { write, close: async () => {} };
  const file: WriteStream = createWriteStream(path);
  try {
    await once(file, "open");
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageError(locale === "en" ? `${path} can't be written: ${reason}` : `${path} 无法写入：${reason}`);
  }
  return {
    write: (piece) => into(file, piece),
    close: async () => {
      file.end();
      await finished(file);
    },
  };
}
