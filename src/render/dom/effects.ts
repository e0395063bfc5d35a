import type { Component } from "../../runtime/component.ts";
import type { Realm } from "../../runtime/realm.ts";
import type { ClassComponent, Guard } from "../../scope/react/class-component.ts";
import { hasDueEffects, runEffects, undoEffects } from "../../scope/react/effect-hooks.ts";
import type { Refs } from "./refs.ts";

/** Reports what a component's code throws, or hands it to the components around it. */
type GuardOf = (component: Component | undefined) => Guard;

interface Committed {
  readonly component: Component;
  readonly asClass: ClassComponent | undefined;
  readonly first: boolean;
}

/** What is to run when the page has changed, in React's order: within a card, inner components before outer ones. */
export class Effects {
  readonly #realm: Realm;
  readonly #refs: Refs;
  readonly #guardOf: GuardOf;
  #committed: Committed[] = [];
  /** Components that are gone, and those that have effects to run after the page was painted. */
  #gone: Component[] = [];
  #passive: Component[] = [];

  constructor(realm: Realm, refs: Refs, guardOf: GuardOf) {
    this.#realm = realm;
    this.#refs = refs;
    this.#guardOf = guardOf;
  }

  /** A component was rendered and is in the page. */
  add(component: Component, asClass: ClassComponent | undefined, first: boolean): void {
    this.#committed.push({ component, asClass, first });
  }

  /** A component is being taken out of the page. */
  end(component: Component): void {
    undoEffects(this.#realm, component, "layout", this.#guardOf(component));
    this.#gone.push(component);
  }

  /** Runs what follows a change of the page at once: layout effects, refs, methods of classes. */
  commit(): void {
    const committed = this.#committed;
    this.#committed = [];
    for (const { component } of committed) undoEffects(this.#realm, component, "layout", this.#guardOf(component));
    this.#refs.commit(this.#guardOf);
    for (const { component, asClass, first } of committed) {
      const guard = this.#guardOf(component);
      asClass?.commit(first, guard);
      runEffects(this.#realm, component, "layout", guard);
      if (hasDueEffects(component, "passive")) this.#passive.push(component);
    }
  }

  get hasPassive(): boolean {
    return this.#gone.length > 0 || this.#passive.length > 0;
  }

  /** Runs what follows after the page was painted: all that is to be undone first. */
  runPassive(): void {
    const gone = this.#gone;
    const due = this.#passive;
    this.#gone = [];
    this.#passive = [];
    for (const component of [...gone, ...due]) undoEffects(this.#realm, component, "passive", this.#guardOf(component));
    for (const component of due) runEffects(this.#realm, component, "passive", this.#guardOf(component));
  }
}
