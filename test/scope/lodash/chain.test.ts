import real from "lodash";
import { describe, expect, it } from "vitest";
import { lodashFunctions, lodashWrapperMethods } from "../../../src/policy/lodash.ts";
import { call } from "../../../src/runtime/call.ts";
import { toText } from "../../../src/runtime/coerce.ts";
import { get } from "../../../src/runtime/get.ts";
import { Opaque } from "../../../src/runtime/handles.ts";
import { toList } from "../../../src/runtime/iterate.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { createBench } from "./bench.ts";

type Step = readonly [string, ...unknown[]];
type Wrapper = Record<string, (...args: unknown[]) => unknown>;

const isOdd = (n: number) => n % 2 === 1;
const users = [
  { user: "fred", age: 40, active: true },
  { user: "barney", age: 36, active: false },
  { user: "pebbles", age: 1, active: true },
];

/** Chains: the value that is wrapped, and what is called on it. */
const chains: readonly (readonly [unknown, ...Step[]])[] = [
  [users, ["filter", "active"], ["map", "user"], ["value"]],
  [users, ["sortBy", "age"], ["head"]],
  [users, ["orderBy", ["age"], ["desc"]], ["map", "user"], ["join", ", "]],
  [users, ["groupBy", "active"], ["mapValues", "length"], ["value"]],
  [users, ["keyBy", "user"], ["pick", ["fred"]], ["value"]],
  [[1, 2, 3, 4], ["filter", isOdd], ["reverse"], ["value"]],
  [[1, 2, 3], ["map", (n: number) => n * 2], ["sum"]],
  [[1, 2, 3], ["push", 4], ["value"]],
  [[1, 2, 3], ["pop"]],
  [[3, 1, 2], ["sort"], ["value"]],
  [[1, 2, 3, 4], ["splice", 1, 2], ["value"]],
  [[1, 2], ["unshift", 0], ["shift"]],
  [[1, 2], ["concat", 3, [4]], ["value"]],
  [[1, 2], ["tap", () => undefined], ["thru", (list: number[]) => list.length], ["value"]],
  ["a-b-c", ["split", "-"], ["map", (c: string) => c.toUpperCase()], ["join", "+"]],
  ["fred flintstone", ["startCase"]],
  [[1, 2, 3], ["chain"], ["head"], ["value"]],
  [[1, [2, [3]]], ["flattenDeep"], ["size"]],
  [{ a: 1, b: 2 }, ["toPairs"], ["fromPairs"], ["value"]],
  [{ a: { b: 1 } }, ["get", "a.b"]],
  [
    [1, 2],
    ["each", () => undefined],
  ],
  [[1, 2], ["plant", [5]], ["value"]],
  [[1, 2], ["commit"], ["valueOf"]],
  [[1, 2], ["toJSON"]],
  [3, ["times", (n: number) => n]],
  [3, ["range"], ["value"]],
];

const realIsWrapper = (value: unknown) =>
  value instanceof (real as unknown as { prototype: { constructor: new () => unknown } }).prototype.constructor;
const ourIsWrapper = (value: unknown) => value instanceof Opaque && value.type.name === "LodashWrapper";

function copy<Value>(value: Value): Value {
  return structuredClone(value);
}

describe.each([false, true])("chains (begun by `_.chain`: %s)", (explicit) => {
  it.each(chains.map(([value, ...steps]) => [steps.map(([name]) => name).join("."), value, steps] as const))("%s", (_, value, steps) => {
    const { realm, universe } = createBench();
    let theirs: unknown = explicit ? real.chain(copy(value)) : real(copy(value));
    let ours = call(realm, explicit ? lodash.members.get("chain") : lodash, undefined, [universe.enter(copy(value))]);
    for (const [name, ...args] of steps) {
      if (!realIsWrapper(theirs)) break;
      theirs = (theirs as Wrapper)[name]?.(...args);
      ours = call(realm, get(realm, ours, name), ours, args.map(universe.enter));
      expect(ourIsWrapper(ours), name).toBe(realIsWrapper(theirs));
    }
    if (realIsWrapper(theirs)) {
      theirs = (theirs as Wrapper).value?.();
      ours = call(realm, get(realm, ours, "value"), ours, []);
    }
    expect(universe.leave(ours)).toEqual(theirs);
  });
});

describe("wrappers", () => {
  const { realm } = createBench();
  const wrap = (value: unknown) => call(realm, lodash, undefined, [value]);

  it("answer to every function of `_` and to the wrapper's own methods, and to nothing else", () => {
    const { methods } = (wrap([]) as Opaque).type;
    expect([...methods.keys()].sort()).toEqual([...new Set([...lodashFunctions.keys(), ...lodashWrapperMethods.keys()])].sort());
  });

  it("stay wrapped where lodash's do", () => {
    for (const [name, { chains: wraps }] of lodashFunctions) {
      if (name === "chain" || name === "defer" || name === "delay") continue;
      const theirs = real([]) as unknown as Wrapper;
      const result = attempt(() =>
        theirs[name]?.(
          () => 1,
          () => 1,
        ),
      );
      if (result !== failed) expect(realIsWrapper(result), name).toBe(wraps);
    }
  });

  it("read as their value", () => {
    expect(toText(realm, wrap(["a", "b"]))).toBe("a,b");
    expect(toList(realm, wrap([1, 2]))).toEqual([1, 2]);
    expect(wrap(wrap(1))).toBeInstanceOf(Opaque);
    expect((wrap({}) as Opaque).type.json?.(realm, (wrap([1]) as Opaque).state)).toEqual([1]);
  });

  it("refuse another receiver", () => {
    const map = get(realm, wrap([]), "map");
    expect(() => call(realm, map, [1], [])).toThrow();
  });
});

const failed = Symbol("failed");

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return failed;
  }
}
