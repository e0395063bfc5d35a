/** What a hook keeps between renders of its component. */
export interface Cell {
  /** Name of the hook, so that a changed order is noticed. */
  readonly hook: string;
}

/** What renders a component again when its state has changed; the target's. Absent in a target that renders once. */
export interface ComponentOwner {
  /** Something in the component changed: it is rendered again, soon. */
  schedule(component: Component): void;
}

/**
 * A component of the template that is being shown: what React calls a fiber. Both targets make one for each component view, and the
 * facade of React keeps its hooks in it.
 */
export class Component {
  readonly parent: Component | undefined;
  readonly owner: ComponentOwner | undefined;
  /** Components around it, itself included. */
  readonly depth: number;
  /** Hooks in the order of their calls. */
  readonly cells: Cell[] = [];
  /** Hooks called so far in this render. */
  next = 0;
  /** `first`: the order of hooks is being learnt. */
  phase: "first" | "rendered" | "gone" = "first";
  /** Its own function is running: the only time for hooks. */
  rendering = false;
  /** A class of it is being told of new props: state that it sets is part of the update under way. */
  updating = false;
  /** State was set while it was rendering: it is rendered again at once. */
  again = false;
  /** Set for a provider: its context and value. */
  context: object | undefined = undefined;
  value: unknown = undefined;
  /** Components that read a provider's value. */
  readonly readers = new Set<Component>();
  /** Providers that this component reads, so that it can leave them. */
  readonly reads = new Set<Component>();

  constructor(parent: Component | undefined, owner: ComponentOwner | undefined) {
    this.parent = parent;
    this.owner = owner;
    this.depth = parent === undefined ? 1 : parent.depth + 1;
  }
}
