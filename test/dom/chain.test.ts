// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { Chain } from "../../src/render/dom/facades/chain.ts";
import { LimitError } from "../../src/runtime/failure.ts";
import type { Realm } from "../../src/runtime/realm.ts";

const endless = "events that the card causes cause one another without end";

/** All that a chain asks of a realm. */
const createFuel = () => ({ fuel: 1_000 }) as Realm;

/** Changes that each cause the next one, so many of them. */
function nest(chain: Chain, levels: number, last: () => void = () => {}): void {
  const realm = createFuel();
  const run = (left: number): void => {
    if (left === 0) last();
    else chain.run(realm, () => run(left - 1));
  };
  run(levels);
}

const limitOf = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof LimitError) return `${error.limit}: ${error.message}`;
    throw error;
  }
  return "none";
};

describe("changes that cause one another", () => {
  it("give what they give", () => {
    expect(new Chain().run(createFuel(), () => 7)).toBe(7);
  });

  it.each([
    [1, "none"],
    [20, "none"],
    [21, `callDepth: ${endless}`],
  ])("%d of them within each other: %s", (levels, limit) => {
    expect(limitOf(() => nest(new Chain(), levels))).toBe(limit);
  });

  it("may go on one after another", () => {
    const chain = new Chain();
    for (let i = 0; i < 50; i++) nest(chain, 10);
    expect(limitOf(() => nest(chain, 20))).toBe("none");
  });

  it("begin anew after a limit", () => {
    const chain = new Chain();
    expect(limitOf(() => nest(chain, 21))).not.toBe("none");
    expect(limitOf(() => nest(chain, 20))).toBe("none");
  });

  it("end with what reached the limit, although the page swallowed it", () => {
    const chain = new Chain();
    const reached: string[] = [];
    const swallow = (): void => {
      try {
        nest(chain, 1);
      } catch {
        reached.push("swallowed");
      }
    };
    expect(limitOf(() => nest(chain, 20, swallow))).toBe(`callDepth: ${endless}`);
    expect(reached).toEqual(["swallowed"]);
  });

  it("go no further once one has reached a limit", () => {
    const chain = new Chain();
    const realm = createFuel();
    const limit = new LimitError("fuel", "the first");
    let later = 0;
    const run = () =>
      chain.run(realm, () => {
        try {
          chain.hear(() => {
            throw limit;
          });
        } catch {}
        try {
          chain.run(realm, () => later++);
        } catch {}
      });
    expect(run).toThrow(limit);
    expect(later).toBe(0);
    expect(chain.run(realm, () => "anew")).toBe("anew");
  });

  it("end all the way out, by the limit that was first", () => {
    const chain = new Chain();
    const first = new LimitError("fuel", "the first");
    const swallow = (run: () => void): void => {
      try {
        run();
      } catch {}
    };
    const reach = () =>
      chain.hear(() => {
        throw first;
      });
    const thrown: unknown[] = [];
    const outer = () =>
      nest(chain, 19, () =>
        swallow(() =>
          nest(chain, 1, () => {
            swallow(reach);
            try {
              nest(chain, 1);
            } catch (error) {
              thrown.push(error);
            }
          }),
        ),
      );
    expect(outer).toThrow(first);
    expect(thrown).toEqual([first]);
  });

  it("end when their steps are used up within", () => {
    const realm = createFuel();
    const run = (left: number) => () =>
      new Chain().run(realm, () => {
        realm.fuel = left;
      });
    expect(limitOf(run(-1))).toBe("fuel: the card used up its steps");
    expect(limitOf(run(0))).toBe("none");
  });
});

describe("listeners", () => {
  const fail = (error: Error) => () => {
    throw error;
  };

  it("pass on what they throw", () => {
    const error = new Error("any");
    expect(() => new Chain().hear(fail(error))).toThrow(error);
  });

  it("leave no limit behind where nothing caused their event", () => {
    const chain = new Chain();
    expect(() => chain.hear(fail(new LimitError("fuel", "gone")))).toThrow("gone");
    expect(limitOf(() => nest(chain, 1))).toBe("none");
  });

  it("end nothing by errors that are no limit", () => {
    const chain = new Chain();
    const realm = createFuel();
    const caused = chain.run(realm, () => {
      expect(() => chain.hear(fail(new Error("any")))).toThrow("any");
      return "done";
    });
    expect(caused).toBe("done");
  });
});
