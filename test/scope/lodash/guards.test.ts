import { describe, expect, it } from "vitest";
import { call, construct } from "../../../src/runtime/call.ts";
import { LimitError, TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { Native } from "../../../src/runtime/handles.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createRecord, recordPrototype, toRecord } from "../../../src/runtime/record.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { createBench } from "./bench.ts";

const { realm: shared, universe } = createBench();
const run = (name: string, ...args: unknown[]) => runIn(createBench().realm, name, ...args);
const runIn = (realm: Realm, name: string, ...args: unknown[]) => call(realm, lodash.members.get(name), undefined, args);
const fn = (host: (...args: never[]) => unknown) => universe.enter(host);

describe("what `_` does not have", () => {
  it.each("template templateSettings mixin runInContext noConflict VERSION prototype constructor __proto__ placeholder _".split(" "))(
    "%s",
    (name) => {
      expect(get(shared, lodash, name)).toBeUndefined();
    },
  );

  it("shows no cache of memoized functions", () => {
    const memoized = run(
      "memoize",
      fn((x) => x),
    );
    expect(get(shared, memoized, "cache")).toBeUndefined();
    expect(get(shared, lodash.members.get("memoize"), "Cache")).toBeUndefined();
  });
});

describe("paths reach own data only", () => {
  const paths = [
    "constructor",
    "constructor.constructor",
    "__proto__",
    "__proto__.constructor",
    "toString",
    "valueOf",
    "map",
    "trim",
    "prototype",
    "call",
    "bind",
    "name",
    "length.constructor",
  ];
  const values: readonly (readonly [string, unknown])[] = [
    ["a string", "text"],
    ["a number", 5],
    ["a boolean", true],
    ["an array", [1]],
    ["a record", createRecord()],
    ["a function", fn((x) => x)],
    ["a facade", lodash],
    ["a facade's function", lodash.members.get("get")],
    ["a wrapper", call(shared, lodash, undefined, [[1]])],
  ];
  it.each(values)("of %s", (_, value) => {
    for (const path of paths) {
      for (const form of [path, path.split(".")]) {
        expect(run("get", value, form, "none"), path).toBe("none");
        expect(run("has", value, form)).toBe(false);
        expect(run("result", value, form)).toBeUndefined();
        expect(run("at", value, [form])).toEqual([undefined]);
        // As an iteratee an array is a pair to match, not a path.
        expect(run("map", [value], form)).toEqual([typeof form === "string" ? undefined : false]);
        expect(call(shared, run("property", form), undefined, [value])).toBeUndefined();
      }
    }
  });

  it("call no constructor", () => {
    for (const [, value] of values) {
      for (const path of [
        "constructor",
        "constructor.constructor",
        ["constructor", "constructor"],
        "__proto__.constructor",
        "map.constructor",
      ]) {
        expect(run("invoke", value, path, "1")).toBeUndefined();
        expect(run("invokeMap", [value], path, "1")).toEqual([undefined]);
      }
    }
  });

  it("name no constructor later", () => {
    for (const [, value] of values) {
      for (const path of ["constructor.constructor", ["constructor", "constructor"], "__proto__.constructor"]) {
        expect(call(shared, run("method", path, "1"), undefined, [value])).toBeUndefined();
        expect(call(shared, run("methodOf", value, "1"), undefined, [path])).toBeUndefined();
      }
      expect(() => call(shared, run("bindKey", value, "constructor"), undefined, [])).toThrow(TemplateThrow as never);
      expect(() => run("bindAll", value, "constructor")).toThrow(TemplateThrow as never);
      expect(run("functions", value)).toEqual([]);
    }
    expect(() => run("bindAll", lodash, "map")).toThrow(TemplateThrow as never);
  });

  it("look a bound name up when it is called", () => {
    const object = toRecord([["f", fn(() => "first")]]);
    const bound = run("bindKey", object, "f");
    object.f = fn(() => "later");
    expect(call(shared, bound, undefined, [])).toBe("later");
    expect(run("bindAll", object, "f")).toBe(object);
  });

  it("tell weak collections and facades", () => {
    const { realm } = createBench();
    const weak = (name: string) => construct(realm, realm.globals.get(name), [], name);
    expect([run("isWeakMap", weak("WeakMap")), run("isWeakMap", weak("WeakSet"))]).toEqual([true, false]);
    expect([run("isWeakSet", weak("WeakSet")), run("isWeakSet", weak("WeakMap"))]).toEqual([true, false]);
    expect([
      run("isNative", realm.globals.get("parseInt")),
      run(
        "isNative",
        fn(() => 1),
      ),
    ]).toEqual([true, false]);
  });

  it("refuse an object as a segment", () => {
    const named = toRecord([["toString", fn(() => "constructor")]]);
    for (const path of [named, [named], [["a"]], fn(() => "a")]) {
      expect(() => run("get", "", path)).toThrow(TemplateThrow as never);
      expect(() => run("set", createRecord(), path, 1)).toThrow(TemplateThrow as never);
    }
  });

  it("write to no prototype", () => {
    for (const path of ["__proto__.polluted", ["__proto__", "polluted"], "constructor.prototype.polluted", "prototype.polluted"]) {
      for (const target of [createRecord(), [], fn((x) => x)]) {
        run("set", target, path, 1);
        run(
          "update",
          target,
          path,
          fn(() => 1),
        );
        run(
          "setWith",
          target,
          path,
          1,
          fn(() => ({})),
        );
        run("unset", target, path);
      }
    }
    run(
      "merge",
      createRecord(),
      toRecord([
        ["__proto__", toRecord([["polluted", 1]])],
        ["constructor", toRecord([["prototype", toRecord([["polluted", 1]])]])],
      ]),
    );
    run("zipObjectDeep", ["__proto__.polluted"], [1]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Reflect.ownKeys(recordPrototype)).toEqual([]);
    expect((lodash as unknown as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("refuse to write to facades", () => {
    expect(() => run("set", lodash, "get", 1)).toThrow(TemplateThrow as never);
    expect(() => run("assign", lodash, toRecord([["get", 1]]))).toThrow(TemplateThrow as never);
    expect(lodash.members.get("get")).toBeInstanceOf(Native);
  });
});

/** Records nested `levels` deep, both branches the same: 2^levels paths. */
function shareTree(levels: number): unknown {
  let tree: unknown = createRecord();
  for (let level = 0; level < levels; level++)
    tree = toRecord([
      ["a", tree],
      ["b", tree],
    ]);
  return tree;
}

function nest(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

function cycle(): unknown[] {
  const list: unknown[] = [1];
  list.push(list);
  return list;
}

const deepRecord = () => nest(20_000, (inner) => toRecord([["a", inner]]));
const deepArray = () => nest(20_000, (inner) => [inner]);
const long = "a".repeat(4_000_000);
const many = () => Array.from({ length: 5_000 }, (_, index) => index);

/** Work without end, or results without measure: each is a `LimitError`, which no template catches. */
const endless: readonly (readonly [string, () => unknown])[] = [
  ["range", () => run("range", 1e9)],
  ["rangeRight", () => run("rangeRight", 1e308)],
  ["times", () => run("times", 1e9)],
  [
    "times without end",
    () =>
      run(
        "times",
        Number.MAX_SAFE_INTEGER,
        fn(() => 1),
      ),
  ],
  ["repeat", () => run("repeat", "a", 5e8)],
  ["pad", () => run("pad", "", 5e8)],
  ["padStart", () => run("padStart", "", 5e8)],
  ["padEnd with long filler", () => run("padEnd", "", 4_000_000, "👍🏽👍🏽")],
  ["isEqual of shared trees", () => run("isEqual", shareTree(22), shareTree(22))],
  ["isMatch of shared trees", () => run("isMatch", shareTree(22), shareTree(22))],
  ["merge of shared trees", () => run("merge", createRecord(), shareTree(22))],
  ["isEqual of deep records", () => run("isEqual", deepRecord(), deepRecord())],
  ["cloneDeep of deep records", () => run("cloneDeep", deepRecord())],
  ["merge of deep records", () => run("merge", createRecord(), deepRecord())],
  ["defaultsDeep of deep records", () => run("defaultsDeep", createRecord(), deepRecord())],
  ["flattenDeep of deep arrays", () => run("flattenDeep", deepArray())],
  ["flattenDeep of a cycle", () => run("flattenDeep", cycle())],
  ["text of a cycle", () => run("trim", cycle())],
  [
    "a long path",
    () =>
      run(
        "set",
        createRecord(),
        Array.from({ length: 100_000 }, () => "a"),
        1,
      ),
  ],
  ["a long path as text", () => run("get", createRecord(), "a.".repeat(100_000))],
  ["a far index", () => run("set", [], "[4294967294]", 1)],
  [
    "intersectionWith",
    () =>
      run(
        "intersectionWith",
        many(),
        many(),
        fn(() => false),
      ),
  ],
  [
    "differenceWith",
    () =>
      run(
        "differenceWith",
        many(),
        many(),
        fn(() => false),
      ),
  ],
  [
    "uniqWith",
    () =>
      run(
        "uniqWith",
        many(),
        fn(() => false),
      ),
  ],
  ["a comparison of bags", () => run("isMatch", toRecord([["a", many()]]), toRecord([["a", many().reverse()]]))],
  ["zip", () => run("zip", ...Array.from({ length: 2_000 }, () => many()))],
  [
    "an array-like of any length",
    () =>
      run(
        "forEach",
        toRecord([["length", Number.MAX_SAFE_INTEGER]]),
        fn(() => 1),
      ),
  ],
  ["an array-like turned to an array", () => run("toArray", toRecord([["length", Number.MAX_SAFE_INTEGER]]))],
  [
    "an array-like searched",
    () =>
      run(
        "find",
        toRecord([["length", Number.MAX_SAFE_INTEGER]]),
        fn(() => false),
      ),
  ],
  ["a string split", () => run("split", long, "")],
  ["words", () => run("words", "a ".repeat(2_000_000))],
  ["escape", () => run("escape", long)],
  [
    "sortBy with many iteratees",
    () =>
      run(
        "sortBy",
        many(),
        Array.from({ length: 5_000 }, () => null),
      ),
  ],
  [
    "sorting long strings",
    () =>
      run(
        "sortBy",
        Array.from({ length: 3_000 }, (_, n) => long + n),
      ),
  ],
  ["concat", () => run("concat", ...Array.from({ length: 1_000 }, () => many()))],
];

describe("limits", () => {
  it.each(endless)("%s ends", (_, attempt) => {
    let caught: unknown;
    try {
      attempt();
    } catch (failure) {
      caught = failure;
    }
    expect(caught).toBeInstanceOf(LimitError);
  });

  it("count calls of facades among facades in depth", () => {
    const mapper = run("spread", lodash.members.get("map"));
    const args: unknown[] = [];
    args.push(args, mapper);
    expect(() => call(shared, mapper, undefined, [[args, mapper]])).toThrow(LimitError);
    expect(shared.depth).toBe(0);
  });

  it("pass `_.attempt`", () => {
    expect(() => run("attempt", fn(() => 1) && lodash.members.get("range"), 1e9)).toThrow(LimitError);
  });

  it("leave cycles comparable, clonable and mergeable", () => {
    const round = () => {
      const record = createRecord();
      record.self = record;
      return record;
    };
    expect(run("isEqual", round(), round())).toBe(true);
    const copy = run("cloneDeep", round()) as Record<string, unknown>;
    expect(copy.self).toBe(copy);
    const merged = run("merge", createRecord(), round()) as Record<string, Record<string, unknown>>;
    expect(merged.self?.self).toBe(merged.self);
  });
});

describe("state", () => {
  it("counts unique ids per card", () => {
    const one = createBench().realm;
    const other = createBench().realm;
    expect(["a", "b"].map((prefix) => runIn(one, "uniqueId", prefix))).toEqual(["a1", "b2"]);
    expect(runIn(other, "uniqueId")).toBe("1");
  });
});
