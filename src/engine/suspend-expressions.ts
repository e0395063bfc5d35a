import type { AnyNode, Assign, BinaryOperator, Expression, LogicalOperator } from "../ir/nodes.ts";
import { forEachChild, mapChildren } from "../ir/walk.ts";
import { call } from "../runtime/call.ts";
import { TemplateThrow } from "../runtime/failure.ts";
import { get } from "../runtime/get.ts";
import { iterate } from "../runtime/iterate.ts";
import type { Realm } from "../runtime/realm.ts";
import { throwType } from "../runtime/throw.ts";
import { iterateAsync } from "./async-generator.ts";
import type { Frame } from "./frame.ts";
import type { Linker, Run } from "./linker.ts";
import { placeOfKey } from "./place-of-key.ts";
import { GeneratorReturn, SKIP, type Steps, Suspension } from "./signals.ts";
import { TargetSuspender } from "./suspend-targets.ts";

export type RunSteps = (frame: Frame, realm: Realm) => Steps;

/** Nodes that are part of their parent rather than values of their own. */
const transparent: ReadonlySet<string> = new Set(["spread", "property", "attribute"]);

/** Links expressions of suspending functions. */
export class ExpressionSuspender {
  readonly #linker: Linker;
  readonly #asyncGenerator: boolean;
  readonly #known = new Map<AnyNode, boolean>();
  readonly targets: TargetSuspender;

  constructor(linker: Linker, asyncGenerator: boolean) {
    this.#linker = linker;
    this.#asyncGenerator = asyncGenerator;
    this.targets = new TargetSuspender(linker, this);
  }

  /** Tells whether a node holds an `await` or `yield` of this function. */
  suspends(node: AnyNode): boolean {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    let found = node.kind === "await" || node.kind === "yield" || (node.kind === "for-each" && node.form === "await");
    if (!found && node.kind !== "function") {
      forEachChild(node, (child) => {
        found ||= this.suspends(child);
      });
    }
    this.#known.set(node, found);
    return found;
  }

  expression(node: Expression): RunSteps {
    if (!this.suspends(node)) {
      const run = this.#linker.expression(node);
      // biome-ignore lint/correctness/useYield: the shape of a suspending expression, for one that never suspends.
      return function* (frame, realm) {
        return run(frame, realm);
      };
    }
    switch (node.kind) {
      case "await": {
        const value = this.expression(node.value);
        return function* (frame, realm) {
          return yield new Suspension("await", yield* value(frame, realm));
        };
      }
      case "yield":
        return node.delegate ? this.#delegate(node.value as Expression) : this.#yield(node.value);
      case "conditional": {
        const test = this.expression(node.test);
        const yes = this.expression(node.yes);
        const no = this.expression(node.no);
        return function* (frame, realm) {
          return (yield* test(frame, realm)) ? yield* yes(frame, realm) : yield* no(frame, realm);
        };
      }
      case "logical":
        return this.#logical(node.operator, this.expression(node.left), this.expression(node.right));
      case "sequence": {
        const items = node.items.map((item) => this.expression(item));
        return function* (frame, realm) {
          let value: unknown;
          for (const item of items) value = yield* item(frame, realm);
          return value;
        };
      }
      case "let": {
        const value = this.expression(node.value);
        const fill = this.#linker.target(node.target, true);
        const body = this.expression(node.body);
        return function* (frame, realm) {
          fill(frame, realm, yield* value(frame, realm));
          return yield* body(frame, realm);
        };
      }
      case "chain": {
        const value = this.#link(node.value);
        return function* (frame, realm) {
          const result = yield* value(frame, realm);
          return result === SKIP ? undefined : result;
        };
      }
      case "assign":
        if (node.target.kind === "record-pattern" || node.target.kind === "array-pattern") return this.#patternAssign(node);
        return node.operator === "=" ? this.#hoist(node) : this.#compound(node);
      case "call":
        // `(o?.f)(await x)`: the receiver of the chain is the call's.
        return node.callee.kind === "chain" ? this.#link(node) : this.#hoist(node);
      default:
        return this.#hoist(node);
    }
  }

