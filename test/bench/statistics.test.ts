import { describe, expect, it } from "vitest";
import { median, summarise, summariseNumber, summariseRatio } from "../../bench/statistics.ts";

describe("statistics", () => {
  it("has the middle of odd numbers, and between two of even ones", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 9, 1, 2])).toBe(5.5);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNaN();
  });

  it("leaves its input as it is", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("says how far apart the processes were", () => {
    expect(summarise([2, 8, 3])).toEqual({ median: 3, least: 2, most: 8, of: 3 });
    expect(summarise([])).toBeUndefined();
  });

  it("takes ratios within a process, and leaves out those that lack a number", () => {
    const runs = [{ a: 10, b: 5 }, { a: 100, b: 25 }, { a: 3 }];
    expect(summariseRatio(runs, "a", "b")).toEqual({ median: 3, least: 2, most: 4, of: 2 });
    expect(summariseRatio(runs, "a", "c")).toBeUndefined();
    expect(summariseNumber(runs, "a")).toEqual({ median: 10, least: 3, most: 100, of: 3 });
  });
});
