import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cards } from "../../bench/cards/cards.ts";
import { renderToString } from "../../src/html.ts";
import { compile, createContext } from "../../src/index.ts";
import { toCanonical } from "../support/canonical.ts";

describe("a card of the benchmark", () => {
  it.each(cards)("$name is the one that is written by hand", ({ name, create, byHand }) => {
    const result = compile(readFileSync(`bench/cards/${name}.kview.jsx`, "utf8"));
    expect(result.diagnostics).toEqual([]);
    if (!result.ok) return;
    for (let n = 0; n < 46; n++) {
      const records = create(n);
      const html = renderToString(result.template, createContext({ resource: `kobject.${name}`, ...records }));
      expect(toCanonical(html)).toBe(toCanonical(byHand(records)));
    }
  });
});
