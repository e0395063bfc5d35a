import { leaves } from "../../components/leaves/leaves.ts";
import type { Linked } from "../../engine/link.ts";
import type { Template } from "../../ir/template.ts";
import { linkTemplate } from "../link-template.ts";
import { ViewLinker } from "../view-link.ts";

/** A program linked for the page. */
export interface DomLinked extends Linked {
  /** Components of the host, or leaves of the platform's, may stand in the card. */
  readonly hasNatives: boolean;
}

/** Links a template for the page: every element stays a view until it is shown. */
export function linkDom(template: Template): DomLinked {
  const markup = new ViewLinker();
  const linked = linkTemplate(template, markup, leaves);
  return { ...linked, hasNatives: template.natives.size > 0 || markup.hasLeaves };
}
