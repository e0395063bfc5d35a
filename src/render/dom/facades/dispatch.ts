import { charge } from "../../../runtime/budget.ts";
import { call } from "../../../runtime/call.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwType } from "../../../runtime/throw.ts";
import { eventType as madeType } from "../../../scope/browser/events.ts";
import { openFacade } from "../../../scope/browser/open.ts";
import { leadsOutside } from "../leads-outside.ts";
import type { Page } from "../page.ts";
import { toPageType } from "./event-names.ts";
import type { MadeEvent } from "./event-state.ts";

/** An event goes through all that is around its target, and may run listeners: it is paid as a hundred calls. */
export const eventCost = 100;

/**
 * `dispatchEvent`: sends an event that the template made through its card. The event is a plain one, whatever the template says of keys and
 * buttons, and goes no further than the card's root: it is no way to press the host's shortcuts.
 *
 * @param self What the template knows the target by.
 * @returns Whether nobody prevented the default.
 */
export function dispatch(realm: Realm, page: Page, target: Element, self: unknown, value: unknown): boolean {
  if (!(value instanceof Opaque) || value.type !== (madeType as OpaqueType))
    return throwType(realm, "an event has to be made by `new Event` or `new CustomEvent`");
  charge(realm, eventCost);
  const made = value as MadeEvent;
  const { bubbles, cancelable } = made.state;
  const type = toPageType(page, made.state.type);
  const { view } = page;
  if (view === null) return true;
  // A click acts (it checks a box) only as what a mouse does; of a link it must not.
  const Made = type === "click" && mayAct(page, target) ? view.MouseEvent : view.Event;
  const event = new Made(type, { bubbles, cancelable, composed: true });
  page.make(event, made);
  made.state.target = self;
  page.act("dispatchEvent", () => sendInside(page, target, event));
  made.state.currentTarget = null;
  made.state.defaultPrevented = event.defaultPrevented;
  return !event.defaultPrevented;
}

/** `click()`. A link leads where it leads through the host, as `open` does: a card does not take the reader away by itself. */
export function click(realm: Realm, page: Page, element: HTMLElement): void {
  charge(realm, eventCost);
  const link = findLink(element);
  const { view } = page;
  if (view === null || mayAct(page, element)) {
    page.act("click", () => element.click());
    return;
  }
  const event = new view.Event("click", { bubbles: true, cancelable: true, composed: true });
  page.act("click", () => element.dispatchEvent(event));
  const address = link?.getAttribute("href") ?? link?.getAttribute("xlink:href") ?? "";
  if (!event.defaultPrevented && !page.disposed && address !== "" && !address.startsWith("#"))
    call(realm, openFacade, undefined, [address]);
}

function sendInside(page: Page, target: Element, event: Event): void {
  const stop = (passing: Event): void => {
    if (passing === event) passing.stopPropagation();
  };
  // Last of the root's listeners: those of the card are there already.
  page.root.addEventListener(event.type, stop);
  try {
    target.dispatchEvent(event);
  } finally {
    page.root.removeEventListener(event.type, stop);
  }
}

/** Whether a click of the card's own may do what one of the reader does. A label gives its control the focus. */
function mayAct(page: Page, element: Element): boolean {
  if (findLink(element) !== undefined || leadsOutside(element, page.root)) return false;
  return element.closest("label") === null || page.attention.mayFocus();
}

function findLink(element: Element): Element | undefined {
  const link = element.closest("a,area");
  return link !== null && (link.hasAttribute("href") || link.hasAttribute("xlink:href")) ? link : undefined;
}
