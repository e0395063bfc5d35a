import { Buffer } from "node:buffer";
import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import type { Readable } from "node:stream";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { FrameError, FrameReader, writeFrame } from "./frames.ts";
import type { Job } from "./job.ts";
import { KnownAssets } from "./known-assets.ts";
import { type ChildReason, channel, headBytes, type Order } from "./messages.ts";
import type { PoolSettings } from "./options.ts";
import type { ExitCause, ProcessExit } from "./process-exit.ts";
import { type ReadAnswer, readAnswer } from "./read-answer.ts";
import { WallClock } from "./wall-clock.ts";

/** What a process tells its pool. */
export interface ProcessEvents {
  /** It can take a batch: it has just started, or finished one. */
  readonly onFree: (process: RenderProcess) => void;
  /** It ended; the first of the unfinished jobs is the one that it was at. */
  readonly onGone: (process: RenderProcess, exit: ProcessExit, unfinished: readonly Job[]) => void;
}

const stderrLength = 16_384;
/** Milliseconds that what a process has written may take to arrive when the process has gone. */
const closeMs = 1_000;

/** A child process, seen from the host: takes a batch at a time, and trusts nothing of what comes back. */
export class RenderProcess {
  readonly #child: ChildProcess;
  readonly #channel: Socket | undefined;
  readonly #events: ProcessEvents;
  readonly #reader: FrameReader;
  readonly #known: KnownAssets;
  readonly #clock: WallClock;
  #state: "starting" | "idle" | "busy" | "ending" | "gone" = "starting";
  #cause: ExitCause | undefined;
  readonly #batchSize: number;
  /** Jobs of all batches that were sent and not ended; the one that is under way, and its number on the channel. */
  #jobs: readonly Job[] = [];
  #at = 0;
  #card = 0;
  /** Sizes of these batches. The second lies ready for when the first is done, so that nobody waits for the other side. */
  readonly #sizes: number[] = [];
  #stderr = "";
  #batches = 0;
  /** Bytes in use after the last batch. */
  heap = 0;

