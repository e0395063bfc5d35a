import { charge } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { copyOwn } from "../../runtime/copy-own.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { ComponentView, ElementView, FragmentView, toOrigin, View } from "../../runtime/view.ts";

/** `React.Fragment`: a tag that stands for its children. */
export const fragment = new Native({ name: "Fragment" });

const createElement: Implementation = (realm, _self, [type, config, ...children]) => {
  const props = createRecord();
  if (isRecord(config)) copyOwn(realm, config, props);
  return toView(realm, type, props, children);
};

function toView(realm: Realm, type: unknown, props: Rec, children: readonly unknown[]): View {
  const { key: given } = props;
  delete props.key;
  const key = typeof given === "string" || typeof given === "number" ? String(given) : undefined;
  if (typeof type === "string") return new ElementView(type, props, children, toOrigin(realm.at), key);
  if (type === fragment) return new FragmentView(children.length > 0 ? children : [props.children], toOrigin(realm.at), key);
  if (children.length > 0) props.children = children.length === 1 ? children[0] : children;
  return new ComponentView(type, props, realm.at, key);
}

const cloneElement: Implementation = (realm, _self, [element, config, ...children]) => {
  if (!(element instanceof ElementView) && !(element instanceof ComponentView)) {
    return element instanceof View ? element : throwType(realm, "`React.cloneElement` takes an element");
  }
  const props = createRecord();
  copyOwn(realm, element.props, props);
  if (element.key !== undefined) props.key = element.key;
  if (isRecord(config)) copyOwn(realm, config, props);
  if (element instanceof ComponentView) return toView(realm, element.type, props, children);
  return toView(realm, element.tag, props, children.length > 0 ? children : element.children);
};

/** Children as a flat list, as `React.Children` sees them: arrays and fragments of arrays are opened, empty ones are null. */
function toChildren(realm: Realm, children: unknown, depth = 0): unknown[] {
  if (depth > realm.limits.outputDepth) throwType(realm, "children nest too deep");
  // Looked at for each: lists that hold themselves several times over are as long as they print.
  charge(realm, 2);
  if (!Array.isArray(children)) return [typeof children === "boolean" || children === undefined ? null : children];
  return children.flatMap((child) => toChildren(realm, child, depth + 1));
}

const childrenMembers = new Map<string, unknown>(
  Object.entries({
    map: (realm, _self, [children, fn]) =>
      children === null || children === undefined
        ? children
        : toChildren(realm, children).map((child, index) => call(realm, fn, undefined, [child, index])),
    forEach: (realm, _self, [children, fn]) => {
      if (children !== null && children !== undefined)
        toChildren(realm, children).forEach((child, index) => void call(realm, fn, undefined, [child, index]));
      return undefined;
    },
    count: (realm, _self, [children]) => (children === null || children === undefined ? 0 : toChildren(realm, children).length),
    toArray: (realm, _self, [children]) => toChildren(realm, children).filter((child) => child !== null),
    only: (realm, _self, [children]) => (children instanceof View ? children : throwType(realm, "`React.Children.only` takes one element")),
  } satisfies Record<string, Implementation>).map(([name, run]) => [name, new Native({ name, length: 2, run })]),
);

/** Members of `React` that make and look at elements. */
export const elementMembers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["Fragment", fragment],
  // What they do in React (warn, wait, measure) has no place in a card: their children show.
  ["StrictMode", fragment],
  ["Suspense", fragment],
  ["Profiler", fragment],
  ["createElement", new Native({ name: "createElement", length: 3, run: createElement })],
  ["cloneElement", new Native({ name: "cloneElement", length: 3, run: cloneElement })],
  ["isValidElement", new Native({ name: "isValidElement", length: 1, run: (_realm, _self, [value]) => value instanceof View })],
  ["Children", new Native({ name: "Children", members: childrenMembers })],
]);
