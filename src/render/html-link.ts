import type { Linker, MarkupLinker, Run } from "../engine/linker.ts";
import type { ElementNode, Expression, FragmentNode, Markup, Spread } from "../ir/nodes.ts";
import { elements, judgeElement } from "../policy/elements.ts";
import { BlockView, ElementView, FragmentView, toOrigin, type ViewOrigin } from "../runtime/view.ts";
import type { Emit } from "./emit.ts";
import { HtmlBlock, type HtmlHole } from "./html-block.ts";
import { linkEmit } from "./html-emit.ts";
import { isEvaluated, toLeafContent } from "./html-leaf.ts";
import { toDerivedLabel } from "./html-platform.ts";
import { linkView } from "./html-view.ts";
import { writeAttribute, writeChild, writeOpenElement, writeText } from "./html-write.ts";
import { linkComponent, linkKey, linkProps, toPlaces } from "./link-parts.ts";
import { type AttributePlan, isOpen, planAttributes, withoutRefused } from "./plan-attributes.ts";
import { isTextRule, linkAttributeWriter } from "./write-attribute.ts";

/** Collects static HTML and holes in document order. */
class BlockBuilder {
  /** Pieces of each static part, joined once: a static that were a rope would be flattened again at every render. */
  readonly #statics: string[][] = [[]];
  readonly holes: HtmlHole[] = [];
  nodes = 0;

  add(html: string): void {
    this.#statics.at(-1)?.push(html);
  }

  hole(hole: HtmlHole): void {
    this.holes.push(hole);
    this.#statics.push([]);
  }

  toBlock(): HtmlBlock {
    return new HtmlBlock(
      this.#statics.map((pieces) => pieces.join("")),
      this.holes,
      this.nodes,
    );
  }
}

/**
 * Links markup for the string target. Static parts are judged, escaped and joined here, once. Where the facts say that no
 * component of the template runs while markup is written (`deferred` is false), an element is written as soon as it is
 * evaluated; else it stays a view until the card is complete, as in React.
 */
export class HtmlLinker implements MarkupLinker {
  readonly #deferred: boolean;
  readonly #plainLabels: boolean;
  /** Linking stands inside of an SVG element. */
  svg = false;

  /**
   * @param deferred `facts.deferred`.
   * @param plainLabels The host gave no klass metadata: labels of constant attributes are static text.
   */
  constructor(deferred: boolean, plainLabels: boolean) {
    this.#deferred = deferred;
    this.#plainLabels = plainLabels;
  }

  link(node: Markup, linker: Linker): Run {
    switch (node.kind) {
      case "element":
        return isOpen(node) ? this.#openElement(node, linker) : this.#block(node, linker);
      case "fragment":
        return node.key === null && !this.#deferred ? this.#block(node, linker) : this.#fragment(node, linker);
      case "component":
        return linkComponent(node, linker);
      case "platform": {
        const content = toLeafContent(node);
        return content === undefined ? linkComponent(node, linker) : this.link(content, linker);
      }
    }
  }

