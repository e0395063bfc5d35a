// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { attackClasses, type BenignCase, readBenignCases } from "../support/attack-case.ts";
import { parseTree, textOf, toCanonical } from "../support/canonical.ts";
import { compileCard, runDom, runString } from "../support/card.ts";
import { findUnsafe } from "./safe-html.ts";

/** Refusing everything would pass every attack: next to each class stand uses that have to work. */
function expectWorks(one: BenignCase, render: typeof runString): void {
  const { template } = compileCard(one.template);
  const bag = createContext({ resource: "customer", ...JSON.parse(one.data ?? "{}") });
  const { html, diagnostics } = render(template, bag, one.options);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (one.html !== undefined) expect(toCanonical(html)).toBe(toCanonical(one.html));
  if (one.text !== undefined) expect(toText(html)).toBe(one.text);
  expect(findUnsafe(html, one.options?.idPrefix)).toEqual([]);
}

/** What a reader sees; style sheets are not read. */
const toText = (html: string) => textOf(parseTree(html.replace(/<style[\s\S]*?<\/style>/g, "")));

describe.each(attackClasses)("beside %s", (name) => {
  const cases = readBenignCases(name);

  it("stand at least three uses", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
    expect(cases.every(({ text, html }) => text !== undefined || html !== undefined)).toBe(true);
  });

  describe.each(cases)("$id: $shows", (one) => {
    it("works on the string target", () => expectWorks(one, runString));
    it("works on the DOM target", () => expectWorks(one, runDom));
  });
});
