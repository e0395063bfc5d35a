import { call } from "../../../runtime/call.ts";
import { isCallable } from "../../../runtime/kinds.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { toRecord } from "../../../runtime/record.ts";
import type { Page } from "../page.ts";
import { permittedEvents, readyEvents, toPageType } from "./event-names.ts";
import type { ListenerPlace } from "./listeners.ts";

/** Where listeners of one of the card's elements hear. */
export function toElementPlace(page: Page, element: Element, type: string): ListenerPlace {
  return { target: element, type: toPageType(page, type), self: page.toElement(element) };
}

/**
 * Where listeners of `document`, `window` and `body` hear: on the card's root, which its own events bubble to. Besides, by permission,
 * two events of the whole page, and the resizing of the window. What never happens to a card (`beforeunload`, `message`, `storage`,
 * `popstate` …) is no event of the page, so it carries the card's prefix and never comes.
 */
export function toRootPlace(page: Page, realm: Realm, type: string, self: unknown): ListenerPlace {
  if (permittedEvents.has(type) && realm.host.allow?.includes("page-events")) return { target: page.hostDocument, type, self };
  if (type === "resize" && page.view !== null) return { target: page.view, type, self };
  return { target: page.root, type: toPageType(page, type), self };
}

/** Calls a listener that waits for the page to be there: soon, and once. `false` for other events. */
export function callWhenReady(page: Page, realm: Realm, type: string, fn: unknown, self: unknown): boolean {
  if (!readyEvents.has(type)) return false;
  if (!isCallable(fn) || page.disposed) return true;
  const event = toRecord([
    ["type", type],
    ["target", self],
    ["currentTarget", self],
  ]);
  realm.live?.startTimer(() => void call(realm, fn, self, [event]), 0);
  return true;
}
