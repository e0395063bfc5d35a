import { defaultLimits, type Limits } from "../../src/policy/limits.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createRecord } from "../../src/runtime/record.ts";
import { createWindow } from "../../src/scope/browser/window.ts";
import { createGlobals } from "../../src/scope/globals.ts";
import { methodTables } from "../../src/scope/methods.ts";

/** A realm with the intrinsics in it, at a fixed instant, in UTC, in American English; any part can be given. */
export function createTestRealm(overrides: Partial<Omit<Realm, "limits">> & { readonly limits?: Partial<Limits> } = {}): Realm {
  const limits = { ...defaultLimits, ...overrides.limits };
  return {
    fuel: limits.fuel,
    depth: 0,
    at: 0,
    result: undefined,
    completion: undefined,
    nodes: 0,
    references: 0,
    written: 0,
    name: "view",
    lines: [0],
    bag: createRecord(),
    data: createRecord(),
    resource: "customer",
    klasses: undefined,
    globals: createGlobals(),
    methods: methodTables,
    component: undefined,
    epoch: 0,
    window: createWindow(),
    now: () => Date.UTC(2026, 9, 2, 15, 4, 5, 678),
    random: () => 0.5,
    locale: "en-US",
    timeZone: "UTC",
    policy: { idPrefix: "kv" },
    styleScope: "#card",
    host: {},
    live: undefined,
    formatters: new Map(),
    store: new Map(),
    report: () => {},
    ...overrides,
    limits,
  };
}
