import type { NativeContext } from "../components/define-component.ts";
import { toMaskedText } from "../context/masked.ts";
import type { NativeForms } from "../ir/template.ts";
import { elements, judgeElement } from "../policy/elements.ts";
import type { HtmlNode } from "../policy/html.ts";
import { judgeText } from "../policy/text.ts";
import { charge } from "../runtime/budget.ts";
import { escapeSpecial, escapeText } from "../runtime/escape.ts";
import { exportValue } from "../runtime/export.ts";
import { LimitError } from "../runtime/failure.ts";
import { Fn, Native } from "../runtime/handles.ts";
import { Leaf, PlatformComponent } from "../runtime/platform-component.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Rec } from "../runtime/record.ts";
import { BlockView, ComponentView, ElementView, FragmentView, HtmlView, RefusedView, View, type ViewOrigin } from "../runtime/view.ts";
import { toAttributes } from "./attributes.ts";
import { toCardFacts } from "./card-facts.ts";
import { refuseChild } from "./child-place.ts";
import { renderComponent, toNativeProps } from "./components.ts";
import { toContent } from "./content.ts";
import type { HtmlBlock } from "./html-block.ts";
import { markSelected } from "./html-select.ts";
import { checkLength, countNodes } from "./output-limits.ts";

/** What `escapeText` or `judgeText` would change; half of a pair counts, whole pairs are looked at again. */
const unclean = /[&<>"\r\0\x1b\ud800-\udfff]/;

/** Writes text as content, or inside double quotes. One test for clean text, which is most of it. */
export function writeText(text: string): string {
  return unclean.test(text) ? escapeSpecial(judgeText(text)) : text;
}

/**
 * Writes a child as HTML: React's rules for what shows (null, undefined and booleans don't). Objects are errors, never
 * printed; functions show nothing and are never called.
 */
export function writeChild(realm: Realm, value: unknown, depth = 0): string {
  switch (typeof value) {
    case "string":
      return writeText(value);
    case "number":
      return String(value);
    case "undefined":
    case "boolean":
      return "";
    default:
  }
  if (value === null) return "";
  if (depth > realm.limits.outputDepth) throw new LimitError("outputDepth", "children nest too deep");
  if (Array.isArray(value)) return writeList(realm, value, depth);
  if (value instanceof View) return writeView(realm, value, depth);
  if (value instanceof Fn || value instanceof Native) return "";
  const masked = toMaskedText(value);
  if (masked !== undefined) return writeText(masked);
  return refuseChild(realm, value as object);
}

/** @param places Offsets of the children in the source, where they are known. */
function writeList(realm: Realm, list: readonly unknown[], depth: number, places: readonly number[] = []): string {
  let html = "";
  for (let i = 0; i < list.length; i++) {
    charge(realm, 1);
    realm.at = places[i] ?? realm.at;
    html += writeChild(realm, list[i], depth + 1);
    checkLength(realm, html);
  }
  return html;
}

function writeView(realm: Realm, view: View, depth: number): string {
  if (view instanceof HtmlView) return view.html;
  if (view instanceof RefusedView) throw view.error;
  charge(realm, 1);
  if (view instanceof BlockView) return (view.block as HtmlBlock).write(realm, view.values, depth + 1);
  if (view instanceof ComponentView) return writeComponent(realm, view, depth + 1);
  if (view instanceof FragmentView) return writeList(realm, view.children, depth + 1, view.origin.places);
  if (view instanceof ElementView) return writeElement(realm, view, depth + 1);
  return "";
}

function writeComponent(realm: Realm, view: ComponentView, depth: number): string {
  const { type } = view;
  if (type instanceof Leaf) return writeChild(realm, view.props.children, depth);
  if (type instanceof PlatformComponent && type.forms?.html !== undefined) return writeNative(realm, type.forms, view.props, depth);
  return renderComponent(realm, view, (child) => writeChild(realm, child, depth));
}

type NativeHtml = (props: Rec, context: NativeContext) => string;

/** A native component is the host's own: it gets plain copies of the props and gives finished HTML. */
function writeNative(realm: Realm, { html, propNames }: NativeForms, props: Rec, depth: number): string {
  return (html as NativeHtml)(exportValue(realm, toNativeProps(props, propNames)) as Rec, {
    ...toCardFacts(realm),
    children: writeChild(realm, props.children, depth),
    now: realm.now(),
  });
}

/** Writes an element made at run time; its tag is judged here. */
function writeElement(realm: Realm, view: ElementView, depth: number): string {
  const tag = judgeElement(view.tag, view.origin.svg);
  countNodes(realm, 1);
  if (tag === undefined) return writeList(realm, view.children, depth, view.origin.places);
  return writeOpenElement(realm, tag, view.props, view.children, view.origin, depth);
}

export function writeOpenElement(
  realm: Realm,
  tag: string,
  props: Rec,
  children: readonly unknown[],
  origin: ViewOrigin,
  depth: number,
): string {
  const attributes = toAttributes(realm, tag, props, origin.at);
  // The text of a textarea and the choice of a select are written as content.
  if (tag === "textarea" || tag === "select") attributes.delete("value");
  let html = `<${tag}`;
  for (const [name, value] of attributes) {
    html += writeAttribute(name, value);
    checkLength(realm, html);
  }
  if (elements.get(tag)?.void) return `${html}>`;
  return `${html}>${writeContent(realm, tag, props, children, origin, depth)}</${tag}>`;
}

function writeContent(realm: Realm, tag: string, props: Rec, children: readonly unknown[], origin: ViewOrigin, depth: number): string {
  const content = toContent(realm, tag, props, children, origin.at);
  switch (content.kind) {
    case "text":
      return keepLineBreak(tag, escapeText(content.text));
    case "css":
      return content.css;
    case "html":
      return content.nodes.map((node) => writeHtmlNode(realm, node)).join("");
    case "children": {
      const html = keepLineBreak(tag, writeList(realm, content.children, depth, origin.places));
      const value = tag === "select" ? (props.value ?? props.defaultValue) : undefined;
      if (value === undefined || value === null) return html;
      // Reads what it holds: selects in selects read it again.
      charge(realm, html.length >>> 6);
      return markSelected(html, value);
    }
  }
}

export function writeAttribute(name: string, value: string | true): string {
  return value === true ? ` ${name}=""` : ` ${name}="${escapeText(value)}"`;
}

/** A parser drops a line break right after these tags; a second one keeps the first. */
export function keepLineBreak(tag: string, html: string): string {
  return (tag === "textarea" || tag === "pre") && html.startsWith("\n") ? `\n${html}` : html;
}

function writeHtmlNode(realm: Realm, node: HtmlNode): string {
  if (typeof node === "string") return escapeText(node);
  countNodes(realm, 1);
  const open = `<${node.tag}${node.attributes.map(([name, value]) => writeAttribute(name, value)).join("")}>`;
  return elements.get(node.tag)?.void
    ? open
    : `${open}${keepLineBreak(node.tag, node.children.map((child) => writeHtmlNode(realm, child)).join(""))}</${node.tag}>`;
}
