import fc from "fast-check";
import real from "lodash";
import { describe, expect, it } from "vitest";
import { call } from "../../../src/runtime/call.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";

/** Pieces out of which hard strings are made: marks, joiners, flags, tones, halves of pairs. */
const piece = fc.constantFrom(
  ...[
    "a",
    "é",
    "\u0301",
    "\u200d",
    "\ufe0f",
    "👍",
    "🏽",
    "🏿",
    "🇩",
    "🇪",
    "\ud83c",
    "\udffb",
    "\u20e3",
    "1",
    " ",
    "-",
    "_",
    "A",
    "ß",
    "ﬀ",
    "\u20d0",
    "\ufe20",
    "👩",
    "\n",
    ".",
    "[",
    "]",
    "'",
    "&",
  ],
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const realm = createTestRealm();
const { enter, leave } = createUniverse(realm);

function ours(name: string, ...args: readonly unknown[]): unknown {
  realm.fuel = realm.limits.fuel;
  return call(realm, lodash.members.get(name), undefined, args);
}

describe("any string", () => {
  it.each(["toArray", "size", "camelCase", "startCase", "words", "upperFirst", "capitalize", "deburr", "escape", "toPath"] as const)(
    "_.%s",
    (name) => {
      fc.assert(
        fc.property(text, (value) => {
          expect(ours(name, value)).toEqual((real[name] as (value: string) => unknown)(value));
        }),
        { numRuns: 400 },
      );
    },
  );

  it.each(["trim", "trimStart", "trimEnd"] as const)("_.%s of any characters", (name) => {
    fc.assert(
      fc.property(text, text, (value, chars) => {
        expect(ours(name, value, chars)).toBe(real[name](value, chars));
      }),
      { numRuns: 400 },
    );
  });

  it.each(["pad", "padStart", "padEnd"] as const)("_.%s with any filler", (name) => {
    const length = fc.integer({ min: -2, max: 20 });
    fc.assert(
      fc.property(text, length, text, (value, size, chars) => {
        expect(ours(name, value, size, chars)).toBe(real[name](value, size, chars));
      }),
      { numRuns: 400 },
    );
  });

  it("_.truncate to any length", () => {
    const length = fc.integer({ min: -2, max: 14 });
    fc.assert(
      fc.property(text, length, text, fc.option(piece, { nil: undefined }), (value, size, omission, separator) => {
        const options = { length: size, omission, ...(separator === undefined ? {} : { separator }) };
        expect(ours("truncate", value, enter(options))).toBe(real.truncate(value, options));
      }),
      { numRuns: 400 },
    );
  });

  it("_.get of any path", () => {
    const key = fc.constantFrom("a", "b", "0", "", "x.y", "-1");
    const data = { a: { b: [1, { a: 2 }], "": 3, "x.y": { b: 4 } }, b: [{ 0: 5 }], "": 6, "a.b": 7 };
    const part = fc.oneof(
      key.map((name) => `.${name}`),
      key.map((name) => `[${name}]`),
      key.map((name) => `['${name}']`),
      key,
      fc.constantFrom(".", "[", "]", "[]", '["', "\\"),
    );
    const path = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(""));
    const record = enter(data);
    fc.assert(
      fc.property(path, (value) => {
        expect(leave(ours("get", record, value, "none"))).toEqual(real.get(data, value, "none"));
        expect(ours("toPath", value)).toEqual(real.toPath(value));
      }),
      { numRuns: 1_000 },
    );
  });
});
