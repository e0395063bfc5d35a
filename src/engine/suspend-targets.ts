import type { ArrayPattern, Element, Expression, RecordPattern, Target } from "../ir/nodes.ts";
import { getNamed, toKey } from "../runtime/get.ts";
import type { Realm } from "../runtime/realm.ts";
import { set } from "../runtime/set.ts";
import type { Frame } from "./frame.ts";
import type { Linker } from "./linker.ts";
import { copyOthers, refuseNothing, Source } from "./patterns.ts";
import type { Reference } from "./references.ts";
import type { Steps } from "./signals.ts";
import type { ExpressionSuspender, RunSteps } from "./suspend-expressions.ts";

/** Fills a target with a value, in a function that may be suspended meanwhile. */
export type FillSteps = (frame: Frame, realm: Realm, value: unknown) => Steps;

interface Place {
  readonly refer: ((frame: Frame, realm: Realm) => Steps<Reference>) | undefined;
  readonly fill: (frame: Frame, realm: Realm, value: unknown, reference: Reference | undefined) => Steps;
}

/** Links targets of suspending functions; the counterpart of `targets.ts` and `patterns.ts`. */
export class TargetSuspender {
  readonly #linker: Linker;
  readonly #values: ExpressionSuspender;

  constructor(linker: Linker, values: ExpressionSuspender) {
    this.#linker = linker;
    this.#values = values;
  }

  target(node: Target, declares: boolean): FillSteps {
    if (this.#values.suspends(node)) {
      if (node.kind === "record-pattern") return this.#recordPattern(node, declares);
      if (node.kind === "array-pattern") return this.#arrayPattern(node, declares);
      if (node.kind === "member") {
        const { refer, fill } = this.#member({ kind: "target", span: node.span, target: node, fallback: null }, node);
        return function* (frame, realm, value) {
          return yield* fill(frame, realm, value, yield* refer(frame, realm));
        };
      }
    }
    const fill = this.#linker.target(node, declares);
    // biome-ignore lint/correctness/useYield: the shape of a suspending target, for one that never suspends.
    return function* (frame, realm, value) {
      fill(frame, realm, value);
    };
  }

  #place(node: Element, declares: boolean): Place {
    if (node.target.kind === "member") return this.#member(node, node.target);
    const fill = this.target(node.target, declares);
    const fallback = this.#fallback(node);
    return {
      refer: undefined,
      fill: function* (frame, realm, value) {
        return yield* fill(frame, realm, value === undefined && fallback !== undefined ? yield* fallback(frame, realm) : value);
      },
    };
  }

  #member(node: Element, target: Extract<Target, { kind: "member" }>): Place & { readonly refer: NonNullable<Place["refer"]> } {
    const object = this.#values.expression(target.object);
    const key = typeof target.key === "string" ? undefined : this.#values.expression(target.key);
    const fallback = this.#fallback(node);
    return {
      refer: function* (frame, realm) {
        const owner = yield* object(frame, realm);
        return { object: owner, key: key === undefined ? target.key : yield* key(frame, realm) };
      },
      fill: function* (frame, realm, value, reference) {
        const next = value === undefined && fallback !== undefined ? yield* fallback(frame, realm) : value;
        realm.at = target.span[0];
        set(realm, reference?.object, reference?.key, next);
      },
    };
  }

  #fallback(node: Element): RunSteps | undefined {
    return node.fallback === null ? undefined : this.#values.expression(node.fallback);
  }

  #rest(target: Target | null, declares: boolean): Place | undefined {
    return target === null ? undefined : this.#place({ kind: "target", span: target.span, target, fallback: null }, declares);
  }

  #recordPattern(node: RecordPattern, declares: boolean): FillSteps {
    const entries = node.entries.map((entry) => ({
      key: this.#key(entry.key),
      at: entry.span[0],
      ...this.#place(entry.element, declares),
    }));
    const rest = this.#rest(node.rest, declares);
    return function* (frame, realm, value) {
      refuseNothing(realm, value, node.span[0]);
      const taken: string[] = [];
      for (const { key, at, refer, fill } of entries) {
        const name = toKey(realm, typeof key === "string" ? key : yield* key(frame, realm));
        taken.push(name);
        const reference = refer === undefined ? undefined : yield* refer(frame, realm);
        realm.at = at;
        yield* fill(frame, realm, getNamed(realm, value, name), reference);
      }
      if (rest !== undefined) {
        const reference = rest.refer === undefined ? undefined : yield* rest.refer(frame, realm);
        yield* rest.fill(frame, realm, copyOthers(realm, value, taken), reference);
      }
    };
  }

  #key(key: string | Expression): string | RunSteps {
    return typeof key === "string" ? key : this.#values.expression(key);
  }

  #arrayPattern(node: ArrayPattern, declares: boolean): FillSteps {
    const items = node.items.map((item) => (item === null ? null : this.#place(item, declares)));
    const rest = this.#rest(node.rest, declares);
    return function* (frame, realm, value) {
      realm.at = node.span[0];
      const source = new Source(realm, value);
      try {
        for (const place of items) {
          const reference = place?.refer === undefined ? undefined : yield* place.refer(frame, realm);
          const item = source.next();
          if (place !== null) yield* place.fill(frame, realm, item, reference);
        }
        if (rest !== undefined) {
          const reference = rest.refer === undefined ? undefined : yield* rest.refer(frame, realm);
          yield* rest.fill(frame, realm, source.rest(), reference);
        }
      } catch (error) {
        source.fail(error);
        throw error;
      }
      source.close();
    };
  }
}
