// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { attributeOf, elementsOf, parseTree, textOf, toCanonical, toDeclarations } from "../support/canonical.ts";
import { compileCard, runDom, runString } from "../support/card.ts";
import { type BenignPayload, readBenignPayloads } from "../support/payload-case.ts";

type Kind = BenignPayload["as"];

const cards: Readonly<Record<Kind, string>> = {
  url: "<a href={customer.v}>x</a>",
  image: '<img src={customer.v} alt="" />',
  srcset: '<img srcSet={customer.v} alt="" />',
  style: "<p style={customer.v}>x</p>",
  sheet: "<div><style>{customer.v}</style></div>",
  html: "<div dangerouslySetInnerHTML={{ __html: customer.v }} />",
  text: "<p title={customer.v}>{customer.v}</p>",
};
const templates = new Map(Object.entries(cards).map(([kind, source]) => [kind, compileCard(source).template]));
const names = { url: "href", image: "src", srcset: "srcset", style: "style" } as const;

/** What has come out of a payload, and what was to come out. */
function compare({ as, payload }: BenignPayload, html: string): readonly [found: unknown, wanted: unknown] {
  const elements = [...elementsOf(parseTree(html))];
  const [only] = elements;
  if (only === undefined) return [undefined, payload];
  switch (as) {
    case "url":
    case "image":
    case "srcset":
      return [attributeOf(only, names[as]), payload];
    case "style":
      // Keyframes have the prefix of the card.
      return [toDeclarations((attributeOf(only, "style") ?? "").replace("kf-kv-", "")), toDeclarations(payload)];
    case "sheet":
      return [textOf(elements.filter(({ tagName }) => tagName === "style")) !== "", true];
    case "html":
      return [toCanonical(html), toCanonical(`<div>${payload}</div>`)];
    default:
      return [
        [textOf([only]), attributeOf(only, "title")],
        [payload, payload],
      ];
  }
}

// Refusing everything would pass every payload.
describe.each(Object.keys(cards) as readonly Kind[])("beside the payloads, as %s", (kind) => {
  it.each(readBenignPayloads().filter(({ as }) => as === kind))("$id comes out whole: $payload", (one) => {
    const template = templates.get(kind) as Parameters<typeof runString>[0];
    const bag = createContext({ resource: "customer", customer: { v: one.payload } });
    const string = runString(template, bag);
    const dom = runDom(template, bag);
    expect([...string.diagnostics, ...dom.diagnostics].map(({ message }) => message)).toEqual([]);
    const [found, wanted] = compare(one, string.html);
    expect(found).toEqual(wanted);
    // The page's object model spells styles its own way.
    if (kind !== "style") expect(compare(one, dom.html)[0]).toEqual(wanted);
  });
});
