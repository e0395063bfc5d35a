import real from "lodash";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { call } from "../../../src/runtime/call.ts";
import { get } from "../../../src/runtime/get.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { createTestLive } from "../../support/live.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Times of calls, and what else happens at a time; options of `debounce` and `throttle`. */
const scripts: readonly (readonly (readonly [number, "call" | "cancel" | "flush"])[])[] = [
  [
    [0, "call"],
    [10, "call"],
    [20, "call"],
    [200, "call"],
  ],
  [
    [0, "call"],
    [30, "call"],
    [60, "call"],
    [90, "call"],
    [120, "call"],
    [150, "call"],
    [400, "call"],
  ],
  [
    [0, "call"],
    [10, "flush"],
    [20, "call"],
    [30, "cancel"],
    [300, "call"],
  ],
  [
    [0, "flush"],
    [5, "cancel"],
    [10, "call"],
    [500, "flush"],
  ],
];
const options: readonly (object | undefined)[] = [
  undefined,
  { leading: true },
  { leading: true, trailing: false },
  { maxWait: 80 },
  { maxWait: 80, leading: true },
  { trailing: false },
];

describe.each(["debounce", "throttle"] as const)("_.%s with timers does what lodash does", (name) => {
  it.each(
    scripts.flatMap((script, index) => options.map((option) => [index, JSON.stringify(option) ?? "no options", script, option] as const)),
  )("script %i, %s", (_, __, script, option) => {
    const log: unknown[] = [];
    const record = (side: string) => (n: unknown) => {
      log.push([side, Date.now(), n]);
      return n;
    };
    vi.setSystemTime(0);
    const realm = createTestRealm({
      now: () => Date.now(),
      live: createTestLive(),
    });
    const universe = createUniverse(realm);
    const theirs = (real[name] as unknown as (...args: unknown[]) => Record<string, unknown>)(record("theirs"), 50, option);
    const ours = call(realm, lodash.members.get(name), undefined, [record("ours"), 50, option].map(universe.enter));
    for (const [index, [at, what]] of script.entries()) {
      vi.advanceTimersByTime(at - Date.now());
      const expected = (what === "call" ? theirs : (theirs[what] as never)) as unknown as (n: number) => unknown;
      const actual = call(realm, what === "call" ? ours : get(realm, ours, what), undefined, [index]);
      expect(actual).toEqual(expected(index));
    }
    vi.advanceTimersByTime(1_000);
    const of = (side: string) => log.filter((line) => (line as unknown[])[0] === side).map((line) => (line as unknown[]).slice(1));
    expect(of("ours")).toEqual(of("theirs"));
  });
});

describe("without timers", () => {
  const create = (): { realm: Realm; ran: unknown[]; hold: (name: string, wait: number, at: { now: number }) => unknown } => {
    const ran: unknown[] = [];
    const clock = { now: 0 };
    const realm = createTestRealm({ now: () => clock.now });
    const { enter } = createUniverse(realm);
    const hold = (name: string, wait: number, at: { now: number }) => {
      Object.defineProperty(clock, "now", { get: () => at.now, configurable: true });
      return call(realm, lodash.members.get(name), undefined, [
        enter((n: unknown) => {
          ran.push(n);
          return n;
        }),
        wait,
      ]);
    };
    return { realm, ran, hold };
  };

  it.each(["debounce", "throttle"])("_.%s runs at the first call of a burst", (name) => {
    const { realm, ran, hold } = create();
    const at = { now: 0 };
    const held = hold(name, 100, at);
    expect(call(realm, held, undefined, [1])).toBe(1);
    at.now = 10;
    expect(call(realm, held, undefined, [2])).toBe(1);
    expect(call(realm, get(realm, held, "flush"), undefined, [])).toBe(1);
    at.now = 500;
    expect(call(realm, held, undefined, [3])).toBe(3);
    call(realm, get(realm, held, "cancel"), undefined, []);
    expect(call(realm, held, undefined, [4])).toBe(4);
    expect(ran).toEqual([1, 3, 4]);
  });

  it.each(["delay", "defer"])("what _.%s is given never runs", (name) => {
    const ran: unknown[] = [];
    const realm = createTestRealm();
    const { enter } = createUniverse(realm);
    expect(call(realm, lodash.members.get(name), undefined, [enter(() => ran.push(1)), 1])).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(ran).toEqual([]);
  });
});

describe("with timers", () => {
  it.each(["delay", "defer"])("_.%s runs later", (name) => {
    const ran: unknown[] = [];
    const realm = createTestRealm({ live: createTestLive() });
    const { enter } = createUniverse(realm);
    const run = enter((...args: unknown[]) => {
      ran.push(args);
    });
    const args = name === "delay" ? [run, 20, "a", "b"] : [run, "a", "b"];
    expect(call(realm, lodash.members.get(name), undefined, args)).toBe(0);
    expect(ran).toEqual([]);
    vi.advanceTimersByTime(30);
    expect(ran).toEqual([["a", "b"]]);
  });
});
