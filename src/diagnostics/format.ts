import type { Diagnostic, Severity } from "./diagnostic.ts";
import { formatFrame } from "./frame.ts";
import { toPlainText } from "./plain-text.ts";

export interface FormatOptions {
  /** What the template is called in the place line; `template` by default. */
  readonly name?: string;
  /** Whether to colour for a terminal; no by default. */
  readonly colour?: boolean;
}

/** SGR parameters (ECMA-48 8.3.117). */
const colours: Readonly<Record<Severity | "quiet", string>> = { error: "1;31", warning: "1;33", hint: "1;36", quiet: "2" };

/**
 * Formats one diagnostic for people: what is wrong, where, the code frame, why it matters, what to do.
 *
 * Text of the template is shown with control characters replaced, so that a template cannot drive the terminal it is
 * reported in. No line break at the end.
 *
 * @param source The template that was compiled; places refer to it.
 *
 * @example
 * const source = "<p>{custmer.name}</p>";
 * for (const diagnostic of compile(source).diagnostics) console.log(formatDiagnostic(diagnostic, source));
 */
export function formatDiagnostic(diagnostic: Diagnostic, source: string, options: FormatOptions = {}): string {
  const { name = "template", colour = false } = options;
  const paint = (code: string, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { code, severity, message, why, help, span, label } = diagnostic;
  const place = span === undefined ? name : `${name}:${span.line}:${span.column}`;
  const lines = [
    `${paint(colours[severity], `${severity}[${toPlainText(code)}]`)}: ${toPlainText(message)}`,
    // `::error …` at the start of a line is a command to services that run builds.
    `  ${paint(colours.quiet, toPlainText(place).replace(/^ *::/, "\u{fffd}:"))}`,
    ...(span === undefined ? [] : [formatFrame(source, span, label)]),
    `  ${paint(colours.quiet, "why:")}  ${toPlainText(why)}`,
    `  ${paint(colours.quiet, "help:")} ${toPlainText(help)}`,
  ];
  return lines.join("\n");
}

/**
 * Formats a list of diagnostics, in the order given, with an empty line between them; an empty text for an empty list.
 *
 * @example
 * const source = "<p>{custmer.name}</p>";
 * console.log(formatDiagnostics(compile(source).diagnostics, source, { name: "card.kview.jsx" }));
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], source: string, options: FormatOptions = {}): string {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, source, options)).join("\n\n");
}
