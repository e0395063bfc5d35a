import { Fragment, type VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import { canAct } from "../../components/leaves/leaves.ts";
import { markup } from "../../components/leaves/markup.ts";
import { holdsView } from "../../context/format-value.ts";
import type { NativeForms } from "../../ir/template.ts";
import { exportValue } from "../../runtime/export.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import type { Rec } from "../../runtime/record.ts";
import type { ComponentView } from "../../runtime/view.ts";
import { toNativeProps } from "../components.ts";
import type { LiveCard } from "./live-card.ts";

type DomChild = VNode | string | null;

/**
 * A native component is the host's own: it gets plain copies of the props, its children as vnodes, and in a live card functions in the
 * place of the template's.
 */
export function fromNative(
  realm: Realm,
  { dom, propNames }: Pick<NativeForms, "dom" | "propNames">,
  view: ComponentView,
  children: DomChild,
  card: LiveCard | undefined,
): VNode {
  const given = toNativeProps(view.props, propNames);
  const props = exportProps(realm, given);
  if (card !== undefined) addFunctions(props, given, card, (name) => name !== "ref");
  if (view.props.children !== undefined) props.children = children;
  return jsx(dom as never, props as never, view.key) as VNode;
}

/** A leaf is its children where nobody can act on it, and in cards that don't keep what it adds from the template. */
export function fromLeaf(realm: Realm, dom: unknown, view: ComponentView, children: DomChild, card: LiveCard | undefined): VNode {
  if (card?.page.guard.isOn !== true || !canAct(dom, realm.host))
    return jsx(Fragment, Object.assign(createProps(), { children }) as never, view.key) as VNode;
  const props = exportProps(realm, toNativeProps(view.props, undefined));
  // In the place of a value a function is nothing.
  addFunctions(props, view.props, card, (name) => name.startsWith("on"));
  // Markup has no plain form; it is not the same as no value.
  for (const [name, value] of Object.entries(view.props)) if (name !== "children" && holdsView(realm, value)) props[name] = markup;
  props.children = children;
  return jsx(dom as never, props as never, view.key) as VNode;
}

function exportProps(realm: Realm, props: Rec): Rec {
  return Object.assign(createProps(), exportValue(realm, props) as Rec);
}

function addFunctions(props: Rec, given: Rec, card: LiveCard, accepts: (name: string) => boolean): void {
  for (const [name, value] of Object.entries(given))
    if (isCallable(value) && accepts(name)) props[name] = card.natives.toFunction(value as object);
}

/** Without a prototype: Preact walks props with `for…in`. */
function createProps(): Rec {
  return Object.create(null) as Rec;
}
