import { describe, expect, it } from "vitest";
import { get } from "../../../src/runtime/get.ts";
import { createTestRealm } from "../../support/realm.ts";
import { compareMethod, compareStatic, cross, invoke, make } from "./compare.ts";

const numbers = [
  0,
  -0,
  1,
  -1.5,
  1234.5678,
  0.000001,
  1e21,
  123456789012345680000,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0.1 + 0.2,
  255,
  Number.MAX_SAFE_INTEGER,
];
const odd: readonly unknown[] = ["12", "  12.5kg ", "0x1F", "", "abc", null, undefined, true, [5], [1, 2], "1e3", "-0", "Infinity", {}];

const methods: Readonly<Record<string, readonly (() => readonly unknown[])[]>> = {
  toExponential: [() => [], () => [2], () => [0], () => [101], () => [-1]],
  toFixed: [() => [], () => [0], () => [2], () => [20], () => [101], () => [-1], () => ["3"]],
  toPrecision: [() => [], () => [1], () => [4], () => [100], () => [0], () => [101]],
  toString: [() => [], () => [2], () => [16], () => [36], () => [1], () => [37], () => [undefined]],
  valueOf: [() => []],
  toLocaleString: [
    () => ["en-US"],
    () => ["de-DE"],
    () => ["en-US", { style: "currency", currency: "USD" }],
    () => ["en-US", { maximumFractionDigits: 1 }],
    () => ["en-US", { style: "percent" }],
    () => ["en-IN", { notation: "compact" }],
    () => ["en-US", { style: "currency" }],
    () => ["en-US", { minimumFractionDigits: 200 }],
    () => ["en-US", { style: "nonsense" }],
    () => ["not_a_tag!"],
    () => ["en-US", null],
  ],
};

describe("Number.prototype", () => {
  it.each(Object.entries(methods))("%s does what the host's does", (name, args) => {
    for (const makeCase of cross(
      numbers.map((value) => () => value),
      args,
    ))
      compareMethod(name, makeCase);
  });
  it("formats in the realm's locale by default", () => {
    expect(invoke(createTestRealm({ locale: "de-DE" }), 1234.5, "toLocaleString")).toBe("1.234,5");
    expect(invoke(createTestRealm(), 1234.5, "toLocaleString")).toBe("1,234.5");
    // A locale that is not known falls back to the realm's, not to the host's.
    expect(invoke(createTestRealm({ locale: "de-DE" }), 1234.5, "toLocaleString", "tlh")).toBe("1.234,5");
  });
});

describe("Number, Boolean, Math and the global functions", () => {
  const unary = [
    "Number",
    "Boolean",
    "parseFloat",
    "parseInt",
    "isNaN",
    "isFinite",
    "Number.isNaN",
    "Number.isFinite",
    "Number.isInteger",
    "Number.isSafeInteger",
    "Number.parseFloat",
  ];
  it.each(unary)("%s", (path) => {
    for (const value of [...numbers, ...odd]) compareStatic(path, () => [value]);
    compareStatic(path, () => []);
  });
  it("parseInt takes a radix", () => {
    for (const radix of [2, 10, 16, 36, 0, 1, 37, "16", undefined, null])
      for (const text of ["11", "ff", "0x1f", "z9", " 7"]) compareStatic("parseInt", () => [text, radix]);
  });

  const mathNames = Object.getOwnPropertyNames(Math).filter(
    (name) => typeof Math[name as "abs"] === "function" && !["random", "f16round", "sumPrecise"].includes(name),
  );
  it.each(mathNames)("Math.%s", (name) => {
    for (const value of [...numbers, ...odd]) {
      compareStatic(`Math.${name}`, () => [value]);
      compareStatic(`Math.${name}`, () => [value, 2]);
      compareStatic(`Math.${name}`, () => [1, 2.5, value, -7]);
    }
    compareStatic(`Math.${name}`, () => []);
  });
  it("has the language's constants", () => {
    const realm = createTestRealm();
    for (const name of ["E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2"] as const)
      expect(get(realm, realm.globals.get("Math"), name)).toBe(Math[name]);
    for (const name of [
      "EPSILON",
      "MAX_VALUE",
      "MIN_VALUE",
      "MAX_SAFE_INTEGER",
      "MIN_SAFE_INTEGER",
      "POSITIVE_INFINITY",
      "NEGATIVE_INFINITY",
      "NaN",
    ] as const) {
      expect(get(realm, realm.globals.get("Number"), name)).toBe(Number[name]);
    }
  });
  it("takes randomness from the realm", () => {
    const realm = createTestRealm({ random: () => 0.25 });
    expect(invoke(realm, realm.globals.get("Math"), "random")).toBe(0.25);
  });
  it("gives primitives for wrapper objects", () => {
    const realm = createTestRealm();
    expect(make(realm, "Number", "5")).toBe(5);
    expect(make(realm, "String", 5)).toBe("5");
    expect(make(realm, "Boolean", 0)).toBe(false);
  });
});

describe("encoding functions", () => {
  const texts = ["", "abc", "a b&c=d/é?#😀", "%41%zz", "%E2%82%AC", "%u20ac", "\uD800", "100%", "@*_+-./"];
  it.each(["encodeURIComponent", "encodeURI", "decodeURIComponent", "decodeURI", "escape", "unescape"])("%s", (path) => {
    for (const text of texts) compareStatic(path, () => [text]);
    for (const value of [undefined, null, 1.5, ["a", "b"]]) compareStatic(path, () => [value]);
  });
});
