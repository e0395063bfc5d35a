import { createContext } from "../src/context.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../src/diagnostics/format.ts";
import { renderToString } from "../src/html.ts";
import { compile } from "../src/index.ts";

const bag = createContext({ resource: "kobject.order", kobject: { title: "10-4417" } });
/** The present of the examples, so that "3 days ago" stays true. */
const now = "2026-10-05T08:00:00Z";

/** Renders an example of a component, by our own renderer. One with anything to report is refused. */
export function renderExample(id: string, source: string, theme: "light" | "dark"): string {
  const compiled = compile(source);
  const found: Diagnostic[] = [...compiled.diagnostics];
  const options = { theme, now, idPrefix: id, onDiagnostic: (one: Diagnostic) => found.push(one) };
  const html = compiled.ok ? renderToString(compiled.template, bag, options) : "";
  if (found.length > 0) throw new Error(`${id}\n${formatDiagnostics(found, source)}`);
  return html;
}
