import { toNumber } from "../../runtime/coerce.ts";
import { Native } from "../../runtime/handles.ts";
import type { Live } from "../../runtime/live.ts";
import type { Realm } from "../../runtime/realm.ts";
import { callBack, expectFunction } from "./callback.ts";
import type { FunctionTable } from "./function-table.ts";
import { createFunction } from "./iteratee.ts";
import { hasOwnData, isObject, readOwn } from "./own-data.ts";

/** When a held-back function runs. Times in milliseconds. */
interface Pace {
  readonly wait: number;
  readonly leading: boolean;
  readonly trailing: boolean;
  /** Longest time between calls; `undefined` for none. */
  readonly most: number | undefined;
}

/**
 * `_.debounce`, `_.throttle`, `_.delay`, `_.defer`.
 *
 * In the string target there is no later: a debounced or throttled function runs at the first call of a burst, whatever
 * `leading` says, and later calls within the wait give its result. So a first render shows what an interactive one would settle on.
 * What `delay` and `defer` are given never runs.
 */
export const debounceFunctions: FunctionTable = {
  debounce: (realm, fn, wait, options) => {
    const pace = toWait(realm, wait);
    const most = hasOption(options, "maxWait") ? Math.max(toWait(realm, readOwn(realm, options, "maxWait")), pace) : undefined;
    return hold(realm, fn, {
      wait: pace,
      most,
      leading: readFlag(realm, options, "leading", false),
      trailing: readFlag(realm, options, "trailing", true),
    });
  },
  throttle: (realm, fn, wait, options) => {
    const pace = toWait(realm, wait);
    const leading = readFlag(realm, options, "leading", true);
    return hold(realm, fn, { wait: pace, most: pace, leading, trailing: readFlag(realm, options, "trailing", true) });
  },
  delay: (realm, fn, wait, _third, args) => later(realm, fn, toWait(realm, wait), args.slice(2)),
  defer: (realm, fn, _second, _third, args) => later(realm, fn, 1, args.slice(1)),
};

function toWait(realm: Realm, wait: unknown): number {
  return toNumber(realm, wait) || 0;
}

function hasOption(options: unknown, name: string): boolean {
  return isObject(options) && hasOwnData(options, name);
}

function readFlag(realm: Realm, options: unknown, name: string, absent: boolean): boolean {
  return hasOption(options, name) ? Boolean(readOwn(realm, options, name)) : absent;
}

function later(realm: Realm, fn: unknown, wait: number, args: readonly unknown[]): unknown {
  expectFunction(realm, fn);
  realm.live?.startTimer(() => callBack(realm, fn, args), wait);
  return 0;
}

function hold(realm: Realm, fn: unknown, pace: Pace): Native {
  expectFunction(realm, fn);
  const { live } = realm;
  const held = live === undefined ? new ClockHeld(realm, fn, pace) : new TimerHeld(realm, fn, pace, live);
  const members = new Map<string, unknown>([
    ["cancel", createFunction("cancel", 0, () => held.cancel())],
    ["flush", createFunction("flush", 0, () => held.flush())],
  ]);
  return new Native({ name: "debounced", members, run: (_realm, self, args) => held.call(self, args) });
}

/** Without timers: the first call of a burst runs. */
class ClockHeld {
  readonly #realm: Realm;
  readonly #fn: unknown;
  readonly #pace: Pace;
  #lastCall: number | undefined;
  #lastRun = 0;
  #result: unknown;

  constructor(realm: Realm, fn: unknown, pace: Pace) {
    this.#realm = realm;
    this.#fn = fn;
    this.#pace = pace;
  }

  call(self: unknown, args: readonly unknown[]): unknown {
    const now = this.#realm.now();
    const { wait, most } = this.#pace;
    const quiet = this.#lastCall === undefined || now - this.#lastCall >= wait || (most !== undefined && now - this.#lastRun >= most);
    this.#lastCall = now;
    if (!quiet) return this.#result;
    this.#lastRun = now;
    this.#result = callBack(this.#realm, this.#fn, args, self);
    return this.#result;
  }

  cancel(): undefined {
    this.#lastCall = undefined;
    return undefined;
  }

  flush(): unknown {
    return this.#result;
  }
}

interface PendingCall {
  readonly self: unknown;
  readonly args: readonly unknown[];
}

/** With timers: as lodash does it, on both edges. */
class TimerHeld {
  readonly #realm: Realm;
  readonly #fn: unknown;
  readonly #pace: Pace;
  readonly #live: Live;
  #pending: PendingCall | undefined;
  /** Stops the timer that is running. */
  #timer: (() => void) | undefined;
  #lastCall: number | undefined;
  #lastRun = 0;
  #result: unknown;

  constructor(realm: Realm, fn: unknown, pace: Pace, live: Live) {
    this.#realm = realm;
    this.#fn = fn;
    this.#pace = pace;
    this.#live = live;
  }

  call(self: unknown, args: readonly unknown[]): unknown {
    const now = this.#live.now();
    const due = this.#isDue(now);
    this.#pending = { self, args };
    this.#lastCall = now;
    if (due && this.#timer === undefined) {
      this.#lastRun = now;
      this.#start(this.#pace.wait);
      return this.#pace.leading ? this.#run(now) : this.#result;
    }
    if (due && this.#pace.most !== undefined) {
      this.#stop();
      this.#start(this.#pace.wait);
      return this.#run(now);
    }
    if (this.#timer === undefined) this.#start(this.#pace.wait);
    return this.#result;
  }

  cancel(): undefined {
    this.#stop();
    this.#lastRun = 0;
    this.#lastCall = undefined;
    this.#pending = undefined;
    return undefined;
  }

  flush(): unknown {
    if (this.#timer === undefined) return this.#result;
    return this.#finish(this.#live.now());
  }

  #isDue(now: number): boolean {
    const { wait, most } = this.#pace;
    if (this.#lastCall === undefined) return true;
    const since = now - this.#lastCall;
    return since >= wait || since < 0 || (most !== undefined && now - this.#lastRun >= most);
  }

  #start(wait: number): void {
    this.#timer = this.#live.startTimer(() => this.#expire(), wait);
  }

  #stop(): void {
    this.#timer?.();
    this.#timer = undefined;
  }

  #expire(): void {
    const now = this.#live.now();
    if (this.#isDue(now)) {
      this.#finish(now);
      return;
    }
    const { wait, most } = this.#pace;
    const left = wait - (now - (this.#lastCall ?? now));
    this.#start(most === undefined ? left : Math.min(left, most - (now - this.#lastRun)));
  }

  #finish(now: number): unknown {
    this.#stop();
    if (this.#pace.trailing && this.#pending !== undefined) return this.#run(now);
    this.#pending = undefined;
    return this.#result;
  }

  #run(now: number): unknown {
    const call = this.#pending;
    this.#pending = undefined;
    this.#lastRun = now;
    this.#result = callBack(this.#realm, this.#fn, call?.args ?? [], call?.self);
    return this.#result;
  }
}
