import _ from "lodash";
import { type CaseTable, using } from "../case.ts";

const list = (...args: unknown[]) => args;
const three = (a: unknown, b: unknown, c: unknown) => [a, b, c];
type Call = (...args: unknown[]) => unknown;
type Curried = (...args: unknown[]) => Curried;

/** Calls a function several times and gives all results. */
const calls =
  (...turns: readonly (readonly unknown[])[]) =>
  (made: Call) =>
    turns.map((args) => made(...args));

/** Calls for functions that make or change functions. */
export const functionCases: CaseTable = {
  after: [using(() => [2, list], calls([1], [2], [3])), using(() => [0, list], calls([1])), [2]],
  before: [using(() => [3, list], calls([1], [2], [3], [4])), using(() => [1, list], calls([1])), [2, null]],
  once: [using(() => [list], calls([1], [2])), [5]],
  ary: [
    using(() => [list, 2], calls([1, 2, 3])),
    using(() => [list, 0], calls([1])),
    using(() => [three], calls([1, 2, 3, 4])),
    using(() => [list, -1], calls([1])),
  ],
  unary: [using(() => [list], calls([1, 2, 3], [])), [null]],
  flip: [using(() => [list], calls([1, 2, 3], [])), [null]],
  negate: [using(() => [(n: number) => n > 1], calls([1], [2])), [null]],
  rearg: [
    using(() => [list, [2, 0, 1]], calls(["b", "c", "a"])),
    using(() => [list, 1, 0], calls(["a", "b", "c"])),
    using(() => [list, [5]], calls(["a", "b"])),
    using(() => [list, [0, 0]], calls(["a"])),
  ],
  rest: [
    using(() => [list], calls([1, 2])),
    using(() => [three], calls([1, 2, 3, 4])),
    using(() => [list, 1], calls([1, 2, 3], [])),
    [null],
  ],
  spread: [using(() => [list], calls([[1, 2]])), using(() => [list, 1], calls([1, [2, 3], 4])), using(() => [list], calls([null])), [null]],
  overArgs: [
    using(() => [list, [(n: number) => n * n, (n: number) => n * 2]], calls([9, 3, 1])),
    using(() => [list, "a", { b: 1 }], calls([{ a: 1 }, { b: 1 }])),
  ],
  nthArg: [using(() => [1], calls([1, 2, 3])), using(() => [-2], calls([1, 2, 3])), using(() => [], calls([7]))],
  memoize: [
    using(
      () => {
        let count = 0;
        return [(n: number) => [n, ++count]];
      },
      calls([1], [1], [2], ["1"]),
    ),
    using(
      () => {
        let count = 0;
        return [(...args: unknown[]) => [...args, ++count], (_a: unknown, b: unknown) => b];
      },
      calls([1, "k"], [2, "k"], [3, "j"]),
    ),
    [null],
    [list, 5],
  ],
  partial: [
    using(() => [list, 1], calls([2], [])),
    using(() => [list, _, 2], calls([1], [], [1, 3])),
    using(() => [list, _, _, 3], calls([1, 2, 4])),
    [null],
  ],
  partialRight: [
    using(() => [list, 9], calls([1, 2], [])),
    using(() => [list, 9, _], calls([1], [1, 2], [])),
    using(() => [list, _, 9, _], calls([1, 2], [1, 2, 3])),
  ],
  bind: [
    using(
      () => [
        function (this: unknown, ...args: unknown[]) {
          return [this, args];
        },
        { n: 1 },
        1,
      ],
      calls([2]),
    ),
    using(() => [list, null, _, 2], calls([1])),
    [null],
  ],
  wrap: [
    using(() => [1, list], calls([2])),
    using(() => [1], calls([2])),
    using(() => [_.escape, (quote: (text: string) => string, text: string) => `<p>${quote(text)}</p>`], calls(["a&b"])),
  ],
  curry: [
    using(
      () => [three],
      (f: Curried) => [f(1)(2)(3), f(1, 2)(3), f(1)(2, 3), f(1, 2, 3), f(1, 2, 3, 4)],
    ),
    using(
      () => [three],
      (f: Curried) => [f(1)(_, 3)(2), f(_, 2)(1)(3), f(_, _, 3)(1)(2), f(_, 2, _)(_, 3)(1)],
    ),
    using(
      () => [list, 2],
      (f: Curried) => [f(1)(2), f(1, 2, 3)],
    ),
    using(
      () => [list],
      (f: Curried) => f(1),
    ),
    using(
      () => [three, 5, [1]],
      (f: Curried) => f(1, 2)(3),
    ),
  ],
  curryRight: [
    using(
      () => [three],
      (f: Curried) => [f(3)(2)(1), f(2, 3)(1), f(3)(1, 2), f(1, 2, 3)],
    ),
    using(
      () => [three],
      (f: Curried) => [f(3)(1, _)(2), f(_, 3)(2)(1)],
    ),
  ],
  flow: [
    using(() => [[_.add, (n: number) => n * n]], calls([1, 2])),
    using(() => [_.head, _.toUpper], calls([["a", "b"]])),
    using(() => [], calls([1, 2])),
    [[null]],
    using(() => [[_.trim], _.size], calls([" ab "])),
  ],
  flowRight: [using(() => [[(n: number) => n * n, _.add]], calls([1, 2])), using(() => [], calls([1]))],
  over: [
    using(() => [[Math.max, Math.min]], calls([1, 2, 3])),
    using(() => ["a", ["b"]], calls([{ a: 1, b: 2 }])),
    using(() => [], calls([1])),
  ],
  overEvery: [
    using(() => [[Boolean, Number.isFinite]], calls([1], [null], [Number.NaN])),
    using(() => ["a", { b: 1 }], calls([{ a: 1, b: 1 }], [{ b: 1 }])),
  ],
  overSome: [
    using(() => [[Boolean, Number.isFinite]], calls(["1"], [0], [""])),
    using(() => [{ a: 1 }, { a: 2 }], calls([{ a: 2 }], [{ a: 3 }])),
  ],
  cond: [
    using(
      () => [
        [
          [_.matches({ a: 1 }), _.constant("one")],
          [_.stubTrue, (x: unknown) => x],
        ],
      ],
      calls([{ a: 1 }], [{ a: 2 }]),
    ),
    using(() => [[["a", list]]], calls([{ a: 1 }, 2], [{}])),
    using(() => [null], calls([1])),
    [[[_.stubTrue, 5]]],
  ],
  conforms: [using(() => [{ b: (n: number) => n > 1 }], calls([{ b: 2 }], [{ b: 1 }], [{}], [null])), using(() => [{}], calls([null]))],
  constant: [using(() => [5], calls([])), using(() => [], calls([]))],
  identity: [[5], [], [null]],
  noop: [[5], []],
  stubArray: [[]],
  stubFalse: [[]],
  stubObject: [[]],
  stubString: [[]],
  stubTrue: [[]],
  defaultTo: [
    [1, 2],
    [undefined, 2],
    [null, 2],
    [Number.NaN, 2],
    ["", 2],
    [0, 2],
    [false, 2],
  ],
  tap: [
    using(
      () => [[1, 2], (value: unknown[]) => value.pop()],
      (result) => result,
    ),
    [5, () => 9],
    [5],
  ],
  thru: [[5, (n: number) => n + 1], [5]],
  attempt: [
    [list, 1, 2],
    using(
      () => [
        () => {
          throw new Error("bad");
        },
      ],
      (e: Error) => e.message,
    ),
    using(
      () => [null],
      (e: unknown) => e instanceof Error,
    ),
  ],
  iteratee: [
    using(() => [{ a: 1 }], calls([{ a: 1, b: 2 }], [{ a: 2 }], [null])),
    using(() => ["a.b"], calls([{ a: { b: 1 } }], [null])),
    using(() => [["a", 1]], calls([{ a: 1 }])),
    using(() => [list], calls([1, 2])),
    using(() => [], calls([7])),
    using(() => [0], calls([["x"]])),
  ],
  matches: [
    using(() => [{ a: 4, c: 6 }], calls([{ a: 4, b: 5, c: 6 }], [{ a: 1 }], [null])),
    using(() => [{}], calls([null], [5])),
    using(() => [{ a: { b: [1] } }], calls([{ a: { b: [2, 1] } }])),
    using(() => [{ a: undefined }], calls([{}], [{ a: undefined }])),
  ],
  matchesProperty: [
    using(() => ["a", 4], calls([{ a: 4 }], [{}], [null])),
    using(() => ["a.b", undefined], calls([{ a: {} }], [{ a: { b: undefined } }])),
    using(() => [["a", "b"], { c: 1 }], calls([{ a: { b: { c: 1, d: 2 } } }])),
  ],
  property: [
    using(() => ["a.b"], calls([{ a: { b: 2 } }], [{ "a.b": 3 }], [null], ["ab"])),
    using(() => [["a", 0]], calls([{ a: [7] }])),
    using(() => ["length"], calls(["abc"], [[1]], [{}])),
  ],
  propertyOf: [using(() => [{ a: { b: 2 }, c: [3] }], calls(["a.b"], [["c", 0]], ["zz"])), using(() => [null], calls(["a"]))],
  debounce: [
    using(
      () => [list, 0],
      (f: Call & { cancel: Call; flush: Call }) => [typeof f, typeof f.cancel, typeof f.flush],
    ),
    [5],
  ],
  throttle: [using(() => [list, 10], calls([1], [2])), [null, 5]],
  delay: [[null, 5]],
  defer: [[null]],
  chain: [
    using(
      () => [[1, 2, 3]],
      (c: ReturnType<typeof _.chain>) => (c as unknown as { map(f: Call): { value(): unknown } }).map((n) => (n as number) * 2).value(),
    ),
    using(
      () => [[3, 1]],
      (c: never) => (c as unknown as { sortBy(): { head(): { value(): unknown } } }).sortBy().head().value(),
    ),
  ],
};
