import { Fragment, Component as PreactComponent, type VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import { charge, enterCall } from "../../runtime/budget.ts";
import { Component } from "../../runtime/component.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { isRecord } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import type { ComponentView } from "../../runtime/view.ts";
import { type Body, createBody } from "./body.ts";
import type { LiveCard } from "./live-card.ts";
import { type DomChild, type Place, toVNode } from "./vnode.ts";

export interface AdapterProps {
  readonly card: LiveCard;
  readonly view: ComponentView;
  readonly place: Place;
}

/**
 * Stands in Preact's tree for one component of the template, calls it and owns its hooks. Preact never sees the template's
 * function: it would call it with an instance of its own as `this`.
 */
export class Adapter extends PreactComponent<AdapterProps> {
  /** The component's state has changed since it was rendered. */
  due = false;
  #component: Component | undefined;
  #body: Body | undefined;
  #view: ComponentView | undefined;
  #output: VNode | null = null;
  /** Counts the components that have stood here: what another one showed is never patched. */
  #generation = 0;
  /** A component in it failed, and it has no state for that yet. */
  #failed = false;
  #rendered = false;
  #first = true;
  #namedRefs = new Map<string, Native>();
  #nodes = 0;
  #written = 0;

  override render(): VNode | null {
    const { card, view, place } = this.props;
    if (view === this.#view && !this.due) return this.#output;
    const { realm } = card;
    const { depth, nodes, written } = realm;
    realm.nodes -= this.#nodes;
    realm.written -= this.#written;
    const counted = { nodes: realm.nodes, written: realm.written };
    try {
      const output = this.#show(view, place);
      if (output === "keep") Object.assign(realm, { nodes, written });
      else this.#output = output;
    } catch (error) {
      this.#output = null;
      card.failures.caught(error, place.parent);
    }
    this.#nodes = realm.nodes - counted.nodes;
    this.#written = realm.written - counted.written;
    realm.depth = depth;
    realm.component = undefined;
    return this.#output;
  }

  override componentDidMount(): void {
    this.#commit();
  }

  override componentDidUpdate(): void {
    this.#commit();
  }

  override componentWillUnmount(): void {
    this.#end();
    // The card's limits bound what is in the page, not all that ever was.
    const { realm } = this.props.card;
    realm.nodes -= this.#nodes;
    realm.written -= this.#written;
  }

  /** Gives a ref that sets a name in `refs` of the class that stands here: React's oldest form. */
  namedRef(name: string): Native | undefined {
    const { asClass } = this.#body ?? {};
    if (asClass === undefined) return undefined;
    let ref = this.#namedRefs.get(name);
    if (ref === undefined) {
      const run: Implementation = (realm, _self, [value]) => {
        const { refs } = asClass.instance.own;
        if (isRecord(refs)) set(realm, refs, name, value);
        return undefined;
      };
      ref = new Native({ name, length: 1, run });
      this.#namedRefs.set(name, ref);
    }
    return ref;
  }

  /** Takes an error of a component inside; `false` where the component does not take errors. */
  capture(error: unknown): boolean {
    const { asClass } = this.#body ?? {};
    if (asClass?.catches !== true) return false;
    this.#failed = !asClass.capture(error);
    this.props.card.schedule(this);
    return true;
  }

  #show(view: ComponentView, place: Place): VNode | null | "keep" {
    const { card } = this.props;
    const { realm } = card;
    const { due } = this;
    const given = view !== this.#view;
    this.#view = view;
    this.due = false;
    card.dirty.delete(this);
    charge(realm, 1);
    realm.at = view.at;
    if (this.#body?.accepts(view) === false) {
      this.#end();
      this.#generation++;
    }
    this.#component ??= new Component(place.parent, { schedule: () => card.schedule(this) });
    // Components in components are calls in calls, in the page as in the string.
    realm.depth = this.#component.depth - 1;
    enterCall(realm);
    this.#body ??= createBody(realm, this.#component, view);
    card.failures.adapters.set(this.#component, this);
    if (this.#failed && !given) {
      this.#failed = false;
      this.#rendered = true;
      return null;
    }
    const shown = this.#body.render(view, given, due);
    if (shown === "keep") {
      this.#rendered ||= this.#body.asClass?.hasCallbacks === true;
      return "keep";
    }
    this.#rendered = true;
    realm.component = this.#component;
    const child = toVNode(realm, shown.view, { ...place, parent: this.#component });
    if (!this.#first) this.#body.asClass?.takeSnapshot();
    return toOutput(child, this.#generation);
  }

  #commit(): void {
    if (!this.#rendered || this.#component === undefined) return;
    this.#rendered = false;
    const { card, view } = this.props;
    const { asClass } = this.#body ?? {};
    if (asClass !== undefined) card.refs.set(this, view.props.ref, () => asClass.instance);
    card.committed(this.#component, asClass, this.#first);
    this.#first = false;
  }

  /** Ends the component that stands here. */
  #end(): void {
    const component = this.#component;
    if (component === undefined) return;
    const { card } = this.props;
    if (this.#body?.asClass !== undefined) card.refs.set(this, undefined, () => null);
    card.gone(component, this.#body);
    this.#component = undefined;
    this.#body = undefined;
    this.#namedRefs = new Map();
    this.#first = true;
    this.#failed = false;
  }
}

function toOutput(child: DomChild, generation: number): VNode | null {
  if (child === null) return null;
  return jsx(Fragment, Object.assign(Object.create(null), { children: child }) as never, String(generation)) as VNode;
}
