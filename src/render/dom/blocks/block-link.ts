import type { Linker, MarkupLinker, Run } from "../../../engine/linker.ts";
import type { ElementNode, Expression, FragmentNode, Markup, Spread } from "../../../ir/nodes.ts";
import { elements, judgeElement } from "../../../policy/elements.ts";
import { judgeText } from "../../../policy/text.ts";
import { BlockView, FragmentView, type ViewOrigin } from "../../../runtime/view.ts";
import { isEvaluated, toLeafContent } from "../../html-leaf.ts";
import { linkComponent, linkKey, toPlaces } from "../../link-parts.ts";
import { planAttributes } from "../../plan-attributes.ts";
import { AttributeHole } from "./attribute-hole.ts";
import { Block, type Hole } from "./block.ts";
import { NotStill } from "./outside.ts";
import type { Piece, Region } from "./piece.ts";
import { type Item, RegionHole } from "./region-hole.ts";

/** Collects a block, in document order. */
class BlockBuilder {
  readonly runs: Run[] = [];
  readonly holes: Hole[] = [];
  nodes = 0;
  written = 0;
  cost = 0;
  attributes = 0;

  /** Notes what is to be evaluated; gives the index of its value. */
  value(run: Run): number {
    this.runs.push(run);
    return this.runs.length - 1;
  }
}

/**
 * Links the markup of still cards: each element is a block with all the elements in it, judged here, once, by what the string
 * target asks as well. Values are evaluated in order and shown when the card is complete, as in React.
 */
export class BlockLinker implements MarkupLinker {
  /** Linking stands inside of an SVG element. */
  svg = false;

  link(node: Markup, linker: Linker): Run {
    switch (node.kind) {
      case "element":
        return this.#block(node, linker);
      case "fragment":
        return this.#fragment(node, linker);
      case "component":
        return linkComponent(node, linker);
      case "platform": {
        const content = toLeafContent(node);
        return content === undefined ? linkComponent(node, linker) : this.link(content, linker);
      }
    }
  }

  #fragment(node: FragmentNode, linker: Linker): Run {
    const children = linker.list(node.children);
    const key = linkKey(node, linker);
    const origin: ViewOrigin = { at: node.span[0], svg: this.svg, places: toPlaces(node.children) };
    return (frame, realm) => {
      const name = key(frame, realm);
      return new FragmentView(children(frame, realm), origin, name);
    };
  }

  #block(node: ElementNode, linker: Linker): Run {
    const key = linkKey(node, linker);
    const builder = new BlockBuilder();
    // The view has the key.
    const root = this.#element({ ...node, key: null }, builder, linker, 0);
    const block = new Block({ ...builder, root });
    return (frame, realm) => {
      const name = key(frame, realm);
      return new BlockView(block, block.values(frame, realm), name);
    };
  }

  #element(node: ElementNode, builder: BlockBuilder, linker: Linker, level: number): Piece {
    const outer = this.svg;
    const tag = judgeElement(node.tag, outer);
    // A program from outside may hold any name; the live card leaves the element out.
    if (tag === undefined) throw new NotStill();
    const svg = outer || tag === "svg";
    const piece: Piece = { tag, svg, attributes: [], children: [] };
    builder.nodes++;
    builder.cost++;
    builder.attributes = Math.max(builder.attributes, node.attributes.length);
    if (node.key !== null && isEvaluated(node.key)) builder.value(linker.expression(node.key));
    this.#attributes(node, piece, builder, linker);
    if (elements.get(tag)?.void) return piece;
    this.svg = outer || elements.get(tag)?.svg === true;
    this.#children(node.children, piece, builder, linker, level + 1);
    this.svg = outer;
    return piece;
  }

  #attributes(node: ElementNode, piece: Piece, builder: BlockBuilder, linker: Linker): void {
    for (const plan of planAttributes(node, piece.tag)) {
      if (plan.kind === "static") {
        const text = plan.value === true ? "" : plan.value;
        piece.attributes.push([plan.name, text]);
        builder.written += plan.name.length + text.length;
        continue;
      }
      const index = builder.value(linker.expression(plan.node.value));
      if (plan.kind === "dynamic") builder.holes.push(new AttributeHole(piece, index, plan.name, plan.rule, plan.node.span[0]));
    }
  }

  #children(nodes: readonly (Expression | Spread)[], piece: Piece, builder: BlockBuilder, linker: Linker, level: number): void {
    /** What stands between two elements. */
    let items: Item[] = [];
    const end = (): void => {
      if (items.some((item) => typeof item === "number")) {
        const region: Region = { node: 0 };
        piece.children.push(region);
        builder.holes.push(new RegionHole(region, items, level * 2, piece.svg));
      } else if (items.length > 0) {
        const text = items.join("");
        builder.written += text.length;
        piece.children.push(text);
      }
      items = [];
    };
    const add = (child: Expression | Spread): void => {
      builder.cost++;
      switch (child.kind) {
        case "constant":
          if (typeof child.value === "number" || (typeof child.value === "string" && child.value !== ""))
            items.push(judgeText(String(child.value)));
          return;
        case "element":
          end();
          piece.children.push(this.#element(child, builder, linker, level));
          return;
        case "fragment":
          if (child.key !== null && isEvaluated(child.key)) builder.value(linker.expression(child.key));
          child.children.forEach(add);
          return;
        case "platform": {
          const content = toLeafContent(child);
          if (content === undefined) break;
          add(content);
          return;
        }
        default:
      }
      items.push(builder.value(linker.expression(child.kind === "spread" ? child.value : child)));
    };
    nodes.forEach(add);
    end();
  }
}
