import type { Bag } from "../../context/bag.ts";
import type { Template } from "../../ir/template.ts";
import { LimitError, TemplateThrow } from "../../runtime/failure.ts";
import type { Settings } from "../options.ts";
import { createRealm } from "../realm.ts";
import { runScript } from "../run-card.ts";
import { compareTree, type Mismatch } from "./compare-tree.ts";
import { linkDom } from "./link-dom.ts";
import { toRoot } from "./root.ts";
import { outside, toVNode } from "./vnode.ts";

/**
 * Finds where the page differs from the first state of a card. The card is rendered for that on its own, without a page: no timer, request
 * or word to the host comes of it.
 */
export function findMismatch(template: Template, bag: Bag, element: Element, settings: Settings): Mismatch | undefined {
  const { storage, location } = settings.host;
  const host = { ...(storage === undefined ? {} : { storage }), ...(location === undefined ? {} : { location }) };
  const realm = createRealm(template, bag, { ...settings, host, onDiagnostic: undefined });
  try {
    const view = runScript(realm, template.linked(linkDom).script);
    return compareTree(toRoot(template.program, settings, toVNode(realm, view, outside)), element);
  } catch (error) {
    if (error instanceof TemplateThrow || error instanceof LimitError || error instanceof RangeError) {
      return { path: "", difference: "the card fails here" };
    }
    throw error;
  }
}
