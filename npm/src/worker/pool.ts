/** The caller's side: threads that each work on one call at a time, so that one that dies fails only its own. */

import type { Locale } from "../../generated/index.js";
import { GoujiError } from "../error.js";
import type { Request, Response } from "./protocol.js";

/** A worker, in Node or in a browser. */
export interface Thread {
  post(request: Request): void;
  terminate(): void;
  /** Whether the process waits for it; a browser has no such thing. */
  hold(isHeld: boolean): void;
}

/** Starts a thread. `onDeath` is called once if it ends by itself. */
export type Spawn = (onResponse: (response: Response) => void, onDeath: () => void) => Thread;

interface Job {
  name: string;
  args: unknown[];
  resolve(value: unknown): void;
  reject(error: GoujiError): void;
}

/** A thread with the job that it works on. */
interface Place {
  thread: Thread;
  job: Job | null;
}

export class Pool {
  readonly #spawn: Spawn;
  readonly #places: Place[] = [];
  readonly #queue: Job[] = [];
  #lastId = 0;

  /** `size` is how many threads there may be; they start as they are needed. */
  constructor(
    spawn: Spawn,
    public size: number,
  ) {
    this.#spawn = spawn;
  }

  call(name: string, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ name, args, resolve, reject });
      this.#work();
    });
  }

  /** Ends all threads; calls under way fail. The next call starts anew. */
  terminate(): void {
    const jobs = this.#places.map(({ job }) => job).concat(this.#queue.splice(0));
    for (const { thread } of this.#places.splice(0)) thread.terminate();
    for (const job of jobs) job?.reject(failure(job, "terminated"));
  }

  #work(): void {
    while (this.#queue.length > 0) {
      const place = this.#places.find(({ job }) => job === null) ?? this.#open();
      if (!place) return;
      this.#begin(place, this.#queue.shift()!);
    }
  }

  /** A further thread, if there may be one. */
  #open(): Place | null {
    if (this.#places.length >= this.size) return null;
    const place: Place = {
      job: null,
      thread: this.#spawn(
        (response) => this.#settle(place, response),
        () => this.#bury(place),
      ),
    };
    this.#places.push(place);
    return place;
  }

  #begin(place: Place, job: Job): void {
    place.job = job;
    place.thread.hold(true);
    try {
      place.thread.post({ id: ++this.#lastId, name: job.name, args: job.args.map(sendable) });
    } catch (error) {
      this.#free(place);
      job.reject(new GoujiError("unknown-option", unsendable(job, error)));
    }
  }

  #settle(place: Place, response: Response): void {
    const { job } = place;
    if (!job) return;
    this.#free(place);
    if ("failure" in response) job.reject(new GoujiError(response.failure.code, response.failure.message));
    else job.resolve("json" in response ? JSON.parse(response.json) : response.blob);
    this.#work();
  }

  #free(place: Place): void {
    place.job = null;
    place.thread.hold(false);
  }

  /** A thread has died: its call fails, and another takes its place when there is work. */
  #bury(place: Place): void {
    const at = this.#places.indexOf(place);
    if (at < 0) return;
    this.#places.splice(at, 1);
    place.thread.terminate();
    place.job?.reject(failure(place.job, "died"));
    this.#work();
  }
}

/** Of a view into a large buffer only the view is sent. */
function sendable(value: unknown): unknown {
  return value instanceof Uint8Array && value.byteLength < value.buffer.byteLength ? new Uint8Array(value) : value;
}

function isEnglish({ args }: Job): boolean {
  return args.some((value) => (value as { locale?: Locale } | null | undefined)?.locale === "en");
}

function failure(job: Job, how: "died" | "terminated"): GoujiError {
  const chinese = {
    died: "处理这份内容时工作线程意外终止（可能是内存不足）。其他内容不受影响，可以重试。",
    terminated: "工作线程已由 terminate() 结束，这次调用没有完成。",
  };
  const english = {
    died: "The worker died on this input, perhaps for want of memory. Other calls are not affected; try again.",
    terminated: "The workers were ended by terminate() before this call was done.",
  };
  return new GoujiError("internal", (isEnglish(job) ? english : chinese)[how]);
}

function unsendable(job: Job, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return isEnglish(job)
    ? `An argument can't be sent to the worker; only plain data can: ${reason}.`
    : `参数无法传给工作线程，只能传普通数据：${reason}。`;
}
