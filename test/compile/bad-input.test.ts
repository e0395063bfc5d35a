import { describe, expect, it } from "vitest";
import { createContext } from "../../src/context.ts";
import { mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";
import { generatedKinds, generateSource } from "../attack/generate.ts";

const bag = createContext({ resource: "customer", customer: { name: "Ada" } });

function render(source: string): string {
  const result = compile(source);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return renderToString(result.template, bag);
}

/** Codes of the errors; empty where the source compiles. */
function errorsOf(source: string): string[] {
  const { diagnostics } = compile(source);
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

describe("sources that show nothing", () => {
  it.each([
    ["empty", ""],
    ["blank", " \n\t\r\n "],
    ["a byte order mark alone", "\ufeff"],
    ["comments alone", "// one\n/* two\n three */\n"],
    ["a JSX comment alone", "{/* nothing */}"],
    ["empty statements", ";;;"],
    ["a bare IIFE", "(() => { const x = 1; })();"],
    ["a bare IIFE in the old form", "(function () { var x = 1; }());"],
    ["declarations alone", "const x = 1;\nfunction f() {}\nclass A {}"],
    ["a test that is false", "if (customer.missing) { <p/> }"],
    ["a null view", "null"],
    ["a boolean view", "true"],
    ["an empty fragment", "<></>"],
    ["a directive and nothing else", "if (false) 'use strict';"],
  ])("%s", (_, source) => {
    expect(render(source)).toBe("");
  });
});

describe("odd text", () => {
  it.each([
    ["a byte order mark in front", "\ufeff<p>a</p>", "<p>a</p>"],
    ["line breaks of every kind", "const a = 1;\r\nconst b = 2;\rconst c = 3;\u2028<p>{a + b + c}</p>", "<p>6</p>"],
    ["a closing semicolon and blanks", "\n  <p>a</p> ;\n\n", "<p>a</p>"],
    ["a hashbang line", "#!/usr/bin/env node\n<p>a</p>", "<p>a</p>"],
    ["emoji and typographic quotes", "<p title='“a”'>😀 – “b”</p>", '<p title="“a”">😀 – “b”</p>'],
    ["a lone surrogate in a string", "<p>{'\\ud800'.length}</p>", "<p>1</p>"],
  ])("%s", (_, source, html) => {
    expect(render(source)).toBe(html);
  });

  it("writes no NUL into the page", () => {
    for (const source of ["<p>a\0b</p>", '<p>{"a\0b"}</p>', '<p title="a\0b"/>', '<p>{"a\\0b"}</p>']) {
      expect(render(source)).not.toContain("\0");
    }
  });
});

describe("size", () => {
  it("refuses 600 KB and says the limit", () => {
    const result = compile(`<p>${"a".repeat(600 * 1024)}</p>`);
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toMatchObject([{ code: "limit/source", message: expect.stringContaining("524288") }]);
  });

  it("takes the largest source that the limit allows", () => {
    const text = "a".repeat(524_288 - "<p></p>".length);
    expect(render(`<p>${text}</p>`)).toBe(`<p>${text}</p>`);
    expect(errorsOf(`<p>${text}a</p>`)).toEqual(["limit/source"]);
  });

  it("keeps to a smaller limit of the host", () => {
    expect(compile("<p>long enough</p>", { limits: { sourceLength: 10 } }).diagnostics).toMatchObject([{ code: "limit/source" }]);
  });
});

/** Generated kinds that do not nest, with what 5,000 of them give. */
const flat: Readonly<Record<string, readonly string[]>> = {
  bytes: [],
  siblings: [],
  idents: [],
  attrs: ["limit/attributes"],
  nul: [],
  regexlit: ["limit/regexp"],
  comments: [],
  misspelt: [],
};

describe("5,000 of everything", () => {
  it.each(generatedKinds)("%s", (kind) => {
    expect(errorsOf(generateSource(kind, 5_000))).toEqual(flat[kind] ?? ["limit/nesting"]);
  });

  it.each(generatedKinds)("100 of %s are fine", (kind) => {
    expect(errorsOf(generateSource(kind, 100))).toEqual([]);
  });

  it.each([
    ["blocks", (n: number) => "{".repeat(n) + "}".repeat(n)],
    ["ifs", (n: number) => "if (1) ".repeat(n) + "1;"],
    ["loops", (n: number) => "for (const x of [1]) ".repeat(n) + "1;"],
    ["labels", (n: number) => Array.from({ length: n }, (_, i) => `l${i}: `).join("") + "1;"],
    ["functions", (n: number) => "(function () { return ".repeat(n) + "1" + "; })()".repeat(n)],
    ["classes", (n: number) => "(class { x = ".repeat(n) + "1" + "; })".repeat(n)],
    ["records", (n: number) => `(${"{ a: ".repeat(n)}1${" }".repeat(n)})`],
    ["patterns", (n: number) => `const ${"[".repeat(n)}a${"]".repeat(n)} = [];`],
    ["record patterns", (n: number) => `const ${"{ a: ".repeat(n)}b${" }".repeat(n)} = {};`],
    ["assignment patterns", (n: number) => `let a; ${"[".repeat(n)}a${"]".repeat(n)} = [];`],
    ["assignments", (n: number) => `let a; ${"a = ".repeat(n)}1;`],
    ["calls", (n: number) => `log${"()".repeat(n)}`],
    ["calls in arguments", (n: number) => `${"log(".repeat(n)}1${")".repeat(n)}`],
    ["news", (n: number) => `${"new ".repeat(n)}A`],
    ["elements", (n: number) => `customer${"[0]".repeat(n)}`],
    ["tagged templates", (n: number) => `String.raw${"``".repeat(n)}`],
    ["commas in parentheses", (n: number) => `${"(1, ".repeat(n)}1${")".repeat(n)}`],
    ["awaits", (n: number) => `async () => ${"await ".repeat(n)}1`],
    ["yields", (n: number) => `(function* () { ${"yield ".repeat(n)}1; })`],
    ["spreads", (n: number) => `${"[...".repeat(n)}1${"]".repeat(n)}`],
    ["defaults", (n: number) => `${"((a = ".repeat(n)}1${") => a)".repeat(n)}`],
    ["logicals", (n: number) => `1${" || 1".repeat(n)}`],
    ["optional members", (n: number) => `customer${"?.a".repeat(n)}`],
    ["fragments", (n: number) => "<>".repeat(n) + "</>".repeat(n)],
    ["expressions in JSX", (n: number) => "<p>{".repeat(n) + "1" + "}</p>".repeat(n)],
    ["elements in attributes", (n: number) => "<Pill label={".repeat(n) + "1" + "}/>".repeat(n)],
    ["tags with members", (n: number) => `const a = {}; <a${".a".repeat(n)}/>`],
    ["switches", (n: number) => "switch (1) { case 1: ".repeat(n) + "}".repeat(n)],
    ["tries", (n: number) => "try { ".repeat(n) + "} finally {}".repeat(n)],
    ["catches", (n: number) => "try {} catch { ".repeat(n) + "}".repeat(n)],
    ["else ifs", (n: number) => "if (0) 1; else ".repeat(n) + "2;"],
  ])("%s, 5,000 levels deep", (_, make) => {
    expect(errorsOf(make(5_000))).toEqual(["limit/nesting"]);
    expect(errorsOf(make(50))).toEqual([]);
  });
});

describe("options", () => {
  const { template } = compile("<p/>") as Extract<ReturnType<typeof compile>, { ok: true }>;

  it.each([
    ["compile", () => compile("<p/>", { colour: true } as never)],
    ["compile, limits", () => compile("<p/>", { limits: { colour: 1 } } as never)],
    ["renderToString", () => renderToString(template, bag, { colour: true } as never)],
    // Options are looked at before the element is.
    ["mount", () => mount(template, bag, undefined as never, { colour: true } as never)],
    ["createContext", () => createContext({ resource: "customer", colour: true } as never)],
  ])("%s names an unknown one", (_, run) => {
    expect(run).toThrow(TypeError);
    expect(run).toThrow(/colour/);
  });

  it("mount wants an element", () => {
    expect(() => mount(template, bag, undefined as never)).toThrow(TypeError);
  });

  it.each([undefined, null, 5, {}, [], new String("<p/>")])("compile wants a string, not %j", (source) => {
    expect(() => compile(source as never)).toThrow(TypeError);
  });

  it("compile names a context that does not exist, and the ones that do", () => {
    expect(() => compile("<p/>", { context: "sidebar" as never })).toThrow(TypeError);
    expect(() => compile("<p/>", { context: "sidebar" as never })).toThrow(/sidebar.*smartbar-card/s);
    for (const context of ["smartbar-card", "smartbar-details", "expanded-timeline", "create-form"] as const) {
      expect(compile("<p/>", { context }).ok).toBe(true);
    }
  });

  it.each([
    ["no bag", () => renderToString(template, undefined as never)],
    ["a bag that is no object", () => renderToString(template, "Ada" as never)],
    ["a bag that holds a function", () => renderToString(template, { customer: { name: () => "Ada" } } as never)],
    ["a template that compile did not make", () => renderToString({} as never, bag)],
    ["a time zone that does not exist", () => renderToString(template, bag, { timeZone: "Mars/Olympus" })],
    ["a locale that is none", () => renderToString(template, bag, { locale: "not a locale" })],
    ["a theme that does not exist", () => renderToString(template, bag, { theme: "sepia" } as never)],
  ])("renderToString refuses %s", (_, run) => {
    expect(run).toThrow(TypeError);
  });
});
