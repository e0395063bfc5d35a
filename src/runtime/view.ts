import type { ChildThrow } from "./failure.ts";
import { Handle } from "./handles.ts";
import type { Rec } from "./record.ts";

/**
 * What JSX evaluates to. Only the engine and facades make views, so a record that looks like an element
 * (`{type, props, constructor: undefined}`) is just a record. Views are immutable and show nothing to the template but
 * what `get` answers for them.
 */
export abstract class View extends Handle {
  abstract readonly key: string | undefined;
}

/** Where in the source a view was written; shared by all views made there. */
export interface ViewOrigin {
  /** Offset of the tag. */
  readonly at: number;
  /** The tag stands inside of an SVG element, as far as the source tells. */
  readonly svg: boolean;
  /** Offsets of the children; shorter than the children where they are not known one by one. */
  readonly places: readonly number[];
}

/** One element made at run time: a tag that is judged when it is written, props and children as given. */
export class ElementView extends View {
  readonly key: string | undefined;
  readonly tag: string;
  /** Attributes as written, React names; `children` and `key` are not among them. */
  readonly props: Rec;
  readonly children: readonly unknown[];
  readonly origin: ViewOrigin;
  constructor(tag: string, props: Rec, children: readonly unknown[], origin: ViewOrigin, key?: string) {
    super();
    this.tag = tag;
    this.props = props;
    this.children = children;
    this.origin = origin;
    this.key = key;
  }
}

/** A compiled piece of markup with the values of its holes, filled when it is written. */
export class BlockView extends View {
  readonly key: string | undefined;
  /** Opaque to everything but the render target that linked it. */
  readonly block: unknown;
  readonly values: readonly unknown[];
  constructor(block: unknown, values: readonly unknown[], key?: string) {
    super();
    this.block = block;
    this.values = values;
    this.key = key;
  }
}

/** A component to be called when the view is written: a function or class of the template, or a platform component. */
export class ComponentView extends View {
  readonly key: string | undefined;
  readonly type: unknown;
  /** Props, `children` included. */
  readonly props: Rec;
  /** Offset of the tag in the source. */
  readonly at: number;
  constructor(type: unknown, props: Rec, at: number, key?: string) {
    super();
    this.type = type;
    this.props = props;
    this.at = at;
    this.key = key;
  }
}

/** Children without an element of their own. */
export class FragmentView extends View {
  readonly key: string | undefined;
  readonly children: readonly unknown[];
  readonly origin: ViewOrigin;
  constructor(children: readonly unknown[], origin: ViewOrigin, key?: string) {
    super();
    this.children = children;
    this.origin = origin;
    this.key = key;
  }
}

/** The origin of a view that was made by a call at an offset of the source. */
export function toOrigin(at: number): ViewOrigin {
  return { at, svg: false, places: [] };
}

/** Finished HTML of the string target: already judged and escaped. */
export class HtmlView extends View {
  readonly key = undefined;
  readonly html: string;
  constructor(html: string) {
    super();
    this.html = html;
  }
}

/** Markup of the string target that holds what can't be shown: fails the card if it is shown itself. */
export class RefusedView extends View {
  readonly key = undefined;
  readonly error: ChildThrow;
  constructor(error: ChildThrow) {
    super();
    this.error = error;
  }
}
