import { describe, expect, it } from "vitest";
import { lodashFunctions } from "../../../src/policy/lodash.ts";
import { call } from "../../../src/runtime/call.ts";
import { Handle } from "../../../src/runtime/handles.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { settle } from "../support/universe.ts";
import { createBench, throwsOr } from "./bench.ts";

/** First arguments of every shape that data may have. */
const firsts: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  2.5,
  Number.NaN,
  "",
  "abc",
  "a b-c",
  "12",
  [],
  [1, 2, 3],
  [3, 1, 2],
  ["b", "a"],
  [[1, 2], [3]],
  [["a", 1]],
  [null, undefined, 0],
  [{ a: 1 }, { a: 2, b: { c: 3 } }],
  {},
  { a: 1, b: 2 },
  { a: { b: [1, 2] } },
  { length: 2, 0: "x", 1: "y" },
  { 0: 1, 2: 3 },
];
/** What may follow. */
const rests: readonly (readonly unknown[])[] = [
  [],
  [undefined],
  [null],
  [1],
  [-1],
  [2, 1],
  ["a"],
  ["a", "b"],
  ["a.b[1]"],
  [["a"]],
  [["a", 1]],
  [{ a: 1 }],
  [(x: unknown) => x],
  [(a: unknown, b: unknown) => String(a) + String(b), 1],
  [[1], [2]],
  [Number.NaN],
  [""],
  [true],
];

/** Where we differ on purpose, and why; nothing else may. */
const different: readonly {
  readonly names: string;
  readonly why: string;
  readonly when?: (first: unknown, rest: readonly unknown[]) => boolean;
}[] = [
  {
    names: "random sample sampleSize shuffle now uniqueId delay defer debounce throttle chain attempt tap thru",
    why: "time and chance; tested with cases",
  },
  {
    names:
      "ary bind bindKey curry curryRight flip memoize negate once before after partial partialRight rearg rest spread unary wrap over overEvery overSome overArgs flow flowRight cond conforms constant iteratee matches matchesProperty method methodOf property propertyOf nthArg",
    why: "give functions; tested with cases",
  },
  {
    names: "fill pull pullAll pullAllBy pullAllWith pullAt remove reverse",
    why: "only arrays are written to; the library writes to whatever has a length, or throws",
    when: (first) => !Array.isArray(first),
  },
  {
    names: "assign assignIn assignInWith assignWith defaults defaultsDeep extend extendWith merge mergeWith",
    why: "there are no boxed primitives to write to",
    when: (first) => typeof first !== "object" && first !== undefined,
  },
  {
    names: "get has hasIn result at invoke invokeMap set setWith update updateWith unset pick omit pullAt zipObjectDeep",
    why: "an object or function in a path is refused, not asked for its text",
    when: (first, rest) =>
      [...rest, ...(Array.isArray(first) ? first : [])].flat().some((item) => typeof item === "object" || typeof item === "function"),
  },
  {
    names: "sortedIndex sortedIndexBy sortedLastIndex sortedLastIndexBy",
    why: "the library gives NaN for what has no length",
    when: (first) => typeof first !== "string" && !Array.isArray(first),
  },
  { names: "create", why: "gives an heir, which here is a copy", when: (first) => typeof first === "object" && first !== null },
  { names: "lastIndexOf", why: "the library looks one place behind the end", when: (_first, rest) => rest[0] === undefined },
  {
    names:
      "add join pullAll pullAllBy pullAllWith sortedIndex sortedIndexBy sortedLastIndex sortedLastIndexBy trim trimEnd trimStart truncate split replace",
    why: "a function's text and length are not the host's",
    when: (_first, rest) => rest.some((item) => typeof item === "function"),
  },
  {
    names: "toPath",
    why: "an array in an array is no key",
    when: (first) => Array.isArray(first) && first.some((item) => typeof item === "object" && item !== null),
  },
];

function isDifferent(name: string, first: unknown, rest: readonly unknown[]): boolean {
  return different.some(({ names, when }) => names.split(" ").includes(name) && (when === undefined || when(first, rest)));
}

function copy(value: unknown): unknown {
  return typeof value === "function" ? value : structuredCloneWithFunctions(value);
}

function structuredCloneWithFunctions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copy(entry)]));
}

describe("odd arguments give what lodash gives", () => {
  const bench = createBench();
  it.each([...lodashFunctions.keys()])("_.%s", (name) => {
    for (const first of firsts) {
      for (const rest of rests) {
        if (isDifferent(name, first, rest)) continue;
        bench.realm.fuel = bench.realm.limits.fuel;
        const args = [first, ...rest];
        const theirs = args.map(copy);
        const expected = throwsOr(() => unbox(bench.real[name]?.(...theirs)));
        const ours = args.map(copy).map(bench.universe.enter);
        // The bag is read in place, uncopied, by templates that name no writing function: those must not write.
        if (!lodashFunctions.get(name)?.writes) for (const arg of ours) freeze(arg);
        const actual = settle(() => bench.universe.leave(call(bench.realm, lodash.members.get(name), undefined, ours)));
        expect(actual, `_.${name}(${args.map(show).join(", ")})`).toEqual(expected);
      }
    }
  });
});

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || value instanceof Handle) return;
  Object.freeze(value);
  for (const entry of Object.values(value)) freeze(entry);
}

/** Lodash boxes primitives here and there; the language has no boxes. */
function unbox(value: unknown): unknown {
  return value instanceof String || value instanceof Number || value instanceof Boolean ? value.valueOf() : value;
}

function show(value: unknown): string {
  return typeof value === "function" ? "f" : (JSON.stringify(value) ?? String(value));
}
