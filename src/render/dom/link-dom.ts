import type { Linked } from "../../engine/link.ts";
import type { Template } from "../../ir/template.ts";
import { linkTemplate } from "../link-template.ts";
import { ViewLinker } from "../view-link.ts";

/** Links a template for the page: every element stays a view until it is shown. */
export function linkDom(template: Template): Linked {
  return linkTemplate(template, new ViewLinker());
}
