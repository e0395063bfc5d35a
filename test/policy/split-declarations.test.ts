import { describe, expect, it } from "vitest";
import { splitDeclarations } from "../../src/policy/split-declarations.ts";

describe("the declarations of a `style` attribute", () => {
  it.each<readonly [text: string, pairs: ReadonlyArray<readonly [string, string]>]>([
    ["", []],
    [" ;; ", []],
    ["a:b", [["a", "b"]]],
    [
      " a : b ; c:d;",
      [
        ["a", " b "],
        ["c", "d"],
      ],
    ],
    ["a:b:c", [["a", "b:c"]]],
    [":b", [["", "b"]]],
    // Without a colon it is no declaration; the blank has it refused by its name.
    [" a ;", [["a", " "]]],
    // A `;` in a string or in brackets ends nothing.
    ...["';'", '";"', "'\\';'", '"\\";"', "'\";'", "'(';", "')'", "(;)", "((;);)", "(';');", ")", "\\", "'\\\\'"].map(
      (value) =>
        [
          `a:${value.replace(/;$/, "")};b:c`,
          [
            ["a", value.replace(/;$/, "")],
            ["b", "c"],
          ],
        ] as const,
    ),
    ["a:');b:c", [["a", "');b:c"]]],
    ["a:(b;c:d", [["a", "(b;c:d"]]],
    ["a:)(b;c:d", [["a", ")(b;c:d"]]],
    // What isn't closed ends with the text.
    ["a:'b;c:d", [["a", "'b;c:d"]]],
    ["a:'b\\", [["a", "'b\\"]]],
  ])("%j are %j", (text, pairs) => {
    expect(splitDeclarations(text)).toEqual(pairs);
  });
});
