import { get } from "../../../src/runtime/get.ts";
import { Instance, Opaque } from "../../../src/runtime/handles.ts";
import { isCallable } from "../../../src/runtime/kinds.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { isRecord } from "../../../src/runtime/record.ts";
import { dateType } from "../../../src/scope/intrinsics/date.ts";
import { promiseType } from "../../../src/scope/intrinsics/promise.ts";
import { type Convert, evaluateAsync } from "../evaluate.ts";
import { printValue } from "./print-value.ts";
import type { Outcome } from "./reference.ts";

/** Runs a program on our engine and waits until nothing of it is under way. */
export async function runCandidate(source: string): Promise<Outcome> {
  const evaluation = await evaluateAsync(source, {}, print);
  const log = evaluation.log as readonly string[];
  if (evaluation.ok) return { end: String(evaluation.value), log };
  const { kind, value } = evaluation.error;
  return { end: kind === "thrown value" ? `throws ${value}` : `throws ${kind}`, log };
}

/** Printed at once: what is logged may change later. */
const print: Convert = (realm, value) => printValue(mirror(realm, value, new Map()));

/** Makes the host's counterpart of a value, so that both engines' values are printed by the same code. */
function mirror(realm: Realm, value: unknown, made: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (made.has(value)) return made.get(value);
  const keep = <T>(counterpart: T): T => {
    made.set(value, counterpart);
    return counterpart;
  };
  const inner = (item: unknown) => mirror(realm, item, made);
  if (Array.isArray(value)) {
    const list = keep([] as unknown[]);
    for (const item of value) list.push(inner(item));
    return list;
  }
  if (isCallable(value)) return keep(() => {});
  if (value instanceof Opaque) return keep(mirrorOpaque(realm, value, inner));
  const record = keep({});
  const fields = isRecord(value) ? value : value instanceof Instance ? value.own : {};
  // Read as a template reads: a getter is called, and may log.
  for (const key of Object.keys(fields)) {
    const item = get(realm, value, key);
    Object.defineProperty(record, key, { value: inner(item), enumerable: true, configurable: true, writable: true });
  }
  return record;
}

function mirrorOpaque(realm: Realm, value: Opaque, inner: (item: unknown) => unknown): unknown {
  const { type, state } = value;
  if (type.name === "Error") return mirrorError((state as { readonly kind: string }).kind);
  if (type === dateType) return new Date(Number(type.primitive?.(realm, state, "number")));
  if (type === promiseType) return Promise.resolve();
  if (type.name === "RegExp") {
    const [, pattern = "", flags = ""] = /^\/(.*)\/(\w*)$/s.exec(String(type.primitive?.(realm, state, "string"))) ?? [];
    return new RegExp(pattern, flags);
  }
  if (state instanceof Map) return new Map([...state].map(([key, item]) => [inner(key), inner(item)]));
  if (state instanceof Set) return new Set([...state].map(inner));
  return {};
}

function mirrorError(kind: string): Error {
  if (kind === "AggregateError") return new AggregateError([]);
  const host = globalThis as unknown as Record<string, new () => Error>;
  return new (host[kind] ?? Error)();
}
