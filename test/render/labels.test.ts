// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { compileCard, runDom, runString } from "../support/card.ts";

const { template } = compileCard('<Field field="totalNum" type="kobject.acme-order" value={kobject.custom.totalNum} />');
const input = { resource: "kobject.acme-order", kobject: { custom: { totalNum: 3 } } };
const klasses = { "acme-order": { properties: { totalNum: { displayName: "Grand & total" } } } };

// One template, linked once for bags with klass metadata and once for those without.
describe("labels of one template", () => {
  it.each([
    ["string", runString],
    ["DOM", runDom],
  ] as const)("are the klass's or derived, bag by bag, on the %s target", (_target, render) => {
    const labelOf = (bag: ReturnType<typeof createContext>) => /kv-field-label">(.*?)<\/div>/.exec(render(template, bag).html)?.[1];
    const derived = createContext(input);
    const named = createContext({ ...input, klasses });
    const other = createContext({ ...input, klasses: { "acme-return": klasses["acme-order"] } });
    expect([derived, named, other, derived, named].map(labelOf)).toEqual([
      "Total",
      "Grand &amp; total",
      "Total",
      "Total",
      "Grand &amp; total",
    ]);
  });
});
