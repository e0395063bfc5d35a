import type { PolicyEnv } from "../../policy/env.ts";
import type { PageElement, PageNode } from "../../policy/read-html.ts";
import { toMailImage, toMailLink, toPageLink } from "./addresses.ts";
import { readDrawing } from "./charts.ts";
import { readControl, readText } from "./controls.ts";
import type { Shown, ShownElement } from "./shown.ts";
import { computeStyle, type Generated, type Styling } from "./style/compute.ts";
import type { Style } from "./style/style.ts";
import { findToken } from "./style/tokens.ts";

/** What reading a card needs besides its tree. */
export interface Reading extends Styling {
  readonly policy: PolicyEnv;
  /** Whether what stands for readers of a screen only is read too: in text there is nothing to see it by. */
  readonly heard: boolean;
}

/** Elements that are no part of what a reader sees, with all that they hold. */
const gone: ReadonlySet<string> = new Set(
  [
    "style script template noscript title head meta link base object embed canvas audio source track map datalist",
    "option optgroup col colgroup",
  ].flatMap((names) => names.split(" ")),
);
const controls: ReadonlySet<string> = new Set(["input", "select", "progress", "meter"]);
/** What else a message shows as words where a page has a frame around it. */
const words: ReadonlySet<string> = new Set(["textarea", "iframe", "video", "svg"]);
/** Elements that show something though they hold nothing. */
const bare: ReadonlySet<string> = new Set(["img", "br", "hr", "td", "th", "tr"]);
/** What is kept of an element's attributes, by element; values as `judgeKept` lets them. */
const kept: ReadonlyMap<string, readonly string[]> = new Map([
  ["td", ["colspan", "rowspan"]],
  ["th", ["colspan", "rowspan", "scope"]],
  ["ol", ["start"]],
  ["li", ["value"]],
]);
const keptValue = /^(?:\d{1,3}|col|row|colgroup|rowgroup)$/;

/** Reads the tree of a card as a message shows it: styled, hidden parts left out, controls and frames as text and links. */
export function readCard(root: PageElement, style: Style, reading: Reading): ShownElement {
  return { tag: "div", classes: root.classes, style, children: readChildren(root.children, style, reading), attributes: new Map() };
}

function readChildren(nodes: readonly PageNode[], style: Style, reading: Reading): readonly Shown[] {
  const shown: Shown[] = [];
  for (const node of nodes) {
    const read = typeof node === "string" ? node : readElement(node, style, reading);
    if (read === undefined) continue;
    // Controls and pictures stand apart by their frames, which text has not.
    if (typeof node !== "string" && typeof read !== "string" && isWord(node.tag, read)) shown.push(" ", read, " ");
    else shown.push(read);
  }
  return shown;
}

function isWord(tag: string, { attributes }: ShownElement): boolean {
  return controls.has(tag) || words.has(tag) || (tag === "img" && !attributes.has("src"));
}

function readElement(element: PageElement, parent: Style, reading: Reading): ShownElement | undefined {
  reading.spend(1);
  const { tag, attributes, classes } = element;
  if (gone.has(tag) || attributes.has("hidden")) return undefined;
  const { style, before, after } = computeStyle(element, parent, reading);
  const heard = reading.heard && classes.has("kv-unseen");
  if ((style.display === "none" && !heard) || style.own.get("visibility") === "hidden") return undefined;
  const make = (children: readonly Shown[], more: Partial<ShownElement> = {}): ShownElement => ({
    tag,
    classes,
    style: style.display === "none" ? { ...style, display: "inline" } : style,
    children: [...toGenerated(before), ...children, ...toGenerated(after)],
    attributes: keepAttributes(element),
    ...more,
  });
  if (controls.has(tag)) return toText(make, readControl(element));
  switch (tag) {
    case "svg": {
      const chart = readDrawing(element);
      return chart === undefined ? undefined : make([], { chart });
    }
    case "iframe":
    case "video":
      return toFrame(make, element, parent, reading.policy);
    case "img":
      return toImage(make, attributes);
    case "time":
      // "3 days ago" is wrong tomorrow: a message is read at any time.
      return attributes.has("datetime") && attributes.has("title")
        ? make([attributes.get("title") ?? ""])
        : fill(make, element, style, reading);
    case "a": {
      const href = toMailLink(attributes.get("href"));
      const link = fill(make, element, style, reading);
      if (link === undefined || href !== undefined) return link && { ...link, attributes: new Map([["href", href ?? ""]]) };
      // What leads nowhere from a mailbox must not look as if it did.
      return { ...link, attributes: new Map(), style: { ...style, text: { ...style.text, colour: parent.text.colour } } };
    }
    default: {
      // An avatar or icon is its label where nothing can be seen of it.
      const label = attributes.get("role") === "img" ? attributes.get("aria-label") : undefined;
      if (label === undefined) return fill(make, element, style, reading);
      const seen = reading.heard ? undefined : fill(make, element, style, reading);
      return seen ?? { ...make(readsOn(element, label) ? [] : [label]), style: { ...style, own: new Map() } };
    }
  }
}

