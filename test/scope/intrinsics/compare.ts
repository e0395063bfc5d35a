import { expect } from "vitest";
import { call, construct } from "../../../src/runtime/call.ts";
import { TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { Opaque } from "../../../src/runtime/handles.ts";
import { toList } from "../../../src/runtime/iterate.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse, type Universe } from "../support/universe.ts";

/** What a call came to. */
type Outcome = { readonly value: unknown } | { readonly threw: string };

/** Makes receiver and arguments anew, since both sides may change them. */
export type Make = () => readonly unknown[];

/** Runs a call of the host. */
function runHost(run: () => unknown): Outcome {
  try {
    return { value: unroll(run()) };
  } catch (error) {
    return { threw: (error as Error).name };
  }
}

/** Runs a call of ours. An error that is not the template's is a fault, and fails the test. */
export function runOurs(universe: Universe, run: () => unknown): Outcome {
  try {
    const value = run();
    if (value instanceof Opaque && (value.type.name === "Iterator" || value.type.name === "Generator")) {
      return { value: toList(universe.realm, value).map(universe.leave) };
    }
    return { value: universe.leave(value) };
  } catch (error) {
    if (!(error instanceof TemplateThrow)) throw error;
    return { threw: String(get(universe.realm, error.value, "name")) };
  }
}

/** An iterator is compared by what it gives. */
function unroll(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "next" in value
    ? [...(value as unknown as Iterable<unknown>)]
    : value;
}

function label(parts: readonly unknown[]): string {
  try {
    return parts
      .map((part) => (part instanceof RegExp || typeof part === "function" ? String(part) : JSON.stringify(part)))
      .join(", ")
      .slice(0, 200);
  } catch {
    return "…";
  }
}

/** Calls a method on both sides: same result, same kind of error, same change of the receiver. */
export function compareMethod(name: string, make: Make, realm: Realm = createTestRealm()): void {
  const universe = createUniverse(realm);
  const [self, ...args] = make();
  const [ourSelf, ...ourArgs] = make().map(universe.enter);
  const expected = runHost(() => (self as Record<string, (...list: unknown[]) => unknown>)[name]?.(...args));
  const actual = runOurs(universe, () => call(realm, get(realm, ourSelf, name), ourSelf, ourArgs));
  const text = `(${label([self])}).${name}(${label(args)})`;
  expect.soft(actual, text).toEqual(expected);
  expect.soft(universe.leave(ourSelf), `${text} changes its receiver`).toEqual(self);
}

/** Calls a function of a global on both sides: `Math.max`, `Object.keys`, or the global itself. */
export function compareStatic(path: string, make: Make, realm: Realm = createTestRealm()): void {
  const universe = createUniverse(realm);
  const [owner = "", name] = path.split(".");
  const args = make();
  const ourArgs = make().map(universe.enter);
  const hostOwner = (globalThis as Record<string, unknown>)[owner] as Record<string, (...list: unknown[]) => unknown>;
  const ourOwner = realm.globals.get(owner);
  const expected = runHost(() =>
    name === undefined ? (hostOwner as unknown as (...list: unknown[]) => unknown)(...args) : hostOwner[name]?.(...args),
  );
  const actual = runOurs(universe, () => call(realm, name === undefined ? ourOwner : get(realm, ourOwner, name), ourOwner, ourArgs));
  expect.soft(actual, `${path}(${label(args)})`).toEqual(expected);
}

/** A value of the template that a global constructs. */
export function make(realm: Realm, name: string, ...args: unknown[]): unknown {
  return construct(realm, realm.globals.get(name), args, name);
}

/** Calls a method of a value of the template. */
export function invoke(realm: Realm, self: unknown, name: string, ...args: unknown[]): unknown {
  return call(realm, get(realm, self, name), self, args, name);
}

/** All combinations of receivers and argument lists. */
export function* cross(receivers: readonly (() => unknown)[], lists: readonly (() => readonly unknown[])[]): Generator<Make> {
  for (const receiver of receivers) for (const list of lists) yield () => [receiver(), ...list()];
}
