import { describe, expect, it } from "vitest";
import { consumeCards, flatten, joinCards } from "../../bench/consume.ts";
import { interleave, shuffle } from "../../bench/interleave.ts";

describe("works in turns", () => {
  it("are all played, as often as each other", () => {
    const played = { a: 0, b: 0 };
    const work = (name: "a" | "b") => (times: number) => {
      played[name] += times;
      return 1;
    };
    const { micros, checksum } = interleave(
      new Map([
        ["a", work("a")],
        ["b", work("b")],
      ]),
      { warmup: 0, span: 0, times: 3, least: 4 },
    );
    expect(played).toEqual({ a: 12, b: 12 });
    expect(checksum).toBe(8);
    expect([...micros.keys()]).toEqual(["a", "b"]);
  });

  it("are shuffled by what is given for chance", () => {
    expect(shuffle([1, 2, 3, 4], () => 0)).toEqual([2, 3, 4, 1]);
    expect(shuffle([1, 2, 3, 4], () => 0.999)).toEqual([1, 2, 3, 4]);
  });
});

describe("what is rendered", () => {
  it("is used to the last card, and each is another", () => {
    const seen: number[] = [];
    const work = consumeCards((n) => {
      seen.push(n);
      return "ab";
    });
    expect(work(2) + work(1)).toBe(3 * flatten("ab"));
    expect(seen).toEqual([0, 1, 2]);
  });

  it("is joined to a page where a work says so", () => {
    expect(joinCards((n) => String(n))(3)).toBe(flatten("0") + flatten("1") + flatten("2") + flatten("012"));
  });
});
