import type { AnyNode, Expression } from "../../ir/nodes.ts";
import type { Facts } from "../../ir/program.ts";
import { mutatorNames } from "../../policy/mutators.ts";

/** Gathers facts about a template, node by node. What is not ruled out is assumed. */
export class FactCollector {
  #writes = false;
  #async = false;
  #deferred = false;
  #inspects = false;
  #interactive = false;
  #stateful = false;
  #styled = false;
  readonly #globals = new Set<string>();
  readonly #assigned = new Set<string>();
  readonly #components = new Set<string>();
  readonly #paths = new Set<string>();

  visit(node: AnyNode): void {
    switch (node.kind) {
      case "global":
        this.#globals.add(node.name);
        if (node.name === "Promise") this.#async = true;
        // React and Kustomer handle views as values: they have to stay what they are until the card is complete.
        if (node.name === "React" || node.name === "Kustomer") this.#deferred = true;
        break;
      case "member":
      case "super-member":
      case "pattern-entry":
        if (typeof node.key === "string") {
          if (mutatorNames.has(node.key)) this.#writes = true;
          if (node.key === "cloneElement" || node.key === "Children") this.#inspects = true;
          // `child.props.title` reads a view; `this.props` of a class is a record.
          if (node.key === "props" && !(node.kind === "member" && isThis(node.object))) this.#inspects = true;
          if (isPrefixed(node.key, "use")) this.#stateful = true;
        }
        break;
      case "call":
        // A method reached through a computed key can be any method.
        if (node.callee.kind === "member" && isComputed(node.callee.key)) this.#writes = true;
        break;
      case "tagged":
        if (node.tag.kind === "member" && isComputed(node.tag.key)) this.#writes = true;
        break;
      case "assign":
      case "update":
      case "for-each":
      case "declare":
        this.#target(node.target);
        break;
      case "delete":
        this.#writes = true;
        break;
      case "function":
        if (node.async) this.#async = true;
        break;
      case "component":
        this.#deferred = true;
        break;
      case "platform":
        this.#components.add(node.name);
        break;
      case "element":
        if (node.tag === "style") this.#styled = true;
        break;
      case "attribute":
        if (isPrefixed(node.name, "on") && node.value.kind !== "constant") this.#interactive = true;
        break;
      default:
    }
  }

  path(node: Expression): void {
    const path = toPath(node);
    if (path !== undefined) this.#paths.add(path);
  }

  #target(target: AnyNode): void {
    switch (target.kind) {
      case "member":
      case "super-member":
        this.#writes = true;
        break;
      case "global":
        this.#assigned.add(target.name);
        break;
      case "record-pattern":
        for (const entry of target.entries) this.#target(entry.element.target);
        if (target.rest !== null) this.#target(target.rest);
        break;
      case "array-pattern":
        for (const item of target.items) if (item !== null) this.#target(item.target);
        if (target.rest !== null) this.#target(target.rest);
        break;
      default:
    }
  }

  toFacts(): Facts {
    return {
      writes: this.#writes,
      async: this.#async,
      deferred: this.#deferred,
      inspects: this.#inspects,
      interactive: this.#interactive,
      stateful: this.#stateful,
      styled: this.#styled,
      globals: [...this.#globals].sort(),
      assigned: [...this.#assigned].sort(),
      components: [...this.#components].sort(),
      paths: [...this.#paths].sort(),
    };
  }
}

/** Tells whether a name is a word and then a capital: `useState`, `onClick`. */
function isPrefixed(name: string, word: string): boolean {
  const unit = name.charCodeAt(word.length);
  return unit >= 0x41 && unit <= 0x5a && name.startsWith(word);
}

/** The dotted path of a member chain on a free name: `customer.custom.tierStr`. */
function toPath(node: Expression): string | undefined {
  const keys: string[] = [];
  let at: Expression = node;
  for (;;) {
    if (at.kind === "chain") at = at.value;
    else if (at.kind === "member" && typeof at.key === "string") {
      keys.push(at.key);
      at = at.object;
    } else break;
  }
  return at.kind === "global" && keys.length > 0 ? [at.name, ...keys.reverse()].join(".") : undefined;
}

function isThis(node: Expression): boolean {
  return node.kind === "local" && node.name === "this";
}

/** Tells whether a key may turn out to be any name; a private name is of the template's own class. */
function isComputed(key: string | Expression): boolean {
  return typeof key !== "string" && key.kind !== "private-name";
}