type Make = (children: readonly Shown[], more?: Partial<ShownElement>) => ShownElement;

/** Reads what an element holds; nothing where there is nothing to see of it. */
function fill(make: Make, element: PageElement, style: Style, reading: Reading): ShownElement | undefined {
  const shown = make(readChildren(element.children, style, reading));
  return shown.children.some(isVisible) || bare.has(element.tag) || isPainted(style) ? shown : undefined;
}

function isVisible(node: Shown): boolean {
  return typeof node !== "string" || node.trim() !== "";
}

/** A bar or a dot: nothing but a ground or a line, and a size. */
function isPainted({ own }: Style): boolean {
  const ground = own.get("background-color");
  const painted = (ground !== undefined && ground !== "transparent") || [...own.keys()].some((name) => /^border-\w+-style$/.test(name));
  const height = own.get("height");
  return painted && ((height !== undefined && height !== "0") || own.has("border-top-style"));
}

function toText(make: Make, text: string): ShownElement | undefined {
  return text === "" ? undefined : make([text], { tag: "span" });
}

/** An embedded page is a link to it, in the looks of one. */
function toFrame(make: Make, { tag, attributes }: PageElement, { text, tokens }: Style, policy: PolicyEnv): ShownElement | undefined {
  const href = toPageLink(attributes.get("src"), policy);
  if (href === undefined) return undefined;
  const title = attributes.get("title")?.trim() || (tag === "video" ? "Video" : "Embedded page");
  const colour = findToken("--kv-link", tokens) ?? text.colour;
  const style = { display: "inline", text: { ...text, colour }, own: new Map([["text-decoration", "none"]]), tokens };
  return { ...make([]), tag: "a", classes: new Set(), style, children: [title], attributes: new Map([["href", href]]) };
}

/** A picture that a message can't load is its text. */
function toImage(make: Make, attributes: PageElement["attributes"]): ShownElement | undefined {
  const src = toMailImage(attributes.get("src"));
  const alt = attributes.get("alt") ?? "";
  return src === undefined
    ? toText(make, alt)
    : make([], {
        attributes: new Map([
          ["src", src],
          ["alt", alt],
        ]),
      });
}

function keepAttributes({ tag, attributes }: PageElement): ReadonlyMap<string, string> {
  const names = kept.get(tag) ?? [];
  return new Map(
    names.flatMap((name) => {
      const value = attributes.get(name) ?? "";
      return keptValue.test(value) ? [[name, value] as const] : [];
    }),
  );
}

function toGenerated(generated: Generated | undefined): readonly Shown[] {
  if (generated === undefined) return [];
  return [{ tag: "span", classes: new Set(), style: generated.style, children: [generated.text], attributes: new Map() }];
}

/** Tells whether what follows says the same at once: a picture of a person beside the name. */
function readsOn({ parent, place }: PageElement, label: string): boolean {
  const next = parent?.elements[place + 1];
  return next !== undefined && readText(next).trim().startsWith(label);
}
