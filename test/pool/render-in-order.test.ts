import { describe, expect, it } from "vitest";
import { renderInOrder, type Started } from "../../src/pool/render-in-order.ts";

/** Works that a test finishes by hand, in the order that it likes. */
class Works {
  readonly started: number[] = [];
  readonly givenUp: number[] = [];
  readonly #ends = new Map<number, { readonly finish: () => void }>();

  readonly start = (item: number): Started<string> => {
    this.started.push(item);
    let fail: (reason: unknown) => void = () => {};
    let isOpen = true;
    const promise = new Promise<string>((resolve, reject) => {
      this.#ends.set(item, {
        finish: () => {
          isOpen = false;
          resolve(`done ${item}`);
        },
      });
      fail = reject;
    });
    promise.catch(() => {});
    return {
      promise,
      fail: (reason) => {
        if (isOpen) this.givenUp.push(item);
        isOpen = false;
        fail(reason);
      },
    };
  };

  finish(...items: readonly number[]): void {
    for (const item of items) this.#ends.get(item)?.finish();
  }
}

/** Lets everything run that can without a work being finished. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Numbers without end, which know what was taken of them and whether they were told to end. */
function countUp(): Iterable<number> & { readonly taken: () => number; readonly wasClosed: () => boolean } {
  let taken = 0;
  let closed = false;
  return {
    *[Symbol.iterator]() {
      try {
        for (;;) yield taken++;
      } finally {
        closed = true;
      }
    },
    taken: () => taken,
    wasClosed: () => closed,
  };
}

describe("results in order", () => {
  it("gives them in the order of the items, whatever is finished first", async () => {
    const works = new Works();
    const results = renderInOrder({ items: [0, 1, 2], most: 3, start: works.start });
    const first = results.next();
    await settle();
    works.finish(2, 1);
    works.finish(0);
    expect(await first).toEqual({ done: false, value: "done 0" });
    expect([await results.next(), await results.next(), await results.next()].map(({ value }) => value)).toEqual([
      "done 1",
      "done 2",
      undefined,
    ]);
  });

  it("takes nothing before it is asked, then as much as may wait, and one more for each result that is taken", async () => {
    const works = new Works();
    const items = countUp();
    const results = renderInOrder({ items, most: 4, start: works.start });
    await settle();
    expect(items.taken()).toBe(0);
    const first = results.next();
    await settle();
    // One is asked for, four wait.
    expect(works.started).toEqual([0, 1, 2, 3, 4]);
    works.finish(0, 1, 2, 3, 4);
    await first;
    await settle();
    expect(works.started.length).toBe(5);
    await results.next();
    await settle();
    expect(works.started).toEqual([0, 1, 2, 3, 4, 5]);
    await results.return();
    expect(items.wasClosed()).toBe(true);
  });

  it("does not wait for a source that waits for a result", async () => {
    const works = new Works();
    let answer: (value: string) => void = () => {};
    const seen = new Promise<string>((resolve) => {
      answer = resolve;
    });
    async function* ask() {
      yield 0;
      expect(await seen).toBe("done 0");
      yield 1;
    }
    const found: string[] = [];
    const all = (async () => {
      for await (const result of renderInOrder({ items: ask(), most: 8, start: works.start })) {
        found.push(result);
        answer(result);
        works.finish(1);
      }
    })();
    await settle();
    works.finish(0);
    await settle();
    works.finish(1);
    await all;
    expect(found).toEqual(["done 0", "done 1"]);
  });

  it("gives up what is under way when nobody asks any more, and lets the source go", async () => {
    const works = new Works();
    const items = countUp();
    const results = renderInOrder({ items, most: 3, start: works.start });
    const first = results.next();
    await settle();
    works.finish(0);
    await first;
    await results.return();
    expect(works.givenUp).toEqual([1, 2, 3]);
    expect(items.wasClosed()).toBe(true);
  });

  it("ends with the source's error, behind the results before it", async () => {
    const works = new Works();
    async function* fail() {
      yield 0;
      throw new Error("the cursor is gone");
    }
    const results = renderInOrder({ items: fail(), most: 8, start: works.start });
    const first = results.next();
    await settle();
    works.finish(0);
    expect((await first).value).toBe("done 0");
    await expect(results.next()).rejects.toThrow("the cursor is gone");
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it("ends with what an item is refused for, and lets the source go", async () => {
    const works = new Works();
    const items = countUp();
    const start = (item: number) => {
      if (item === 1) throw new TypeError("no card");
      return works.start(item);
    };
    const results = renderInOrder({ items, most: 8, start });
    const first = results.next();
    await settle();
    works.finish(0);
    await first;
    await expect(results.next()).rejects.toThrow(new TypeError("no card"));
    expect(items.wasClosed()).toBe(true);
  });

  it("waits for room where an item has to, and takes no other meanwhile", async () => {
    const works = new Works();
    let enter: () => void = () => {};
    const room = new Promise<void>((resolve) => {
      enter = resolve;
    });
    const items = countUp();
    const results = renderInOrder({
      items,
      most: 4,
      start: (item) => (item === 1 ? room.then(() => works.start(item)) : works.start(item)),
    });
    const first = results.next();
    await settle();
    expect(items.taken()).toBe(2);
    enter();
    works.finish(0);
    await first;
    await settle();
    expect(works.started).toEqual([0, 1, 2, 3, 4]);
    await results.return();
  });

  it("ends when it is aborted: before, while a result is awaited, while the source is", async () => {
    const works = new Works();
    const gone = AbortSignal.abort(new Error("gone"));
    await expect(renderInOrder({ items: [0], most: 2, start: works.start, signal: gone }).next()).rejects.toThrow("gone");
    expect(works.started).toEqual([]);

    const waiting = new AbortController();
    const result = renderInOrder({ items: [0, 1], most: 2, start: works.start, signal: waiting.signal }).next();
    await settle();
    waiting.abort(new Error("enough"));
    await expect(result).rejects.toThrow("enough");
    expect(works.givenUp).toEqual([0, 1]);

    const silent = new AbortController();
    const never: AsyncIterable<number> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
    const nothing = renderInOrder({ items: never, most: 2, start: works.start, signal: silent.signal }).next();
    await settle();
    silent.abort(new Error("too slow"));
    await expect(nothing).rejects.toThrow("too slow");
  });
});
