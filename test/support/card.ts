import { deepEqual } from "node:assert/strict";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { sortDiagnostics } from "../../src/diagnostics/sort.ts";
import { mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";
import { toCanonical } from "./canonical.ts";
import { toDomHtml } from "./dom-html.ts";
import { fixtureNow } from "./fixture-now.ts";
import { toPrinted } from "./module-engine.ts";

/** What one target gave for a card. */
export interface Outcome {
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
}

type Template = Parameters<typeof renderToString>[0];
type Bag = Parameters<typeof renderToString>[1];
export type CardOptions = NonNullable<Parameters<typeof renderToString>[2]>;

/** Compiles a template that has to compile. */
export function compileCard(source: string) {
  const result = compile(source);
  if (!result.ok) throw new Error(`the template does not compile:\n${formatDiagnostics(result.diagnostics, source)}`);
  return result;
}

/** Renders to a string, with both engines: they give the same bytes and the same diagnostics. */
export function runString(template: Template, bag: Bag, options: CardOptions = {}): Outcome {
  const outcome = renderOnce(template, bag, options);
  deepEqual(renderOnce(toPrinted(template), bag, options), outcome, "the module engine does the same");
  return outcome;
}

function renderOnce(template: Template, bag: Bag, options: CardOptions): Outcome {
  const diagnostics: Diagnostic[] = [];
  const html = renderToString(template, bag, { now: fixtureNow, ...options, onDiagnostic: (found) => diagnostics.push(found) });
  expectOwn(diagnostics);
  return { html, diagnostics: sortDiagnostics(diagnostics) };
}

/** No template brings kview itself to fail. */
function expectOwn(diagnostics: readonly Diagnostic[]): void {
  for (const { code, cause } of diagnostics) if (code === "run/internal") throw cause;
}

/** Mounts into an element that is not part of a page, so that nothing is loaded, and takes it down again. */
export function runDom(template: Template, bag: Bag, options: CardOptions = {}): Outcome {
  const diagnostics: Diagnostic[] = [];
  const element = document.createElement("div");
  const mounted = mount(template, bag, element, { now: fixtureNow, ...options, onDiagnostic: (found) => diagnostics.push(found) });
  const html = toDomHtml(element);
  mounted.unmount();
  expectOwn(diagnostics);
  return { html, diagnostics: sortDiagnostics(diagnostics) };
}

/**
 * Prints the card of either target for a comparison of the two. The DOM target hands styles to the page's object model,
 * which spells them its own way (`flex: 1` in three properties): both sides go through it once.
 */
export function toComparable({ html }: Outcome): string {
  return toCanonical(html, (text) => {
    const element = document.createElement("p");
    element.style.cssText = text;
    return element.getAttribute("style") ?? "";
  });
}

/** What a host is told about a card, wherever and how often: targets judge the same values at different moments. */
export function toReports(...lists: readonly (readonly Diagnostic[])[]): readonly string[] {
  return [...new Set(lists.flat().map(({ severity, code, message }) => `${severity} ${code}: ${message}`))].sort();
}
