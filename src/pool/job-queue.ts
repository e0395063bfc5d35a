import type { Job } from "./job.ts";

/**
 * What may be done with a job that is about to be taken: it goes with others, or alone, or not before `later`; a refused one is told so
 * and left out.
 */
export type Verdict = "any" | "alone" | "later" | "refused";

/** Bytes of data in one batch: cards beyond it wait for the next. */
const batchBytes = 4_194_304;

/** Jobs that wait for a process, first come first served. */
export class JobQueue {
  #jobs: Job[] = [];
  #head = 0;

  /** Jobs that wait; those that were given up count until their turn comes, so that giving up is cheap. */
  get size(): number {
    return this.#jobs.length - this.#head;
  }

  push(job: Job): void {
    this.#jobs.push(job);
  }

  /** Puts back jobs that were taken, in front and in their order. */
  putBack(jobs: readonly Job[]): void {
    this.#jobs = [...jobs, ...this.#jobs.slice(this.#head)];
    this.#head = 0;
  }

  /** Takes the next batch. A job that has to be alone is the only one of its batch. */
  take(most: number, judge: (job: Job) => Verdict): readonly Job[] {
    const batch: Job[] = [];
    let bytes = 0;
    while (batch.length < most && this.size > 0) {
      const job = this.#jobs[this.#head] as Job;
      const verdict = job.done ? "refused" : judge(job);
      if (verdict === "later") break;
      if (verdict !== "refused") {
        bytes += job.parcel.body.length;
        if (batch.length > 0 && (verdict === "alone" || bytes > batchBytes)) break;
        batch.push(job);
      }
      this.#head++;
      if (verdict === "alone") break;
    }
    if (this.#head > 1_024 && this.#head > this.size) this.putBack([]);
    return batch;
  }

  /** Empties the queue and gives what waited. */
  drain(): readonly Job[] {
    const jobs = this.#jobs.slice(this.#head);
    this.#jobs = [];
    this.#head = 0;
    return jobs;
  }
}
