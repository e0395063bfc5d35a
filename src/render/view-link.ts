import type { Linker, MarkupLinker, Run } from "../engine/linker.ts";
import type { Markup } from "../ir/nodes.ts";
import { ElementView, FragmentView } from "../runtime/view.ts";
import { linkComponent, linkKey, linkProps } from "./link-parts.ts";

/** Links markup so that every element stays a view of its own until the card is complete: for the DOM target, and for templates that look into views. */
export const viewLinker: MarkupLinker = {
  link(node: Markup, linker: Linker): Run {
    if (node.kind === "component" || node.kind === "platform") return linkComponent(node, linker);
    const children = linker.list(node.children);
    const key = linkKey(node, linker);
    if (node.kind === "fragment") return (frame, realm) => new FragmentView(children(frame, realm), key(frame, realm));
    const { tag } = node;
    const at = node.span[0];
    const props = linkProps(node.attributes, linker);
    return (frame, realm) => new ElementView(tag, props(frame, realm), children(frame, realm), key(frame, realm), at);
  },
};
