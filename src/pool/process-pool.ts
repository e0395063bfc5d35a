import { checkKeys } from "../render/options.ts";
import { Assets } from "./asset.ts";
import type { PoolCard } from "./card.ts";
import { Crew } from "./crew.ts";
import { toPoolFailure } from "./failure.ts";
import { Job } from "./job.ts";
import { JobQueue, type Verdict } from "./job-queue.ts";
import type { Launch } from "./launch.ts";
import { childReasons } from "./messages.ts";
import type { PoolSettings } from "./options.ts";
import { Packer, type Parcel } from "./pack-card.ts";
import { PoolError } from "./pool-error.ts";
import { describeExit, type ExitCause, type ProcessExit } from "./process-exit.ts";
import { Quarantine } from "./quarantine.ts";
import { renderInOrder, type Started } from "./render-in-order.ts";
import type { RenderPool } from "./render-pool.ts";
import type { FailureReason, PoolResult } from "./result.ts";

/** Ends that are the fault of the card under way, as far as can be told: it is tried again alone, and then given up. */
const blamed: ReadonlyMap<ExitCause, "timeout" | "memory" | "crash"> = new Map([
  ["timeout", "timeout"],
  ["memory", "memory"],
  ["protocol", "crash"],
  ["crash", "crash"],
]);

/** Reasons that a process lived to tell. */
const answered: readonly FailureReason[] = childReasons;

/** A pool: keeps what waits, shares it out to the crew, and finds out which card was to blame when a process ends. */
export class ProcessPool implements RenderPool {
  readonly #settings: PoolSettings;
  readonly #packer: Packer;
  readonly #quarantine: Quarantine;
  readonly #queue = new JobQueue();
  readonly #crew: Crew;
  /** Cards whose result is not told yet. */
  readonly #open = new Set<Job>();
  readonly #wantRoom: (() => void)[] = [];
  #isDispatching = false;
  #isClosed = false;
  #tellDone: (() => void) | undefined;

