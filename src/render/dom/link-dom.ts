import { canAct, leaves } from "../../components/leaves/leaves.ts";
import type { Linked } from "../../engine/link.ts";
import type { Template } from "../../ir/template.ts";
import type { Host } from "../../runtime/host.ts";
import { linkTemplate } from "../link-template.ts";
import { ViewLinker } from "../view-link.ts";

/** A program linked for the page. */
export interface DomLinked extends Linked {
  /** Tells whether components of the host, or leaves of the platform's that act with it, may stand in the card. */
  readonly mayHoldNatives: (host: Host) => boolean;
}

/** Links a template for the page: every element stays a view until it is shown. */
export function linkDom(template: Template): DomLinked {
  const markup = new ViewLinker();
  const linked = linkTemplate(template, markup, leaves);
  const own = [...markup.leaves].map((name) => leaves.get(name));
  return { ...linked, mayHoldNatives: (host) => template.natives.size > 0 || own.some((leaf) => canAct(leaf, host)) };
}
