import { describe, expect, it } from "vitest";
import { hostSteps, judgeRegExp, type RegexPlan } from "../../src/policy/regex.ts";

function plan(pattern: RegExp): RegexPlan {
  const verdict = judgeRegExp(pattern.source, pattern.flags);
  if (!verdict.ok) throw new Error(verdict.reason);
  return verdict.plan;
}

/** Patterns as templates write them: each may go to the host's matcher for a text of ordinary length. */
const ordinary: readonly RegExp[] = [
  /(\d{3})(\d{3})(\d{4})/,
  /\B(?=(\d{3})+(?!\d))/g,
  /^\s+|\s+$/g,
  /<[^>]*>/g,
  /[A-Z][a-z]+/g,
  /([a-z])([A-Z])/g,
  /https?:\/\/[^\s]+/g,
  /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/u,
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^[\w.+-]+@[\w-]+\.[\w.-]+$/,
  /^\+?1?[-. ]?\(?(\d{3})\)?[-. ]?(\d{3})[-. ]?(\d{4})$/,
  /\D/g,
  /[^0-9.]/g,
  /_/g,
  /-([a-z])/gi,
  /\s+/g,
  /\r?\n/g,
  /^#?([a-f\d]{2})([a-f\d]{2})([a-f\d]{2})$/i,
  /[&<>"']/g,
  /\{\{\s*(\w+)\s*\}\}/g,
  /(^|\s)\S/g,
  /\b\w/g,
  /^https?:\/\/(www\.)?([^/]+)/,
  /(?:[^.]+\.)+com$/,
  /[?&]id=([^&#]*)/,
  /\.0+$/,
  /("[^"]*"|[^,]*)(,|$)/g,
  /\d(?=(?:\d{3})+$)/g,
  /(?<=\$)\d+/,
  /^(\d{4}[- ]?){3}\d{4}$/,
  /\p{Lu}/gu,
  /./y,
];

/** Patterns that take exponential or high polynomial time for some text: the host's matcher never gets a long one. */
const explosive: readonly (readonly [string, string])[] = [
  ["(a+)+$", ""],
  ["(a*)*$", ""],
  ["(a|a)*$", ""],
  ["(a|ab)*c", ""],
  ["(a?){30}a{30}", ""],
  [`(${"a?".repeat(30)})${"a".repeat(30)}`, ""],
  ["(.*)*x", ""],
  ["(\\w+\\s?)*$", ""],
  ["([a-zA-Z]+)*$", ""],
  ["(x+x+)+y", ""],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", ""],
  ["(a+)\\1+$", ""],
  ["((((a{0,1000}){0,1000}){0,1000}){0,1000})", ""],
  ["(?:a|aa)+$", ""],
  ["(?<=(a+)+)b", ""],
  ["(?=(a+)+b)", ""],
  ["([^x]|é)*$", ""],
  ["(k|\u212a)*$", "iu"],
  ["(?:(?:a|b)*c?)*$", ""],
  ["(\\b|$)*a", ""],
  [".*.*.*.*x", ""],
];

describe("the judgement of regular expressions", () => {
  it.each(ordinary.map((pattern) => [String(pattern), pattern] as const))("trusts the host with %s", (_name, pattern) => {
    expect(hostSteps(plan(pattern), 30)).toBeDefined();
  });

  it.each(explosive)("does not trust the host with /%s/%s", (source, flags) => {
    expect(hostSteps(plan(new RegExp(source, flags)), 10_000)).toBeUndefined();
  });

  it.each([
    ["[A-Z][a-z]+", "g", 1],
    ["\\s+", "g", 1],
    ["^\\s*(\\d+)\\s*$", "", 1],
    ["^([a-z0-9]+-)*[a-z0-9]+$", "", 2],
    ["^([a-z0-9]+-)*;", "", 1],
    ["^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$", "", 2],
    ["<[^>]*>", "g", 2],
    ["\\s+$", "", 2],
    ["\\B(?=(\\d{3})+(?!\\d))", "g", 2],
    ["^(.*)-(\\d+)$", "", 2],
    ["\\s*\\s*x", "", 3],
  ])("finds the degree of /%s/%s", (source, flags, degree) => {
    expect(plan(new RegExp(source, flags)).bound.degree).toBe(degree);
  });

  it("is never less than what a matcher takes", () => {
    // The worst texts for patterns of known degree: steps counted by hand, up to a constant, against the bound.
    const worst: readonly (readonly [RegExp, (n: number) => string, (n: number) => number])[] = [
      [/<[^>]*>/g, (n) => "<".repeat(n), (n) => (n * n) / 2],
      [/\s+$/g, (n) => `${" ".repeat(n)}x`, (n) => (n * n) / 2],
      [/\s*\s*x/g, (n) => " ".repeat(n), (n) => n ** 3 / 6],
      [/\d+(?=(\d{3})+$)/, (n) => `${"1".repeat(n)}x`, (n) => n ** 3 / 18],
    ];
    for (const [pattern, text, steps] of worst) {
      const { factor, degree } = plan(pattern).bound;
      const n = 500;
      expect(factor * (text(n).length + 1) ** degree).toBeGreaterThanOrEqual(steps(n));
    }
  });

  it("refuses what it can't read, and says why", () => {
    const reason = (source: string, flags = "") => {
      const verdict = judgeRegExp(source, flags);
      return verdict.ok ? undefined : verdict.reason;
    };
    expect(reason("(")).toBe("it is not a regular expression");
    expect(reason("a", "v")).toContain("`v` is not supported");
    expect(reason("a", "gg")).toContain("twice");
    expect(reason("a".repeat(2_001))).toContain("the limit is 2000");
    expect(reason("a?".repeat(1_000))).toBeUndefined();
    expect(reason("(".repeat(1_000) + ")".repeat(1_000))).toBeUndefined();
  });
});
