// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/index.ts";
import { browserNames, browserScopeNames } from "../../../src/policy/scope-names.ts";
import { Page } from "../../../src/render/dom/page.ts";
import { Handle, Native } from "../../../src/runtime/handles.ts";
import { isRecord } from "../../../src/runtime/record.ts";
import { inertPageNames } from "../../../src/scope/browser/inert-document.ts";
import { browserGlobals, cardNames } from "../../../src/scope/browser/names.ts";
import { networkGlobals } from "../../../src/scope/browser/network.ts";
import { PerCard } from "../../../src/scope/browser/per-card.ts";
import { createTestLive } from "../../support/live.ts";
import { createCard, nameOf } from "./card-realm.ts";

const windowNames = ["globalThis", "parent", "self", "top", "window"];

describe("the names of the browser", () => {
  const shared = [...browserGlobals, ...networkGlobals, ...inertPageNames];

  it("are the policy's, no more and no fewer", () => {
    const given = [...shared.map(([name]) => name), ...cardNames.keys(), ...windowNames];
    expect(new Set(given).size).toBe(given.length);
    expect(given.sort()).toEqual([...browserScopeNames].sort());
    expect(browserScopeNames.filter((name) => browserNames.has(name))).toEqual([]);
  });

  it("answer in scope, as values of the closed universe", () => {
    const realm = createCard();
    for (const name of browserScopeNames) {
      const value = nameOf(realm, name);
      expect(typeof value === "number" || value instanceof Handle || isRecord(value), name).toBe(true);
      expect(value, name).not.toBeInstanceOf(PerCard);
    }
    for (const name of browserNames) expect(nameOf(realm, name), name).toBeUndefined();
  });

  it("share nothing between cards that a template could write to", () => {
    const open: unknown[] = shared.map(([, value]) => value).filter((value) => !(value instanceof PerCard));
    const seen = new Set<unknown>();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      expect(Array.isArray(at) || isRecord(at)).toBe(false);
      if (typeof at === "object") expect(at).toBeInstanceOf(Native);
      if (at instanceof Native) open.push(...at.members.values());
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  it("come from the page where there is one", () => {
    const realm = createCard({ live: createTestLive({ names: new Map([["innerWidth", 333]]) }) });
    expect(nameOf(realm, "innerWidth")).toBe(333);
    expect(nameOf(createCard(), "innerWidth")).toBe(1024);
  });

  it("are a page's, of which none is missing where there is none", () => {
    const page = new Page({ root: document.createElement("div"), enter: (body) => body(), inside: (body) => body() });
    expect([...page.names.keys()].sort()).toEqual([...inertPageNames.keys()].sort());
    expect(page.names.has("scrollX")).toBe(true);
  });

  it("are known to the compiler", () => {
    const { diagnostics } = compile(`${browserScopeNames.join(";\n")};\n<p/>`);
    expect(diagnostics.filter(({ code }) => code.startsWith("name/"))).toEqual([]);
    const unknown = compile(`${[...browserNames].join(";\n")};\n<p/>`).diagnostics;
    expect(unknown.map(({ code }) => code)).toEqual([...browserNames].map(() => "name/browser"));
  });
});
