import { enterCall } from "../runtime/budget.ts";
import { call } from "../runtime/call.ts";
import { Component } from "../runtime/component.ts";
import { copyProps } from "../runtime/get.ts";
import { Fn } from "../runtime/handles.ts";
import { PlatformComponent } from "../runtime/platform-component.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { throwType } from "../runtime/throw.ts";
import { ComponentView, ElementView, FragmentView, toOrigin } from "../runtime/view.ts";
import { ClassComponent } from "../scope/react/class-component.ts";
import { isClassComponent, toComponentType, unwrapPlatform } from "../scope/react/component-type.ts";
import { ContextPart, provide, readContext, toProvided } from "../scope/react/context.ts";
import { fragment } from "../scope/react/elements.ts";
import { renderFunction, runIn, withDefaults } from "../scope/react/function-component.ts";

/** What a tag stands for, where no state is needed to tell: markup, or what a platform component written in the language gives. */
export function openTag(realm: Realm, view: ComponentView): { readonly shown: unknown } | undefined {
  const type = unwrapPlatform(view.type);
  realm.at = view.at;
  if (typeof type === "string") {
    const props = copyProps(realm, view.props);
    const { children } = props;
    delete props.children;
    return { shown: new ElementView(type, props, children === undefined ? [] : [children], toOrigin(view.at), view.key) };
  }
  if (type instanceof PlatformComponent) {
    // A native one that `memo` was put around is shown as if it were not.
    if (type.code === undefined) return { shown: new ComponentView(type, view.props, view.at, view.key) };
    return { shown: call(realm, new Fn(type.code, undefined, realm), undefined, [view.props]) };
  }
  if (type === fragment) return { shown: new FragmentView([view.props.children], toOrigin(view.at), view.key) };
  return undefined;
}

/**
 * Renders a component once and for all, with its own part of the card around what it shows: the first state, no effects. Nothing of the
 * template is given to a framework, which would call it with a host object as `this`.
 */
export function renderComponent<T>(realm: Realm, view: ComponentView, write: (child: unknown) => T): T {
  enterCall(realm);
  const opened = openTag(realm, view);
  // Without `finally`, which costs a tenth of the time: whoever catches takes depth and component back to what they were.
  const outer = realm.component;
  let shown: unknown;
  if (opened === undefined) {
    const component = new Component(outer, undefined);
    shown = renderOnce(realm, component, view);
    realm.component = component;
  } else ({ shown } = opened);
  const written = write(shown);
  realm.component = outer;
  realm.depth--;
  return written;
}

function renderOnce(realm: Realm, component: Component, view: ComponentView): unknown {
  const context = toProvided(view.type);
  if (context !== undefined) {
    provide(component, context, view.props.value);
    return view.props.children;
  }
  const { type: tag } = view;
  if (tag instanceof ContextPart) return runIn(realm, component, () => callConsumer(realm, tag, view.props.children));
  const type = expectComponent(realm, view);
  const props = withDefaults(realm, type, view.props);
  return isClassComponent(type.fn)
    ? new ClassComponent(realm, component, type, props).render()
    : renderFunction(realm, component, type, props);
}

/** Calls the function in a context's `Consumer`. */
export function callConsumer(realm: Realm, { context }: ContextPart, children: unknown): unknown {
  return call(realm, children, undefined, [readContext(realm, context)], "the child of a context's Consumer");
}

/** Gives what stands behind a tag that is neither markup nor the platform's. */
export function expectComponent(realm: Realm, view: ComponentView) {
  realm.at = view.at;
  return (
    toComponentType(view.type) ??
    throwType(realm, "this is not a component: a tag has to name a function, a class or a component of the platform")
  );
}

/**
 * The props that a native component gets as data: a record still, so that it can be copied out. What it does not know, and no component
 * takes, is left out: many hand what they are given on to an element, which would be given `dangerouslySetInnerHTML` by a template.
 */
export function toNativeProps(props: Rec, known: readonly string[] | undefined): Rec {
  const given = createRecord();
  for (const name of Object.keys(props))
    if (name !== "children" && (known === undefined || known.includes(name) || commonProp.test(name))) given[name] = props[name];
  return given;
}

const commonProp = /^(className|style|(data|aria)-.+)$/;
