/** The page's side of the engine: calls that always settle, and a worker that is replaced when it dies. */

import type { Calls, Failure, Request, Response, Tell } from "./protocol";

/** An engine that has said nothing for this long is taken to hang, in milliseconds. */
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
  tell: Tell | null;
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
    return this.#send(name, args, null);
  }

  /** A call that says how far it has come. */
  job<Name extends keyof Calls>(
    name: Name,
    tell: Tell,
    ...args: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    return this.#send(name, args, tell);
  }

  /** Ends the worker; calls under way fail. */
  terminate(): void {
    this.#worker.terminate();
    this.#failAll("terminated");
  }

  #send<Name extends keyof Calls>(
    name: Name,
    args: Parameters<Calls[Name]>,
    tell: Tell | null,
  ): Promise<ReturnType<Calls[Name]>> {
    const id = ++this.#lastId;
    const request: Request<Name> = { id, name, args };
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as Pending["resolve"], reject, tell, timer: this.#wait() });
      this.#worker.postMessage(request);
    });
  }

  #wait(): Pending["timer"] {
    return setTimeout(() => this.#replace("hang"), PATIENCE);
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
    clearTimeout(pending.timer);
    if ("done" in response) {
      pending.timer = this.#wait();
      pending.tell?.(response.done);
      return;
    }
    this.#pending.delete(response.id);
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
