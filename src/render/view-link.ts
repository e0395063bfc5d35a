import type { Linker, MarkupLinker, Run } from "../engine/linker.ts";
import { isLeafName } from "../ir/leaf-name.ts";
import type { Markup } from "../ir/nodes.ts";
import { elements } from "../policy/elements.ts";
import { ElementView, FragmentView, type ViewOrigin } from "../runtime/view.ts";
import { linkComponent, linkKey, linkProps, toPlaces } from "./link-parts.ts";
import { withoutRefused } from "./plan-attributes.ts";

/**
 * Links markup so that every element stays a view of its own until the card is complete: for the DOM target, and for templates
 * that look into views.
 */
export class ViewLinker implements MarkupLinker {
  /** Linking stands inside of an SVG element. */
  svg = false;
  /** Names of the native leaves that were linked. */
  readonly leaves = new Set<string>();

  link(node: Markup, linker: Linker): Run {
    if (node.kind === "platform" && isLeafName(node.name)) this.leaves.add(node.name);
    if (node.kind === "component" || node.kind === "platform") return linkComponent(node, linker);
    const svg = this.svg;
    const origin: ViewOrigin = { at: node.span[0], svg, places: toPlaces(node.children) };
    this.svg = svg || (node.kind === "element" && elements.get(node.tag)?.svg === true);
    const children = linker.list(node.children);
    this.svg = svg;
    const key = linkKey(node, linker);
    if (node.kind === "fragment") {
      return (frame, realm) => {
        const name = key(frame, realm);
        return new FragmentView(children(frame, realm), origin, name);
      };
    }
    const { tag } = node;
    const props = linkProps(withoutRefused(node.attributes, tag), linker);
    return (frame, realm) => {
      const name = key(frame, realm);
      return new ElementView(tag, props(frame, realm), children(frame, realm), origin, name);
    };
  }
}
