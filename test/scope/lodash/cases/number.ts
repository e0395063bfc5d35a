import { type CaseTable, using } from "../case.ts";

const pairs: readonly (readonly unknown[])[] = [[6, 4], ["6", 4], [6, "4"], ["a", "b"], [1], [], [undefined, 2], [null, 2], [Number.NaN, 1], [[2], 1], [-0, 0], [1, null], [true, true]];
const lists: readonly (readonly unknown[])[] = [[[4, 2, 8, 6]], [[]], [null], [["b", "a"]], [[1, undefined, 3]], [[null, 1]], [[Number.NaN, 1]], [[1, Number.NaN]], ["312"], [[undefined]], [["1", "2"]], [[[1], [0]]]];
const items = [{ n: 4 }, { n: 2 }, { n: 8 }, {}];
const byLists: readonly (readonly unknown[])[] = [[items, "n"], [items, (o: { n?: number }) => o.n], [[], "n"], [null, "n"], [[1, 2]], [items, { n: 2 }], [items, ["n", 4]]];
const roundings: readonly (readonly unknown[])[] = [[4.006], [4.006, 2], [4060, -2], [1.005, 2], [-1.5], ["3.7"], [Number.NaN, 2], [Number.POSITIVE_INFINITY, 2], [5, 400], [1e-7, 10], [-0, 2], [1.45, 1], [null], [undefined, 1], [1234.5678, "2"], [5e-324, 2], [1e21, 2], [0.1 + 0.2, 2]];

/** Calls for arithmetic, statistics and ranges. */
export const numberCases: CaseTable = {
  add: pairs,
  subtract: pairs,
  multiply: pairs,
  divide: pairs,
  sum: lists,
  mean: lists.filter(([list]) => JSON.stringify(list) !== '["b","a"]'),
  min: lists,
  max: lists,
  sumBy: byLists,
  meanBy: byLists,
  minBy: byLists,
  maxBy: byLists,
  round: roundings,
  floor: roundings,
  ceil: roundings,
  clamp: [[-10, -5, 5], [10, -5, 5], [3, -5, 5], [10, 5], [-10, 5], ["7", "1", "5"], [Number.NaN, 1, 2], [5, Number.NaN, 2], [5, 1, Number.NaN], [5], [5, undefined, 3], [1, 3, 2], [5, null, 3]],
  inRange: [[3, 2, 4], [4, 8], [4, 2], [2, 2], [1.2, 2], [-3, -2, -6], ["3", 2, 4], [3], [Number.NaN, 1, 2], [3, null, 4], [0, 0, 0]],
  range: [[4], [-4], [1, 5], [0, 20, 5], [0, -4, -1], [1, 4, 0], [0], ["3"], [5, 1], [0, 1, 0.25], [], [1, 5, -1], [4, 1, [4, 5]], [undefined, 3]],
  rangeRight: [[4], [-4], [1, 5], [0, 20, 5], [1, 4, 0], [0]],
  times: [[3, String], [3], [0, String], [-1, String], ["2", String], [2.9, String], [Number.NaN], [2, null], [Number.POSITIVE_INFINITY]],
  random: [[0, 5], [5], [], [5, true], [1.2, 5.2], [5, 0], [true], ["3"], [2, 4, true], [0], [-3, -1], [undefined, 5], [null], [0, 5, [5]]],
  uniqueId: [using(() => ["contact_"], (id: string) => /^contact_\d+$/.test(id)), using(() => [], (id: string) => /^\d+$/.test(id)), using(() => [null], (id: string) => /^\d+$/.test(id))],
  now: [using(() => [], (now: number) => now)],
};
