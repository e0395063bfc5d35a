import real from "lodash";
import { describe, expect, it } from "vitest";
import { lodashFunctions, lodashWrapperMethods } from "../../../src/policy/lodash.ts";
import { mutatorNames } from "../../../src/policy/mutators.ts";
import { call } from "../../../src/runtime/call.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { settle } from "../support/universe.ts";
import { createBench, throwsOr } from "./bench.ts";
import { type CaseTable, toCase } from "./case.ts";
import { arrayCases } from "./cases/array.ts";
import { collectionCases } from "./cases/collection.ts";
import { functionCases } from "./cases/function.ts";
import { langCases } from "./cases/lang.ts";
import { lateCases } from "./cases/late.ts";
import { numberCases } from "./cases/number.ts";
import { objectCases } from "./cases/object.ts";
import { stringCases } from "./cases/string.ts";

const tables: readonly CaseTable[] = [
  arrayCases,
  collectionCases,
  functionCases,
  langCases,
  lateCases,
  numberCases,
  objectCases,
  stringCases,
];
const cases = tables.flatMap((table) => Object.entries(table));

describe("every function of `_`", () => {
  it("is listed by the policy, is there, and is tested", () => {
    const listed = [...lodashFunctions.keys()].sort();
    expect([...lodash.members.keys()].sort()).toEqual(listed);
    expect(cases.map(([name]) => name).sort()).toEqual(listed);
  });

  it("makes analysis copy the data where it writes", () => {
    const writers = [...lodashFunctions, ...lodashWrapperMethods].filter(([, { writes }]) => writes).map(([name]) => name);
    expect(writers.filter((name) => !mutatorNames.has(name))).toEqual([]);
  });

  it("is a function of lodash", () => {
    for (const name of lodashFunctions.keys()) expect(typeof (real as unknown as Record<string, unknown>)[name], name).toBe("function");
  });
});

describe("what lodash gives", () => {
  it.each(cases)("_.%s", (name, entries) => {
    const bench = createBench();
    for (const [index, entry] of entries.entries()) {
      const { args, then } = toCase(entry);
      const theirs = args();
      const expected = throwsOr(() => {
        const result = bench.real[name]?.(...theirs);
        return then === undefined ? result : then(result as never, theirs);
      });
      const ours = args().map(bench.universe.enter);
      const actual = settle(() => {
        const result = bench.universe.leave(call(bench.realm, lodash.members.get(name), undefined, ours));
        return then === undefined ? result : then(result as never, ours.map(bench.universe.leave));
      });
      expect.soft(actual, `case ${index}`).toEqual(expected);
    }
  });
});
