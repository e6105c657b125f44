/** The thread's side: answers each request with its id. */

import type { Failure, Request, Response } from "./protocol.js";

export type Calls = Record<string, (...args: never[]) => unknown>;

export async function answer(calls: Calls, { id, name, args }: Request): Promise<Response> {
  try {
    const call = calls[name] as (...args: unknown[]) => unknown;
    const value = await call(...args);
    return value instanceof Blob ? { id, blob: value } : { id, json: JSON.stringify(value) };
  } catch (error) {
    return { id, failure: plain(error) };
  }
}

function plain(error: unknown): Failure {
  const { code, message } = error as Partial<Failure>;
  return { code: code ?? "internal", message: message ?? String(error) };
}
