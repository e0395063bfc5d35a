interface Timer {
  readonly due: number;
  readonly run: () => void;
  /** Started by the card, not by an answer that waits. */
  readonly own: boolean;
}

/** A clock that knows which of its timers have not run. */
export interface TestClock {
  now(): number;
  start(run: () => void, milliseconds: number, own: boolean): object;
  stop(timer: object): void;
  /** Milliseconds until each timer of the card, the next one first. */
  waiting(): readonly number[];
}

/** The platform's clock. */
export class PlatformClock implements TestClock {
  readonly #timers = new Map<Timer, ReturnType<typeof setTimeout>>();

  now(): number {
    return Date.now();
  }

  start(run: () => void, milliseconds: number, own: boolean): object {
    const timer = { due: Date.now() + milliseconds, run, own };
    const handle = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, milliseconds);
    this.#timers.set(timer, handle);
    return timer;
  }

  stop(timer: object): void {
    clearTimeout(this.#timers.get(timer as Timer));
    this.#timers.delete(timer as Timer);
  }

  waiting(): readonly number[] {
    return toWaiting(this.#timers.keys(), Date.now());
  }
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements TestClock {
  /** In the order in which they were started. */
  readonly #timers = new Set<Timer>();
  #now: number;
  #moving = false;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  start(run: () => void, milliseconds: number, own: boolean): object {
    // While time passes a timer takes a moment at least, as in a browser: a chain of timers without delay would never end.
    const timer = { due: this.#now + Math.max(milliseconds, this.#moving ? 1 : 0), run, own };
    this.#timers.add(timer);
    return timer;
  }

  stop(timer: object): void {
    this.#timers.delete(timer as Timer);
  }

  waiting(): readonly number[] {
    return toWaiting(this.#timers, this.#now);
  }

  /** Moves the clock, runs each timer at its instant, and waits for `rest` before the first and after each of them. */
  async advance(milliseconds: number, rest: () => Promise<void>): Promise<void> {
    if (this.#moving) throw new Error("the clock is moving already: await the `advance` before");
    this.#moving = true;
    try {
      const end = this.#now + milliseconds;
      await rest();
      for (let timer = this.#next(end); timer !== undefined; timer = this.#next(end)) {
        this.#timers.delete(timer);
        this.#now = Math.max(this.#now, timer.due);
        timer.run();
        await rest();
      }
      this.#now = end;
    } finally {
      this.#moving = false;
    }
  }

  /** The timer that is due first, of several the one that was started first. */
  #next(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (timer.due <= end && (next === undefined || timer.due < next.due)) next = timer;
    return next;
  }
}

function toWaiting(timers: Iterable<Timer>, now: number): readonly number[] {
  return [...timers]
    .filter(({ own }) => own)
    .map(({ due }) => Math.max(0, due - now))
    .sort((a, b) => a - b);
}
