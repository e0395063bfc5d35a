import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { compileCard, runString } from "../support/card.ts";

const flood = (body: string) => {
  const { template } = compileCard(body);
  return runString(template, createContext({ resource: "customer", customer: { name: "Ada" } })).diagnostics;
};

describe("a card that has much to report", () => {
  it.each([
    [
      "unknown attributes",
      `const o = Object.fromEntries(Array(900).fill(0).map((_, i) => ["zz" + i, "x"])); Array(100).fill(0).map(() => <p {...o} />)`,
    ],
    ["refused styles", `const o = Object.fromEntries(Array(5000).fill(0).map((_, i) => ["zz" + i, "x"])); <p style={o} />`],
  ])("reports a bounded number of %s", (_what, template) => {
    expect(flood(template)).toHaveLength(200);
  });

  it("still reports what ended it", () => {
    const diagnostics = flood(`const o = Object.fromEntries(Array(900).fill(0).map((_, i) => ["zz" + i, "x"])); [<p {...o} />, {}]`);
    expect(diagnostics).toHaveLength(201);
    expect(diagnostics.map(({ code }) => code)).toContain("run/throw");
  });
});
