import type { Limits } from "../../policy/limits.ts";
import type { Host, HostClock } from "../../runtime/host.ts";
import { RequestEnd } from "../../runtime/live.ts";

/** The platform's clock, for hosts that give none. */
const platformClock: HostClock = {
  now: () => performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/** Milliseconds between two pictures, where the page does not say. */
const frameTime = 16;

/**
 * What a live card has under way: timers, frames, questions to the host. All of it ends with the card.
 */
export class Services {
  readonly #limits: Limits;
  readonly #clock: HostClock;
  readonly #ownClock: boolean;
  readonly #enter: (run: () => void) => void;
  readonly #view: (Window & typeof globalThis) | null;
  readonly #begin: number;
  readonly #stops = new Set<() => void>();
  readonly #requests = new Set<AbortController>();

  constructor(host: Host, limits: Limits, view: (Window & typeof globalThis) | null, enter: (run: () => void) => void) {
    this.#limits = limits;
    this.#clock = host.clock ?? platformClock;
    this.#ownClock = host.clock !== undefined;
    this.#view = view;
    this.#enter = enter;
    this.#begin = this.#clock.now();
  }

  now(): number {
    return this.#clock.now() - this.#begin;
  }

  startTimer(run: () => void, milliseconds: number): () => void {
    const handle = this.#clock.setTimeout(() => {
      this.#stops.delete(stop);
      this.#enter(run);
    }, milliseconds);
    const stop = () => {
      this.#stops.delete(stop);
      this.#clock.clearTimeout(handle);
    };
    this.#stops.add(stop);
    return stop;
  }

  requestFrame(run: (time: number) => void): () => void {
    const view = this.#view;
    const show = () => run(this.now());
    // A host with a clock of its own decides when frames come, too.
    if (this.#ownClock || typeof view?.requestAnimationFrame !== "function") return this.startTimer(show, frameTime);
    const handle = view.requestAnimationFrame(() => {
      this.#stops.delete(stop);
      this.#enter(show);
    });
    const stop = () => {
      this.#stops.delete(stop);
      view.cancelAnimationFrame(handle);
    };
    this.#stops.add(stop);
    return stop;
  }

  /** Runs something of ours in a task of its own: after the page was painted, when an answer has come. */
  later(run: () => void): void {
    // The platform's, whatever the host's clock: nobody waits for a time here.
    const handle = setTimeout(() => {
      this.#stops.delete(stop);
      run();
    }, 0);
    const stop = () => {
      this.#stops.delete(stop);
      clearTimeout(handle);
    };
    this.#stops.add(stop);
  }

  /**
   * Asks the host. The answer comes in a task of its own, never in the microtask in which the host gives it: a template that asks again at
   * once would else hold the page, each time with a fresh budget.
   */
  ask<T>(service: (signal: AbortSignal) => T | PromiseLike<T>, giveUp?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#requests.size >= this.#limits.requests) {
        reject(new RequestEnd("too-many", `more than ${this.#limits.requests} requests are under way`));
        return;
      }
      const controller = new AbortController();
      this.#requests.add(controller);
      let open = true;
      const end = (settle: () => void) => {
        if (!open) return;
        open = false;
        stopClock();
        giveUp?.removeEventListener("abort", abort);
        this.later(() => {
          this.#requests.delete(controller);
          this.#enter(settle);
        });
      };
      const fail = (reason: "timeout" | "abort", message: string) => {
        end(() => reject(new RequestEnd(reason, message)));
        controller.abort();
      };
      const abort = () => fail("abort", "the request was given up");
      const stopClock = this.startTimer(() => fail("timeout", "the host did not answer in time"), this.#limits.requestTime);
      giveUp?.addEventListener("abort", abort);
      if (giveUp?.aborted) {
        abort();
        return;
      }
      // Called in a microtask, so that what a service throws is an answer like any other.
      Promise.resolve()
        .then(() => service(controller.signal))
        .then(
          (value) => end(() => resolve(value)),
          (error: unknown) => end(() => reject(error)),
        );
    });
  }

  /** Stops all timers and gives up all requests. */
  stop(): void {
    for (const stop of [...this.#stops]) stop();
    for (const controller of [...this.#requests]) controller.abort();
    this.#requests.clear();
  }
}
