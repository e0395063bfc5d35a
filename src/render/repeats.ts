import { type PageElement, readHtml } from "../policy/read-html.ts";
import { type Drawn, findRepeatFault, readReferences } from "../policy/references.ts";
import { LimitError } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";

/** Bounds what references in a card's drawings repeat: asked of its finished HTML, where anything in it refers to something. */
export function checkRepeats({ limits }: Realm, html: string): void {
  // Read once, as written: elements that a parser adds are few.
  const root = readHtml(html, new Map(), { elements: limits.nodes * 2, depth: limits.outputDepth * 2 });
  if (typeof root === "string")
    throw new LimitError("nodes", `the card writes too many ${root === "depth" ? "levels of elements" : "elements"}`);
  failRepeats(findRepeatFault(root.elements, toDrawn));
}

/** Ends a card whose drawings repeat too much. */
export function failRepeats(fault: string | undefined): void {
  if (fault !== undefined) throw new LimitError("nodes", fault);
}

function toDrawn({ tag, attributes, elements }: PageElement): Drawn<PageElement> {
  return { tag, id: attributes.get("id"), references: readReferences(tag, (name) => attributes.get(name)), children: elements };
}
