import type { Code } from "../diagnostics/catalogue.ts";
import { report } from "../diagnostics/report.ts";
import { toSpan } from "../diagnostics/span.ts";
import type { Realm } from "./realm.ts";

/** Reports a run-time finding to the host, at an offset of the template. */
export function reportAt(realm: Realm, code: Code, at: number, params: Readonly<Record<string, string | number>> = {}): void {
  realm.report(report(code, toSpan(realm.lines, at, at), params));
}