  /** Gives a closure that writes an expression in child position, without a view between where that can't be observed. */
  #emit(node: Expression, linker: Linker): Emit {
    return linkEmit(node, linker, (markup) =>
      markup.kind === "element" && isOpen(markup) ? undefined : this.#build(markup, linker).toEmit(),
    );
  }

  #block(node: ElementNode | FragmentNode, linker: Linker): Run {
    if (!this.#deferred) return linkView(this.#build(node, linker).toEmit());
    const key = linkKey(node, linker);
    // The view has the key.
    const block = this.#build({ ...node, key: null }, linker);
    return (frame, realm) => {
      const name = key(frame, realm);
      return new BlockView(block, block.values(frame, realm), name);
    };
  }

  #fragment(node: FragmentNode, linker: Linker): Run {
    const children = linker.list(node.children);
    const key = linkKey(node, linker);
    const origin = toOrigin(node.span[0]);
    return (frame, realm) => {
      const name = key(frame, realm);
      return new FragmentView(children(frame, realm), origin, name);
    };
  }

  #build(node: ElementNode | FragmentNode, linker: Linker): HtmlBlock {
    const builder = new BlockBuilder();
    if (node.kind === "fragment") this.#content(node, builder, linker);
    else this.#element(node, builder, linker);
    return builder.toBlock();
  }

  #content(node: FragmentNode, builder: BlockBuilder, linker: Linker): void {
    addKey(node, builder, linker);
    for (const child of node.children) this.#child(child, builder, linker);
  }

  #element(node: ElementNode, builder: BlockBuilder, linker: Linker): void {
    // A program from outside is judged here like any other: its tags are only names.
    const svg = this.svg;
    const tag = judgeElement(node.tag, svg);
    builder.nodes++;
    if (tag === undefined) return;
    addKey(node, builder, linker);
    this.svg = svg || elements.get(tag)?.svg === true;
    builder.add(`<${tag}`);
    for (const plan of planAttributes(node, tag)) addAttribute(plan, tag, builder, linker);
    builder.add(">");
    if (elements.get(tag)?.void) {
      this.svg = svg;
      return;
    }
    const [first] = node.children;
    // `keepLineBreak`, before the content is written.
    if (tag === "pre" && first?.kind === "constant" && String(first.value).startsWith("\n")) builder.add("\n");
    for (const child of node.children) this.#child(child, builder, linker);
    builder.add(`</${tag}>`);
    this.svg = svg;
  }

  #child(node: Expression | Spread, builder: BlockBuilder, linker: Linker): void {
    switch (node.kind) {
      case "constant":
        if (typeof node.value === "string" || typeof node.value === "number") builder.add(writeText(String(node.value)));
        return;
      case "element":
        if (!isOpen(node)) {
          this.#element(node, builder, linker);
          return;
        }
        break;
      case "fragment":
        this.#content(node, builder, linker);
        return;
      case "platform": {
        const content = toLeafContent(node);
        if (content === undefined) break;
        this.#child(content, builder, linker);
        return;
      }
      case "call": {
        const label = this.#plainLabels ? toDerivedLabel(node) : undefined;
        if (label?.fixed !== true) break;
        builder.add(writeText(label.text));
        return;
      }
      default:
    }
    const value = node.kind === "spread" ? node.value : node;
    if (!this.#deferred) {
      builder.hole({ emit: this.#emit(value, linker) });
      return;
    }
    const run = linker.expression(value);
    const at = node.span[0];
    builder.hole({
      run,
      write: (realm, child, depth) => {
        realm.at = at;
        return writeChild(realm, child, depth);
      },
    });
  }

  /** An element whose attributes or content are known only at run time: spread props, a select's value, raw HTML, styles. */
  #openElement(node: ElementNode, linker: Linker): Run {
    const svg = this.svg;
    const tag = judgeElement(node.tag, svg);
    const props = linkProps(withoutRefused(node.attributes, tag ?? node.tag), linker);
    this.svg = svg || elements.get(tag ?? "")?.svg === true;
    const children = linker.list(node.children);
    this.svg = svg;
    const key = linkKey(node, linker);
    const origin: ViewOrigin = { at: node.span[0], svg, places: toPlaces(node.children) };
    if (this.#deferred || tag === undefined) {
      return (frame, realm) => {
        const name = key(frame, realm);
        return new ElementView(node.tag, props(frame, realm), children(frame, realm), origin, name);
      };
    }
    return linkView((frame, realm, html) => {
      key(frame, realm);
      const given = props(frame, realm);
      return html + writeOpenElement(realm, tag, given, children(frame, realm), origin, 0);
    });
  }
}

/** A key is written nowhere, but evaluated before all else: it may fail or do something. */
function addKey({ key }: ElementNode | FragmentNode, builder: BlockBuilder, linker: Linker): void {
  if (key === null || !isEvaluated(key)) return;
  builder.hole({ run: linker.expression(key), write: () => "" });
}

function addAttribute(plan: AttributePlan, tag: string, builder: BlockBuilder, linker: Linker): void {
  if (plan.kind === "static") {
    builder.add(writeAttribute(plan.name, plan.value));
    return;
  }
  if (plan.kind === "unwritten") {
    builder.hole({ run: linker.expression(plan.node.value), write: () => "" });
    return;
  }
  const { rule, name, node } = plan;
  const run = linker.expression(node.value);
  const write = linkAttributeWriter(tag, name, rule, node.span[0]);
  const open = ` ${rule.name}="`;
  const text = isTextRule(rule);
  const emit: Emit = (frame, realm, html) => {
    const value = run(frame, realm);
    return text && typeof value === "string" ? `${html}${open}${writeText(value)}"` : html + write(realm, value);
  };
  builder.hole({ run, write, emit });
}
