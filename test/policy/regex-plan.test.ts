import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/policy/limits.ts";
import { hostSteps, judgeRegExp, type RegexPlan, regexFlags } from "../../src/policy/regex.ts";
import type { Bound } from "../../src/policy/regex-bound.ts";

function planOf(source: string, flags = ""): RegexPlan {
  const verdict = judgeRegExp(source, flags);
  if (!verdict.ok) throw new Error(verdict.reason);
  return verdict.plan;
}

/** `3n2` is three times the square of the length plus one. */
const printBound = ({ factor, degree }: Bound) => `${factor}${["", "n"][degree] ?? `n${degree}`}`;

/** The ASCII characters with which a match begins. */
function printFirst({ first }: RegexPlan): string {
  if (first === undefined) return "anything";
  return Array.from({ length: 128 }, (_, code) => ((first & (1n << BigInt(code))) === 0n ? "" : String.fromCharCode(code))).join("");
}

// Pattern; steps for a pass over a text; the same with the flag `m`; what a match begins with.
const table = String.raw`
  (?:)                  2n          2n          anything
  a                     3n          3n          a
  ab                    5n          5n          a
  a|b                   6n          6n          ab
  (a)                   3n          3n          a
  ((a))                 3n          3n          a
  ^a                    5n          5n          a
  ^a*a*                 6n2         3n          anything
  ^a*a*|b               9n2         6n          anything
  (^a*a*)               6n2         3n          anything
  a^                    4n          4n          a
  ^                     2n          3n          anything
  a*                    2n          2n          anything
  a+                    4n          4n          a
  a+b                   4n2         4n2         a
  a+b*                  4n          4n          a
  a+b?                  4n          4n          a
  a{2,3}                6n          6n          a
  a{2,}                 6n          6n          a
  a(b*)                 3n          3n          a
  a(?:b*c*)             3n          3n          a
  a(?:b*c+)             6n2         6n2         a
  a(?:b*a*c?)           3n          3n          a
  ab(?:a*)*             Infinityn   Infinityn   a
  ab(?:\b)*             Infinityn   Infinityn   a
  a(?:b|c)*             3n          3n          a
  a(?:b*)               3n          3n          a
  ab?c                  11n         11n         a
  a*b                   4n2         4n2         ab
  a*b*                  2n          2n          anything
  x(?:bc)*              3n          3n          x
  (a+)b*                5n2         5n2         a
  (?:a|b)+              21n         21n         ab
  (?:a+)+               Infinityn   Infinityn   a
  a+?                   4n          4n          a
  (a)\1                 4n2         4n2         a
  a(?=b*)               6n2         6n2         a
  a{0}b{2}c*            10n         10n         ab
  (?:ab){2,}            12n         12n         a
  (?:ab*){2,}           5n2         5n2         a
  (?:(?:a|a){2}b)+      2641n       2641n       a
  (?=a)+                Infinityn   Infinityn   anything
  a{1000}               Infinity    Infinity    a
  a{999}                2000n       2000n       a
  a{998}                1998n       1998n       a
  (?:ab){499}           2497n       2497n       a
  (?:ab){500}           Infinity    Infinity    a
  (?:a|b){333}          Infinity    Infinity    ab
  (?:a|b){250}          Infinity    Infinity    ab
  (?=a{998})            1999n       1999n       anything
  (?=a{997})            1997n       1997n       anything
  (a{998})              1998n       1998n       a
  (a{997})              1996n       1996n       a
  (?:a{31}){31}         1955n       1955n       a
  a{0}                  2n          2n          anything
  (?:a{998}){0}         2n          2n          anything
  (?:a{998}){0}a        Infinity    Infinity    a
  a{998,}               1998n       1998n       a
  a{999,}               Infinity    Infinity    a
  x(?:xx*c)*            7n2         7n2         x
  a{997,}               1996n       1996n       a
  a{0,999}              2n          2n          anything
  a{0,998}              2n          2n          anything
  (?:a{30}){0,33}       Infinity    Infinity    anything
  \b                    3n          3n          anything
  a\b                   4n          4n          a
  (a)\1{998}            Infinity    Infinity    a
  (a)\1{996}            1995n2      1995n2      a
  [ab]|\b               6n          6n          anything
  a|b*                  5n          5n          anything
`;

