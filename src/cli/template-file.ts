import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../diagnostics/format.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { TemplateFault } from "./fault.ts";
import { readInput } from "./read-input.ts";

/** A template as the command line names it. */
export interface TemplateFile {
  readonly name: string;
  readonly source: string;
}

/** Reads the template that a command works on. */
export async function readTemplate(path: string): Promise<TemplateFile> {
  return { name: path === "-" ? "stdin" : path, source: await readInput(path) };
}

/** Throws a `TemplateFault` when there is an error among the diagnostics; else prints them to standard error. */
export function settle(file: TemplateFile, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const text = formatDiagnostics(sortDiagnostics(diagnostics), file.source, {
    name: file.name,
    colour: process.stderr.isTTY === true && process.stderr.hasColors(),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    throw new TemplateFault(`${text}\n\n${countNouns(errors, "error")}, ${countNouns(diagnostics.length - errors, "warning")}`);
  process.stderr.write(`${text}\n`);
}

function countNouns(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
