/** The engine off the page's thread: answers each request with its id, errors as plain data. */

import init, { check, forms, parse, rules, version } from "gouji";
import { engineSource } from "./source";
import type { Calls, Failure, Request, Response } from "./protocol";

const calls: Calls = { check, forms, parse, rules, version };
const ready = init(engineSource());

self.addEventListener("message", async (event: MessageEvent<Request>) => {
  const { id, name, args } = event.data;
  let response: Response;
  try {
    await ready;
    const call = calls[name] as (...args: unknown[]) => unknown;
    response = { id, value: call(...args) };
  } catch (error) {
    response = { id, failure: plain(error) };
  }
  self.postMessage(response);
});

function plain(error: unknown): Failure {
  const { code, message } = error as Partial<Failure>;
  return { code: code ?? "internal", message: message ?? String(error) };
}
