import type { Opaque } from "../../../runtime/handles.ts";
import type { EventState as MadeState } from "../../../scope/browser/events.ts";
import type { Page } from "../page.ts";
import { toOwnType } from "./event-names.ts";
import { PageState } from "./states.ts";

/** An event that the template made and dispatches. */
export type MadeEvent = Opaque<MadeState>;

/** What stands behind the facade of an event that goes through the card. */
export class EventState extends PageState {
  readonly event: Event;
  readonly made: MadeEvent | undefined;
  /** The event's type as the page has it; a listener may know the event by another. */
  readonly ownType: string;
  /** Kept: a page gives another target, or none, once the event has left the shadow tree that the card stands in. */
  readonly target: EventTarget | null;
  type: string;
  currentTarget: Element | null = null;
  stopped = false;
  /** Facades of the data that the event carries, by the name of the property. */
  readonly transfers = new Map<string, Opaque>();

  constructor(page: Page, event: Event, made: MadeEvent | undefined) {
    super(page);
    this.event = event;
    this.made = made;
    this.ownType = toOwnType(page, event.type);
    this.type = this.ownType;
    this.target = findTarget(page, event);
  }

  /** Whether the event happens in the card. One that happens elsewhere can be heard by the host's permission, not changed. */
  get isInside(): boolean {
    const { target } = this;
    return isNode(target) && this.page.toNode(nearestElement(target)) !== null;
  }
}

/**
 * Where in the card an event happens. For a listener outside of the shadow tree that the card stands in, the page names the tree's
 * host; for one in the card, an element of a shadow tree inside of it is none of the card's.
 */
function findTarget(page: Page, event: Event): EventTarget | null {
  const isOwn = (one: EventTarget): boolean => isNode(one) && page.toNode(nearestElement(one)) !== null;
  return event.composedPath().find(isOwn) ?? event.target;
}

/** Tells nodes from the other targets that events have. */
export function isNode(target: EventTarget | null): target is Node {
  return target !== null && typeof (target as Partial<Node>).nodeType === "number";
}

/** The element itself, or the one that a text stands in. */
export function nearestElement(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : node.parentElement;
}
