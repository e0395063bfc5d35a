// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { icons } from "../../src/icons.ts";
import { createContext, loadTemplate } from "../../src/index.ts";
import { toCanonical } from "../support/canonical.ts";
import { compileCard, type Outcome, runDom, runString, toComparable, toReports } from "../support/card.ts";
import { renderNaively } from "../support/oracle/render.ts";
import { type RenderCase, readRenderCases, toRenderOptions, writeGolden } from "../support/render-case.ts";

const cases = readRenderCases();
const update = process.env.UPDATE === "1";
// The oracle is the host's own JavaScript, which tells the time by the machine's zone.
process.env.TZ = "UTC";

/** Compiles and renders a case once, at the first test that asks. */
function createRun(one: RenderCase) {
  const options = toRenderOptions(one.options);
  const start = () => {
    const bag = createContext(one.data);
    const before = JSON.stringify(bag.names);
    const { template, diagnostics } = compileCard(one.source);
    const first: Outcome = runString(template, bag, options);
    return { bag, before, template, diagnostics, first, options };
  };
  let run: ReturnType<typeof start> | undefined;
  return () => (run ??= start());
}

describe.each(cases)("$name", (one) => {
  const run = createRun(one);

  it("gives the golden HTML and diagnostics", () => {
    const { diagnostics, first } = run();
    const found = formatDiagnostics([...diagnostics, ...first.diagnostics], one.source);
    if (update) writeGolden(one.name, first.html, found);
    else expect([first.html, found]).toEqual([one.html, one.diagnostics]);
  });

  it("gives the same tree in the DOM", () => {
    const { template, diagnostics, bag, options, first } = run();
    const mounted = runDom(template, bag, options);
    expect(toComparable(mounted)).toBe(toComparable(first));
    expect(toReports(diagnostics, mounted.diagnostics)).toEqual(toReports(diagnostics, first.diagnostics));
  });

  it("survives being stored as JSON, renders the same again, and leaves the data as it was", () => {
    const { template, bag, before, options, first } = run();
    const stored = loadTemplate(JSON.parse(JSON.stringify(template.program)), { icons });
    expect(runString(stored, bag, options)).toEqual(first);
    expect(runString(template, bag, options)).toEqual(first);
    expect(JSON.stringify(bag.names)).toBe(before);
  });

  if (one.options.oracle !== false) {
    it("equals the unsandboxed path", () => {
      const { bag, first, options } = run();
      expect(toCanonical(first.html)).toBe(toCanonical(renderNaively(one.source, bag.names, options.now)));
    });
  }
});

describe("the collection", () => {
  it("holds enough cases, each with its goldens", () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(cases.filter(({ html }) => html === undefined).map(({ name }) => name)).toEqual([]);
  });

  it("says why a case has no oracle", () => {
    const silent = cases.filter(({ options }) => (options.oracle === false) !== (options.reason !== undefined));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
