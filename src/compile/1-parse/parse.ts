import { type ParseError, parse as parseBabel } from "@babel/parser";
import type { File } from "@babel/types";
import type { Limits } from "../../policy/limits.ts";
import { refusals } from "../refusals.ts";
import type { Reporter } from "../reporter.ts";

/**
 * Parses a template as a script with JSX (reference/kview.md, section 2.1). Errors that the parser can recover from are
 * all reported; `undefined` where there is no tree.
 */
export function parseTemplate(source: string, limits: Limits, reporter: Reporter): File | undefined {
  if (source.length > limits.sourceLength) {
    reporter.add("limit/source", undefined, { length: source.length, limit: limits.sourceLength });
    return undefined;
  }
  try {
    const file = parseBabel(source, parserOptions);
    for (const error of file.errors ?? []) reportError(error, source, reporter);
    return file;
  } catch (error) {
    if (error instanceof SyntaxError) reportError(error as ParseError, source, reporter);
    // The parser is recursive: text nested deeper than its stack overflows it before any tree exists to measure.
    else if (error instanceof RangeError) reporter.add("limit/nesting", undefined, { limit: limits.nesting });
    else throw error;
    return undefined;
  }
}

/** What the language is parsed with; the benchmark measures compiling against this alone. */
export const parserOptions = {
  sourceType: "script",
  plugins: ["jsx"],
  errorRecovery: true,
  attachComment: false,
} as const satisfies Parameters<typeof parseBabel>[1];

/** The parser's own reasons, in our words where ours say more. */
const messages: ReadonlyMap<string, string> = new Map([
  ["UnwrappedAdjacentJSXElements", "a view has one root: wrap adjacent elements in a fragment `<>…</>`"],
  ["MissingClosingTagElement", "this element is closed by another tag"],
  ["MissingClosingTagFragment", "this fragment is not closed by `</>`"],
  ["IllegalReturn", "`return` outside of a function: a view is the value of the last expression"],
  ["AwaitNotInAsyncContext", "`await` outside of an async function"],
  ["UnterminatedJsxContent", "this element is never closed"],
  ["UnterminatedString", "this string is never closed"],
  ["UnterminatedTemplate", "this template literal is never closed"],
  ["UnterminatedComment", "this comment is never closed"],
  ["UnterminatedRegExp", "this regular expression is never closed"],
]);

/** Reasons of the parser that stand for syntax which the language does not have. */
const refused: ReadonlyMap<string, string> = new Map([
  ["ImportMetaOutsideModule", "meta"],
  ["ImportOutsideModule", "import"],
  ["UnexpectedNewTarget", "meta"],
]);

function reportError(error: ParseError & { pos?: number; message?: string }, source: string, reporter: Reporter): void {
  const start = Math.min(error.pos ?? 0, source.length);
  const what =
    error.reasonCode === "ImportOutsideModule" && source.startsWith("export", start) ? "export" : refused.get(String(error.reasonCode));
  if (what !== undefined) {
    reporter.add("syntax/refused", { start, end: Math.min(start + 1, source.length) }, { ...refusals.get(what) });
    return;
  }
  // The parser ends its message with a position of its own, with columns counted from 0.
  const text = (error.message ?? "").replace(/\s*\(\d+:\d+\)$/, "").replace(/\.$/, "");
  const atEnd = start >= source.trimEnd().length && text.startsWith("Unexpected token");
  const message = messages.get(String(error.reasonCode)) ?? (atEnd ? "the template ends too early" : text);
  reporter.add("syntax/parse", { start, end: Math.min(start + 1, source.length) }, { message });
}
