// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { toCanonical } from "../support/canonical.ts";
import { compileCard, runDom, runString, toComparable } from "../support/card.ts";
import { fixtureNow } from "../support/fixture-now.ts";
import { createLargeTemplate } from "../support/large-template.ts";
import { renderNaively } from "../support/oracle/render.ts";

it("compiles and renders a template of 170,000 characters on both targets", { timeout: 30_000 }, () => {
  const source = createLargeTemplate(170_000);
  expect(source.length).toBeGreaterThan(169_000);
  expect(source.length).toBeLessThan(175_000);
  const bag = createContext({ resource: "customer", customer: { name: "Ada Lovelace" } });
  const { template, diagnostics } = compileCard(source);
  expect(diagnostics).toEqual([]);
  const card = runString(template, bag);
  expect(card.diagnostics).toEqual([]);
  expect(toCanonical(card.html)).toBe(toCanonical(renderNaively(source, bag.names, fixtureNow)));
  expect(toComparable(runDom(template, bag))).toBe(toComparable(card));
});