  constructor(settings: PoolSettings, launch: Launch) {
    this.#settings = settings;
    this.#packer = new Packer(new Assets(), settings.inputBytes);
    this.#quarantine = new Quarantine(settings);
    this.#crew = new Crew(settings, launch, {
      onFree: () => this.#dispatch(),
      onGone: (exit, unfinished) => this.#onGone(exit, unfinished),
      onStuck: (exit) => this.#onStuck(exit),
    });
  }

  get pids(): readonly number[] {
    return this.#crew.pids;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  async render(card: PoolCard, options: { readonly signal?: AbortSignal } = {}): Promise<PoolResult> {
    const signal = expectSignal(options);
    signal?.throwIfAborted();
    this.#expectOpen();
    if (this.#queue.size >= this.#settings.queueLimit)
      throw new PoolError("full", `${this.#queue.size} cards wait already; render fewer at once, or use \`renderAll\`, which waits`);
    const parcel = this.#packer.pack(card);
    if ("ok" in parcel) return parcel;
    const job = this.#add(parcel);
    if (signal === undefined) return job.promise;
    const abort = () => job.fail(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    try {
      return await job.promise;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  renderAll(
    cards: Iterable<PoolCard> | AsyncIterable<PoolCard>,
    options: { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<PoolResult, void, undefined> {
    const signal = expectSignal(options);
    if (typeof cards !== "object" || cards === null || !(Symbol.iterator in cards || Symbol.asyncIterator in cards))
      throw new TypeError("argument `cards` has to be an iterable of cards");
    const { size, batchSize } = this.#settings;
    // One batch of each process is under way, one lies ready for it, one is being put together.
    return renderInOrder({ items: cards, most: 3 * size * batchSize, start: (card) => this.#startWhenRoom(card), signal });
  }

  async close(options: { readonly now?: boolean } = {}): Promise<void> {
    checkKeys(options, ["now"], "option");
    this.#isClosed = true;
    for (const tell of this.#wantRoom.splice(0)) tell();
    if (options.now) {
      for (const job of this.#open) job.fail(new PoolError("closed", "the pool was closed before the card was rendered"));
      this.#queue.drain();
    } else if (this.#open.size > 0) {
      await new Promise<void>((resolve) => {
        const others = this.#tellDone;
        this.#tellDone = () => {
          others?.();
          resolve();
        };
      });
    }
    await this.#crew.stop(options.now === true);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #startWhenRoom(card: PoolCard): Started<PoolResult> | Promise<Started<PoolResult>> {
    this.#expectOpen();
    if (this.#queue.size >= this.#settings.queueLimit)
      return new Promise<void>((resolve) => this.#wantRoom.push(resolve)).then(() => this.#startWhenRoom(card));
    const parcel = this.#packer.pack(card);
    return "ok" in parcel ? { promise: Promise.resolve(parcel), fail: () => {} } : this.#add(parcel);
  }

  #expectOpen(): void {
    if (this.#isClosed) throw new PoolError("closed", "the pool is closed");
  }

  #add(parcel: Parcel): Job {
    const job: Job = new Job(parcel, (result) => this.#onDone(job, result));
    this.#open.add(job);
    this.#crew.hold(true);
    this.#queue.push(job);
    if (!this.#isDispatching) {
      // What is asked for in one turn of the loop goes in one batch.
      this.#isDispatching = true;
      setImmediate(() => {
        this.#isDispatching = false;
        this.#dispatch();
      });
    }
    return job;
  }

  #dispatch(): void {
    const { batchSize, queueLimit } = this.#settings;
    const idle = this.#crew.idle();
    idle.forEach((process, i) => {
      // A few cards for several processes are shared out.
      const share = Math.ceil(this.#queue.size / (idle.length - i));
      const batch = this.#queue.take(Math.min(share, batchSize), (job) => this.#judge(job));
      if (batch.length > 0) process.send(batch);
    });
    // Behind a busy process lie full batches alone: a single card is better off with whichever is free first.
    if (this.#queue.size >= batchSize) {
      for (const process of this.#crew.busy()) {
        if (this.#queue.size < batchSize) break;
        const batch = this.#queue.take(batchSize, (job) => toLater(this.#judge(job)));
        if (batch.length > 0) process.send(batch);
      }
    }
    while (this.#wantRoom.length > 0 && this.#queue.size < queueLimit) this.#wantRoom.shift()?.();
  }

  #judge(job: Job): Verdict {
    const { id } = job.parcel.program;
    if (this.#quarantine.isClosed(id, performance.now())) {
      job.finish(toPoolFailure("quarantine", { count: this.#quarantine.count(id) }, job.parcel.target));
      return "refused";
    }
    return job.attempts > 0 || this.#quarantine.count(id) > 0 ? "alone" : "any";
  }

  #onDone(job: Job, result: PoolResult | undefined): void {
    this.#open.delete(job);
    if (result !== undefined && (result.ok || answered.includes(result.reason))) this.#quarantine.clear(job.parcel.program.id);
    if (this.#open.size > 0) return;
    this.#crew.hold(false);
    this.#tellDone?.();
  }

  #onGone(exit: ProcessExit, unfinished: readonly Job[]): void {
    const [guilty] = unfinished;
    const reason = blamed.get(exit.cause);
    if (guilty !== undefined && reason !== undefined && ++guilty.attempts >= this.#settings.attempts) {
      this.#quarantine.addKill(guilty.parcel.program.id, performance.now());
      const { memoryMb, timeoutMs } = this.#settings;
      const limit = reason === "memory" ? memoryMb : timeoutMs;
      guilty.finish(toPoolFailure(reason, { how: describeExit(exit), limit }, guilty.parcel.target));
    }
    this.#queue.putBack(unfinished.filter(({ done }) => !done));
    this.#dispatch();
    const { onExit } = this.#settings;
    // In a task of its own: what it throws is the host's, and must not keep the pool from going on.
    if (onExit !== undefined) queueMicrotask(() => onExit(exit));
  }

  #onStuck({ code, signal, stderr }: ProcessExit): void {
    const how = signal === null ? `exit code ${code ?? "unknown"}` : `signal ${signal}`;
    const said = stderr.trim().slice(0, 500);
    for (const job of this.#queue.drain())
      job.fail(new PoolError("start", `no process of the pool starts: ${how}${said === "" ? "" : `; ${said}`}`));
    for (const tell of this.#wantRoom.splice(0)) tell();
  }
}

/** What has to be alone waits for a process that has nothing to do. */
function toLater(verdict: Verdict): Verdict {
  return verdict === "alone" ? "later" : verdict;
}

function expectSignal(options: { readonly signal?: AbortSignal }): AbortSignal | undefined {
  checkKeys(options, ["signal"], "option");
  const { signal } = options;
  if (signal !== undefined && typeof signal?.throwIfAborted !== "function") throw new TypeError("option `signal` has to be an AbortSignal");
  return signal;
}
