import { deepEqual, equal, ok } from "node:assert/strict";
import { parseFragment, serialize } from "parse5";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { icons } from "../../src/icons.ts";
import { compile, createContext, loadTemplate } from "../../src/index.ts";
import { findUnsafe } from "../attack/safe-html.ts";
import { readShared, sharedObjects } from "../attack/shared-objects.ts";
import { type CardOptions, type Outcome, runDom, runString, toComparable } from "../support/card.ts";

type Input = Parameters<typeof createContext>[0];
type Template = Parameters<typeof runString>[0];

/** The global that hostile code sets when it runs. */
const marker = globalThis as { __kv_pwned?: unknown };

/** What endless programs may do before they end; enough for all others. */
const options: CardOptions = {
  limits: { fuel: 30_000, nodes: 2_000, outputLength: 262_144, stringLength: 131_072, arrayLength: 20_000 },
};

/** What holds for every template and all data (`fixtures/attack` says it case by case): throws where something does not. */
export async function checkSource(source: string, input: Input): Promise<void> {
  const result = compile(source);
  checkDiagnostics(result.diagnostics);
  if (result.ok) await checkTemplate(result.template, input);
  else
    ok(
      result.diagnostics.some(({ severity }) => severity === "error"),
      "what does not compile says why",
    );
}

/** As `checkSource`, for a template that is there. */
export async function checkTemplate(template: Template, input: Input): Promise<void> {
  const shared = readShared(sharedObjects);
  const bag = createContext(input);
  const before = print(bag.names);
  const string = runString(template, bag, options);
  checkOutcome(string);
  deepEqual(runString(template, bag, options), string, "a second render is the same");
  const stored = loadTemplate(JSON.parse(JSON.stringify(template.program)), { icons });
  deepEqual(runString(stored, bag, options), string, "a stored program renders the same");
  const dom = runDom(template, bag, options);
  checkOutcome(dom);
  checkSame(string, dom);
  await new Promise((resolve) => setImmediate(resolve));
  const { __kv_pwned: found } = marker;
  delete marker.__kv_pwned;
  equal(found, undefined, "hostile code ran");
  equal(print(bag.names), before, "the card's data changed");
  checkShared(shared);
}

/** Nothing that all code of a page shares has changed. */
export function checkShared(before: ReadonlyMap<string, unknown>): void {
  const after = readShared(sharedObjects);
  const changed = [...before.keys(), ...after.keys()].filter((key) => !after.has(key) || !Object.is(before.get(key), after.get(key)));
  deepEqual(changed, [], "something that all code shares was changed");
}

/** The one namespace that drawings may name, with the one value that it has. */
export const isFault = (found: string) => !found.includes('xmlns:xlink="http://www.w3.org/1999/xlink"');

function checkOutcome({ html, diagnostics }: Outcome): void {
  deepEqual(findUnsafe(html).filter(isFault), [], `unsafe: ${html}`);
  deepEqual(findUnsafe(serialize(parseFragment(html))).filter(isFault), [], `unsafe when it is read again: ${html}`);
  checkDiagnostics(diagnostics);
}

const hostTraces = /\bfile:\/\/|node_modules|\n\s+at \w|\.ts:\d|\.mjs:\d|is not a function\n/;

function checkDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { code, message } of diagnostics) {
    ok(code in catalogue, `no code of ours: ${code}`);
    ok(message !== "" && !message.includes("an internal error") && !hostTraces.test(message), `no message of ours: ${message}`);
  }
}

/** Both targets show the same tree; where the card failed, both say so: places of failures depend on the order of evaluation. */
function checkSame(string: Outcome, dom: Outcome): void {
  const failed = ({ diagnostics }: Outcome) => diagnostics.some(({ code }) => code === "run/throw" || code === "limit/run");
  if (failed(string) || failed(dom)) {
    // A page makes more of a card than a string does, so that it may reach a limit where a string does not.
    if (!string.diagnostics.concat(dom.diagnostics).some(({ code }) => code === "limit/run")) equal(failed(dom), failed(string));
    return;
  }
  // A parser makes one line break of two characters, and elements hold them as they are.
  if (/\r/.test(dom.html)) return;
  // The page of these tests forgets which of three options was marked before they stood in their list.
  const chosen = string.html.includes(' selected=""') ? /^ *@chosen=.*\n/gm : /$^/g;
  equal(toComparable(dom).replace(chosen, ""), toComparable(string).replace(chosen, ""));
}

/** Own keys and values, whatever their names. */
export function print(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).map(([key, item]) => [`=${key}`, item])
      : inner,
  );
}
