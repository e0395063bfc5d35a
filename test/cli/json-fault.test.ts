import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "../../src/cli/json-fault.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("findJsonFault", () => {
  it.each([
    ["", 0, "a value"],
    ["  ", 2, "a value"],
    ["hello", 0, "a value"],
    ["'a'", 0, "a value"],
    ['{"a":1', 6, "`,` or `}`"],
    ['{"a":1,}', 7, "a quoted name"],
    ["{a:1}", 1, "a quoted name or `}`"],
    ['{"a" 1}', 5, "`:`"],
    ["[1,]", 3, "a value"],
    ["[1 2]", 3, "`,` or `]`"],
    ["[", 1, "a value or `]`"],
    ["[1}", 2, "`,` or `]`"],
    ["{} {}", 3, "nothing more"],
    ["01", 0, "a value"],
    ["1.", 0, "a value"],
    ["nul", 0, "a value"],
    ["nullx", 0, "a value"],
    ['"a\nb"', 0, "a value"],
    ['"\\x"', 0, "a value"],
    ['{"a": "open}', 6, "a value"],
  ])("%j at %i: %s", (text, offset, expected) => {
    expect(findJsonFault(text)).toEqual({ offset, expected });
  });

  it("finds nothing in JSON", () => {
    fc.assert(fc.property(fc.json(), (text) => findJsonFault(text) === undefined));
    expect(findJsonFault(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toBeUndefined();
    expect(findJsonFault(`"${"\\n".repeat(200_000)}"`)).toBeUndefined();
  });

  it("agrees with JSON.parse on what is JSON", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"',
      "\\",
      "1",
      "-",
      "0",
      ".5",
      "e3",
      "true",
      "null",
      " ",
      "\n",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join("");
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 20_000 },
    );
  });
});
