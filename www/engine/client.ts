/** The page's side of the engine: calls that always settle, and a worker that is replaced when it dies. */

import type { Calls, Failure, Request, Response } from "./protocol";

/** An engine that hasn't answered for this long is taken to hang, in milliseconds. */
const PATIENCE = 30_000;

export class EngineError extends Error {
  override name = "EngineError";
  readonly code: string;

  constructor({ code, message }: Failure) {
    super(message);
    this.code = code;
  }
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: EngineError): void;
  timer: ReturnType<typeof setTimeout>;
}

export class Engine {
  readonly #spawn: () => Worker;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker;
  #lastId = 0;

  /** `spawn` starts a worker; the first one starts at once, so that a paste makes no request. */
  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
    this.#worker = this.#start();
  }

  call<Name extends keyof Calls>(name: Name, ...args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>> {
    const id = ++this.#lastId;
    const request: Request<Name> = { id, name, args };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#replace("hang"), PATIENCE);
      this.#pending.set(id, { resolve: resolve as Pending["resolve"], reject, timer });
      this.#worker.postMessage(request);
    });
  }

  /** Ends the worker; calls under way fail. */
  terminate(): void {
    this.#worker.terminate();
    this.#failAll("terminated");
  }

  #start(): Worker {
    const worker = this.#spawn();
    worker.addEventListener("message", (event: MessageEvent<Response>) => this.#settle(event.data));
    worker.addEventListener("error", () => this.#replace("died"));
    worker.addEventListener("messageerror", () => this.#replace("died"));
    return worker;
  }

  #settle(response: Response): void {
    const pending = this.#pending.get(response.id);
    if (!pending) return;
    this.#pending.delete(response.id);
    clearTimeout(pending.timer);
    if ("failure" in response) pending.reject(new EngineError(response.failure));
    else pending.resolve(response.value);
  }

  #replace(code: "hang" | "died"): void {
    this.#worker.terminate();
    this.#failAll(code);
    this.#worker = this.#start();
  }

  #failAll(code: string): void {
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(new EngineError({ code, message: "" }));
    }
    this.#pending.clear();
  }
}
