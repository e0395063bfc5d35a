import { deepEqual } from "node:assert/strict";
import { runInThisContext } from "node:vm";
import { compileTemplate } from "../../src/compile/compile.ts";
import { createRegistry } from "../../src/components/registry.ts";
import { Bag } from "../../src/context/bag.ts";
import { standardKlasses } from "../../src/context/standard-klasses.ts";
import type { Linker } from "../../src/engine/linker.ts";
import { printProgram } from "../../src/module/print-module.ts";
import { defaultLimits } from "../../src/policy/limits.ts";
import { linkTemplate } from "../../src/render/link-template.ts";
import { toSettings } from "../../src/render/options.ts";
import { bindPrinted, type Printed } from "../../src/render/printed.ts";
import { createRealm } from "../../src/render/realm.ts";
import { ViewLinker } from "../../src/render/view-link.ts";
import { exportValue } from "../../src/runtime/export.ts";
import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { Fn, type FnCode, Native, Opaque } from "../../src/runtime/handles.ts";
import { importValue } from "../../src/runtime/import.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createRecord } from "../../src/runtime/record.ts";
import { type ErrorState, errorType } from "../../src/runtime/throw.ts";

export type Evaluation = (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly kind: string; readonly message: string; readonly value?: unknown } }
) & { readonly log: readonly unknown[] };

/** Turns a value of the closed universe into one of the host. */
export type Convert = (realm: Realm, value: unknown) => unknown;

/**
 * Evaluates a program as the script of a template and gives its completion value as plain data, or as `convert` makes it.
 * `log(x)` records effects. Both engines do, and come to the same.
 */
export function evaluate(source: string, data: Record<string, unknown> = {}, convert: Convert = exportValue): Evaluation {
  const evaluation = evaluateBy("closures", source, data, convert);
  deepEqual(evaluateBy("module", source, data, convert), evaluation, "the module engine does the same");
  return evaluation;
}

function evaluateBy(engine: "closures" | "module", source: string, data: Record<string, unknown>, convert: Convert): Evaluation {
  const log: unknown[] = [];
  const compiled = compileTemplate(source, {
    name: "program",
    context: undefined,
    components: createRegistry(),
    names: new Set(["log"]),
    limits: defaultLimits,
    policy: { idPrefix: "kv" },
  });
  if (!compiled.ok)
    return { ok: false, log, error: { kind: "CompileError", message: compiled.diagnostics.map((found) => found.message).join("; ") } };
  const names = Object.assign(createRecord(), importValue(data, "data"));
  const record = new Native({
    name: "log",
    run: (realm, _self, args) => {
      log.push(convert(realm, args[0]));
      return args[0];
    },
  });
  const settings = toSettings({ now: "2026-01-02T03:04:05Z" }, new Set());
  const card = createRealm(compiled.template, new Bag("", names, standardKlasses), settings);
  const realm: Realm = { ...card, globals: new Map([...card.globals, ["log", record]]) };
  try {
    const { program } = compiled.template;
    const printed = engine === "module" ? (runInThisContext(printProgram(program, false)) as Printed) : undefined;
    const bind = printed && ((linker: Linker) => bindPrinted(printed, program, linker, true));
    const linked = linkTemplate(compiled.template, new ViewLinker(), undefined, bind);
    return { ok: true, value: convert(realm, complete(realm, linked.script)), log };
  } catch (error) {
    return { ok: false, log, error: toError(realm, error, convert) };
  }
}

/** As `evaluate`, after the jobs that the program has queued have run. */
export async function evaluateAsync(
  source: string,
  data: Record<string, unknown> = {},
  convert: Convert = exportValue,
): Promise<Evaluation> {
  const result = evaluate(source, data, convert);
  // A macrotask turn lets every microtask run; programs have no timers.
  await new Promise((resolve) => setImmediate(resolve));
  return result;
}

/** Runs a script and gives its completion value as it is; rendering makes nothing of a promise. */
function complete(realm: Realm, script: FnCode): unknown {
  script.invoke(new Fn(script, undefined, realm), realm.bag, []);
  return realm.completion;
}

function toError(realm: Realm, error: unknown, convert: Convert): { kind: string; message: string; value?: unknown } {
  if (error instanceof LimitError) return { kind: "LimitError", message: error.message };
  if (!(error instanceof TemplateThrow)) throw error;
  const { value } = error;
  if (value instanceof Opaque && value.type === errorType) {
    const state = value.state as ErrorState;
    return { kind: state.kind, message: state.message };
  }
  return { kind: "thrown value", message: typeof value === "object" ? "an object" : String(value), value: convert(realm, value) };
}
