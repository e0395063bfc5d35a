import { parse as parseBabel } from "@babel/parser";
import type { File } from "@babel/types";
import type { Limits } from "../../policy/limits.ts";
import type { Reporter } from "../reporter.ts";
import { hasCostlyComments } from "./comment-cost.ts";
import { findOpenTags } from "./open-tags.ts";
import { type ParserError, parserOptions } from "./parser-options.ts";

/**
 * Parses a template as a script with JSX (reference/kview.md, section 2.1). Errors that the parser can recover from are
 * all reported; `undefined` where there is no tree.
 */
export function parseTemplate(source: string, limits: Limits, reporter: Reporter): File | undefined {
  if (source.length > limits.sourceLength) {
    reporter.add("limit/source", undefined, { length: source.length, limit: limits.sourceLength });
    return undefined;
  }
  if (hasCostlyComments(source)) {
    reporter.add("limit/comments", undefined);
    return undefined;
  }
  try {
    const file = parseBabel(source, parserOptions);
    for (const error of (file.errors ?? []) as ParserError[]) if (!isRefused(error)) reportError(error, source, reporter);
    return file;
  } catch (error) {
    if (error instanceof SyntaxError) reportEnd(error as ParserError, source, reporter);
    // The parser is recursive: text nested deeper than its stack overflows it before any tree exists to measure.
    else if (error instanceof RangeError) reporter.add("limit/nesting", undefined, { limit: limits.nesting });
    else throw error;
    return undefined;
  }
}

/** The parser's own reasons, in our words where ours say more. */
const messages: ReadonlyMap<string, string> = new Map([
  ["UnwrappedAdjacentJSXElements", "a view has one root: wrap adjacent elements in a fragment `<>…</>`"],
  ["MissingClosingTagFragment", "this fragment is not closed by `</>`"],
  ["IllegalReturn", "`return` outside of a function: a view is the value of the last expression"],
  ["IllegalBreakContinue", "this jump leads nowhere: no loop, `switch` or label of that name is around it"],
  ["AwaitNotInAsyncContext", "`await` outside of an async function"],
  ["YieldNotInGeneratorFunction", "`yield` outside of a generator"],
  ["UnterminatedJsxContent", "this element is never closed"],
  ["UnterminatedString", "this string is never closed"],
  ["UnterminatedTemplate", "this template literal is never closed"],
  ["UnterminatedComment", "this comment is never closed"],
  ["UnterminatedRegExp", "this regular expression is never closed"],
  ["AttributeIsEmpty", "this attribute has no value: write an expression between the braces"],
  ["SuperNotAllowed", "`super(…)` belongs into the constructor of a class that extends another"],
  ["OptionalChainingNoNew", "`new` can't be used in an optional chain"],
  ["MissingPlugin", "this syntax is not part of the KView language"],
  ["MissingOneOfPlugins", "this syntax is not part of the KView language"],
]);

/** What the parser reports and the lowering refuses as well, in our words and with the whole place. */
const refused: ReadonlySet<string> = new Set(["ImportMetaOutsideModule", "ImportOutsideModule", "UnexpectedNewTarget", "StrictWith"]);

/** What the parser says where it meets a closing tag that closes nothing, and how far behind the tag's `<` it stands then. */
const strayTags: readonly { readonly reason: string; readonly behind: number; readonly message: string }[] = [
  { reason: "UnterminatedRegExp", behind: 2, message: "a `}` is missing before this closing tag" },
  { reason: "UnexpectedToken", behind: 1, message: "this closing tag closes nothing, or a `}` is missing before it" },
  { reason: "UnwrappedAdjacentJSXElements", behind: 0, message: "this closing tag closes nothing" },
];

/**
 * Reports what ended the parsing. What the parser met before is lost then, though the end often comes from it: a tag that
 * closes another leaves its own open.
 */
function reportEnd(error: ParserError, source: string, reporter: Reporter): void {
  const atEnd = (error.pos ?? 0) >= source.trimEnd().length || error.reasonCode === "UnterminatedJsxContent";
  const first = findFirst(source);
  if (first !== undefined && !isRefused(first) && (first.pos ?? 0) < (error.pos ?? 0)) {
    reportError(first, source, reporter);
    if (atEnd) return;
  }
  const { unclosed, mismatches } = atEnd ? findOpenTags(source) : { unclosed: [], mismatches: [] };
  if (mismatches.length > 0) for (const mismatch of mismatches) reportError(mismatch, source, reporter);
  else if (unclosed.length === 0) reportError(error, source, reporter);
  else for (const { tag, place } of unclosed) reporter.add("syntax/parse", place, { message: `\`${tag}\` is never closed` });
}

function findFirst(source: string): ParserError | undefined {
  try {
    parseBabel(source, { ...parserOptions, errorRecovery: false });
  } catch (error) {
    if (error instanceof SyntaxError) return error as ParserError;
  }
  return undefined;
}

function isRefused({ reasonCode }: ParserError): boolean {
  return refused.has(String(reasonCode));
}

function reportError(error: ParserError, source: string, reporter: Reporter): void {
  const reason = String(error.reasonCode);
  const start = Math.min(error.pos ?? 0, source.length);
  // The parser ends its message with a position of its own, with columns counted from 0.
  const text = (error.message ?? "").replace(/\s*\(\d+:\d+\)$/, "").replace(/\.$/, "");
  const tag = strayTags.find((stray) => stray.reason === reason && start >= stray.behind && source.startsWith("</", start - stray.behind));
  if (tag !== undefined) {
    reporter.add("syntax/parse", { start: start - tag.behind, end: start - tag.behind + 2 }, { message: tag.message });
    return;
  }
  const message = messages.get(reason) ?? describe(reason, text, source, start);
  reporter.add("syntax/parse", { start, end: Math.min(start + 1, source.length) }, { message });
}

/** Says what the parser says with what stands in the source. */
function describe(reason: string, text: string, source: string, start: number): string {
  if (reason === "MissingClosingTagElement") return text.replace(/^.*<(.*)>$/s, "expected the closing tag `</$1>` here");
  if (reason !== "UnexpectedToken") return text.charAt(0).toLowerCase() + text.slice(1);
  if (start >= source.trimEnd().length) return "the template ends too early";
  const [found = ""] = /[\p{ID_Start}$_][\p{ID_Continue}$]*|.|/suy.exec(source.slice(start, start + 40)) ?? [];
  return `unexpected \`${found}\`${text.replace(/^Unexpected token/, "")}`;
}
