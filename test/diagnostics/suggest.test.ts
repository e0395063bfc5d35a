import { describe, expect, it } from "vitest";
import { suggestName } from "../../src/diagnostics/suggest.ts";

const names = ["customer", "conversation", "company", "kobject", "moment", "useState", "Row", "RowPriority", "_", "Math"];

describe("suggestName", () => {
  it.each([
    ["custmer", "customer"],
    ["cusotmer", "customer"],
    ["customr", "customer"],
    ["Customer", "customer"],
    ["conversaton", "conversation"],
    ["converstaoin", "conversation"],
    ["usestate", "useState"],
    ["Rwo", "Row"],
    ["RowPriorty", "RowPriority"],
    ["math", "Math"],
  ])("%s → %s", (name, meant) => {
    expect(suggestName(name, names)).toBe(meant);
  });

  it.each(["x", "$", "total", "cstmr", "", "customercustomer", "a".repeat(65)])("knows nothing near %s", (name) => {
    expect(suggestName(name, names)).toBeUndefined();
  });

  it("takes the nearest, of equals the first, and never the name itself", () => {
    expect(suggestName("cart", ["card", "cars"])).toBe("card");
    expect(suggestName("ordres", ["order", "orders"])).toBe("orders");
    expect(suggestName("card", ["card"])).toBeUndefined();
  });

  it("agrees with the distance by definition", () => {
    // Every word of up to four letters over two: the recursive definition is the oracle.
    const words = [""];
    for (let from = 0; words.length < 31; from++) words.push(`${words[from]}a`, `${words[from]}b`);
    for (const a of words) {
      for (const b of words) {
        const near = a !== b && distance(a, b) <= (a.length < 3 ? 0 : 1);
        expect(suggestName(a, [b]), `${a} ${b}`).toBe(near ? b : undefined);
      }
    }
  });
});

function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const costs = [distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1, distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) costs.push(distance(a.slice(2), b.slice(2)) + 1);
  return Math.min(...costs);
}
