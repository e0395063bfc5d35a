import { toMaskedText } from "../../../context/masked.ts";
import { judgeText } from "../../../policy/text.ts";
import { charge } from "../../../runtime/budget.ts";
import { LimitError } from "../../../runtime/failure.ts";
import { Fn, Native } from "../../../runtime/handles.ts";
import { Leaf } from "../../../runtime/platform-component.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { BlockView, ComponentView, FragmentView, View } from "../../../runtime/view.ts";
import { isClassComponent, toComponentType } from "../../../scope/react/component-type.ts";
import { refuseChild } from "../../child-place.ts";
import { renderComponent } from "../../components.ts";
import { countText } from "../../output-limits.ts";
import type { Block } from "./block.ts";
import { NotStill } from "./outside.ts";
import { type Shown, ShownText } from "./shown.ts";
import { ShownBlock } from "./shown-block.ts";
import { ShownList } from "./shown-list.ts";

/** Brings the children of one still card into the page; the counterpart of `toVNode`, rule for rule. */
export class Painter {
  readonly realm: Realm;
  readonly document: Document;
  /** What the card has reported so far. */
  findings = 0;

  constructor(realm: Realm, document: Document) {
    this.realm = realm;
    this.document = document;
  }

  /**
   * Shows a child in the place of another: gives that one where it could be changed into it, else a new one that stands nowhere yet.
   *
   * @param drawn It stands in a drawing, where all elements are SVG's.
   */
  show(value: unknown, before: Shown | undefined, depth: number, drawn: boolean): Shown | undefined {
    switch (typeof value) {
      case "string":
        return this.#text(value, before);
      case "number":
        return this.#text(String(value), before);
      case "undefined":
      case "boolean":
        return undefined;
      default:
    }
    if (value === null) return undefined;
    const { realm } = this;
    if (depth > realm.limits.outputDepth) throw new LimitError("outputDepth", "children nest too deep");
    if (Array.isArray(value)) return this.#list(value, before, depth, drawn);
    if (value instanceof View) return this.#view(value, before, depth, drawn);
    if (value instanceof Fn || value instanceof Native) return undefined;
    const masked = toMaskedText(value);
    if (masked !== undefined) return this.#text(masked, before);
    return refuseChild(realm, value as object);
  }

  #text(value: string, before: Shown | undefined): Shown | undefined {
    if (value === "") return undefined;
    countText(this.realm, value.length);
    const text = judgeText(value);
    if (!(before instanceof ShownText)) return new ShownText(text, this);
    before.update(text);
    return before;
  }

  #list(values: readonly unknown[], before: Shown | undefined, depth: number, drawn: boolean): Shown {
    if (before instanceof ShownList) {
      before.update(values, this, depth + 1, drawn);
      return before;
    }
    const list = new ShownList(this.document.createTextNode(""));
    list.fill(values, this, depth + 1, drawn);
    return list;
  }

  #view(view: View, before: Shown | undefined, depth: number, drawn: boolean): Shown | undefined {
    if (view instanceof BlockView) {
      const block = view.block as Block;
      if (!(before instanceof ShownBlock) || before.block !== block || before.drawn !== drawn)
        return new ShownBlock(block, view.values, this, depth, drawn);
      before.update(view.values, this, depth);
      return before;
    }
    charge(this.realm, 1);
    if (view instanceof FragmentView) return this.#list(view.children, before, depth, drawn);
    if (view instanceof ComponentView) return this.#component(view, before, depth + 1, drawn);
    // An element whose tag is known at run time may have handlers.
    throw new NotStill();
  }

  #component(view: ComponentView, before: Shown | undefined, depth: number, drawn: boolean): Shown | undefined {
    if (view.type instanceof Leaf) return this.show(view.props.children, before, depth, drawn);
    const type = toComponentType(view.type);
    if (type !== undefined && isClassComponent(type.fn)) throw new NotStill();
    return renderComponent(this.realm, view, (child) => this.show(child, before, depth, drawn));
  }
}
