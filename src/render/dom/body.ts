import { call } from "../../runtime/call.ts";
import type { Component } from "../../runtime/component.ts";
import type { Realm } from "../../runtime/realm.ts";
import type { Rec } from "../../runtime/record.ts";
import type { ComponentView } from "../../runtime/view.ts";
import { ClassComponent, type Guard } from "../../scope/react/class-component.ts";
import { type ComponentType, isClassComponent, isSameComponent, toComponentType } from "../../scope/react/component-type.ts";
import { ContextPart, type ContextValue, provide, toProvided } from "../../scope/react/context.ts";
import { isShallowEqual, renderFunction, runIn, withDefaults } from "../../scope/react/function-component.ts";
import { callConsumer, expectComponent } from "../components.ts";

/** What a render shows; `keep` for what the last one did. */
export type Shown = { readonly view: unknown } | "keep";

/** What is inside of an adapter: one kind of component. */
export interface Body {
  /** Tells whether another tag at the same place is this component. */
  accepts(view: ComponentView): boolean;
  /**
   * @param given The tag was evaluated again.
   * @param due The component's own state, or a context that it reads, has changed.
   */
  render(view: ComponentView, given: boolean, due: boolean): Shown;
  readonly asClass: ClassComponent | undefined;
  unmount(guard: Guard): void;
}

/** Makes the body for a tag. */
export function createBody(realm: Realm, component: Component, view: ComponentView): Body {
  const context = toProvided(view.type);
  if (context !== undefined) return new ProviderBody(component, context);
  if (view.type instanceof ContextPart) return new ConsumerBody(realm, component);
  const type = expectComponent(realm, view);
  return isClassComponent(type.fn) ? new ClassBody(realm, component, type, view) : new FunctionBody(realm, component, type);
}

/** Tells whether a tag is a component that is shown already, perhaps made anew. */
function isOf(shown: ComponentType, view: ComponentView): boolean {
  const type = toComponentType(view.type);
  return type !== undefined && isSameComponent(shown, type);
}

class FunctionBody implements Body {
  readonly asClass = undefined;
  readonly #realm: Realm;
  readonly #component: Component;
  #type: ComponentType;
  #props: Rec | undefined;

  constructor(realm: Realm, component: Component, type: ComponentType) {
    this.#realm = realm;
    this.#component = component;
    this.#type = type;
  }

  accepts(view: ComponentView): boolean {
    return isOf(this.#type, view);
  }

  render(view: ComponentView, _given: boolean, due: boolean): Shown {
    const type = expectComponent(this.#realm, view);
    const props = withDefaults(this.#realm, type, view.props);
    // A function that was made anew sees other variables: equal props are no reason to keep what the old one showed.
    if (!due && type.fn === this.#type.fn && this.#isEqual(type, props)) return "keep";
    this.#type = type;
    this.#props = props;
    return { view: renderFunction(this.#realm, this.#component, type, props) };
  }

  unmount(): void {}

  #isEqual({ compare }: ComponentType, props: Rec): boolean {
    if (compare === undefined || this.#props === undefined) return false;
    if (compare === "shallow") return isShallowEqual(this.#realm, this.#props, props);
    return Boolean(call(this.#realm, compare, undefined, [this.#props, props]));
  }
}

class ClassBody implements Body {
  readonly asClass: ClassComponent;
  readonly #realm: Realm;
  #type: ComponentType;
  #props: Rec;
  #first = true;

  constructor(realm: Realm, component: Component, type: ComponentType, view: ComponentView) {
    this.#realm = realm;
    this.#type = type;
    this.#props = withDefaults(realm, type, view.props);
    this.asClass = new ClassComponent(realm, component, type, this.#props);
  }

  accepts(view: ComponentView): boolean {
    return isOf(this.#type, view);
  }

  render(view: ComponentView, given: boolean, due: boolean): Shown {
    if (this.#first) {
      this.#first = false;
      return { view: this.asClass.render() };
    }
    const type = expectComponent(this.#realm, view);
    const isNew = type.fn !== this.#type.fn;
    // The class was made anew: its methods see other variables, its state is kept.
    if (isNew) this.asClass.adopt(type);
    this.#type = type;
    const before = this.#props;
    if (given) this.#props = withDefaults(this.#realm, type, view.props);
    if (!due && !isNew && type.compare === "shallow" && isShallowEqual(this.#realm, before, this.#props)) return "keep";
    return this.asClass.update(this.#props, given) || isNew ? { view: this.asClass.render() } : "keep";
  }

  unmount(guard: Guard): void {
    this.asClass.unmount(guard);
  }
}

class ProviderBody implements Body {
  readonly asClass = undefined;
  readonly #component: Component;
  readonly #context: ContextValue;

  constructor(component: Component, context: ContextValue) {
    this.#component = component;
    this.#context = context;
  }

  accepts(view: ComponentView): boolean {
    return toProvided(view.type) !== undefined;
  }

  render(view: ComponentView): Shown {
    provide(this.#component, toProvided(view.type) ?? this.#context, view.props.value);
    this.#component.phase = "rendered";
    return { view: view.props.children };
  }

  unmount(): void {}
}

class ConsumerBody implements Body {
  readonly asClass = undefined;
  readonly #realm: Realm;
  readonly #component: Component;

  constructor(realm: Realm, component: Component) {
    this.#realm = realm;
    this.#component = component;
  }

  accepts(view: ComponentView): boolean {
    return view.type instanceof ContextPart && view.type.part === "consumer";
  }

  render({ type, props }: ComponentView): Shown {
    this.#component.phase = "rendered";
    return { view: runIn(this.#realm, this.#component, () => callConsumer(this.#realm, type as ContextPart, props.children)) };
  }

  unmount(): void {}
}
