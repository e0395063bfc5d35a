import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { Fn, type FnCode, type Native, Opaque, type OpaqueType } from "../../src/runtime/handles.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { type Rec, toRecord } from "../../src/runtime/record.ts";
import type { ErrorState } from "../../src/runtime/throw.ts";
import { createTestRealm } from "../support/realm.ts";

/** Makes a function of the template from what counts in a test; the rest is that of `function f() {}`. */
export function toFn(realm: Realm, code: Partial<FnCode> = {}, parent?: Fn | Native): Fn {
  const whole: FnCode = { name: "f", length: 0, kind: "function", async: false, generator: false, invoke: () => undefined, ...code };
  return new Fn(whole, undefined, realm, parent);
}

/** Makes a class of the template, with methods by name. */
export function toClass(realm: Realm, methods: Readonly<Record<string, unknown>> = {}, parent?: Fn | Native): Fn {
  const cls = toFn(realm, { name: "C", kind: "class", construct: () => undefined }, parent);
  cls.proto = toRec(methods);
  return cls;
}

/** Makes a value with a table of methods of its own. */
export function toOpaque<State>(type: Partial<OpaqueType<State>>, state: State, cls?: Fn): Opaque {
  return new Opaque({ name: "Thing", methods: new Map(), ...type }, state, cls) as Opaque;
}

/** Makes a record of the closed universe. */
export function toRec(fields: Readonly<Record<string, unknown>> = {}): Rec {
  return toRecord(Object.entries(fields));
}

/** What a call comes to: what it gives, or what the template or the host is told of its failure. An error of ours passes. */
export function settle(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof LimitError) return { limit: error.limit, message: error.message };
    if (!(error instanceof TemplateThrow)) throw error;
    const { kind, message } = (error.value as Opaque<ErrorState>).state;
    return { [kind]: message };
  }
}

/** The units of the budget that a call takes; what it throws for the template to see is no matter here. */
export function unitsOf(realm: Realm, run: (realm: Realm) => unknown): number {
  const before = realm.fuel;
  settle(() => run(realm));
  return before - realm.fuel;
}

/** A realm with a little of everything in its limits, so that each can be met. */
export function createNarrowRealm(): Realm {
  return createTestRealm({ limits: { fuel: 1000, callDepth: 3, stringLength: 10, arrayLength: 10 } });
}

/** Runs with names on `Object.prototype`, as another script of the page may have left them. */
export function withPolluted<Result>(names: readonly string[], run: () => Result): Result {
  try {
    for (const name of names) Object.defineProperty(Object.prototype, name, { value: "polluted", configurable: true, writable: true });
    return run();
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  }
}
