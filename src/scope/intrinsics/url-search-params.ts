import { charge, chargeString } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { walkItems } from "../../runtime/iterate.ts";
import { ownKeys } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan, expectCallable, expectOpaque } from "./arguments.ts";
import { createIterator } from "./iterator.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

export type SearchParamsState = URLSearchParams;

const growth = 9;

/**
 * Gives the state, after charging for a walk over all of it: that is what each operation of the host takes. Web IDL counts arguments:
 * what is missing is not `undefined`.
 */
function expectParams(realm: Realm, self: unknown, method: string, args: readonly unknown[] = [], least = 0): URLSearchParams {
  const params = expectOpaque(realm, self, searchParamsType, method);
  if (args.length < least) throwType(realm, `\`${method}\` needs ${least === 1 ? "an argument" : `${least} arguments`}`);
  charge(realm, 1 + params.size);
  return params;
}

/** Checks a pair that is about to be added. Parameters of an address print it anew at each change. */
function toPair(realm: Realm, params: URLSearchParams, name: unknown, value: unknown): readonly [string, string] {
  const pair = [toText(realm, name), toText(realm, value)] as const;
  chargeString(realm, params.toString().length + (pair[0].length + pair[1].length) * growth);
  return pair;
}

const entries: Implementation = (realm, self) => createIterator(expectParams(realm, self, "entries").entries());

/** Parameters of an address: names and values, texts in, texts out. */
export const searchParamsType: OpaqueType<SearchParamsState> = {
  name: "URLSearchParams",
  methods: createMembers("URLSearchParams.prototype", {
    append: (realm, self, args) => {
      const params = expectParams(realm, self, "append", args, 2);
      params.append(...toPair(realm, params, args[0], args[1]));
      return undefined;
    },
    delete: (realm, self, args) => {
      const params = expectParams(realm, self, "delete", args, 1);
      const [name, value] = args;
      const wanted = toText(realm, name);
      if (value === undefined) params.delete(wanted);
      else params.delete(wanted, toText(realm, value));
      return undefined;
    },
    entries,
    forEach: (realm, self, [callback, thisArg]) => {
      const params = expectParams(realm, self, "forEach");
      const fn = expectCallable(realm, callback);
      for (const [name, value] of params) call(realm, fn, thisArg, [value, name, self]);
      return undefined;
    },
    get: (realm, self, args) => expectParams(realm, self, "get", args, 1).get(toText(realm, args[0])),
    getAll: (realm, self, args) => expectParams(realm, self, "getAll", args, 1).getAll(toText(realm, args[0])),
    has: (realm, self, args) => {
      const params = expectParams(realm, self, "has", args, 1);
      const [name, value] = args;
      return value === undefined ? params.has(toText(realm, name)) : params.has(toText(realm, name), toText(realm, value));
    },
    keys: (realm, self) => createIterator(expectParams(realm, self, "keys").keys()),
    set: (realm, self, args) => {
      const params = expectParams(realm, self, "set", args, 2);
      params.set(...toPair(realm, params, args[0], args[1]));
      return undefined;
    },
    sort: (realm, self) => {
      const params = expectParams(realm, self, "sort");
      charge(realm, params.size * Math.ceil(Math.log2(params.size + 1)));
      params.sort();
      return undefined;
    },
    toString: (realm, self) => print(realm, expectParams(realm, self, "toString")),
    values: (realm, self) => createIterator(expectParams(realm, self, "values").values()),
  }),
  read: (_realm, params, key) => (key === "size" ? params.size : undefined),
  iterate: (_realm, params) => params.entries(),
  primitive: (realm, params) => print(realm, params),
};

function print(realm: Realm, params: URLSearchParams): string {
  const text = params.toString();
  chargeString(realm, text.length);
  return text;
}

/** Creates the value for parameters of the host. */
export function createSearchParams(params: URLSearchParams): Opaque<SearchParamsState> {
  return new Opaque(searchParamsType, params);
}

function construct(realm: Realm, [source]: readonly unknown[]): Opaque<SearchParamsState> {
  const params = new URLSearchParams();
  if (source === undefined || source === null) return createSearchParams(params);
  if (isRecord(source)) {
    for (const key of ownKeys(source)) append(realm, params, key, source[key]);
    return createSearchParams(params);
  }
  if (typeof source === "object" && (Array.isArray(source) || source instanceof Opaque)) {
    walkItems(realm, source, (pair) => {
      if (!Array.isArray(pair) || pair.length !== 2) throwType(realm, "each parameter has to be a pair");
      append(realm, params, get(realm, pair, 0), get(realm, pair, 1));
    });
    return createSearchParams(params);
  }
  const text = toText(realm, source);
  chargeString(realm, text.length);
  charge(realm, text.length >>> 5);
  return createSearchParams(new URLSearchParams(text));
}

function append(realm: Realm, params: URLSearchParams, name: unknown, value: unknown): void {
  const pair = [toText(realm, name), toText(realm, value)] as const;
  chargeScan(realm, (pair[0].length + pair[1].length) * growth);
  charge(realm, 1);
  params.append(...pair);
}

/** `URLSearchParams`. */
export const searchParamsFacade = new Native({
  name: "URLSearchParams",
  run: (realm) => throwType(realm, "URLSearchParams has to be called with `new`"),
  make: construct,
  members: createTable("URLSearchParams", { prototype: createPrototype("URLSearchParams", searchParamsType.methods) }),
});
