import { describe, expect, it } from "vitest";
import { LimitError, TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { invoke } from "../intrinsics/compare.ts";
import { createCard, createClock, createLiveCard, fn, run, thrownBy, untextable } from "./card-realm.ts";

function setup() {
  const clock = createClock();
  const heard: unknown[] = [];
  return {
    ...clock,
    heard,
    realm: createLiveCard({ live: clock.live }),
    hear: fn((...args) => heard.push(args.length > 1 ? args : args[0])),
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("setTimeout", () => {
  it("runs once, with its arguments, when its time has come", () => {
    const { realm, pass, heard, hear, waiting } = setup();
    expect(run(realm, "setTimeout", hear, 100, "a", "b")).toBe(1);
    expect(run(realm, "setTimeout", hear, 50, "first")).toBe(2);
    pass(99);
    expect(heard).toEqual(["first"]);
    pass(1000);
    expect(heard).toEqual(["first", ["a", "b"]]);
    expect(waiting()).toBe(0);
  });

  it.each([
    [undefined, 0],
    [-5, 0],
    [Number.NaN, 0],
    ["20", 20],
    ["soon", 0],
    [1.9, 1],
    [Number.POSITIVE_INFINITY, 0],
    [2 ** 31, 0],
    [2 ** 31 - 1, 2 ** 31 - 1],
  ])("takes a delay of %s for %s ms", (delay, milliseconds) => {
    const { realm, pass, heard, hear } = setup();
    run(realm, "setTimeout", hear, delay, "done");
    pass(milliseconds - 1);
    expect(heard).toEqual([]);
    pass(1);
    expect(heard).toEqual(["done"]);
  });

  it("is stopped by either function", () => {
    const { realm, pass, heard, hear, waiting } = setup();
    for (const [start, stop] of [
      ["setTimeout", "clearTimeout"],
      ["setTimeout", "clearInterval"],
      ["setInterval", "clearTimeout"],
      ["setInterval", "clearInterval"],
      ["requestAnimationFrame", "cancelAnimationFrame"],
      ["requestIdleCallback", "cancelIdleCallback"],
    ] as const)
      run(realm, stop, run(realm, start, hear, 10));
    for (const id of [undefined, null, 0, -1, 99, Number.NaN, "x"]) run(realm, "clearTimeout", id);
    expect(waiting()).toBe(0);
    pass(1000);
    expect(heard).toEqual([]);
  });

  it("never evaluates a text", () => {
    const { realm, waiting } = setup();
    for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback", "queueMicrotask"])
      for (const callback of ["window.x = 1", undefined, null, 5, {}, untextable()])
        expect(thrownBy(realm, () => run(realm, name, callback, 0))).toBe(
          `TypeError: \`${name}\` needs a function; text is never evaluated`,
        );
    expect(waiting()).toBe(0);
    expect(
      thrownBy(realm, () =>
        run(
          realm,
          "setTimeout",
          fn(() => {}),
          untextable(),
        ),
      ),
    ).toBe("no text");
  });

  it("is bounded in number, and free again when it has run", () => {
    const { realm, pass, hear } = setup();
    const start = () => run(realm, "setTimeout", hear, 1);
    for (let i = 0; i < 1000; i++) start();
    expect(start).toThrow(LimitError);
    expect(start).toThrow("more than 1000 timers are under way");
    pass(1);
    expect(start()).toBe(1003);
  });
});

describe("setInterval", () => {
  it("goes on until it is cleared, also by itself", () => {
    const { realm, pass, heard, waiting } = setup();
    let count = 0;
    const id: unknown = run(
      realm,
      "setInterval",
      fn((text) => {
        heard.push(text);
        if (++count === 3) run(realm, "clearInterval", id);
      }),
      100,
      "tick",
    );
    pass(10_000);
    expect(heard).toEqual(["tick", "tick", "tick"]);
    expect(waiting()).toBe(0);
  });

  it("goes on after a turn that threw", () => {
    const { realm, pass, errors, waiting } = setup();
    run(
      realm,
      "setInterval",
      fn(() => {
        throw new TemplateThrow("bad", 0);
      }),
      100,
    );
    pass(350);
    expect(errors).toHaveLength(3);
    expect(waiting()).toBe(1);
  });

  it("does not run more often than browsers let it", () => {
    const { realm, pass, heard, hear } = setup();
    run(realm, "setInterval", hear, 0, "tick");
    pass(3);
    expect(heard).toHaveLength(0);
    pass(1);
    expect(heard).toHaveLength(1);
    pass(100);
    expect(heard).toHaveLength(11);
  });

  it("counts once, however often it has run", () => {
    const { realm, pass, hear } = setup();
    for (let i = 0; i < 1000; i++) run(realm, "setInterval", hear, 100);
    pass(1000);
    expect(() => run(realm, "setInterval", hear, 100)).toThrow(LimitError);
  });
});

describe("frames and idle turns", () => {
  it("get the time, and a deadline", () => {
    const { realm, pass, heard, hear } = setup();
    run(realm, "requestAnimationFrame", hear);
    pass(100);
    expect(heard).toEqual([16]);
    let left: unknown;
    run(
      realm,
      "requestIdleCallback",
      fn((deadline) => {
        left = [get(realm, deadline, "didTimeout"), invoke(realm, deadline, "timeRemaining")];
      }),
    );
    pass(100);
    expect(left).toEqual([false, 50]);
  });
});

describe("timers in the string target", () => {
  it("hand out ids, and nothing ever fires", async () => {
    const realm = createCard();
    const heard: unknown[] = [];
    const hear = fn(() => heard.push("fired"));
    const names = ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"];
    expect(names.map((name) => run(realm, name, hear, 0))).toEqual([1, 2, 3, 4]);
    for (let i = 0; i < 2000; i++) run(realm, "setTimeout", hear);
    run(realm, "clearTimeout", 1);
    await turn();
    expect(heard).toEqual([]);
  });
});

describe("queueMicrotask", () => {
  it.each([
    ["in a page", createLiveCard],
    ["in the string target", createCard],
  ])("runs a job after what runs now, %s, and reports what it throws", async (_, create) => {
    const realm = create();
    const heard: unknown[] = [];
    expect(
      run(
        realm,
        "queueMicrotask",
        fn((...args) => heard.push(args)),
      ),
    ).toBeUndefined();
    expect(heard).toEqual([]);
    run(
      realm,
      "queueMicrotask",
      fn(() => {
        throw new TemplateThrow("bad", 0);
      }),
    );
    await turn();
    expect(heard).toEqual([[]]);
    expect(realm.reported.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "run/rejection a promise was rejected and nothing handled it: bad",
    ]);
  });

  it("does not renew the budget: an endless chain ends", async () => {
    const realm = createCard({ limits: { fuel: 1000 } });
    const again = fn(() => run(realm, "queueMicrotask", again));
    run(realm, "queueMicrotask", again);
    await turn();
    expect(realm.fuel).toBeLessThan(0);
    expect(realm.reported.map(({ code }) => code)).toEqual(["limit/run"]);
  });
});