  #patternAssign(node: Assign): RunSteps {
    const value = this.expression(node.value);
    const fill = this.targets.target(node.target, false);
    return function* (frame, realm) {
      const result = yield* value(frame, realm);
      yield* fill(frame, realm, result);
      return result;
    };
  }

  #yield(node: Expression | null): RunSteps {
    const value = node === null ? undefined : this.expression(node);
    const waits = this.#asyncGenerator;
    return function* (frame, realm) {
      let given: unknown = value === undefined ? undefined : yield* value(frame, realm);
      // An async generator gives out settled values only (ECMAScript 27.6.3.8).
      if (waits) given = yield new Suspension("await", given);
      return yield new Suspension("yield", given);
    };
  }

  #delegate(node: Expression): RunSteps {
    const value = this.expression(node);
    const waits = this.#asyncGenerator;
    return function* (frame, realm) {
      const source = yield* value(frame, realm);
      const iterator = waits ? iterateAsync(realm, source) : iterate(realm, source);
      let step = iterator.next();
      for (;;) {
        const result = (waits ? yield new Suspension("await", step) : step) as IteratorResult<unknown>;
        if (result.done) return result.value;
        try {
          step = iterator.next(yield new Suspension("yield", result.value));
        } catch (error) {
          if (error instanceof GeneratorReturn) {
            if (iterator.return === undefined) throw error;
            // The inner generator may go on (`yield` in a `finally`) or give another value (15.5.5).
            const ended = iterator.return(error.value);
            step = ended;
            const last = (waits ? yield new Suspension("await", ended) : ended) as IteratorResult<unknown>;
            if (last.done) throw new GeneratorReturn(last.value);
            continue;
          }
          if (!(error instanceof TemplateThrow)) throw error;
          if (iterator.throw === undefined) {
            iterator.return?.();
            throwType(realm, "what `yield*` walks can't be thrown into");
          }
          step = iterator.throw(error.value);
        }
      }
    };
  }

  #logical(operator: LogicalOperator, left: RunSteps, right: RunSteps): RunSteps {
    return function* (frame, realm) {
      const value = yield* left(frame, realm);
      const keep = operator === "&&" ? !value : operator === "||" ? Boolean(value) : value !== null && value !== undefined;
      return keep ? value : yield* right(frame, realm);
    };
  }

  /** Evaluates children in order into slots, up to the last that suspends, then the node itself over those slots. */
  #hoist(node: Expression): RunSteps {
    const steps: { readonly run: RunSteps; readonly slot: number }[] = [];
    let left = this.#countSuspending(node);
    const change = (child: AnyNode, field: string): AnyNode => {
      if (transparent.has(child.kind) || (isReference(child, field) && left > 0)) return mapChildren(child, change);
      if (left === 0 || child.kind === "constant" || isTarget(child, field)) return child;
      if (this.suspends(child)) left--;
      const { slot, node: temp } = this.#temp();
      steps.push({ run: this.expression(child as Expression), slot });
      return temp;
    };
    const run = this.#linker.expression(mapChildren(node, change));
    return function* (frame, realm) {
      for (const { run: step, slot } of steps) frame[slot] = yield* step(frame, realm);
      return run(frame, realm);
    };
  }

  #countSuspending(node: AnyNode): number {
    let count = 0;
    forEachChild(node, (child, field) => {
      if (transparent.has(child.kind) || isReference(child, field)) count += this.#countSuspending(child);
      else if (!isTarget(child, field) && this.suspends(child)) count++;
    });
    return count;
  }

  #temp(): { readonly slot: number; readonly node: Expression } {
    const slot = this.#linker.temp();
    const node: Expression = { kind: "constant", span: [0, 0] };
    const read: Run = (frame) => frame[slot];
    this.#linker.override(node, read);
    return { slot, node };
  }

  /** `x += await y` reads `x` first. */
  #compound(node: Assign): RunSteps {
    const operator = node.operator.slice(0, -1);
    const reference: { readonly run: RunSteps; readonly slot: number }[] = [];
    const keep = (child: Expression): Expression => {
      const { slot, node: temp } = this.#temp();
      reference.push({ run: this.expression(child), slot });
      return temp;
    };
    const { target } = node;
    const stable =
      target.kind !== "member"
        ? target
        : { ...target, object: keep(target.object), key: typeof target.key === "string" ? target.key : keep(target.key) };
    const read = stable as Expression;
    const write = (value: Expression): Expression => ({ kind: "assign", span: node.span, operator: "=", target: stable, value });
    const change: Expression =
      operator === "&&" || operator === "||" || operator === "??"
        ? { kind: "logical", span: node.span, operator, left: read, right: write(node.value) }
        : write({ kind: "binary", span: node.span, operator: operator as BinaryOperator, left: read, right: node.value });
    const run = this.expression(change);
    return function* (frame, realm) {
      for (const { run: step, slot } of reference) frame[slot] = yield* step(frame, realm);
      return yield* run(frame, realm);
    };
  }

  /** A link of an optional chain; gives `SKIP` where the chain ends early. */
  #link(node: Expression): RunSteps {
    if (node.kind === "member") {
      const object = this.#link(node.object);
      const key = typeof node.key === "string" ? undefined : this.expression(node.key);
      const at = placeOfKey(node);
      return function* (frame, realm) {
        const target = yield* object(frame, realm);
        if (target === SKIP || (node.optional && (target === null || target === undefined))) return SKIP;
        const name = key === undefined ? node.key : yield* key(frame, realm);
        realm.at = at;
        return get(realm, target, name);
      };
    }
    if (node.kind !== "call") return this.expression(node);
    const closed = node.callee.kind === "chain" && node.callee.value.kind === "member";
    const inner = node.callee.kind === "chain" ? node.callee.value : node.callee;
    const receiver = inner.kind === "member" ? inner : undefined;
    const self = receiver === undefined ? undefined : this.#link(receiver.object);
    const key = receiver === undefined || typeof receiver.key === "string" ? undefined : this.expression(receiver.key);
    const callee = receiver === undefined ? this.#link(node.callee) : undefined;
    const args = this.expression({ kind: "array", span: node.span, items: node.args });
    return function* (frame, realm) {
      let object: unknown;
      let fn: unknown;
      if (receiver === undefined) fn = yield* (callee as RunSteps)(frame, realm);
      else {
        object = yield* (self as RunSteps)(frame, realm);
        if (object === SKIP || (receiver.optional && (object === null || object === undefined))) {
          // Parentheses around a chain end it: what is called then is undefined.
          if (!closed) return SKIP;
          object = undefined;
        } else fn = get(realm, object, key === undefined ? receiver.key : yield* key(frame, realm));
      }
      if (fn === SKIP || (node.optional && (fn === null || fn === undefined))) return SKIP;
      const list = (yield* args(frame, realm)) as unknown[];
      realm.at = node.span[0];
      return call(realm, fn, object, list);
    };
  }
}

/** A callee or target whose object and key are evaluated, but which is not read yet. */
function isReference(child: AnyNode, field: string): boolean {
  return child.kind === "member" && (field === "callee" || field === "tag" || field === "target");
}

function isTarget(child: AnyNode, field: string): boolean {
  return field === "target" && child.kind !== "member";
}
