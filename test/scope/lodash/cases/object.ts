import _ from "lodash";
import { type CaseTable, using } from "../case.ts";

const data = { a: [{ b: { c: 3 } }, 4], d: null, "x.y": 1, "": 5, e: { f: undefined }, u: undefined, n: 0 };
const both = (result: unknown, args: readonly unknown[]) => [result, args[0]];
const isNumber = (value: unknown) => typeof value === "number";
const listArgs = (...args: unknown[]) => args;

/** Calls for functions over objects and paths. */
export const objectCases: CaseTable = {
  get: [
    ...[
      "a[0].b.c",
      "a.0.b.c",
      "a[1]",
      "x.y",
      "d.x",
      "e.f",
      "e.f.g",
      "zz",
      "a.length",
      "",
      "a[0]['b'].c",
      'a[0]["b"]["c"]',
      ".a",
      "a.",
      "a[",
      "[a][0]",
      "n",
      "u",
    ].map((path) => [data, path, "none"]),
    [data, ["a", "0", "b", "c"]],
    [data, ["a", 1]],
    [data, ["x.y"]],
    [data, []],
    [data, [], "none"],
    [data, undefined, "none"],
    [data, null, "none"],
    [{ null: 1, undefined: 2, true: 3 }, null],
    [{ null: 1, undefined: 2, true: 3 }],
    [{ true: 3 }, true],
    [null, "a", "none"],
    [undefined, "a", "none"],
    ["abc", "length"],
    ["abc", 1],
    ["abc", "[1]"],
    [5, "a", "none"],
    [{ 1: { 2: 3 } }, 1.2],
    [{ "-0": 1, 0: 2 }, -0],
    [{ "a[0]": 1, a: [2] }, "a[0]"],
    [{ a: { "b c": { "d'e": 1 } } }, "a['b c'][\"d'e\"]"],
    [{ a: [[1, 2]] }, "a[0][1]"],
    [{ a: { "": { b: 1 } } }, "a..b"],
    [{ a: { "-1": 7, "1.5": 8 } }, "a[-1]"],
    [{ a: { "-1": 7, "1.5": 8 } }, "a[1.5]"],
  ],
  has: [
    ...["a[0].b.c", "a[5]", "x.y", "d.x", "e.f", "zz", "a.length", "", "u", "u.x"].map((path) => [data, path]),
    [null, "a"],
    [data, ["a", "0"]],
    [data, []],
    ["abc", "length"],
    ["abc", 1],
    ["abc", 5],
    [5, "a"],
  ],
  hasIn: [...["a[0].b.c", "a[5]", "x.y", "e.f", "zz", "u"].map((path) => [data, path]), [null, "a"], [data, ["a", "0"]]],
  result: [
    [{ a: [{ b: () => 3 }] }, "a[0].b"],
    [{ a: () => ({ b: 2 }) }, "a.b"],
    [{}, "a", "none"],
    [{}, "a", () => 5],
    [null, "a", 1],
    [
      {
        n: 2,
        f(this: { n: number }) {
          return this.n;
        },
      },
      "f",
    ],
    [{ a: 1 }, []],
    [{ a: 1 }, [], 7],
    [{ a: undefined }, "a.b", 7],
  ],
  invoke: [
    [{ a: [{ b: (x: number, y: number) => x + y }] }, "a[0].b", 1, 2],
    [{ a: 1 }, "b"],
    [null, "a"],
    [
      {
        n: 2,
        f(this: { n: number }) {
          return this.n;
        },
      },
      "f",
    ],
  ],
  set: [
    ...["a[0].b.c", "x[0].y", "q.0.r", "d.e", "x.y", "a.9", "q['r.s']", "__proto__.z", "constructor.z", "q.prototype.z", "e.f.g"].map(
      (path) => using(() => [{ a: [{ b: { c: 3 } }], d: null, "x.y": 1, e: { f: 1 } }, path, 9], both),
    ),
    using(() => [[], "[2].a", 1], both),
    using(() => [{}, ["a", "b", 0], 1], both),
    [null, "a", 1],
    [5, "a", 1],
    [{}, [], 1],
    [{}, "", 1],
    [{ a: 1 }, "a", undefined],
    [{}, "a"],
  ],
  setWith: [
    [{}, "[0][1]", "a", Object],
    [{}, "a[0].b", 1],
    [null, "a", 1, Object],
    [{}, "a[0]", 1, () => undefined],
  ],
  update: [
    using(() => [{ a: [{ b: { c: 3 } }] }, "a[0].b.c", (n: number) => n * n], both),
    using(() => [{}, "x[0].y", (n: unknown) => n ?? 0], both),
    [null, "a", (n: unknown) => n],
  ],
  updateWith: [
    [{}, "[0][1]", () => "a", Object],
    [{ a: 1 }, "a", (n: number) => n + 1],
  ],
  unset: [
    ...["a[0].b", "a[1]", "x.y", "q", "__proto__.a", "constructor.a", "d", "d.x", "a[0].b.c.z"].map((path) =>
      using(() => [{ a: [{ b: { c: 3 } }, 4], d: null, "x.y": 1 }, path], both),
    ),
    [null, "a"],
    [{ a: 1 }, []],
  ],
  at: [
    [{ a: [{ b: { c: 3 } }, 4] }, ["a[0].b.c", "a[1]"]],
    [["a", "b"], 0, 1],
    [null, ["a"]],
    [{ a: 1 }, "a", ["zz"]],
    ["abc", 0, 2],
    [{}],
  ],
  keys: [[{ a: 1, b: 2 }], ["hi"], [[7, 8]], [null], [5], [{ length: 2, 0: "a" }], [{ 2: 1, 1: 2, a: 3 }], [{}]],
  keysIn: [[{ a: 1 }], ["hi"], [[7]], [null]],
  values: [[{ a: 1, b: 2 }], ["hi"], [[7, 8]], [null], [5], [{ length: 1, 0: "a" }]],
  valuesIn: [[{ a: 1 }], ["hi"], [null]],
  toPairs: [[{ a: 1, b: 2 }], ["hi"], [[7]], [null], [new Map([["a", 1]])], [new Set([1])]],
  toPairsIn: [[{ a: 1 }], [null]],
  entries: [[{ a: 1 }], [[7]], [null]],
  entriesIn: [[{ a: 1 }], [null]],
  mapKeys: [
    [{ a: 1, b: 2 }, (v: number, k: string) => k + v],
    [{ a: { n: "x" } }, "n"],
    [null],
    [[7, 8], (v: number) => v],
    ["ab", (c: string) => c],
    [{ a: 1 }, listArgs],
  ],
  mapValues: [
    [{ a: 1, b: 2 }, (n: number) => n * 2],
    [{ a: { n: "x" } }, "n"],
    [null],
    [[7, 8]],
    ["ab", (c: string) => c + c],
    [{ a: 1 }, listArgs],
    [{ a: { n: 1 }, b: { n: 2 } }, { n: 1 }],
  ],
  invert: [[{ a: 1, b: 2, c: 1 }], [["x", "y"]], [null], [{ a: null, b: undefined }], [{ a: [1, 2] }]],
  invertBy: [[{ a: 1, b: 2, c: 1 }], [{ a: 1 }, (v: number) => `g${v}`], [null], [{ a: "constructor" }]],
  pick: [
    [{ a: 1, b: { c: 2, d: 3 } }, ["a", "b.c"]],
    [{ a: 1, b: 2 }, "a", "b"],
    [{ "a.b": 1 }, "a.b"],
    [null, "a"],
    [{ a: 1 }, "zz"],
    [{ a: 1 }],
    [{ a: 1, constructor: 2 }, ["constructor"]],
    [
      [1, 2, 3],
      [0, 2],
    ],
    [{ a: 1, b: 2 }, [["a"], "b"]],
    ["abc", 0],
    [{ a: [{ b: 1, c: 2 }] }, "a[0].b"],
  ],
  pickBy: [
    [{ a: 1, b: "2", c: 3 }, isNumber],
    [{ a: 0, b: 1 }],
    [null],
    [{ a: { on: 1 }, b: {} }, "on"],
    [{ a: 1 }, listArgs],
    [[1, 0, 2]],
  ],
  omit: [
    [{ a: 1, b: { c: 2, d: 3 } }, ["a", "b.c"]],
    [{ a: 1, b: 2 }, "a", "b"],
    [{ "a.b": 1, c: 2 }, "a.b"],
    [null, "a"],
    [{ a: 1 }, "zz"],
    [{ a: 1 }],
    [[1, 2], 0],
    [{ a: [{ b: 1, c: 2 }] }, "a[0].b"],
    using(() => [{ a: { b: 1, c: 2 } }, "a.b"], both),
    ["abc", 0],
    [{ a: 1 }, "__proto__.toString", "constructor.prototype"],
  ],
  omitBy: [[{ a: 1, b: "2", c: 3 }, isNumber], [{ a: 0, b: 1 }], [null], [{ a: { on: 1 }, b: {} }, "on"], [{ a: null, b: 1 }, _.isNil]],
  findKey: [
    [{ a: { n: 1 }, b: { n: 2 } }, { n: 2 }],
    [{ a: 1, b: 2 }, (v: number) => v > 1],
    [{ a: 0, b: 1 }],
    [null],
    [{ a: { on: true } }, "on"],
    [["x", "y"], (v: string) => v === "y"],
    [{ a: { n: 1 } }, ["n", 1]],
  ],
  findLastKey: [[{ a: { n: 1 }, b: { n: 1 } }, { n: 1 }], [{ a: 1, b: 2 }, isNumber], [null]],
  forOwn: walks(),
  forOwnRight: walks(),
  forIn: walks(),
  forInRight: walks(),
  transform: [
    [
      [2, 3, 4],
      (acc: number[], n: number) => {
        acc.push(n * n);
        return n % 2 === 0;
      },
      [],
    ],
    [[1, 2], () => undefined],
    [{ a: 1 }, () => undefined],
    [null, () => undefined],
    [
      [1, 2],
      (...args: unknown[]) => {
        (args[0] as unknown[]).push(args[2]);
      },
      [],
    ],
  ],
  toPlainObject: [[{ a: 1 }], [[1, 2]], ["ab"], [null]],
  assign: [
    using(() => [{ a: 0 }, { a: 1, b: 2 }, { c: 3 }], both),
    [{}, [7, 8]],
    [{}, "ab"],
    [null, { a: 1 }],
    [{ a: 1 }, null, undefined],
    [[1], { 1: 2 }],
    [{}, { a: 1 }, 0, [{ a: 1 }]],
    [{ a: 1 }, { a: undefined }],
  ],
  assignIn: [
    [{ a: 0 }, { a: 1, b: 2 }],
    [null, { a: 1 }],
    [{}, [7]],
  ],
  extend: [
    [{ a: 0 }, { a: 1, b: 2 }],
    [null, { a: 1 }],
  ],
  assignWith: [
    [{ a: 1 }, { b: 2 }, { a: 3 }, (o: unknown, s: unknown) => (o === undefined ? s : o)],
    [{ a: 1 }, { a: 2 }],
  ],
  assignInWith: [[{ a: 1 }, { b: 2 }, (o: unknown, s: unknown) => (o === undefined ? s : o)]],
  extendWith: [[{ a: 1 }, { a: 2 }, () => undefined]],
  defaults: [
    using(() => [{ a: 1, u: undefined }, { a: 2, b: 3, u: 4 }, { b: 5 }], both),
    [null, { a: 1 }],
    [{ a: null }, { a: 1 }],
    [{}, null],
    [[1], [7, 8]],
  ],
  defaultsDeep: [
    using(() => [{ a: { b: 2 } }, { a: { b: 1, c: 3 }, d: 4 }], both),
    [{ a: null }, { a: { b: 1 } }],
    [{ a: [1] }, { a: [7, 8] }],
    [{}, { a: { b: { c: 1 } } }],
    [null, { a: 1 }],
    [{ a: 1 }, { a: { b: 1 } }],
    [{ a: undefined }, { a: [1] }],
  ],
  merge: [
    using(() => [{ a: [{ b: 2 }, { d: 4 }] }, { a: [{ c: 3 }, { e: 5 }] }], both),
    [{}, { a: { b: 1 } }, { a: { c: 2 } }],
    [{ a: 1 }, { a: undefined }],
    [{ a: 1 }, { a: null }],
    [{ a: { b: 1 } }, { a: [7] }],
    [{ a: [1, 2, 3] }, { a: [7] }],
    [{ a: [1] }, { a: { b: 1 } }],
    [null, { a: 1 }],
    [{}, null, { a: 1 }],
    [{ a: 1 }, { a: { b: 2 } }],
    [{ a: { b: 1 } }, { a: 5 }],
    [{}, { constructor: { x: 1 } }],
    [{}, { d: new Date(5) }],
    [{ a: { 0: "x", length: 1 } }, { a: [undefined, "y"] }],
    [{}, "ab"],
    [[1], [undefined, 2]],
    [{ u: undefined }, { u: undefined, v: undefined }],
  ],
  mergeWith: [
    [{ a: [1], b: [2] }, { a: [3], b: [4] }, (o: unknown, s: unknown) => (Array.isArray(o) ? o.concat(s) : undefined)],
    [{ a: { b: 1 } }, { a: { c: 2 } }],
    [{ a: 1 }, { a: 2 }, () => undefined],
  ],
};

function walks() {
  return [[{ a: 1, b: 2, c: 3 }], [[7, 2, 9]], ["xyz"], [null], [5]].map(([object]) => {
    const seen: unknown[][] = [];
    const visit = (...args: unknown[]) => {
      // Lodash shows a boxed string, which the language does not have.
      seen.push(args.map((arg) => (arg instanceof String ? String(arg) : arg)));
      return args[0] !== 2;
    };
    return using(
      () => {
        seen.length = 0;
        return [object, visit];
      },
      (result) => [result, [...seen]],
    );
  });
}
