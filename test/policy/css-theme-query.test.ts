import { describe, expect, it } from "vitest";
import { asksForScheme, joinQueries, settleScheme, splitThemeQueries } from "../../src/policy/css-theme-query.ts";

const dark = "(prefers-color-scheme:dark)";
const light = "(prefers-color-scheme:light)";

describe("media queries", () => {
  it.each<readonly [prelude: string, queries: ReadonlyArray<readonly [scheme: string | undefined, rest: string]>]>([
    ["screen", [[undefined, "screen"]]],
    ["", [[undefined, ""]]],
    [
      " a \n b , c",
      [
        [undefined, "a b"],
        [undefined, "c"],
      ],
    ],
    [dark, [["dark", ""]]],
    [light, [["light", ""]]],
    ["( PREFERS-COLOR-SCHEME  :  DARK )", [["dark", ""]]],
    // Denied.
    [`not ${dark}`, [["light", ""]]],
    [`not ${light}`, [["dark", ""]]],
    [`NOT ALL AND ${dark}`, [["light", ""]]],
    ["not  all  and  ( prefers-color-scheme : Light )", [["dark", ""]]],
    // Joined.
    [`screen and ${dark}`, [["dark", "screen"]]],
    [`${light} AND screen`, [["light", "screen"]]],
    [`a and ${dark} aNd (b:c)`, [["dark", "a and (b:c)"]]],
    [`a and ${dark} and ${dark}`, [["dark", "a"]]],
    [`do-not and ${dark}`, [["dark", "do-not"]]],
    [`notx and ${dark} and orx`, [["dark", "notx and orx"]]],
    [
      `print,${dark},a and ${light}`,
      [
        [undefined, "print"],
        ["dark", ""],
        ["light", "a"],
      ],
    ],
  ])("%j ask for %j", (prelude, queries) => {
    expect(splitThemeQueries(prelude)).toEqual(queries.map(([scheme, rest]) => (scheme === undefined ? { rest } : { scheme, rest })));
  });

  it.each([
    "(prefers-color-scheme)",
    "(prefers-color-scheme:no-preference)",
    `x${dark}`,
    `${dark}x`,
    `not ${dark}x`,
    `x not ${dark}`,
    `not all and${dark}`,
    `not screen and ${dark}`,
    `not ${dark} and x`,
    `${dark} or (x)`,
    `(x) or ${dark}`,
    `(x) or (y) and ${dark}`,
    `(x) OR (y) and ${dark}`,
    `NOT x and ${dark}`,
    `a and ${dark} and ${light}`,
    `${dark} and (prefers-color-scheme)`,
    `a,(b or ${dark})`,
  ])("%j ask in a way that can't be split", (prelude) => {
    expect(splitThemeQueries(prelude)).toBeUndefined();
  });

  it("are eight at most", () => {
    expect(splitThemeQueries("a,b,c,d,e,f,g,h")).toHaveLength(8);
    expect(splitThemeQueries("a,b,c,d,e,f,g,h,i")).toBeUndefined();
  });

  it("are joined, unless one holds always", () => {
    expect(joinQueries(["a", "b"])).toBe("a,b");
    expect(joinQueries(["a", ""])).toBe("");
    expect(joinQueries(["a"])).toBe("a");
  });
});

describe("the device's theme", () => {
  it.each([
    ["screen", "screen", false],
    [dark, "(min-width:0px)", true],
    [light, "(max-width:-1px)", true],
    ["(prefers-color-scheme)", "(min-width:0px)", true],
    ["( prefers-color-scheme )", "(min-width:0px)", true],
    ["( PREFERS-color-scheme : DARK ) and (prefers-color-scheme : light )", "(min-width:0px) and (max-width:-1px)", true],
    ["(prefers-color-scheme:no-preference)", "(max-width:-1px)", true],
    ["(prefers-color-scheme:)", "(prefers-color-scheme:)", true],
    ["(prefers-color-scheme: dark light)", "(prefers-color-scheme: dark light)", true],
  ])("%j is settled as %j in a dark card", (query, settled, asks) => {
    expect(settleScheme(query, "dark")).toBe(settled);
    expect(asksForScheme(query)).toBe(asks);
  });
});
