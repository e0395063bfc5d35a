/** A piece of work that was started: it can be given up. */
export interface Started<Result> {
  readonly promise: Promise<Result>;
  fail(reason: unknown): void;
}

/** What `renderInOrder` needs to know. */
export interface InOrder<Item, Result> {
  readonly items: Iterable<Item> | AsyncIterable<Item>;
  /** Items that may be taken ahead of the results that were asked for. */
  readonly most: number;
  /** Starts an item, or resolves when there is room to. */
  readonly start: (item: Item) => Promise<Started<Result>> | Started<Result>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gives the results of items in their order. Items are taken as room for them comes, not faster than results are asked for, and while
 * those are awaited: a source that waits for a result before it gives its next item is not waited for in turn.
 */
export async function* renderInOrder<Item, Result>(job: InOrder<Item, Result>): AsyncGenerator<Result, void, undefined> {
  job.signal?.throwIfAborted();
  const line = new Line(job);
  const abort = () => line.stop(job.signal?.reason);
  job.signal?.addEventListener("abort", abort, { once: true });
  try {
    for (let next = await line.next(); next !== undefined; next = await line.next()) yield await next.promise;
  } finally {
    job.signal?.removeEventListener("abort", abort);
    line.stop(new Error("the results were not asked for any more"));
  }
}

/** Started items that wait for their turn. */
class Line<Item, Result> {
  readonly #job: InOrder<Item, Result>;
  readonly #iterator: Iterator<Item> | AsyncIterator<Item>;
  readonly #started: Started<Result>[] = [];
  /** What was handed out last: it may still be under way. */
  #current: Started<Result> | undefined;
  #isEnded = false;
  #isSourceDone = false;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  constructor(job: InOrder<Item, Result>) {
    this.#job = job;
    const { items } = job;
    this.#iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
    this.#fill().catch((error: unknown) => this.#end({ error }));
  }

  async next(): Promise<Started<Result> | undefined> {
    while (this.#started.length === 0 && !this.#isEnded) await this.#change();
    this.#current = this.#started.shift();
    this.#tell();
    if (this.#current === undefined && this.#failure !== undefined) throw this.#failure.error;
    return this.#current;
  }

  /** Gives up all that is under way, and the source. */
  stop(reason: unknown): void {
    // Nor are those handed out that were finished: to stop is to stop.
    for (const started of [this.#current, ...this.#started.splice(0)]) started?.fail(reason);
    if (!this.#isEnded) this.#end({ error: reason });
    if (this.#isSourceDone) return;
    this.#isSourceDone = true;
    // Not waited for: a source that hangs must not keep the caller.
    Promise.resolve(this.#iterator.return?.()).catch(() => {});
  }

  async #fill(): Promise<void> {
    for (;;) {
      while (this.#started.length >= this.#job.most && !this.#isEnded) await this.#change();
      if (this.#isEnded) return;
      const { done, value } = await this.#pull();
      if (done) return this.#end(undefined);
      if (this.#isEnded) return;
      const starting = this.#job.start(value);
      const started = "then" in starting ? await starting : starting;
      this.#started.push(started);
      if (this.#isEnded) return started.fail(this.#failure?.error);
      this.#tell();
    }
  }

  /** Takes the next item. A source that ends, or throws, is not told to end. */
  async #pull(): Promise<IteratorResult<Item>> {
    try {
      const step = await this.#iterator.next();
      this.#isSourceDone ||= step.done === true;
      return step;
    } catch (error) {
      this.#isSourceDone = true;
      throw error;
    }
  }

  #end(failure: { readonly error: unknown } | undefined): void {
    this.#failure ??= failure;
    this.#isEnded = true;
    this.#tell();
  }

  /** Resolves at the next change of the line, whichever side waits: they never both do. */
  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #tell(): void {
    this.#wake();
  }
}
