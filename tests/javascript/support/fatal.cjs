/** Makes the engine die on demand, on this thread and, where it is required there too, on those of `gouji/worker`. */

const { isMainThread, workerData } = require("node:worker_threads");

/** The numbers that all threads see: how many calls die, in which rule (none: -1), and how often no new instance can be made. */
const plan = isMainThread ? new Int32Array(new SharedArrayBuffer(12)) : workerData;
const [CALLS, RULE, INSTANCES] = [0, 1, 2];

const SURVIVE = ["memory", "runningRule"];

/** Whether it is one of those that go wrong. */
const isNext = (which) => Atomics.load(plan, which) > 0 && Atomics.sub(plan, which, 1) > 0;

const { Instance } = WebAssembly;
WebAssembly.Instance = class {
  constructor(module, imports) {
    if (isNext(INSTANCES)) throw new RangeError("out of memory");
    const { exports } = new Instance(module, imports);
    let rule = -1;
    const die = () => {
      rule = Atomics.load(plan, RULE);
      // Whatever a trap leaves behind.
      new Uint8Array(exports.memory.buffer).fill(0xff);
      throw new WebAssembly.RuntimeError("unreachable");
    };
    const mortal = ([name, call]) => {
      if (name === "runningRule") return [name, () => (rule < 0 ? call() : rule)];
      if (SURVIVE.includes(name) || name.startsWith("__") || typeof call !== "function") return [name, call];
      return [name, (...args) => (isNext(CALLS) ? die() : call(...args))];
    };
    this.exports = Object.fromEntries(Object.entries(exports).map(mortal));
  }
};

/** The next call dies, in the rule of this index if any; after `instances` failed tries to make a new instance. */
exports.dieNext = (rule = -1, instances = 0) => {
  Atomics.store(plan, RULE, rule);
  Atomics.store(plan, INSTANCES, instances);
  Atomics.store(plan, CALLS, 1);
};

exports.plan = plan;
