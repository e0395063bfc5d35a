import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeText } from "../../src/policy/text.ts";

describe("text", () => {
  it.each([
    ["plain", "plain"],
    ["emoji 😀 and “quotes”", "emoji 😀 and “quotes”"],
    ["", ""],
    ["a\0b", "a\uFFFDb"],
    ["<\0script>", "<\uFFFDscript>"],
    ["\ud800", "\uFFFD"],
    ["x\udc00y\ud83d", "x\uFFFDy\uFFFD"],
    ["\ufffe\ud800\0", "\ufffe\uFFFD\uFFFD"],
    ["tab\tand\r\nbreak", "tab\tand\r\nbreak"],
  ])("%j → %j", (text, expected) => {
    expect(judgeText(text)).toBe(expected);
  });

  it("is always well-formed and free of NUL, and keeps its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.integer({ min: 0, max: 0xffff })), (text, units) => {
        const judged = judgeText(text + String.fromCharCode(...units));
        expect(judged).not.toMatch(/\0|\p{Surrogate}/u);
        expect(judged).toHaveLength(text.length + units.length);
      }),
    );
  });
});
