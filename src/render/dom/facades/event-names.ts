import { reactEvents } from "../../../policy/react-events.ts";
import type { Page } from "../page.ts";

/** Events of the page that are harmless to hear of on the card's own elements: those that React has handlers for, and their kin. */
export const pageEvents: ReadonlySet<string> = new Set([
  ...[...reactEvents.values()].map(({ event }) => event),
  "beforeinput",
  "beforetoggle",
  "focusin",
  "focusout",
  "fullscreenchange",
  "pointerrawupdate",
  "search",
  "selectionchange",
  "selectstart",
  "slotchange",
  "webkitanimationend",
  "webkittransitionend",
]);

/** Events of the whole page that `page-events` lets a card hear (`HostPermission`). */
export const permittedEvents: ReadonlySet<string> = new Set(["mouseup", "selectionchange"]);

/** Events by which a page says that it is there: it is, when a card is mounted. */
export const readyEvents: ReadonlySet<string> = new Set(["DOMContentLoaded", "load", "readystatechange"]);

/**
 * The name under which an event of the template goes through the page. Names that the page does not know carry the card's prefix, as ids
 * do: no listener of the host hears the card's events by them, and the card hears none of the host's.
 */
export function toPageType(page: Page, type: string): string {
  return pageEvents.has(type) ? type : `${page.realm.policy.idPrefix}:${type}`;
}

/** The name under which the template knows an event of the page. */
export function toOwnType(page: Page, type: string): string {
  const prefix = `${page.realm.policy.idPrefix}:`;
  return type.startsWith(prefix) ? type.slice(prefix.length) : type;
}
