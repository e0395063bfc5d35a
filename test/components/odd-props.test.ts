import { describe, expect, it } from "vitest";
import { standardComponents } from "../../src/components.ts";
import { createContext } from "../../src/context.ts";
import { compileCard, runString } from "../support/card.ts";

const bag = createContext({ resource: "customer", customer: { masked: { isMasked: true, maskedPresentation: "****" } } });

const values = [
  "null",
  "undefined",
  '""',
  "0",
  "-1.5",
  "NaN",
  "1e300",
  "true",
  '"text"',
  '"<b>&"',
  "{}",
  "{ a: { b: [] } }",
  "[]",
  "[null, undefined, [], {}, 3]",
  "customer.masked",
  "[customer.masked]",
  "<b>x</b>",
  "[<b key='b'>x</b>]",
  "() => 1",
  "new Date(0)",
  "new Map()",
  "/x/",
  "Promise.resolve(1)",
];

const cases = standardComponents.flatMap(({ name, propNames }) =>
  [...propNames.filter((prop) => prop !== "className" && prop !== "style")].map((prop) => ({ name, prop })),
);

// Records and dates are no children in React either: where a prop is shown as it comes, those fail and say so.
const noChild = /can't be shown as a child/;

describe("props of the wrong type", () => {
  it.each(cases)("$name takes any $prop", ({ name, prop }) => {
    for (const value of values) {
      const source = `const value = ${value};\n<${name} ${prop}={value}/>`;
      const { html, diagnostics } = runString(compileCard(source).template, bag);
      const failed = diagnostics.filter(({ code, message }) => code === "run/throw" && !noChild.test(message));
      expect(failed, source).toEqual([]);
      expect(html.replace(/class="[^"]*"/g, ""), source).not.toMatch(/\[object Object|undefined|NaN%/);
    }
  });
});

describe("values", () => {
  const shown = [
    ["Timestamp", "value"],
    ["Money", "amount"],
    ["Phone", "value"],
    ["Email", "value"],
    ["Address", "value"],
    ["Code", "value"],
    ["Badge", "count"],
    ["Progress", "value"],
    ["Sentiment", "value"],
    ["List", "items"],
    ["Table", "rows"],
    ["Chart", "data"],
    ["Tabs", "tabs"],
    ["Link", "href"],
    ["Avatar", "name"],
    ["Icon", "name"],
  ];

  it.each(shown)("of %s are shown or left out, never a failure", (name, prop) => {
    for (const value of values) {
      const source = `const value = ${value};\n<${name} ${prop}={value}/>`;
      const { diagnostics } = runString(compileCard(source).template, bag);
      expect(
        diagnostics.filter(({ code }) => code === "run/throw"),
        source,
      ).toEqual([]);
    }
  });
});
