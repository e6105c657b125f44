/** The engine off the page's thread: answers each request with its id, errors as plain data. */

import init, { check, forms, parse, render, rules, version } from "gouji";
import { jobs } from "./jobs";
import { engineSource } from "./source";
import type { Failure, Functions, Request, Response } from "./protocol";

const functions: Functions = { check, forms, parse, render, rules, version };
const ready = init(engineSource());

self.addEventListener("message", async (event: MessageEvent<Request>) => {
  const { id } = event.data;
  let response: Response;
  try {
    await ready;
    response = { id, value: await answer(event.data) };
  } catch (error) {
    response = { id, failure: plain(error) };
  }
  self.postMessage(response);
});

function answer({ id, name, args }: Request): unknown {
  const given = args as unknown[];
  if (name in functions) return (functions[name as keyof Functions] as (...args: unknown[]) => unknown)(...given);
  const tell = (done: number) => self.postMessage({ id, done } satisfies Response);
  return (jobs[name as keyof typeof jobs] as (...args: unknown[]) => unknown)(tell, ...given);
}

function plain(error: unknown): Failure {
  const { code, message } = error as Partial<Failure>;
  return { code: code ?? "internal", message: message ?? String(error) };
}
