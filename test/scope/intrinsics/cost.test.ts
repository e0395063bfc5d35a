import { describe, expect, it } from "vitest";
import { intrinsics } from "../../../src/policy/intrinsics.ts";
import { LimitError } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { Native } from "../../../src/runtime/handles.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createRecord } from "../../../src/runtime/record.ts";
import { createTestRealm } from "../../support/realm.ts";
import { invoke, make } from "./compare.ts";

const size = 100_000;
const yes = new Native({ name: "yes", run: () => true });
const pair = new Native({ name: "pair", run: (_realm, _self, [item]) => [item, item] });
const text = () => "ab".repeat(size / 2);
const list = () => Array.from({ length: size }, (_, i) => i);
const wide = () => {
  const record = createRecord();
  for (let i = 0; i < size; i++) record[`k${i}`] = i;
  return record;
};

const texts: Readonly<Record<string, (realm: Realm) => readonly unknown[]>> = {
  concat: () => [text()],
  endsWith: () => [text()],
  includes: () => ["zz"],
  indexOf: () => ["zz"],
  lastIndexOf: () => ["zz"],
  localeCompare: () => [text()],
  match: (realm) => [make(realm, "RegExp", "z", "g")],
  matchAll: (realm) => [make(realm, "RegExp", "z", "g")],
  padEnd: () => [2 * size],
  padStart: () => [2 * size],
  repeat: () => [2],
  replace: () => ["zz", "y"],
  replaceAll: () => ["a", "y"],
  search: (realm) => [make(realm, "RegExp", "z")],
  split: () => ["a"],
  startsWith: () => [text()],
};
const lists: Readonly<Record<string, (realm: Realm) => readonly unknown[]>> = {
  concat: () => [list()],
  copyWithin: () => [0, 1],
  fill: () => [0],
  includes: () => [-1],
  indexOf: () => [-1],
  lastIndexOf: () => [-1],
  push: () => list(),
  unshift: () => list(),
  splice: () => [1],
  toSpliced: () => [1, 1],
  with: () => [0, 0],
  flatMap: () => [pair],
};
const objects: Readonly<Record<string, () => readonly unknown[]>> = {
  assign: () => [createRecord(), wide()],
  create: () => [wide()],
  defineProperties: () => [createRecord(), createRecord()],
  fromEntries: () => [list().map((i) => [`k${i}`, i])],
  is: () => [text(), `${text()}`],
  groupBy: () => [list(), yes],
};

/** The least that a member of a cost class has to charge for so much input. */
const least: Readonly<Record<string, number>> = {
  input: size >>> 10,
  output: size >>> 8,
  callback: size / 2,
  pattern: size >>> 8,
  formatter: 16,
};

/** Members whose large case is elsewhere, or whose work does not grow with the receiver. */
const apart: ReadonlySet<string> = new Set([
  "isFrozen",
  "isSealed",
  "preventExtensions",
  "defineProperties",
  "is",
  "toLocaleString",
  "normalize",
]);

function spent(run: (realm: Realm) => unknown): number {
  const realm = createTestRealm({ limits: { fuel: 1e9 } });
  const before = realm.fuel;
  run(realm);
  return before - realm.fuel;
}

describe("what members charge", () => {
  const owners: readonly (readonly [
    "String.prototype" | "Array.prototype" | "Object",
    Readonly<Record<string, (realm: Realm) => readonly unknown[]>>,
    () => unknown,
  ])[] = [
    ["String.prototype", texts, text],
    ["Array.prototype", lists, list],
    ["Object", objects, wide],
  ];
  for (const [owner, given, self] of owners) {
    it.each(Object.entries(intrinsics[owner]).filter(([name, [, cost]]) => cost !== "value" && !apart.has(name)))(
      `${owner}.%s`,
      (name, [, cost]) => {
        const used = spent((realm) => {
          const receiver = owner === "Object" ? realm.globals.get("Object") : self();
          const args =
            (Object.hasOwn(given, name) ? given[name]?.(realm) : undefined) ??
            (owner === "Object" ? [wide(), "k1", createRecord()] : cost === "callback" ? [yes] : []);
          const result = invoke(realm, receiver, name, ...args);
          if (name === "matchAll") invoke(realm, result, "next");
        });
        if (cost === "fixed") expect(used).toBeLessThan(20);
        // A callback that ends the walk at once is the exception.
        else if (cost === "callback" && /^(find|some|sort|toSorted)/.test(name)) expect(used).toBeGreaterThan(0);
        else expect(used).toBeGreaterThanOrEqual(least[cost] ?? 0);
      },
    );
  }
});

