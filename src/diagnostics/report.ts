import { type Code, catalogue } from "./catalogue.ts";
import type { CatalogueEntry, Diagnostic } from "./diagnostic.ts";
import { toMessageText } from "./plain-text.ts";
import type { Span } from "./span.ts";

/**
 * Builds a diagnostic from the catalogue.
 *
 * @param params Values for the `{name}` places of the catalogue's texts; long ones are cut, so that a template can't
 *   flood a report with a name of its own, and control characters replaced, for whoever prints a message as it is.
 */
export function report(code: Code, span?: Span, params: Readonly<Record<string, string | number>> = {}, suggest?: string): Diagnostic {
  const entry: CatalogueEntry = catalogue[code];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? toMessageText(cut(String(params[name]))) : whole));
  return {
    code,
    severity: entry.severity,
    message: fill(entry.message),
    why: fill(entry.why),
    help: suggest === undefined ? fill(entry.help) : `did you mean \`${suggest}\`? Otherwise ${fill(entry.help)}`,
    ...(span === undefined ? {} : { span }),
    ...(entry.label === undefined ? {} : { label: fill(entry.label) }),
    ...(suggest === undefined ? {} : { suggest }),
  };
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const longest = 400;
