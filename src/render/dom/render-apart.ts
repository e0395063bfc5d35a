import type { Bag } from "../../context/bag.ts";
import type { Template } from "../../ir/template.ts";
import { LimitError, TemplateThrow } from "../../runtime/failure.ts";
import type { Settings } from "../options.ts";
import { createRealm } from "../realm.ts";
import { runScript } from "../run-card.ts";
import { linkDom } from "./link-dom.ts";
import { toRoot } from "./root.ts";
import { type DomChild, outside, toVNode } from "./vnode.ts";

/** What a card would show, or what it would fail with. */
export type Apart = { readonly child: DomChild } | { readonly error: unknown; readonly at: number };

/** Renders the first state of a card on its own, without a page: no timer, request or word to the host comes of it. */
export function renderApart(template: Template, bag: Bag, settings: Settings): Apart {
  const { storage, location } = settings.host;
  const host = { ...(storage === undefined ? {} : { storage }), ...(location === undefined ? {} : { location }) };
  const realm = createRealm(template, bag, { ...settings, host, onDiagnostic: undefined });
  try {
    const view = runScript(realm, template.linked(linkDom).script);
    return { child: toRoot(template.program, settings, toVNode(realm, view, outside)) };
  } catch (error) {
    if (error instanceof TemplateThrow || error instanceof LimitError || error instanceof RangeError) return { error, at: realm.at };
    throw error;
  }
}
