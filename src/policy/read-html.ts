import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, type TreeAdapter } from "parse5";

/** An element of finished HTML as a parser reads it, or text of it. Nothing of it is judged. */
export type PageNode = PageElement | string;

export interface PageElement {
  /** As the parser gives it: HTML in lower case, SVG as SVG spells it. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly classes: ReadonlySet<string>;
  readonly parent: PageElement | undefined;
  readonly children: readonly PageNode[];
  /** The children that are elements. */
  readonly elements: readonly PageElement[];
  /** Place among the elements of its parent. */
  readonly place: number;
}

/** What reading gives up at. */
export interface PageBounds {
  /** Elements that the parser makes: it repeats unclosed formatting elements. */
  readonly elements: number;
  /** Elements open in one another. */
  readonly depth: number;
}

interface Growing extends PageElement {
  readonly children: PageNode[];
  readonly elements: Growing[];
}

/** Elements in one another beyond which an element's children stand beside it, as in browsers. */
const deepest = 256;

type Source = DefaultTreeAdapterTypes.ChildNode;

/** Thrown by the tree adapter to stop the parser; never leaves this module. */
class Stop extends Error {}

/**
 * Reads finished HTML as a tree below a root element of our own.
 *
 * @param attributes Attributes of the root, a `<div>`.
 * @returns The root, or the bound that the HTML is beyond.
 */
export function readHtml(html: string, attributes: ReadonlyMap<string, string>, bounds: PageBounds): PageElement | keyof PageBounds {
  let sources: readonly Source[];
  try {
    sources = parseFragment(html, { treeAdapter: toBounded(bounds), scriptingEnabled: false }).childNodes;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return error.message as keyof PageBounds;
  }
  const root = toElement("div", attributes, undefined);
  const open = [{ into: root, sources, next: 0, depth: 0 }];
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const source = frame.sources[frame.next++];
    if (source === undefined) open.pop();
    else if ("value" in source) addText(frame.into, source.value);
    else if ("tagName" in source) {
      const element = toElement(source.tagName, new Map(source.attrs.map(({ name, value }) => [name, value])), frame.into);
      frame.into.children.push(element);
      frame.into.elements.push(element);
      const flat = frame.depth >= deepest;
      open.push({ into: flat ? frame.into : element, sources: source.childNodes, next: 0, depth: flat ? frame.depth : frame.depth + 1 });
    }
  }
  return root;
}

function toElement(tag: string, attributes: ReadonlyMap<string, string>, parent: Growing | undefined): Growing {
  const classes = new Set(attributes.get("class")?.match(/[^\t\n\f\r ]+/g));
  return { tag, attributes, classes, parent, children: [], elements: [], place: parent?.elements.length ?? 0 };
}

function addText(into: Growing, text: string): void {
  const last = into.children.at(-1);
  if (typeof last === "string") into.children[into.children.length - 1] = last + text;
  else into.children.push(text);
}

/** A parser without bounds would take its time by the square of what nests. */
function toBounded(bounds: PageBounds): TreeAdapter<DefaultTreeAdapterMap> {
  let made = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (tag, namespace, attributes) => {
      if (++made > bounds.elements) throw new Stop("elements");
      return defaultTreeAdapter.createElement(tag, namespace, attributes);
    },
    onItemPush: () => {
      if (++depth > bounds.depth) throw new Stop("depth");
    },
    onItemPop: () => {
      depth--;
    },
  };
}
