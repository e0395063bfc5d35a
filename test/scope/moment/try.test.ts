import { expect, it } from "vitest";
import { findDifferences } from "./oracle.ts";
it("x", () => {
  expect(findDifferences("America/New_York", ["moment().format()", "moment('2020-03-08T01:30:00').add(1,'hour')", "moment('2020-01-05').format('dddd, MMMM Do YYYY, h:mm:ss a z Z ZZ X x')"])).toEqual([]);
});
