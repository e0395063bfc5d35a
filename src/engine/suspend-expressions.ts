import { mapChildren } from "../ir/map-children.ts";
import type { AnyNode, Assign, BinaryOperator, ClassNode, Expression, LogicalOperator } from "../ir/nodes.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Realm } from "../runtime/realm.ts";
import { linkClassBody, refuseParent } from "./classes.ts";
import type { Frame } from "./frame.ts";
import type { Linker, Run } from "./linker.ts";
import { SKIP, type Steps, Suspension } from "./signals.ts";
import { linkCallSteps, linkLinkSteps, linkTaggedSteps } from "./suspend-calls.ts";
import { linkDelegateSteps } from "./suspend-delegate.ts";
import { settleSteps } from "./suspend-settle.ts";
import { TargetSuspender } from "./suspend-targets.ts";

export type RunSteps = (frame: Frame, realm: Realm) => Steps;

/** Nodes that are part of their parent rather than values of their own. */
const transparent: ReadonlySet<string> = new Set(["spread", "property", "attribute"]);

/** Links expressions of suspending functions. */
export class ExpressionSuspender {
  readonly #linker: Linker;
  readonly asyncGenerator: boolean;
  readonly #known = new Map<AnyNode, boolean>();
  readonly targets: TargetSuspender;

  constructor(linker: Linker, asyncGenerator: boolean) {
    this.#linker = linker;
    this.asyncGenerator = asyncGenerator;
    this.targets = new TargetSuspender(linker, this);
  }

  /** Tells whether a node holds an `await` or `yield` of this function, or waits by itself. */
  suspends(node: AnyNode): boolean {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    let found = node.kind === "await" || node.kind === "yield" || (node.kind === "for-each" && node.form === "await");
    // An async generator waits for what it returns.
    found ||= node.kind === "return" && node.value !== null && this.asyncGenerator;
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
        return node.delegate ? linkDelegateSteps(this.expression(node.value as Expression), this.asyncGenerator) : this.#yield(node.value);
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
        const value = linkLinkSteps(node.value, this);
        return function* (frame, realm) {
          const result = yield* value(frame, realm);
          return result === SKIP ? undefined : result;
        };
      }
      case "assign":
        if (node.target.kind === "record-pattern" || node.target.kind === "array-pattern") return this.#patternAssign(node);
        return node.operator === "=" ? this.#hoist(node) : this.#compound(node);
      case "call":
        return linkCallSteps(node, this);
      case "tagged":
        return linkTaggedSteps(node, this);
      case "class":
        return this.#class(node);
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
    const waits = this.asyncGenerator;
    return function* (frame, realm) {
      let given: unknown = value === undefined ? undefined : yield* value(frame, realm);
      // An async generator gives out settled values only (ECMAScript 27.6.3.8).
      if (waits) given = yield new Suspension("await", given);
      return yield new Suspension("yield", given);
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
      if (left === 0 || child.kind === "constant" || isTarget(child, field)) return child;
      if (child.kind !== "spread" && (transparent.has(child.kind) || isReference(child, field))) return mapChildren(child, change);
      if (this.suspends(child)) left--;
      const { slot, node: temp } = this.#temp();
      const value = child.kind === "spread" ? child.value : (child as Expression);
      steps.push({ run: settleSteps(child, field, node, this.expression(value)), slot });
      return child.kind === "spread" ? { ...child, value: temp } : temp;
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
      if (child.kind !== "spread" && (transparent.has(child.kind) || isReference(child, field))) count += this.#countSuspending(child);
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

  /** A class whose parent or computed keys suspend; nothing else of a class is evaluated now. */
  #class(node: ClassNode): RunSteps {
    const { enter, result } = this.#linker.scoped(node.scope, () => ({
      parent: node.parent === null ? undefined : this.expression(node.parent),
      keys: node.members.map(({ key }) => (key === null || typeof key === "string" ? key : this.expression(key))),
      complete: linkClassBody(node, this.#linker),
    }));
    const { parent, keys, complete } = result;
    return function* (outer, realm) {
      const frame = enter(outer);
      const base = parent === undefined ? undefined : yield* parent(frame, realm);
      realm.at = node.span[0];
      if (parent !== undefined) refuseParent(realm, base);
      const names: unknown[] = [];
      for (const key of keys) names.push(typeof key === "function" ? yield* key(frame, realm) : key);
      return complete(frame, realm, base, names);
    };
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
}

/** A target whose object and key are evaluated, but which is not read yet. */
function isReference(child: AnyNode, field: string): boolean {
  return child.kind === "member" && field === "target";
}

function isTarget(child: AnyNode, field: string): boolean {
  return field === "target" && child.kind !== "member";
}
