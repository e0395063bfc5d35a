import type { ArrayPattern, Element, RecordPattern, Target } from "../ir/nodes.ts";
import { charge } from "../runtime/budget.ts";
import { get, getNamed, toKey } from "../runtime/get.ts";
import { closeQuietly, iterate } from "../runtime/iterate.ts";
import { ownKeys } from "../runtime/keys.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { set } from "../runtime/set.ts";
import { throwType } from "../runtime/throw.ts";
import type { Frame } from "./frame.ts";
import type { Fill, Linker } from "./linker.ts";
import { evaluateKey, linkReference, type Refer, type Reference } from "./references.ts";

/** One place of a pattern. A member that is assigned is evaluated before the value for it is read (ECMAScript 13.15.5.5). */
interface Place {
  readonly refer: Refer | undefined;
  readonly fill: (frame: Frame, realm: Realm, value: unknown, reference: Reference | undefined) => void;
}

/** Links a pattern (ECMAScript 14.3.3): reads by key in order, defaults where a read gave undefined, then the rest. */
export function linkPattern(node: RecordPattern | ArrayPattern, declares: boolean, linker: Linker): Fill {
  return node.kind === "record-pattern" ? linkRecordPattern(node, declares, linker) : linkArrayPattern(node, declares, linker);
}

/** Links a target with its default. */
export function linkElement(node: Element, declares: boolean, linker: Linker): Fill {
  const fill = linker.target(node.target, declares);
  if (node.fallback === null) return fill;
  const fallback = linker.expression(node.fallback);
  return (frame, realm, value) => fill(frame, realm, value === undefined ? fallback(frame, realm) : value);
}

function linkPlace(node: Element, declares: boolean, linker: Linker): Place {
  const { target } = node;
  if (target.kind !== "member") return { refer: undefined, fill: linkElement(node, declares, linker) };
  const fallback = node.fallback === null ? undefined : linker.expression(node.fallback);
  const at = target.span[0];
  return {
    refer: linkReference(target, linker),
    fill: (frame, realm, value, reference) => {
      const next = value === undefined && fallback !== undefined ? fallback(frame, realm) : value;
      realm.at = at;
      set(realm, reference?.object, reference?.key, next);
    },
  };
}

function linkRest(target: Target | null, declares: boolean, linker: Linker): Place | undefined {
  return target === null ? undefined : linkPlace({ kind: "target", span: target.span, target, fallback: null }, declares, linker);
}

function linkRecordPattern(node: RecordPattern, declares: boolean, linker: Linker): Fill {
  const entries = node.entries.map((entry) => ({
    key: linker.key(entry.key),
    at: entry.span[0],
    ...linkPlace(entry.element, declares, linker),
  }));
  const rest = linkRest(node.rest, declares, linker);
  return (frame, realm, value) => {
    refuseNothing(realm, value, node.span[0]);
    const taken: string[] = [];
    for (const { key, at, refer, fill } of entries) {
      const name = toKey(realm, evaluateKey(key, frame, realm));
      if (rest !== undefined) taken.push(name);
      const reference = refer?.(frame, realm);
      realm.at = at;
      fill(frame, realm, getNamed(realm, value, name), reference);
    }
    if (rest !== undefined) {
      const reference = rest.refer?.(frame, realm);
      rest.fill(frame, realm, copyOthers(realm, value, taken), reference);
    }
  };
}

/** A pattern of a record takes everything apart but null and undefined. */
export function refuseNothing(realm: Realm, value: unknown, at: number): void {
  if (value !== null && value !== undefined) return;
  realm.at = at;
  throwType(realm, `cannot destructure ${value === null ? "null" : "undefined"}`);
}

/** What `...rest` of a record pattern holds: own properties other than those taken. */
export function copyOthers(realm: Realm, value: unknown, taken: readonly string[]): Rec {
  const others = createRecord();
  const left = new Set(taken);
  const keys = ownKeys(value);
  charge(realm, 2 * keys.length + taken.length);
  for (const key of keys) {
    if (!left.has(key)) others[key] = get(realm, value, key);
  }
  return others;
}

function linkArrayPattern(node: ArrayPattern, declares: boolean, linker: Linker): Fill {
  const items = node.items.map((item) => (item === null ? null : linkPlace(item, declares, linker)));
  const rest = linkRest(node.rest, declares, linker);
  return (frame, realm, value) => {
    realm.at = node.span[0];
    const source = new Source(realm, value);
    try {
      for (const place of items) {
        const reference = place?.refer?.(frame, realm);
        const item = source.next();
        place?.fill(frame, realm, item, reference);
      }
      if (rest !== undefined) {
        const reference = rest.refer?.(frame, realm);
        rest.fill(frame, realm, source.rest(), reference);
      }
    } catch (error) {
      source.fail(error);
      throw error;
    }
    source.close();
  };
}

/** What an array pattern takes its values from: arrays by index, all else by its iterator, which is closed at the end. */
export class Source {
  readonly #realm: Realm;
  readonly #list: readonly unknown[] | undefined;
  readonly #iterator: Iterator<unknown> | undefined;
  #index = 0;
  #done = false;

  constructor(realm: Realm, value: unknown) {
    this.#realm = realm;
    if (Array.isArray(value)) this.#list = value;
    else this.#iterator = iterate(realm, value);
  }

  /** The next value; undefined from the end on. */
  next(): unknown {
    if (this.#done) return undefined;
    this.#realm.fuel -= 1;
    if (this.#iterator === undefined) {
      const list = this.#list as readonly unknown[];
      if (this.#index < list.length) return list[this.#index++];
      this.#done = true;
      return undefined;
    }
    // An iterator that throws is not closed.
    this.#done = true;
    const step = this.#iterator.next();
    if (step.done) return undefined;
    this.#done = false;
    return step.value;
  }

  rest(): unknown[] {
    const list: unknown[] = [];
    for (let item = this.next(); !this.#done; item = this.next()) list.push(item);
    return list;
  }

  close(): void {
    if (!this.#done) this.#iterator?.return?.();
  }

  /** Closes after a failure elsewhere. */
  fail(error: unknown): void {
    if (!this.#done && this.#iterator !== undefined) closeQuietly(this.#iterator, error);
  }
}
