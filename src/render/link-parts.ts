import type { Linker, Run } from "../engine/linker.ts";
import { isLeafName } from "../ir/leaf-name.ts";
import type { Attribute, ComponentNode, Expression, PlatformNode, Spread } from "../ir/nodes.ts";
import { copyOwn } from "../runtime/copy-own.ts";
import { Leaf } from "../runtime/platform-component.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { ComponentView } from "../runtime/view.ts";
import { rememberPlace } from "./child-place.ts";

/** Links a component's tag as a view of it: it is called when the view is written. */
export function linkComponent(node: ComponentNode | PlatformNode, linker: Linker): Run {
  const type: Run = node.kind === "component" ? linker.expression(node.type) : constantRun(toPlatform(node.name, linker));
  const props = linkProps(node.attributes, linker);
  const children = node.children.length === 0 ? undefined : linker.list(node.children);
  const key = linkKey(node, linker);
  const at = node.span[0];
  const places = toPlaces(node.children);
  return (frame, realm) => {
    const component = type(frame, realm);
    const name = key(frame, realm);
    const given = props(frame, realm);
    const list = children?.(frame, realm);
    if (list !== undefined) {
      for (let i = 0; i < list.length; i++) rememberPlace(realm, list[i], places[i] ?? at);
      given.children = list.length === 1 ? list[0] : list;
    }
    return new ComponentView(component, given, at, name);
  };
}

function toPlatform(name: string, { components }: Linker): unknown {
  return components.get(name) ?? (isLeafName(name) ? new Leaf(name, undefined) : undefined);
}

function constantRun(value: unknown): Run {
  return () => value;
}

/** Links the props of a tag as one record, in order; a spread of anything but an object adds nothing. */
export function linkProps(nodes: readonly (Attribute | Spread)[], linker: Linker): (frame: Parameters<Run>[0], realm: Realm) => Rec {
  const steps = nodes.map((node) => {
    const value = linker.expression(node.value);
    if (node.kind === "attribute")
      return (frame: Parameters<Run>[0], realm: Realm, props: Rec) => void (props[node.name] = value(frame, realm));
    return (frame: Parameters<Run>[0], realm: Realm, props: Rec) => {
      const given = value(frame, realm);
      if (typeof given === "object") copyOwn(realm, given, props);
    };
  });
  return (frame, realm) => {
    const props = createRecord();
    for (const step of steps) step(frame, realm, props);
    return props;
  };
}

/** Links a key, which is evaluated before attributes and children. */
export function linkKey(
  node: { readonly key: Expression | null },
  linker: Linker,
): (frame: Parameters<Run>[0], realm: Realm) => string | undefined {
  if (node.key === null) return () => undefined;
  const run = linker.expression(node.key);
  return (frame, realm) => {
    const key = run(frame, realm);
    return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
  };
}

/** Offsets of children; none where a spread makes their number unknown. */
export function toPlaces(children: readonly (Expression | Spread)[]): readonly number[] {
  return children.some((child) => child.kind === "spread") ? [] : children.map((child) => child.span[0]);
}
