import type { Painter } from "./painter.ts";

/** A child of a still card as it stands in the page. What shows nothing has none. */
export interface Shown {
  readonly first: Node;
  readonly last: Node;
  /** Puts it into the page, or to another place there. */
  place(parent: Node, before: Node | null): void;
  remove(): void;
}

/** A text. */
export class ShownText implements Shown {
  readonly first: Text;

  constructor(text: string, { document }: Painter) {
    this.first = document.createTextNode(text);
  }

  get last(): Text {
    return this.first;
  }

  update(text: string): void {
    if (this.first.data !== text) this.first.data = text;
  }

  place(parent: Node, before: Node | null): void {
    parent.insertBefore(this.first, before);
  }

  remove(): void {
    this.first.remove();
  }
}
