import type { Page } from "../page.ts";

/**
 * What stands behind a facade of the page. States never leave; a template can't make one, so that `instanceof` tells what a facade is.
 */
export abstract class PageState {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
}

/** A node of the card. */
export class NodeState extends PageState {
  readonly #node: Node;
  constructor(page: Page, node: Node) {
    super(page);
    this.#node = node;
  }
  get node(): Node {
    return this.#node;
  }
}

export class TextState extends NodeState {
  get text(): Text {
    return this.node as Text;
  }
}

/** A node that holds others. */
export class ParentState extends NodeState {
  get parent(): Element | DocumentFragment {
    return this.node as Element | DocumentFragment;
  }
}

export class FragmentState extends ParentState {}

export class ElementState extends ParentState {
  /** Facades of its parts (`style`, `classList`) by what makes them, when they are asked for. */
  readonly parts = new Map<(of: ElementState) => unknown, unknown>();
  /** The card's root: its attributes and its place are the host's. */
  get isBody(): boolean {
    return false;
  }
  get element(): HTMLElement {
    return this.node as HTMLElement;
  }
}

/** `document.body`: which element it is changes where the card shows an error, or styles come to it. */
export class BodyState extends ElementState {
  override get isBody(): boolean {
    return true;
  }
  override get node(): Node {
    return this.page.bodyElement();
  }
}
