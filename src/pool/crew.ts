import type { Job } from "./job.ts";
import type { Launch } from "./launch.ts";
import type { PoolSettings } from "./options.ts";
import type { ProcessExit } from "./process-exit.ts";
import { RenderProcess } from "./render-process.ts";

/** What a crew tells its pool. */
export interface CrewEvents {
  /** A process can take a batch. */
  readonly onFree: () => void;
  /** A process ended; the first of the unfinished jobs is the one that it was at. */
  readonly onGone: (exit: ProcessExit, unfinished: readonly Job[]) => void;
  /** No process is there, and none starts. */
  readonly onStuck: (exit: ProcessExit) => void;
}

/** Starts that may fail in a row before those who wait are told. */
const starts = 5;
/** Milliseconds until the second start, twice as many for each after it, up to the most. */
const pause = { first: 50, most: 10_000 };
/** The part of its memory from which on a process is replaced: what it keeps, it no longer gives back. */
const fullShare = 0.75;

/** Keeps as many processes as the pool is to have. */
export class Crew {
  readonly #settings: PoolSettings;
  readonly #launch: Launch;
  readonly #events: CrewEvents;
  readonly #processes = new Set<RenderProcess>();
  readonly #gone: Promise<void>;
  #tellGone!: () => void;
  #failedStarts = 0;
  #nextStart: NodeJS.Timeout | undefined;
  #held = false;
  #stopped = false;

  constructor(settings: PoolSettings, launch: Launch, events: CrewEvents) {
    this.#settings = settings;
    this.#launch = launch;
    this.#events = events;
    this.#gone = new Promise((resolve) => {
      this.#tellGone = resolve;
    });
    this.#fill();
  }

  get pids(): readonly number[] {
    return [...this.#processes].flatMap(({ pid }) => pid ?? []);
  }

  /** Processes that have nothing to do. */
  idle(): readonly RenderProcess[] {
    return [...this.#processes].filter((process) => process.isIdle && !this.#isTired(process));
  }

  /** Processes that have something to do, and may have something more lie ready. */
  busy(): readonly RenderProcess[] {
    return [...this.#processes].filter((process) => process.takesAnother && !this.#isTired(process));
  }

  /** Says whether the host stays alive for the crew. */
  hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    for (const process of this.#processes) process.hold(held);
    if (held) this.#nextStart?.ref();
    else this.#nextStart?.unref();
  }

  /** Lets all processes go, or ends them `now`; none is started any more. Resolves when the last is gone. */
  stop(now: boolean): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#nextStart);
    this.hold(true);
    for (const process of this.#processes) {
      if (now) process.kill("closed");
      else process.leave("closed");
    }
    if (this.#processes.size === 0) this.#tellGone();
    return this.#gone;
  }

  #fill(): void {
    this.#nextStart = undefined;
    for (let missing = this.#settings.size - this.#countStaying(); missing > 0; missing--)
      if (!this.#stopped && this.#nextStart === undefined) this.#start();
  }

  #countStaying(): number {
    return [...this.#processes].filter(({ isLeaving }) => !isLeaving).length;
  }

  #start(): void {
    let child: ReturnType<Launch>;
    try {
      child = this.#launch();
    } catch (error) {
      return this.#onGone(undefined, { pid: undefined, cause: "start", code: null, signal: null, stderr: String(error) }, []);
    }
    const process = new RenderProcess(child, this.#settings, {
      onFree: (one) => this.#onFree(one),
      onGone: (one, exit, unfinished) => this.#onGone(one, exit, unfinished),
    });
    process.hold(this.#held);
    this.#processes.add(process);
  }

  #onFree(process: RenderProcess): void {
    this.#failedStarts = 0;
    if (process.isIdle && this.#isTired(process)) {
      process.leave("recycled");
      this.#fill();
    } else this.#events.onFree();
  }

  /** Whether a process has done its share: it takes no more. */
  #isTired({ sentBatches, heap }: RenderProcess): boolean {
    return sentBatches >= this.#settings.maxBatches || heap > this.#settings.memoryMb * 1_048_576 * fullShare;
  }

  #onGone(process: RenderProcess | undefined, exit: ProcessExit, unfinished: readonly Job[]): void {
    if (process !== undefined) this.#processes.delete(process);
    this.#events.onGone(exit, unfinished);
    if (this.#stopped) {
      if (this.#processes.size === 0) this.#tellGone();
      return;
    }
    if (exit.cause !== "start") return this.#fill();
    this.#failedStarts++;
    if (this.#countStaying() === 0 && this.#failedStarts >= starts) this.#events.onStuck(exit);
    this.#nextStart ??= setTimeout(() => this.#fill(), Math.min(pause.first * 2 ** (this.#failedStarts - 1), pause.most));
    if (!this.#held) this.#nextStart.unref();
  }
}
