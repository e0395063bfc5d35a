// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { standardComponents } from "../../src/components.ts";
import { createContext } from "../../src/context.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { compileCard, runDom, runString, toComparable } from "../support/card.ts";

const bag = createContext({ resource: "customer" });
const examples = standardComponents.flatMap(({ name, examples: own }) =>
  own.map((source, index) => ({ name: `${name}, example ${index + 1}`, source })),
);

describe("examples of components", () => {
  it("are there for every component, with a purpose", () => {
    expect(standardComponents.filter(({ purpose, examples: own }) => purpose === undefined || own.length === 0)).toEqual([]);
  });

  it.each(examples)("$name shows the same on both targets, with nothing to report", ({ source }) => {
    const { template, diagnostics } = compileCard(source);
    const printed = runString(template, bag);
    expect(formatDiagnostics([...diagnostics, ...printed.diagnostics], source)).toBe("");
    expect(toComparable(runDom(template, bag))).toBe(toComparable(printed));
  });
});
