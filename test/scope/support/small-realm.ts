import { defaultLimits, type Limits } from "../../../src/policy/limits.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createRecord } from "../../../src/runtime/record.ts";

/** A realm with nothing in it but what a test puts there. */
export function createSmallRealm(options: Partial<Omit<Realm, "limits">> & { readonly limits?: Partial<Limits> } = {}): Realm {
  const limits = { ...defaultLimits, ...options.limits };
  const none = new Map();
  return {
    fuel: limits.fuel,
    depth: 0,
    nodes: 0,
    bag: createRecord(),
    globals: none,
    methods: { string: none, number: none, boolean: none, array: none, object: none, function: none },
    window: createRecord(),
    now: () => 0,
    random: () => 0.5,
    locale: "en-US",
    timeZone: "UTC",
    host: {},
    store: new Map(),
    report: () => {},
    ...options,
    limits,
  } as unknown as Realm;
}
