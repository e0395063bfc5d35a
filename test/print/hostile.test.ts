import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, createContext } from "../../src/index.ts";
import { defaultLimits } from "../../src/policy/limits.ts";
import { printCard } from "../../src/render/print/print.ts";
import { indexTheme } from "../../src/render/print/style/rule-index.ts";
import { generateData, generateSource, withPollutedPrototype } from "../attack/generate.ts";
import { type AttackCase, attackClasses, readAttackCases } from "../support/attack-case.ts";
import { compileCard, runString } from "../support/card.ts";
import { findUnlisted, never } from "./message.ts";

const runs = Number(process.env.KVIEW_FUZZ_RUNS ?? 150);
/** What no line of text may hold: controls, and marks that turn its direction. */
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

function expectSafe(email: string, text: string): void {
  expect(findUnlisted(email)).toEqual([]);
  expect(email).not.toMatch(never);
  expectPlain(text);
}

function expectPlain(text: string): void {
  expect(text).not.toMatch(unprintable);
  expect(text).not.toMatch(/[ \t]$/m);
  expect(text).not.toMatch(/\n\n\n|^\n|\n$/);
}

function printBoth(html: string): readonly [email: string, text: string] {
  const printing = { theme: "light", locale: "en-US", policy: { idPrefix: "kv" }, limits: defaultLimits, rules } as const;
  return [printCard(html, "email", printing), printCard(html, "text", printing)];
}

const rules = indexTheme();

describe.each(attackClasses)("attacks by %s", (name) => {
  it("reach no message", { timeout: 60_000 }, () => {
    for (const one of readAttackCases(name)) play(one);
  });
});

function play({ template, gen, data, dataGen }: AttackCase): void {
  const result = compile(gen === undefined ? template : generateSource(gen.kind, gen.n));
  if (!result.ok) return;
  const render = () => {
    let bag: ReturnType<typeof createContext>;
    try {
      bag = createContext({ resource: "customer", ...(dataGen === undefined ? JSON.parse(data ?? "{}") : generateData(dataGen)) });
    } catch (error) {
      // Data that no card may have.
      if (error instanceof TypeError) return;
      throw error;
    }
    const options = { limits: { fuel: 100_000 } };
    const [email, text] = (["email", "text"] as const).map((target) => runString(result.template, bag, { ...options, target }).html);
    expectSafe(email ?? "", text ?? "");
  };
  if (dataGen === "polluted-prototype") withPollutedPrototype(render);
  else render();
}

// Pieces of which pages are made that mean harm, in every order.
const words = fc.constantFrom(
  ..."<script>alert(1)</script>|<style>*{position:fixed;background:url(//e.example)}</style>|<img src=x onerror=alert(1)>|<svg onload=alert(1)>|</svg>|<math><mi>|<iframe srcdoc='<b>'>|<iframe src='https://e.example'>|<form action=//e.example>|<input value='a'>|<button>b</button>|<select><option>c|<textarea></b>|<a href=javascript:alert(1)>|<a href='  https://e.example/?a&quot;b'>|<a href='https://u:p@e.example'>|<table>|<tr>|<td colspan=99999999>|<td width='1\"'>|</table>|<template>|<noscript>|<!--|-->|<![CDATA[|<p style='color:red;position:fixed'>|<div style='background:url(javascript:1)'>|<div style='width:expression(alert(1))'>|<b><p>|</p></b>|<details><summary>|<ul><li>|<div style='display:flex'>|<div style='display:grid;grid-template-columns:repeat(9999,1fr)'>|<div style='--x:var(--x);color:var(--x)'>|<div class='kv-grid'>|<div class='kv-column kv-column-four'>|<div class='kv-row'><div class='kv-row-label'>|<div class='constructor __proto__'>|<br>|<hr>|<pre>  a\n\tb|&lt;script&gt;|\u202e\u0000\u0007|text|</div>|</a>|<span dir=rtl>|<svg class='kv-chart-drawing' aria-label='x: 1'><rect height=1e999><title>a: 1</title></rect>|<div title='\"><script>'>|<time datetime=a title='<script>'>".split(
    "|",
  ),
);
const page = fc.array(words, { maxLength: 25 }).map((parts) => parts.join(""));
const style = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "color",
        "background",
        "width",
        "padding",
        "border",
        "font",
        "display",
        "content",
        "font-family",
        "line-height",
        "--a",
        "margin",
        "position",
        "behavior",
      ),
      fc.constantFrom(
        "red",
        "url(x)",
        "1px solid",
        "expression(1)",
        "9e9px",
        "calc(1px + 2px)",
        "-1em",
        '"</style>"',
        "var(--a)",
        "rgb(1 2 3 / 50%)",
        "'a;b'",
        "inherit",
        "flex",
        '12px/1 "a&b"',
        "hsl(1deg 200% 3%)",
      ),
    ),
    { maxLength: 6 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}:${value}`).join(";"));

describe("hostile pages", { timeout: 60_000 }, () => {
  it("as finished HTML that nobody judged", () => {
    fc.assert(
      fc.property(page, (html) => expectSafe(...(printBoth(html) as [string, string]))),
      { numRuns: runs },
    );
  });

  it("in data, and in styles of the card's own", () => {
    const { template } = compileCard(
      "<div><style>{customer.css}</style><div className='a' dangerouslySetInnerHTML={{ __html: customer.html }} /></div>",
    );
    fc.assert(
      fc.property(page, style, (html, css) => {
        const bag = createContext({
          resource: "customer",
          customer: { html, css: `.a, .a * { ${css} } .a > :nth-child(2n+1)::before { content: "x"; ${css} }` },
        });
        const [email, text] = (["email", "text"] as const).map((target) => runString(template, bag, { target }).html);
        expectSafe(email ?? "", text ?? "");
      }),
      { numRuns: runs },
    );
  });

  it("in style attributes, whatever stands in them", () => {
    fc.assert(
      fc.property(style, fc.string(), (css, noise) => {
        const escaped = `${css};${noise}`.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
        expectSafe(...(printBoth(`<div style="${escaped}">a<span style="${escaped}">b</span><td>c</div>`) as [string, string]));
      }),
      { numRuns: runs },
    );
  });

  it("in text, whatever it holds", () => {
    const { template } = compileCard(
      "<div><p>{customer.name}</p><pre>{customer.name}</pre><BasicRow label={customer.name} value={customer.name} /></div>",
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const bag = createContext({ resource: "customer", customer: { name } });
        const [email, text] = (["email", "text"] as const).map((target) => runString(template, bag, { target }).html);
        expectSafe(email ?? "", text ?? "");
      }),
      { numRuns: runs },
    );
  });
});
