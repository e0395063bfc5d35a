import type { For, ForEach, Range, While } from "../ir/nodes.ts";
import { charge, chargeArray } from "../runtime/budget.ts";
import { closeQuietly, iterate } from "../runtime/iterate.ts";
import { hasOwn, ownKeys } from "../runtime/keys.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Frame } from "./frame.ts";
import type { Exec, Linker } from "./linker.ts";
import { BREAK, CONTINUE, type Signal } from "./signals.ts";

/** Each turn pays one unit, whatever its body does, so that no loop is free. */
export function payTurn(realm: Realm, node: { readonly span: Range }, cost: number): void {
  if (realm.fuel < cost) realm.at = node.span[0];
  charge(realm, cost);
}

/** Tells whether a signal of the body goes on with the next turn of this loop. */
export function continues(signal: Signal | undefined, labels: readonly string[]): boolean {
  return (
    signal === undefined || signal === CONTINUE || (signal.form === "continue" && signal.label !== null && labels.includes(signal.label))
  );
}

export function linkWhile(node: While, labels: readonly string[], linker: Linker): Exec {
  const cost = 1 + linker.costs.of(node);
  const test = linker.expression(node.test);
  const body = linker.statement(node.body);
  return (frame, realm) => {
    if (!node.first && !test(frame, realm)) return undefined;
    do {
      payTurn(realm, node, cost);
      const signal = body(frame, realm);
      if (!continues(signal, labels)) return signal === BREAK ? undefined : signal;
    } while (test(frame, realm));
    return undefined;
  };
}

export function linkFor(node: For, labels: readonly string[], linker: Linker): Exec {
  const cost = 1 + linker.costs.of(node);
  const { enter, own, result } = linker.scoped(node.head, () => ({
    init: linker.statements(node.head.statements),
    test: node.test === null ? undefined : linker.expression(node.test),
    update: node.update === null ? undefined : linker.expression(node.update),
    body: linker.statement(node.body),
  }));
  const { init, test, update, body } = result;
  return (outer, realm) => {
    let frame = enter(outer);
    init(frame, realm);
    // Closures of the head keep variables of their own; each turn has a copy (14.7.4.4).
    if (own) frame = frame.slice();
    for (;;) {
      if (test !== undefined && !test(frame, realm)) return undefined;
      payTurn(realm, node, cost);
      const signal = body(frame, realm);
      if (!continues(signal, labels)) return signal === BREAK ? undefined : signal;
      if (own) frame = frame.slice();
      update?.(frame, realm);
    }
  };
}

export function linkForEach(node: ForEach, labels: readonly string[], linker: Linker): Exec {
  const cost = 1 + linker.costs.of(node);
  const value = linker.expression(node.value);
  const { enter, result } = linker.scoped(node.scope, () => ({
    // A head that declares nothing assigns: to no constant, and to nothing before its declaration.
    fill: linker.target(node.target, node.scope.bindings.length > 0),
    body: linker.statement(node.body),
  }));
  const { fill, body } = result;
  const at = node.value.span[0];
  return (outer, realm) => {
    const subject = value(outer, realm);
    realm.at = at;
    const iterator = node.form === "in" ? walkKeys(realm, subject) : iterate(realm, subject);
    for (let step = iterator.next(); !step.done; step = iterator.next()) {
      payTurn(realm, node, cost);
      const frame: Frame = enter(outer);
      let signal: Signal | undefined;
      try {
        fill(frame, realm, step.value);
        signal = body(frame, realm);
      } catch (error) {
        closeQuietly(iterator, error);
        throw error;
      }
      if (!continues(signal, labels)) {
        // Closing runs functions of the template; the value that is on its way out is not theirs.
        const { result: leaving } = realm;
        iterator.return?.();
        realm.result = leaving;
        return signal === BREAK ? undefined : signal;
      }
    }
    return undefined;
  };
}

/** `for…in`: own enumerable keys, without those deleted before their turn (14.7.5.9); there are no inherited ones. */
export function* walkKeys(realm: Realm, value: unknown): Generator<string> {
  if (value === null || value === undefined) return;
  // The list is made at the first step, whether the loop goes on or not.
  if (Array.isArray(value) || typeof value === "string") chargeArray(realm, value.length);
  const keys = ownKeys(value);
  charge(realm, keys.length >>> 1);
  for (const key of keys) if (hasOwn(value, key)) yield key;
}
