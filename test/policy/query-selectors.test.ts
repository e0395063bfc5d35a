import { describe, expect, it } from "vitest";
import { judgeQuery } from "../../src/policy/query-selectors.ts";

const env = { idPrefix: "k" };

describe("selectors that a card looks for its elements with", () => {
  it.each<readonly [text: string, below: string, single: string | undefined]>([
    ["a", ":scope a", "a"],
    ["A.b#c", ":scope A.b#k-c", "A.b#k-c"],
    ["a,.b", ":scope a,:scope .b", "a,.b"],
    [":is(a,b)", ":scope :is(a,b)", ":is(a,b)"],
    ["a b", ":scope a b", undefined],
    ["a > b ~ c + d", ":scope a>b~c+d", undefined],
    // One that needs a look around asks for all together.
    ["a b,c", ":scope a b,:scope c", undefined],
    ["a,b c", ":scope a,:scope b c", undefined],
    ["body a", ":scope a", undefined],
    ["body > a", ":scope>a", undefined],
    ["html body a + b", ":scope a+b", undefined],
    ["html > body > a", ":scope>a", undefined],
  ])("%s", (text, below, single) => {
    expect(judgeQuery(text, env)).toEqual({ below, single, root: false });
  });

  it.each([
    ["body", ""],
    [":root", ""],
    ["html body", ""],
    ["html > :scope", ""],
    ["body,html", ""],
    ["body,a", ":scope a"],
    ["a,body,b c", ":scope a,:scope b c"],
  ])("%s is the root too", (text, below) => {
    expect(judgeQuery(text, env)).toEqual({ below, single: undefined, root: true });
  });

  it.each([
    "",
    "a{",
    "> a",
    "+ a",
    "a,> b",
    "body.x",
    "body:hover a",
    "html body.x",
    "html + body",
    "html ~ body",
    "html + body a",
    "html ~ body > a",
    "body + a",
    "body ~ a",
    "body + a b",
    "a body",
    "body a body",
    "&",
    "a &",
    "& a",
    "body &",
    ":is(&)",
    `${":is(".repeat(2_000)}a`,
  ])("%j is none", (text) => {
    expect(judgeQuery(text, env)).toBeUndefined();
  });

  it("are read up to a length", () => {
    expect(judgeQuery(`${" ".repeat(1_999)}a`, env)).toBeDefined();
    expect(judgeQuery(`${" ".repeat(2_000)}a`, env)).toBeUndefined();
  });
});
