import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { sortDiagnostics } from "../../src/diagnostics/sort.ts";
import { mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";
import { toDomHtml } from "./dom-html.ts";
import { fixtureNow } from "./fixture-now.ts";

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

export function runString(template: Template, bag: Bag, options: CardOptions = {}): Outcome {
  const diagnostics: Diagnostic[] = [];
  const html = renderToString(template, bag, { now: fixtureNow, ...options, onDiagnostic: (found) => diagnostics.push(found) });
  return { html, diagnostics: sortDiagnostics(diagnostics) };
}

/** Mounts into an element that is not part of a page, so that nothing is loaded, and takes it down again. */
export function runDom(template: Template, bag: Bag, options: CardOptions = {}): Outcome {
  const diagnostics: Diagnostic[] = [];
  const element = document.createElement("div");
  const mounted = mount(template, bag, element, { now: fixtureNow, ...options, onDiagnostic: (found) => diagnostics.push(found) });
  const html = toDomHtml(element);
  mounted.unmount();
  return { html, diagnostics: sortDiagnostics(diagnostics) };
}