const split = (rows: string) =>
  rows
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/ {2,}/))
    .map(([source = "", ...expected]) => [source, expected] as const);

describe("the bound of a pass over a whole text", () => {
  it.each(split(table))("/%s/: %j", (source, expected) => {
    const plan = planOf(source);
    expect([printBound(plan.bound), printBound(planOf(source, "m").bound), printFirst(plan)]).toEqual(expected);
  });
});

describe("how many steps the host may take", () => {
  const steps = (factor: number, degree: number, length: number) => hostSteps({ bound: { factor, degree } } as RegexPlan, length);
  it.each([
    [1, 2, 254, 65_025],
    [1, 2, 255, 65_536],
    [1, 2, 256, undefined],
    [2, 2, 180, 65_522],
    [2, 2, 181, undefined],
    [3, 0, 1e9, 3],
    [65_536, 0, 0, 65_536],
    [65_537, 0, 0, undefined],
    // A linear pass may be of any length, unless each step of it is dear.
    [1, 1, 9_999_999, 10_000_000],
    [1_000, 1, 9_999_999, 10_000_000_000],
    [1_001, 1, 64, 65_065],
    [1_001, 1, 65, undefined],
    [1_000, 0, 5, 1_000],
    [Number.POSITIVE_INFINITY, 0, 0, undefined],
    [Number.POSITIVE_INFINITY, 1, 0, undefined],
    [Number.NaN, 1, 0, undefined],
  ])("%s · (n + 1)^%s for %s characters: %s", (factor, degree, length, expected) => {
    expect(steps(factor, degree, length)).toBe(expected);
  });
});

describe("the verdict", () => {
  const reason = (source: string, flags = "", maxLength?: number) => judgeRegExp(source, flags, maxLength);
  it.each([
    ["(", "", { ok: false, reason: "it is not a regular expression" }],
    ["a", "v", { ok: false, reason: "the flag `v` is not supported" }],
    ["a", "gx", { ok: false, reason: "the flag `x` is not supported" }],
    ["a", "gg", { ok: false, reason: "the flag `g` is given twice" }],
    ["(?<n>a)(?<\\u0061>b)", "", { ok: false, reason: "it uses a form that is not supported" }],
  ])("/%s/%s", (source, flags, expected) => {
    expect(reason(source, flags)).toEqual(expected);
  });

  it("bounds the length, by the caller's limit", () => {
    const { regexLength } = defaultLimits;
    expect(reason("a".repeat(regexLength)).ok).toBe(true);
    const tooLong = `it has ${regexLength + 1} characters; the limit is ${regexLength}`;
    expect(reason("a".repeat(regexLength + 1))).toEqual({ ok: false, reason: tooLong, limit: "regexLength" });
    expect(reason("abc", "", 3).ok).toBe(true);
    expect(reason("abcd", "", 3)).toEqual({ ok: false, reason: "it has 4 characters; the limit is 3", limit: "regexLength" });
  });

  it("takes every flag that is listed, in any order, and gives them in the language's", () => {
    expect(planOf("a", [...regexFlags].reverse().join(""))).toMatchObject({ source: "a", flags: regexFlags });
    expect(planOf("a").flags).toBe("");
  });

  it("reads code points with `u` alone", () => {
    expect(planOf("\u{1F600}", "u").tree).toMatchObject({ root: { kind: "atom", source: "\u{1F600}" }, groups: 0 });
    expect(planOf("\u{1F600}").tree.root).toMatchObject({ kind: "sequence" });
  });
});
