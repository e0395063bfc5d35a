import { Fragment, type VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import { toMaskedText } from "../../context/masked.ts";
import { elements, judgeElement } from "../../policy/elements.ts";
import type { HtmlNode } from "../../policy/html.ts";
import { judgeText } from "../../policy/text.ts";
import { charge, enterCall } from "../../runtime/budget.ts";
import type { Component } from "../../runtime/component.ts";
import { LimitError } from "../../runtime/failure.ts";
import { Fn, Native } from "../../runtime/handles.ts";
import { Leaf, PlatformComponent } from "../../runtime/platform-component.ts";
import type { Realm } from "../../runtime/realm.ts";
import type { Rec } from "../../runtime/record.ts";
import { ComponentView, ElementView, FragmentView, View } from "../../runtime/view.ts";
import { type Attributes, toAttributes } from "../attributes.ts";
import { refuseChild } from "../child-place.ts";
import { openTag, renderComponent } from "../components.ts";
import { toContent } from "../content.ts";
import { countNodes, countText } from "../output-limits.ts";
import { fromLeaf, fromNative } from "./from-native.ts";
import { addLife } from "./life.ts";
import type { LiveCard } from "./live-card.ts";
import { namespaceOf, toNamespacedRef, withoutNamespaced } from "./namespaces.ts";

/** What Preact takes as a child. */
export type DomChild = VNode | string | null;

/** Where a child stands: inside of `<svg>`, Preact makes all elements SVG's; in a `<select>`, what it chooses. */
export interface Place {
  readonly svg: boolean;
  readonly chosen: ReadonlySet<string> | undefined;
  readonly depth: number;
  /** The component around. */
  readonly parent: Component | undefined;
  /** Absent where only the tree is wanted: components are then rendered once, without handlers and refs. */
  readonly card: LiveCard | undefined;
}

export const outside: Place = { svg: false, chosen: undefined, depth: 0, parent: undefined, card: undefined };

/** Turns a child into vnodes; the counterpart of `writeChild`, rule for rule. */
export function toVNode(realm: Realm, value: unknown, place: Place = outside): DomChild {
  switch (typeof value) {
    case "string":
      return toText(realm, value);
    case "number":
      return String(value);
    case "undefined":
    case "boolean":
      return null;
    default:
  }
  if (value === null) return null;
  if (place.depth > realm.limits.outputDepth) throw new LimitError("outputDepth", "children nest too deep");
  if (Array.isArray(value)) return fragment(toVNodes(realm, value, place), undefined);
  if (value instanceof View) return fromView(realm, value, place);
  if (value instanceof Fn || value instanceof Native) return null;
  const masked = toMaskedText(value);
  if (masked !== undefined) return toText(realm, masked);
  return refuseChild(realm, value as object);
}

/** Preact writes an empty text anew at every update; it shows as much as none. */
function toText(realm: Realm, value: string): string | null {
  if (value === "") return null;
  countText(realm, value.length);
  return judgeText(value);
}

function toVNodes(realm: Realm, list: readonly unknown[], place: Place, places: readonly number[] = []): DomChild[] {
  const inside = { ...place, depth: place.depth + 1 };
  const children: DomChild[] = [];
  let text = -1;
  for (let i = 0; i < list.length; i++) {
    realm.at = places[i] ?? realm.at;
    charge(realm, 1);
    const child = toVNode(realm, list[i], inside);
    // Texts beside one another are one text, as in HTML that is parsed; a child keeps its place all the same.
    if (typeof child === "string" && text >= 0) {
      children[text] = (children[text] as string) + child;
      children.push(null);
      continue;
    }
    if (child !== null) text = typeof child === "string" ? i : -1;
    if (typeof child === "object" && child !== null) child.key ??= keyOfPlace(i);
    children.push(child);
  }
  return children;
}

/**
 * A child without a key is what stood at its place before, as in React, or new. Preact would look for the nearest of its type, and all
 * components of a template are of one type to it: one that comes would take the element of one that stays.
 */
function keyOfPlace(index: number): string {
  return `\0${index}`;
}

function fromView(realm: Realm, view: View, place: Place): DomChild {
  charge(realm, 1);
  if (view instanceof ElementView) return fromElement(realm, view, place);
  if (view instanceof FragmentView) return fragment(toVNodes(realm, view.children, place, view.origin.places), view.key);
  if (view instanceof ComponentView) return fromComponent(realm, view, place);
  return null;
}

function fromComponent(realm: Realm, view: ComponentView, place: Place): DomChild {
  const { type } = view;
  const inside = { ...place, depth: place.depth + 1 };
  const { card } = place;
  if (type instanceof PlatformComponent && (type instanceof Leaf || type.forms?.dom !== undefined)) {
    const children = toVNode(realm, view.props.children, inside);
    if (type instanceof Leaf) return fromLeaf(realm, type.forms?.dom, view, children, card);
    if (type.forms !== undefined) return fromNative(realm, type.forms, view, children, card);
  }
  const opened = card === undefined ? undefined : openTag(realm, view);
  if (card !== undefined && opened === undefined) {
    if (inside.depth > realm.limits.outputDepth) throw new LimitError("outputDepth", "children nest too deep");
    return jsx(card.adapter as never, Object.assign(createProps(), { card, view, place: inside }) as never, view.key) as VNode;
  }
  const child =
    opened === undefined
      ? renderComponent(realm, view, (inner) => toVNode(realm, inner, inside))
      : withinCall(realm, () => toVNode(realm, opened.shown, inside));
  return view.key === undefined ? child : fragment([child], view.key);
}

/** A component that renders itself counts as calls under way. */
function withinCall<T>(realm: Realm, run: () => T): T {
  enterCall(realm);
  const result = run();
  realm.depth--;
  return result;
}

function fromElement(realm: Realm, view: ElementView, place: Place): DomChild {
  const tag = judgeElement(view.tag, view.origin.svg);
  countNodes(realm, 1);
  if (tag === undefined) return fragment(toVNodes(realm, view.children, place, view.origin.places), view.key);
  const attributes = toAttributes(realm, tag, view.props, view.origin.at);
  const svg = tag === "svg" || place.svg;
  if (tag === "textarea" || tag === "select") attributes.delete("value");
  if (tag === "option" && place.chosen !== undefined) choose(attributes, view, place.chosen);
  const props = toProps(realm, tag, attributes, svg);
  if (place.card !== undefined) {
    addLife(place.card, tag, view.props, props, place.parent);
    place.card.page.guard.note(props);
  }
  if (!elements.get(tag)?.void) {
    const children = toChildren(realm, tag, view, {
      ...place,
      svg,
      chosen: tag === "select" ? toChosen(view.props) : place.chosen,
      depth: place.depth + 1,
    });
    if (children.length > 0) props.children = children;
  }
  return jsx(tag, props as never, view.key);
}

function toChildren(realm: Realm, tag: string, view: ElementView, place: Place): DomChild[] {
  const content = toContent(realm, tag, view.props, view.children, view.origin.at);
  switch (content.kind) {
    case "text":
      countText(realm, content.text.length);
      return content.text === "" ? [] : [content.text];
    case "css":
      countText(realm, content.css.length);
      return content.css === "" ? [] : [content.css];
    case "html":
      return content.nodes.map((node) => fromHtml(realm, node, place.svg, place.card));
    case "children":
      return toVNodes(realm, content.children, place, view.origin.places);
  }
}

function fromHtml(realm: Realm, node: HtmlNode, svg: boolean, card: LiveCard | undefined): DomChild {
  if (typeof node === "string") {
    countText(realm, node.length);
    return node;
  }
  countNodes(realm, 1);
  const inside = svg || node.tag === "svg";
  const props = toProps(realm, node.tag, new Map(node.attributes), inside);
  card?.page.guard.note(props);
  if (node.children.length > 0) props.children = node.children.map((child) => fromHtml(realm, child, inside, card));
  return jsx(node.tag, props as never);
}

/**
 * Props for Preact. It sets a DOM property wherever one has the attribute's name, which differs from the attribute in
 * a dozen ways (`draggable="false"` becomes true); in capitals no property has the name, and HTML elements take
 * attribute names in any case. Styles go through the object model, which no style policy of the page forbids.
 * Without a prototype: Preact walks props with `for…in`, and a polluted `Object.prototype` must not show.
 */
function toProps(realm: Realm, tag: string, attributes: Attributes, svg: boolean): Rec {
  const props = createProps();
  if (svg) return toSvgProps(realm, props, attributes);
  for (const [name, value] of attributes) {
    const text = value === true ? "" : value;
    countText(realm, name.length + text.length);
    // Preact takes the attribute off a `progress` that has no prop `value`.
    const asIs = name === "style" || (tag === "progress" && name === "value");
    props[asIs ? name : name.toUpperCase()] = text;
  }
  // The attribute mutes what a parser makes; what a script makes listens to the property alone.
  if (attributes.has("muted") && (tag === "video" || tag === "audio")) props.muted = true;
  return props;
}

/** In a drawing names keep their case, and some have a namespace. */
function toSvgProps(realm: Realm, props: Rec, attributes: Attributes): Rec {
  const namespaced = new Map<string, string>();
  for (const [name, value] of attributes) {
    const text = value === true ? "" : value;
    countText(realm, name.length + text.length);
    if (namespaceOf(name) === undefined) props[name] = text;
    else namespaced.set(name, text);
  }
  props.ref = namespaced.size > 0 ? toNamespacedRef(namespaced) : withoutNamespaced;
  return props;
}

function createProps(): Rec {
  return Object.create(null) as Rec;
}

function fragment(children: DomChild[], key: string | undefined): VNode {
  const props = createProps();
  props.children = children;
  return jsx(Fragment, props as never, key) as VNode;
}

function toChosen(props: Rec): ReadonlySet<string> | undefined {
  const value = props.value ?? props.defaultValue;
  if (value === undefined || value === null) return undefined;
  return new Set((Array.isArray(value) ? value : [value]).filter((item) => typeof item !== "object").map(String));
}

function choose(attributes: Attributes, view: ElementView, chosen: ReadonlySet<string>): void {
  const own = attributes.get("value") ?? view.children.filter((child) => typeof child === "string" || typeof child === "number").join("");
  if (chosen.has(String(own))) attributes.set("selected", true);
  else attributes.delete("selected");
}
