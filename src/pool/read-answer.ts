import { catalogue } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { Span } from "../diagnostics/span.ts";
import type { Frame } from "./frames.ts";
import { type ChildReason, childReasons } from "./messages.ts";
import { fromBytes } from "./text-bytes.ts";

/** An answer of a child, read. */
export type ReadAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "end"; readonly end: number; readonly heap: number }
  | {
      readonly kind: "card";
      readonly card: number;
      readonly reason: ChildReason | undefined;
      readonly html: string;
      readonly found: readonly Diagnostic[];
    };

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an answer; `undefined` for what no child of ours sends. A card that broke out of its walls would speak here: nothing is taken
 * but numbers, and texts in places that are known, copied into objects of our own.
 */
export function readAnswer({ head, body }: Frame): ReadAnswer | undefined {
  const answer = parse(head);
  if (answer === undefined) return undefined;
  if (has(answer, ["ready"])) return answer.ready === true && body.length === 0 ? { kind: "ready" } : undefined;
  if (has(answer, ["end", "heap"])) {
    const { end, heap } = answer;
    return isCount(end) && isCount(heap) && body.length === 0 ? { kind: "end", end, heap } : undefined;
  }
  if (!has(answer, ["card", "reason", "width", "found"])) return undefined;
  const { card, reason, width, found } = answer;
  if (!isCount(card) || (reason !== null && !childReasons.includes(reason as ChildReason))) return undefined;
  if ((width !== "narrow" && width !== "wide") || !Array.isArray(found)) return undefined;
  const html = fromBytes(body, width);
  const diagnostics = found.map(readDiagnostic);
  if (html === undefined || !diagnostics.every((diagnostic) => diagnostic !== undefined)) return undefined;
  return { kind: "card", card, reason: reason === null ? undefined : (reason as ChildReason), html, found: diagnostics };
}

const texts = ["message", "why", "help"] as const;
const moreTexts = ["label", "suggest"] as const;
const severities: readonly unknown[] = ["error", "warning", "hint"] satisfies Severity[];
const places = ["start", "end", "line", "column", "endLine", "endColumn"] as const;
const diagnosticKeys: readonly string[] = ["code", "severity", "span", ...texts, ...moreTexts];

function readDiagnostic(value: unknown): Diagnostic | undefined {
  if (!isObject(value) || Object.keys(value).some((key) => !diagnosticKeys.includes(key))) return undefined;
  const { code, severity, message, why, help, label, suggest } = value;
  if (typeof code !== "string" || !Object.hasOwn(catalogue, code) || !severities.includes(severity)) return undefined;
  if (texts.some((key) => typeof value[key] !== "string")) return undefined;
  if (moreTexts.some((key) => value[key] !== undefined && typeof value[key] !== "string")) return undefined;
  const span = value.span === undefined ? undefined : readSpan(value.span);
  if (span === undefined && value.span !== undefined) return undefined;
  return {
    code,
    severity: severity as Severity,
    message: message as string,
    why: why as string,
    help: help as string,
    ...(span === undefined ? {} : { span }),
    ...(label === undefined ? {} : { label: label as string }),
    ...(suggest === undefined ? {} : { suggest: suggest as string }),
  };
}

function readSpan(value: unknown): Span | undefined {
  if (!isObject(value) || !has(value, places) || places.some((key) => !isCount(value[key]))) return undefined;
  const [start, end, line, column, endLine, endColumn] = places.map((key) => value[key] as number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { start, end, line, column, endLine, endColumn };
}

function parse(head: Frame["head"]): Json | undefined {
  try {
    const value: unknown = JSON.parse(head.toString());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function has(value: Json, keys: readonly string[]): boolean {
  const own = Object.keys(value);
  return own.length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
