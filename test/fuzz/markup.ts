import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { compile, createContext } from "../../src/index.ts";
import { toCanonical } from "../support/canonical.ts";
import { runDom, runString, toComparable } from "../support/card.ts";
import { fixtureNow } from "../support/fixture-now.ts";
import { renderNaively } from "../support/oracle/render.ts";
import { writeHarmless } from "./harmless-markup.ts";
import { defineTarget } from "./target.ts";

const customer = { name: 'Ada <Lovelace> & "co"', note: "", tags: ["a", "b<", "ç"], open: true };

/** Templates that do no harm: what sucrase and Preact make of them, in both targets. */
export const markup = defineTarget({
  name: "markup",
  about: "harmless templates show what sucrase and Preact show, on both targets",
  sample: 40,
  weight: 2,
  extension: "jsx",
  inputs: fc.noBias(fc.array(fc.nat(0xffff), { minLength: 60, maxLength: 400, size: "max" })).map(writeHarmless),
  check: (source) => {
    const compiled = compile(source);
    deepEqual(
      compiled.diagnostics.filter(({ severity }) => severity === "error"),
      [],
    );
    if (!compiled.ok) return;
    const bag = createContext({ resource: "customer", customer });
    const string = runString(compiled.template, bag);
    const dom = runDom(compiled.template, bag);
    deepEqual(
      string.diagnostics.concat(dom.diagnostics).filter(({ severity }) => severity === "error"),
      [],
    );
    equal(toCanonical(string.html), toCanonical(renderNaively(source, bag.names, fixtureNow)));
    equal(toComparable(dom), toComparable(string));
  },
});
