import { ok } from "node:assert/strict";
import fc from "fast-check";
import { compile, createContext, loadTemplate } from "../../src/index.ts";
import { findUnsafe } from "../attack/safe-html.ts";
import { readShared, sharedObjects } from "../attack/shared-objects.ts";
import { runString } from "../support/card.ts";
import { checkShared, isFault } from "./check-card.ts";
import { templates } from "./corpus.ts";
import { defineTarget } from "./target.ts";

type Json = Record<string, unknown>;

const values: readonly unknown[] = [
  null,
  0,
  -1,
  1e9,
  0.5,
  "",
  "__proto__",
  "constructor",
  "script",
  "onclick",
  "get",
  true,
  [],
  {},
  [[]],
  { kind: "constant", span: [0, 0], value: "forged" },
  { kind: "global", span: [0, 0], name: "constructor" },
  { kind: "element", span: [0, 0], tag: "script", key: null, attributes: [], children: [] },
  { kind: "local", span: [0, 0], name: "x", binding: 0 },
  { kind: "platform", span: [0, 0], name: "Row", key: null, attributes: [], children: [] },
];

/** Puts a value in the place of one of a program's, chosen by numbers. */
function forge(program: unknown, changes: readonly (readonly [number, number, number])[]): unknown {
  const copy = JSON.parse(JSON.stringify(program)) as Json;
  for (const [at, how, which] of changes) {
    const holders: Json[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      holders.push(value as Json);
      for (const item of Object.values(value)) walk(item);
    };
    walk(copy);
    const holder = holders[at % holders.length] as Json;
    const keys = Object.keys(holder);
    const key = keys[which % Math.max(keys.length, 1)];
    if (key === undefined) continue;
    const other = holders[(at * 31 + which) % holders.length];
    const choices = [values[which % values.length], other, holder[keys[how % keys.length] ?? key]];
    holder[key] = structuredClone(choices[how % choices.length]);
  }
  return copy;
}

const options = { limits: { fuel: 20_000, nodes: 2_000, outputLength: 100_000, callDepth: 100 } };

/** Programs that somebody changed where they were stored. */
export const stored = defineTarget({
  name: "stored",
  about: "a changed program is refused with a TypeError, or shows nothing that the policy would not let it",
  sample: 60,
  weight: 1,
  extension: "json",
  inputs: fc.tuple(
    fc.constantFrom(...templates),
    fc.array(fc.tuple(fc.nat(0xffff), fc.nat(0xff), fc.nat(0xffff)), { minLength: 1, maxLength: 4 }),
  ),
  check: ([source, changes]) => {
    const compiled = compile(source);
    if (!compiled.ok) return;
    const shared = readShared(sharedObjects);
    const program = forge(compiled.template.program, changes);
    let template: ReturnType<typeof loadTemplate>;
    try {
      template = loadTemplate(program);
    } catch (error) {
      ok(error instanceof TypeError, `no TypeError: ${String(error)}`);
      return;
    }
    const { html } = runString(template, createContext({ resource: "customer", customer: { name: "Ada" } }), options);
    ok(findUnsafe(html).filter(isFault).length === 0, `unsafe: ${html}`);
    checkShared(shared);
  },
});
