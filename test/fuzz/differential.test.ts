import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import type { AnyNode } from "../../src/ir/nodes.ts";
import { childFields } from "../../src/ir/schema.ts";
import { forEachChild } from "../../src/ir/walk.ts";
import { programs } from "../support/language/grammar.ts";
import { intrinsicUses, withoutReference } from "../support/language/idioms/intrinsic-calls.ts";
import { startCoverage } from "./coverage.ts";
import { language } from "./language.ts";
import { markup } from "./markup.ts";
import { checkInput } from "./run-target.ts";

process.env.TZ = "UTC";

const seed = 20_251_120;
const runs = 20_000;

describe("20,000 generated programs", () => {
  it("give the result of the real engine, and run every part of ours", { timeout: 1_800_000 }, async () => {
    const stop = await startCoverage();
    const names = new Set<string>();
    const property = fc.asyncProperty(programs, async (source) => {
      for (const form of forms) for (const [name] of source.matchAll(form)) names.add(name);
      await checkInput(language, source);
    });
    await fc.assert(property, { numRuns: runs, seed });
    const ran = await stop();

    const written = (id: string) => {
      const owner = id.slice(0, id.lastIndexOf("."));
      const name = id.slice(id.lastIndexOf(".") + 1);
      if (owner === "globals") return names.has(name) || constants.has(name);
      return owner.endsWith(".prototype") || owner === "Intl.service" ? names.has(`.${name}`) : names.has(`${owner}.${name}`);
    };
    expect([...intrinsicUses.keys()].filter((id) => !written(id))).toEqual([]);
    for (const folder of ["engine", "scope/intrinsics"])
      expect(readdirSync(`src/${folder}`).filter((file) => !ran.has(`${folder}/${file}`) && !idle.has(`${folder}/${file}`))).toEqual([]);
  });

  it("are compared in all that cards have, but for what the real engine here has not", () => {
    expect(withoutReference).toEqual(newer.filter((name) => withoutReference.includes(name)));
  });

  it("hold every node of the IR, together with generated markup", { timeout: 120_000 }, () => {
    const kinds = new Set<string>();
    const visit = (node: AnyNode): void => {
      kinds.add(node.kind);
      forEachChild(node, visit);
    };
    for (const { inputs, cases } of [
      { inputs: language.inputs, cases: 600 },
      { inputs: markup.inputs, cases: 300 },
    ]) {
      for (const source of fc.sample(inputs as fc.Arbitrary<string>, { numRuns: cases, seed })) {
        const compiled = compile(source);
        if (compiled.ok) visit(compiled.template.program.script);
      }
    }
    const platform = compile('const size = window.size; <Grid {...size}><Row field="nameStr" value={size} label={<b />} /></Grid>');
    if (platform.ok) visit(platform.template.program.script);
    expect([...childFields.keys()].filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

/** How a program names a member of a global, of a value, and a function. */
const forms: readonly RegExp[] = [/\b(?:[A-Z]\w*|console)\.\w+/g, /\.\w+/g, /\b\w+(?=[(`])/g];
/** Globals that are no functions. */
const constants: ReadonlySet<string> = new Set("Infinity Intl JSON Math NaN console undefined".split(" "));
/** Modules without functions that a program could run: types alone, or tables that are made when they are loaded. */
const idle: ReadonlySet<string> = new Set([
  "engine/linker.ts",
  "engine/place.ts",
  "scope/intrinsics/json.ts",
  "scope/intrinsics/members.ts",
]);
/** What Node 20 has not; `test/scope/intrinsics` compares it with what its definition says. */
const newer: readonly string[] = [
  "Object.groupBy",
  "Map.groupBy",
  "Set.prototype.difference",
  "Set.prototype.intersection",
  "Set.prototype.isDisjointFrom",
  "Set.prototype.isSubsetOf",
  "Set.prototype.isSupersetOf",
  "Set.prototype.symmetricDifference",
  "Set.prototype.union",
  "Promise.try",
  "Promise.withResolvers",
];