  constructor(child: ChildProcess, settings: PoolSettings, events: ProcessEvents) {
    this.#child = child;
    this.#events = events;
    this.#batchSize = settings.batchSize;
    this.#reader = new FrameReader({ head: headBytes, body: settings.outputBytes });
    this.#known = new KnownAssets(settings.memoryMb);
    this.#clock = new WallClock(settings, (cause) => this.kill(cause));
    // A machine that has no room for a process may give one without its streams.
    const stream = child.stdio?.[channel];
    this.#channel = stream instanceof Socket ? stream : undefined;
    this.#channel?.on("data", (chunk: Buffer) => this.#take(chunk));
    // A process that has gone breaks the channel; that it has gone is told by `close`.
    this.#channel?.on("error", () => {});
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString("latin1")).slice(-stderrLength);
    });
    child.on("error", (error) => {
      if (child.pid === undefined) this.#end(null, null, error.message);
    });
    child.once("exit", (code, signal) => {
      // Something else may hold the streams open. What arrives until then still counts.
      const timer = setTimeout(() => this.#end(code, signal), closeMs);
      child.once("close", () => {
        clearTimeout(timer);
        this.#end(code, signal);
      });
    });
    this.#clock.startProcess();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Batches that it was sent, finished or not. */
  get sentBatches(): number {
    return this.#batches + this.#sizes.length;
  }

  get isIdle(): boolean {
    return this.#state === "idle";
  }

  /** Whether it ends, or was told to. */
  get isLeaving(): boolean {
    return this.#state === "ending" || this.#state === "gone";
  }

  /** Whether another batch may be sent behind the one that it is at. A card that is alone is to stay so. */
  get takesAnother(): boolean {
    return this.#state === "busy" && this.#sizes.length === 1 && this.#sizes[0] === this.#batchSize;
  }

  /** Renders a batch. The process has to be idle, or to take another. */
  send(jobs: readonly Job[]): void {
    if (this.#state === "idle") this.#clock.startBatch();
    this.#state = "busy";
    const frames: Buffer[] = [];
    const first = this.#card + this.#jobs.length - this.#at;
    jobs.forEach((job, i) => {
      this.#known.write(frames, first + i, job.parcel);
    });
    frames.push(writeFrame({ end: this.sentBatches } satisfies Order));
    this.#jobs = [...this.#jobs, ...jobs];
    this.#sizes.push(jobs.length);
    this.#channel?.write(Buffer.concat(frames));
  }

  /** Lets the process end by itself; it has nothing to do. */
  leave(cause: ExitCause): void {
    if (this.isLeaving) return;
    if (this.#state === "starting") return this.kill(cause);
    this.#state = "ending";
    this.#cause ??= cause;
    this.#clock.startProcess();
    this.#channel?.end();
  }

  /** Ends the process at once. Nothing that it still says counts. */
  kill(cause: ExitCause): void {
    if (this.#state === "gone") return;
    this.#state = "ending";
    this.#cause ??= cause;
    this.#clock.stop();
    this.#child.kill("SIGKILL");
  }

  /** Says whether the host stays alive for this process. */
  hold(held: boolean): void {
    for (const handle of [this.#child, this.#channel, this.#child.stderr as (Readable & Pick<Socket, "ref" | "unref">) | null])
      if (held) handle?.ref();
      else handle?.unref();
  }

  #take(chunk: Buffer): void {
    if (this.isLeaving) return;
    this.#reader.push(chunk);
    try {
      for (let frame = this.#reader.next(); frame !== undefined; frame = this.#reader.next()) {
        const answer = readAnswer(frame);
        if (answer === undefined || !this.#obey(answer)) return this.kill("protocol");
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.kill("protocol");
    }
    // An idle process has nothing to say.
    if (this.#state === "idle" && this.#reader.isWaiting) this.kill("protocol");
  }

  /** Takes what an answer says, if it is the one that has to come now. */
  #obey(answer: ReadAnswer): boolean {
    if (answer.kind === "ready") {
      if (this.#state !== "starting") return false;
      this.#rest();
      return true;
    }
    if (this.#state !== "busy") return false;
    if (answer.kind === "end") {
      if (answer.end !== this.#batches || this.#at !== this.#sizes[0]) return false;
      this.#batches++;
      this.heap = answer.heap;
      this.#jobs = this.#jobs.slice(this.#sizes.shift());
      this.#at = 0;
      this.#rest();
      return true;
    }
    const job = this.#at < (this.#sizes[0] ?? 0) ? this.#jobs[this.#at] : undefined;
    if (job === undefined || answer.card !== this.#card) return false;
    this.#at++;
    this.#card++;
    this.#clock.renew();
    job.finish(toResult(answer.reason, answer.html, answer.found));
    return true;
  }

  /** Goes on with the next batch, if there is one. */
  #rest(): void {
    if (this.#sizes.length > 0) this.#clock.startBatch();
    else {
      this.#state = "idle";
      this.#clock.stop();
    }
    this.#events.onFree(this);
  }

  #end(code: number | null, signal: string | null, problem = ""): void {
    if (this.#state === "gone") return;
    const started = this.#state !== "starting";
    this.#state = "gone";
    this.#clock.stop();
    this.#channel?.destroy();
    this.#child.stderr?.destroy();
    const cause = this.#cause ?? (!started ? "start" : /out of memory/i.test(this.#stderr) ? "memory" : "crash");
    const exit: ProcessExit = { pid: this.pid, cause, code, signal, stderr: this.#stderr + problem };
    this.#events.onGone(this, exit, this.#jobs.slice(this.#at));
  }
}

function toResult(reason: ChildReason | undefined, html: string, diagnostics: readonly Diagnostic[]): Parameters<Job["finish"]>[0] {
  return reason === undefined ? { ok: true, html, diagnostics } : { ok: false, reason, html, diagnostics };
}
