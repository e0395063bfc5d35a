import { describe, expect, it } from "vitest";
import { checkSame } from "../../bench/check-same.ts";

const engines = (a: string, b: string) =>
  new Map([
    ["a", () => a],
    ["b", () => b],
  ]);

describe("engines", () => {
  it("may spell a card as they like", () => {
    expect(() => checkSame("card", engines('<p class="x" id=y>&#34;</p>', '<p id="y" class="x">"<!-- --></p>'), 1)).not.toThrow();
  });

  it("give the same card, or nothing is timed", () => {
    expect(() => checkSame("card", engines("<p>1</p>", "<p>2</p>"), 1)).toThrow('card, card 0, line 1: a gives "1", b "2"');
  });
});
