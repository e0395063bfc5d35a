import type { Code } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/report.ts";
import { toSpan } from "../diagnostics/span.ts";
import { LimitError, TemplateThrow } from "../runtime/failure.ts";
import { Fn, type FnCode, Opaque } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { type ErrorState, errorType } from "../runtime/throw.ts";
import { promiseState } from "../scope/intrinsics/promise.ts";
import { readRenderedView } from "../scope/kustomer/kustomer.ts";

/**
 * Runs a program's script and gives its completion value, the view (reference/kview.md, section 2.1), or what `Kustomer.render` put
 * in its place.
 */
export function runScript(realm: Realm, script: FnCode): unknown {
  realm.completion = undefined;
  script.invoke(new Fn(script, undefined, realm), realm.bag, []);
  const view = realm.completion;
  realm.completion = undefined;
  const rendered = readRenderedView(realm);
  if (rendered !== undefined) return rendered.view;
  // A script that ends with an async call, made for its effects, shows nothing, like one that ends with a plain call.
  return promiseState(view) === undefined ? view : undefined;
}

/**
 * Turns what ended a card, or a handler of it, into a diagnostic with a place in the template. What is neither a throw of the template
 * nor a limit is a bug of the host or of ours: it costs its card and no other, and the host is handed what was thrown. The page is no
 * place for it.
 */
export function toFailure(realm: Realm, error: unknown, code: "run/throw" | "run/handler" = "run/throw"): Diagnostic {
  if (error instanceof TemplateThrow) return failure(realm, code, error.at, { error: describeThrown(error.value) });
  if (error instanceof LimitError) return failure(realm, "limit/run", realm.at, { message: error.message, limit: error.limit });
  // The second walls behind the limits: closures nest deeper than calls do, and a text or list that the host itself refuses to
  // make is too large for a card.
  if (error instanceof RangeError) {
    const deep = /call stack/i.test(error.message);
    return failure(realm, "limit/run", realm.at, {
      message: deep ? "the card nests calls and expressions too deep" : "the card makes a value that is too large",
      limit: deep ? "callDepth" : "stringLength",
    });
  }
  const failed = failure(realm, "run/internal", realm.at, {});
  // Not a field: diagnostics are printed, compared and sent as plain data.
  Object.defineProperty(failed, "cause", { value: error });
  return failed;
}

function failure(realm: Realm, code: Code, at: number, params: Readonly<Record<string, string | number>>): Diagnostic {
  return report(code, toSpan(realm.lines, at, at + 1), params);
}

/** Describes a thrown value without running anything of the template: no `toString` of its own is called here. */
function describeThrown(value: unknown): string {
  if (value instanceof Opaque && value.type === errorType) {
    const { kind, name, message } = value.state as ErrorState;
    return cut(`${name ?? kind}: ${message}`);
  }
  if (value === null || typeof value !== "object")
    return cut(`the template threw ${typeof value === "string" ? `"${value}"` : String(value)}`);
  return "the template threw an object";
}

function cut(text: string): string {
  return text.length > 300 ? `${text.slice(0, 297)}…` : text;
}
