import _ from "lodash";
import { type CaseTable, using } from "../case.ts";

type Call = (...args: unknown[]) => unknown;
interface Counter {
  n: number;
  add?: Call;
  name?: string;
}
const counter = (): Counter => ({
  n: 2,
  add(this: Counter, ...more: unknown[]) {
    return [this.n, ...more];
  },
});
const deep = () => ({ a: { b: counter() }, "c.d": () => "flat", list: [() => 1, 2] });
const paths = ["a.b.add", ["a", "b", "add"], "c.d", "list[0]", "missing", "a.missing.add", ["list", 0], "", []];
/** Calls what was made with each of these. */
const each = (inputs: readonly unknown[]) => (made: Call) => inputs.map((input) => made(input));

/** Calls for functions that name a method and look it up late. */
export const lateCases: CaseTable = {
  method: [
    ...paths.map((path) => using(() => [path, 1, 2], each([deep(), {}, null, undefined, 5]))),
    using(() => ["n"], each([counter()])),
    using(
      () => ["add", "x"],
      (made: Call) => _.map([counter(), counter()], made),
    ),
  ],
  methodOf: [
    using(() => [deep(), 1, 2], each(paths)),
    using(() => [null, 1], each(paths)),
    using(() => [counter()], each(["n"])),
    using(() => [[() => 7, () => 8]], each([0, 1, 2, "[1]"])),
  ],
  bindKey: [
    using(() => [counter(), "add"], each([1, "x"])),
    using(
      () => [counter(), "add", _, "b"],
      (made: Call) => [made("a"), made("a", "c"), made()],
    ),
    using(() => [{}, "missing"], each([1])),
    using(() => [null, "add"], each([1])),
  ],
  bindAll: [
    ...[["add"], [["add"]], [["add", "add"]], [], [["missing"]], ["n"]].map((names) =>
      using(
        () => [counter(), ...names],
        (result: Counter) => [Object.keys(result), result.add?.call({ n: 9 }, 1)],
      ),
    ),
    [null],
    ["abc"],
    [null, "a"],
  ],
  functions: [[deep()], [counter()], [{ a: 1 }], [[1, () => 2]], ["abc"], [null], [undefined], [5], [() => 1]],
  functionsIn: [[deep()], [counter()], [{ a: 1 }], [[1, () => 2]], ["abc"], [null], [undefined], [5]],
  create: [
    ...[undefined, null, { b: 2 }, { a: 3, c: { d: 4 } }, [7], "xy"].map((properties) =>
      using(
        () => [{ a: 1 }, properties],
        (made: Readonly<Record<string, unknown>>) => [made.a, made.b, made.c, made[0]],
      ),
    ),
    [null, { a: 1 }],
    [5],
    [undefined, null],
    using(
      () => [counter()],
      (made: Counter) => made.add?.(1),
    ),
    using(
      () => [{ a: 1 }],
      (made: Record<string, unknown>, [model]) => {
        made.a = 2;
        return [made.a, model];
      },
    ),
  ],
};
