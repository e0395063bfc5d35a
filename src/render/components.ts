import { charge, enterCall } from "../runtime/budget.ts";
import { call, construct } from "../runtime/call.ts";
import { copyOwn } from "../runtime/copy-own.ts";
import { copyProps, getNamed } from "../runtime/get.ts";
import { Fn, Instance } from "../runtime/handles.ts";
import { isCallable } from "../runtime/kinds.ts";
import { PlatformComponent } from "../runtime/platform-component.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../runtime/record.ts";
import { set } from "../runtime/set.ts";
import { throwType } from "../runtime/throw.ts";
import { type ComponentView, ElementView, FragmentView, toOrigin } from "../runtime/view.ts";
import { ContextPart, ContextValue, readContext, withContext } from "../scope/react/context.ts";
import { fragment } from "../scope/react/elements.ts";

/**
 * Calls a component of the template, or a platform component that is written in the language, and gives what it renders.
 * A string makes an element. The renderer never gives a component to a framework, which would call it with a host object
 * as `this`.
 */
function callComponent(realm: Realm, view: ComponentView): unknown {
  const { type } = view;
  realm.at = view.at;
  if (typeof type === "string") {
    const props = copyProps(realm, view.props);
    const { children } = props;
    delete props.children;
    return new ElementView(type, props, children === undefined ? [] : [children], toOrigin(view.at), view.key);
  }
  if (type instanceof PlatformComponent && type.code !== undefined) {
    return call(realm, new Fn(type.code, undefined, realm), undefined, [view.props]);
  }
  if (type === fragment) return new FragmentView([view.props.children], toOrigin(view.at), view.key);
  if (type instanceof ContextPart && type.part === "consumer") {
    return call(realm, view.props.children, undefined, [readContext(realm, type.context)], "the child of a context's Consumer");
  }
  if (!(type instanceof Fn))
    return throwType(realm, "this is not a component: a tag has to name a function, a class or a component of the platform");
  const props = withDefaults(realm, type, view.props);
  return isClass(type) ? renderInstance(realm, type, props) : call(realm, type, undefined, [props]);
}

/**
 * Renders a component with its own part of the card around it: a provider's value is in force while its children are
 * written, and a component that renders itself counts as calls under way.
 */
export function renderComponent<T>(realm: Realm, view: ComponentView, write: (child: unknown) => T): T {
  const { type } = view;
  if (type instanceof ContextPart && type.part === "provider") {
    return withContext(realm, type.context, view.props.value, () => write(view.props.children));
  }
  enterCall(realm);
  // Without `finally`, which costs a tenth of the time: whoever catches takes the depth back to what it was.
  const written = write(callComponent(realm, view));
  realm.depth--;
  return written;
}

/** A class, or a function whose prototype was given a `render`. */
function isClass(type: Fn): boolean {
  return type.code.kind === "class" || (type.proto !== undefined && "render" in type.proto);
}

function renderInstance(realm: Realm, type: Fn, props: Rec): unknown {
  const instance = construct(realm, type, [props]);
  if (!(instance instanceof Instance)) return throwType(realm, "a class component has to be an object");
  // React sets the props itself, whether the constructor handed them to `super` or not.
  instance.own.props = props;
  const contextType = getNamed(realm, type, "contextType");
  if (contextType instanceof ContextValue) instance.own.context = readContext(realm, contextType);
  // React calls the older methods only where the newer one is absent.
  if (!deriveState(realm, type, instance, props)) {
    for (const name of ["componentWillMount", "UNSAFE_componentWillMount"]) {
      const hook = getNamed(realm, instance, name);
      if (isCallable(hook)) call(realm, hook, instance, []);
    }
  }
  return call(realm, getNamed(realm, instance, "render"), instance, [], "`render` of this class");
}

/** Runs `static getDerivedStateFromProps`; tells whether the class has it. */
function deriveState(realm: Realm, type: Fn, instance: Instance, props: Rec): boolean {
  const derive = getNamed(realm, type, "getDerivedStateFromProps");
  if (!isCallable(derive)) return false;
  const state = getNamed(realm, instance, "state") ?? null;
  const derived = call(realm, derive, type, [props, state]);
  if (!isRecord(derived)) return true;
  const next = createRecord();
  copyOwn(realm, state, next);
  copyOwn(realm, derived, next);
  set(realm, instance, "state", next);
  return true;
}

function withDefaults(realm: Realm, type: Fn, props: Rec): Rec {
  const defaults = getNamed(realm, type, "defaultProps");
  if (!isRecord(defaults)) return props;
  const merged = copyProps(realm, props);
  const keys = Object.keys(defaults);
  charge(realm, keys.length);
  for (const key of keys) if (merged[key] === undefined) merged[key] = defaults[key];
  return merged;
}

/** The props that a native component gets as data: a record still, so that it can be copied out. */
export function withoutChildren(props: Rec): Rec {
  const rest = Object.assign(createRecord(), props);
  delete rest.children;
  return rest;
}