describe("what a hostile template may try", () => {
  const attempts: Readonly<Record<string, (realm: Realm) => unknown>> = {
    repeat: (realm) => invoke(realm, "x", "repeat", 536_870_888),
    padStart: (realm) => invoke(realm, "", "padStart", 536_870_888, "ab"),
    padEnd: (realm) => invoke(realm, "", "padEnd", 500_000_000),
    "replacement patterns": (realm) => invoke(realm, "a".repeat(40_000), "replaceAll", "a", "$`$'"),
    "replacements without end": (realm) =>
      invoke(realm, "x".repeat(100), "replace", make(realm, "RegExp", "(?<a>x)", "g"), "$<".repeat(1_000_000)),
    "join of long texts": (realm) => invoke(realm, invoke(realm, "a".repeat(100_000), "split", ""), "join", "a".repeat(100_000)),
    normalisation: (realm) => invoke(realm, "\ufdfa".repeat(1_000_000), "normalize", "NFKD"),
    "JSON of a long list": (realm) => invoke(realm, realm.globals.get("JSON"), "stringify", new Array(900_000).fill("xxxxxxxxxx")),
    "Array(n)": (realm) => make(realm, "Array", 1e9),
    "Array.from": (realm) => invoke(realm, realm.globals.get("Array"), "from", Object.assign(createRecord(), { length: 1e9 })),
    "array doubling": (realm) => {
      let array: unknown = [1];
      for (let i = 0; i < 40; i++) array = invoke(realm, array, "concat", array);
      return array;
    },
    "doubling by flatMap": (realm) => {
      let array: unknown = [1];
      for (let i = 0; i < 40; i++) array = invoke(realm, array, "flatMap", pair);
      return array;
    },
    "text doubling": (realm) => {
      let value: unknown = "x";
      for (let i = 0; i < 40; i++) value = invoke(realm, value, "concat", value);
      return value;
    },
    "flat of a shared tree": (realm) => {
      let tree: unknown = [1];
      for (let i = 0; i < 40; i++) tree = [tree, tree];
      return invoke(realm, tree, "flat", Number.POSITIVE_INFINITY);
    },
    "join of a shared tree": (realm) => {
      let tree: unknown = [1];
      for (let i = 0; i < 40; i++) tree = [tree, tree];
      return invoke(realm, tree, "join");
    },
    "a quadratic search": (realm) => {
      const subject = "a".repeat(2_000_000);
      return invoke(realm, subject, "includes", `b${"a".repeat(1_000_000)}`);
    },
    "comparing long texts": (realm) => {
      const same = "a".repeat(1_000_000);
      return invoke(realm, new Array(100_000).fill(`${same}b`), "indexOf", `${same}c`);
    },
    "array-likes": (realm) =>
      invoke(
        realm,
        get(realm, get(realm, realm.globals.get("Array"), "prototype"), "map"),
        "call",
        Object.assign(createRecord(), { length: 2 ** 31 }),
        yes,
      ),
    "String.raw": (realm) =>
      invoke(
        realm,
        realm.globals.get("String"),
        "raw",
        Object.assign(createRecord(), { raw: Object.assign(createRecord(), { length: 1e9 }) }),
      ),
    "a long pattern": (realm) => make(realm, "RegExp", "[".repeat(1_000_000)),
    formatters: (realm) => {
      for (let digits = 0; digits < 100_000; digits++) {
        const options = Object.assign(createRecord(), { minimumFractionDigits: digits % 19, minimumIntegerDigits: 1 + (digits % 21) });
        invoke(realm, 1, "toLocaleString", "en", options);
      }
    },
  };
  it.each(Object.entries(attempts))("%s ends in a limit error", (_name, run) => {
    expect(() => run(createTestRealm())).toThrow(LimitError);
  });
});
