/** What a hook keeps between renders of its component. */
export interface Cell {
  /** Name of the hook, so that a changed order is noticed. */
  readonly hook: string;
}

/** What re-renders a component when its state has changed; the target's. Absent in a component that is rendered once. */
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
  /** Hooks in the order of their calls. */
  readonly cells: Cell[] = [];
  /** Hooks called so far in this render. */
  next = 0;
  /** `first`: not rendered to its end yet; the order of hooks is being learnt. */
  phase: "first" | "rendered" | "gone" = "first";
  /** State was set while the component itself was rendering: it is rendered again at once. */
  again = false;
  /** Set for a provider: the context, its value, and the components that read it. */
  context: object | undefined = undefined;
  value: unknown = undefined;
  readers: Set<Component> | undefined = undefined;

  constructor(parent: Component | undefined, owner: ComponentOwner | undefined) {
    this.parent = parent;
    this.owner = owner;
  }
}
