import { call } from "../../runtime/call.ts";
import { toNumber } from "../../runtime/coerce.ts";
import { LimitError } from "../../runtime/failure.ts";
import { type Fn, type Implementation, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Live } from "../../runtime/live.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { runJob } from "../intrinsics/promise-jobs.ts";
import { createFunctions } from "./facade-functions.ts";

/** Milliseconds. A card that asks for less waits that long all the same: browsers slow down what fires without end, and so do we. */
const shortest = { timeout: 0, interval: 4, repeating: 10 } as const;
/** Milliseconds that an idle callback may take, as browsers tell it. */
const idleTime = 50;

const timersKey = "timers";

/** The timers, intervals and frames of a card: how to stop each, by its id. Ids are handed out once. */
class Timers {
  #last = 0;
  readonly #running = new Map<number, () => void>();
  readonly #realm: Realm;

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** Starts what `begin` starts, in a page; elsewhere there is no later, and the id is all that is given. */
  start(begin: (live: Live, id: number) => () => void): number {
    const id = ++this.#last;
    const { live, limits } = this.#realm;
    if (live === undefined) return id;
    if (this.#running.size >= limits.timers) throw new LimitError("timers", `more than ${limits.timers} timers are under way`);
    this.#running.set(id, begin(live, id));
    return id;
  }

  /** Takes what has fired off the list. */
  end(id: number): void {
    this.#running.delete(id);
  }

  /** Puts the next turn of an interval in the place of the last, unless the template has cleared it meanwhile. */
  renew(id: number, begin: () => () => void): void {
    if (this.#running.has(id)) this.#running.set(id, begin());
  }

  stop(id: number): void {
    this.#running.get(id)?.();
    this.#running.delete(id);
  }
}

function timersOf(realm: Realm): Timers {
  let timers = realm.store.get(timersKey) as Timers | undefined;
  if (timers === undefined) {
    timers = new Timers(realm);
    realm.store.set(timersKey, timers);
  }
  return timers;
}

/** A text is refused, as everything else that can't be called: nothing of a template's text is ever evaluated. */
function expectFunction(realm: Realm, value: unknown, what: string): Fn | Native {
  return isCallable(value) ? value : throwType(realm, `\`${what}\` needs a function; text is never evaluated`);
}

/** Reads a delay as browsers do: a 32-bit whole number (HTML, "timer initialisation steps"), so that a huge one is none. */
function toDelay(realm: Realm, value: unknown, least: number): number {
  return Math.max(toNumber(realm, value) | 0, least);
}

const setTimer: Implementation = (realm, _self, [callback, delay, ...args]) => {
  const fn = expectFunction(realm, callback, "setTimeout");
  const milliseconds = toDelay(realm, delay, shortest.timeout);
  const timers = timersOf(realm);
  return timers.start((live, id) =>
    live.startTimer(() => {
      timers.end(id);
      call(realm, fn, undefined, args);
    }, milliseconds),
  );
};

const setRepeating: Implementation = (realm, _self, [callback, delay, ...args]) => {
  const fn = expectFunction(realm, callback, "setInterval");
  const first = toDelay(realm, delay, shortest.interval);
  const later = Math.max(first, shortest.repeating);
  const timers = timersOf(realm);
  return timers.start((live, id) => {
    const turn = () => {
      try {
        call(realm, fn, undefined, args);
      } finally {
        // Also after a turn that threw: a browser's interval goes on.
        timers.renew(id, () => live.startTimer(turn, later));
      }
    };
    return live.startTimer(turn, first);
  });
};

const clear: Implementation = (realm, _self, [id]) => timersOf(realm).stop(toNumber(realm, id));

const requestFrame: Implementation = (realm, _self, [callback]) => {
  const fn = expectFunction(realm, callback, "requestAnimationFrame");
  const timers = timersOf(realm);
  return timers.start((live, id) =>
    live.requestFrame((time) => {
      timers.end(id);
      call(realm, fn, undefined, [time]);
    }),
  );
};

/** A card is never known to be idle: its turn comes soon, and it is told that there is a little time. */
const requestIdle: Implementation = (realm, _self, [callback]) => {
  const fn = expectFunction(realm, callback, "requestIdleCallback");
  const timers = timersOf(realm);
  return timers.start((live, id) =>
    live.startTimer(() => {
      timers.end(id);
      const end = live.now() + idleTime;
      const deadline = createRecord();
      deadline.didTimeout = false;
      deadline.timeRemaining = new Native({ name: "timeRemaining", run: () => Math.max(end - live.now(), 0) });
      call(realm, fn, undefined, [deadline]);
    }, 1),
  );
};

/** A job like those of promises, in both targets: on the same budget, and what it throws is reported as a rejection that nobody handles. */
const queueJob: Implementation = (realm, _self, [callback]) => {
  const fn = expectFunction(realm, callback, "queueMicrotask");
  const run = () => {
    call(realm, fn, undefined, []);
  };
  createPromise(
    realm,
    Promise.resolve().then(() => runJob(realm, run)),
  );
  return undefined;
};

/** Timers, frames and jobs. They end with the card. */
export const timerNames: ReadonlyMap<string, Native> = createFunctions({
  cancelAnimationFrame: clear,
  cancelIdleCallback: clear,
  clearInterval: clear,
  clearTimeout: clear,
  queueMicrotask: queueJob,
  requestAnimationFrame: requestFrame,
  requestIdleCallback: requestIdle,
  setInterval: setRepeating,
  setTimeout: setTimer,
});
