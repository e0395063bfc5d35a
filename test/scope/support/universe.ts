import { call, construct } from "../../../src/runtime/call.ts";
import { TemplateThrow } from "../../../src/runtime/failure.ts";
import { arrayExtras, get } from "../../../src/runtime/get.ts";
import { Fn, Native, Opaque } from "../../../src/runtime/handles.ts";
import { toList } from "../../../src/runtime/iterate.ts";
import { isCallable } from "../../../src/runtime/kinds.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createRecord, isRecord } from "../../../src/runtime/record.ts";
import { createError, type ErrorKind } from "../../../src/runtime/throw.ts";

type HostFunction = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Carries values between a test and the closed universe, both ways: plain data, functions, dates, maps, sets, regular
 * expressions. A function keeps its identity, so that what a facade hands back can be compared and called.
 */
export interface Universe {
  readonly realm: Realm;
  readonly enter: (value: unknown) => unknown;
  readonly leave: (value: unknown) => unknown;
  /** Lets `outside` stand for `inside` on both ways. */
  readonly pair: (outside: object, inside: unknown) => void;
}

export function createUniverse(realm: Realm): Universe {
  const inside = new Map<object, unknown>();
  const outside = new Map<unknown, object>();
  const pair = (out: object, own: unknown) => {
    inside.set(out, own);
    outside.set(own, out);
  };

  const enter = (value: unknown): unknown => {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return value;
    const known = inside.get(value);
    if (known !== undefined) return known;
    if (typeof value === "function") return enterFunction(value as HostFunction);
    if (Array.isArray(value)) {
      const list = value as unknown[];
      return list.every(isPrimitive) ? list : list.map(enter);
    }
    const make = (name: string, ...args: unknown[]) => construct(realm, realm.globals.get(name), args, name);
    if (value instanceof Date) return make("Date", value.getTime());
    if (value instanceof RegExp) return make("RegExp", value.source, value.flags);
    if (value instanceof Map) return make("Map", [...value].map(enter));
    if (value instanceof Set) return make("Set", [...value].map(enter));
    if (value instanceof Error) return createError(value.name as ErrorKind, value.message);
    const record = createRecord();
    for (const key of Object.keys(value)) record[key] = enter((value as Record<string, unknown>)[key]);
    return record;
  };

  const enterFunction = (host: HostFunction): Fn => {
    const fn = new Fn(
      {
        name: host.name,
        length: host.length,
        kind: "function",
        async: false,
        generator: false,
        invoke: (_fn, self, args) => {
          try {
            return enter(host.apply(leave(self), args.map(leave)));
          } catch (failure) {
            throw failure instanceof Error ? new TemplateThrow(enter(failure), 0) : failure;
          }
        },
      },
      undefined,
      realm,
    );
    pair(host, fn);
    return fn;
  };

  const leave = (value: unknown): unknown => {
    if (isPrimitive(value)) return value;
    const known = outside.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) {
      const extras = (value as { [arrayExtras]?: Record<string, unknown> })[arrayExtras];
      if (extras === undefined) return value.every(isPrimitive) ? value : value.map(leave);
      return Object.assign(value.map(leave), Object.fromEntries(Object.keys(extras).map((key) => [key, leave(extras[key])])));
    }
    if (isRecord(value)) return Object.fromEntries(Object.keys(value).map((key) => [key, leave(value[key])]));
    if (isCallable(value)) return leaveFunction(value);
    if (value instanceof Native) {
      const namespace = Object.fromEntries([...value.members].map(([key, member]) => [key, leave(member)]));
      pair(namespace, value);
      return namespace;
    }
    if (value instanceof Opaque) return leaveOpaque(value);
    return value;
  };

  const leaveFunction = (value: Fn | Native): HostFunction => {
    const host = function (this: unknown, ...args: unknown[]) {
      return leave(call(realm, value, enter(this), args.map(enter)));
    };
    if (value instanceof Native) for (const [key, member] of value.members) Object.assign(host, { [key]: leave(member) });
    pair(host, value);
    return host;
  };

  const leaveOpaque = (value: Opaque): unknown => {
    switch (value.type.name) {
      case "Date":
        return new Date(value.type.primitive?.(realm, value.state, "number") as number);
      case "RegExp":
        return new RegExp(get(realm, value, "source") as string, get(realm, value, "flags") as string);
      case "Map":
        return new Map(toList(realm, value).map((pairOf) => leave(pairOf) as [unknown, unknown]));
      case "Set":
        return new Set(toList(realm, value).map(leave));
      case "Error":
        return new Error(get(realm, value, "message") as string);
      default: {
        // Methods, and the primitive form that operators ask for; nothing else.
        const host = new Proxy(Object.create(null) as object, {
          get: (_target, key) => {
            if (key === Symbol.toPrimitive)
              return (hint: "string" | "number" | "default") => value.type.primitive?.(realm, value.state, hint);
            const method = typeof key === "string" ? value.type.methods.get(key) : undefined;
            return method === undefined ? undefined : (...args: unknown[]) => leave(call(realm, method, value, args.map(enter)));
          },
        });
        pair(host, value);
        return host;
      }
    }
  };

  return { realm, enter, leave, pair };
}

export function isPrimitive(value: unknown): boolean {
  return value === null || (typeof value !== "object" && typeof value !== "function");
}

/** What a call comes to: a value, or the fact that it threw. */
export function settle(run: () => unknown): { readonly value: unknown } | { readonly threw: true } {
  try {
    return { value: run() };
  } catch (failure) {
    // A host error of our side must not pass for one of the template's.
    if (failure instanceof TemplateThrow) return { threw: true };
    throw failure;
  }
}
