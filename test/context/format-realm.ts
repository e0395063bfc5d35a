import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { defaultLimits } from "../../src/policy/limits.ts";
import type { MethodTables, Realm } from "../../src/runtime/realm.ts";
import { createRecord } from "../../src/runtime/record.ts";
import { createWindow } from "../../src/scope/browser/window.ts";

export interface FormatRealm extends Realm {
  readonly reported: Diagnostic[];
}

/** A realm for functions that format: no scope and no methods, since none of them calls into a template. */
export function createFormatRealm(
  options: { readonly locale?: string; readonly timeZone?: string; readonly fuel?: number } = {},
): FormatRealm {
  const none = new Map();
  const methods: MethodTables = { string: none, number: none, boolean: none, array: none, object: none, function: none };
  const reported: Diagnostic[] = [];
  return {
    fuel: options.fuel ?? defaultLimits.fuel,
    depth: 0,
    at: 0,
    result: undefined,
    completion: undefined,
    nodes: 0,
    references: 0,
    written: 0,
    limits: defaultLimits,
    name: "view",
    lines: [0],
    bag: createRecord(),
    data: createRecord(),
    resource: "customer",
    klasses: undefined,
    globals: none,
    methods,
    component: undefined,
    epoch: 0,
    window: createWindow(),
    now: () => 0,
    random: () => 0,
    locale: options.locale ?? "en-US",
    timeZone: options.timeZone ?? "UTC",
    policy: { idPrefix: "kv" },
    styleScope: "",
    host: {},
    live: undefined,
    formatters: new Map(),
    store: new Map(),
    report: (diagnostic) => reported.push(diagnostic),
    reported,
  };
}
