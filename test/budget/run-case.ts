import { Bag } from "../../src/context/bag.ts";
import { standardKlasses } from "../../src/context/standard-klasses.ts";
import { compile } from "../../src/index.ts";
import { linkTemplate } from "../../src/render/link-template.ts";
import { toSettings } from "../../src/render/options.ts";
import { createRealm } from "../../src/render/realm.ts";
import { ViewLinker } from "../../src/render/view-link.ts";
import { call } from "../../src/runtime/call.ts";
import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { Fn } from "../../src/runtime/handles.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createRecord } from "../../src/runtime/record.ts";
import { caseValues } from "./all-cases.ts";
import type { BudgetCase } from "./budget-case.ts";
import { inputs } from "./inputs.ts";

/** Fuel that a run may use: what takes more is as honest as its first millions of units. */
const most = 2_000_000;

/** Tells whether what a case does depends on the size of its inputs. */
export function hasSize({ source }: BudgetCase): boolean {
  return Object.keys(inputs).some((name) => names(source, name));
}

/** Tells whether a case is an operator, a literal or a statement: a turn of a loop may hold thousands of them. */
export function isLanguage({ name }: BudgetCase): boolean {
  return /^(operators|literals|statements)\./.test(name);
}

/** Makes one case ready; `times` is how often the source stands in its function, one behind another. */
export function prepareCase(one: BudgetCase, n: number, times = 1): () => number {
  return prepareCases([one], n, () => times).get(one) as () => number;
}

/**
 * Makes cases ready, all in one card: their inputs of a size, their values, and a function of the template for each.
 *
 * @returns What runs a case once, and gives the units that it paid.
 */
export function prepareCases(cases: readonly BudgetCase[], n: number, times: (one: BudgetCase) => number): Map<BudgetCase, () => number> {
  const sources = cases.map(({ source }) => source).join("\n");
  const values = Object.entries(caseValues).filter(([key]) => names(sources, key));
  const all = `${sources}\n${values.map(([, made]) => made).join("\n")}`;
  const given = Object.keys(inputs).filter((input) => names(all, input));
  // A block of its own for each, so that they can declare what they like.
  const functions = cases.map((one) => `() => { ${`{ ${toStatement(one.source)} }\n`.repeat(times(one))} }`);
  const template = [
    given.length === 0 ? "" : `const { ${given.join(", ")} } = this;`,
    ...values.map(([key, value]) => `const ${key} = ${value};`),
    `const run = [${functions.join(",\n")}];`,
    "run",
  ].join("\n");
  const realm = evaluate(template, given, n);
  const made = realm.completion as readonly unknown[];
  return new Map(cases.map((one, at) => [one, () => pay(realm, one, made[at])]));
}

function evaluate(source: string, given: readonly string[], n: number): Realm {
  const compiled = compile(source, { limits: { sourceLength: 8_000_000 } });
  if (!compiled.ok) throw new Error(`it does not compile: ${compiled.diagnostics.map(({ message }) => message).join("; ")}`);
  const bag = createRecord();
  for (const input of given) bag[input] = inputs[input]?.(n);
  const settings = toSettings({ now: "2026-01-02T03:04:05Z", limits: { fuel: 1e12 } }, new Set());
  const realm = createRealm(compiled.template, new Bag("", bag, standardKlasses), settings);
  const { script } = linkTemplate(compiled.template, new ViewLinker());
  script.invoke(new Fn(script, undefined, realm), realm.bag, []);
  return realm;
}

function pay(realm: Realm, { name }: BudgetCase, fn: unknown): number {
  realm.fuel = most;
  realm.depth = 0;
  try {
    call(realm, fn, undefined, []);
  } catch (error) {
    // A case that throws measures nothing.
    if (error instanceof TemplateThrow) throw new Error(`${name}: ${(error.value as { state?: { message?: string } }).state?.message}`);
    if (!(error instanceof LimitError)) throw error;
  }
  return most - Math.max(realm.fuel, 0);
}

function toStatement(source: string): string {
  return /^[{(]|^function|^class|^</.test(source) ? `0, ${source};` : `${source};`;
}

function names(source: string, name: string): boolean {
  // Not as a member, and not as a text; behind three dots it is a name.
  return new RegExp(`(?<![\\w']|(?<!\\.\\.)\\.)${name}\\b(?!')`).test(source);
}
