// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, createContext } from "../../src/index.ts";
import { runDom, runString, toComparable } from "../support/card.ts";

const root = "fixtures/timeline";
const options = { now: "2026-10-14T09:30:00Z", timeZone: "Europe/Stockholm", theme: "dark" } as const;

/** The views of the demo are written as app developers write theirs: nothing in them may be worth a word. */
describe.each(readdirSync(root))("the demo's %s", (name) => {
  const source = readFileSync(`${root}/${name}/template.kview.jsx`, "utf8");
  const data = JSON.parse(readFileSync(`${root}/${name}/data.json`, "utf8")) as Parameters<typeof createContext>[0];
  const { context } = JSON.parse(readFileSync(`${root}/${name}/kview.json`, "utf8")) as { context: "expanded-timeline" };

  it("compiles and renders without a finding, the same on both targets", () => {
    const result = compile(source, { name, context });
    expect(result).toMatchObject({ ok: true, diagnostics: [] });
    if (!result.ok) return;
    const card = runString(result.template, createContext(data), options);
    expect(card.diagnostics).toEqual([]);
    expect(card.html.length).toBeGreaterThan(200);
    expect(toComparable(runDom(result.template, createContext(data), options))).toBe(toComparable(card));
  });
});
