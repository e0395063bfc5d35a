import type { RowPage } from "./facade-rows.ts";

/**
 * Sends an event of the page to a node of the card; gives what is made of its facade by a listener of the element with an id.
 *
 * @param use Is called while the event is under way.
 */
export function hear<T>(page: RowPage, at: EventTarget, event: Event, use: (facade: unknown) => T, id = "a"): T | undefined {
  let found: T | undefined;
  const element = page.el(id);
  const listener = (heard: Event): void => {
    if (heard === event) found = use(page.page.toEvent(event, element));
  };
  element.addEventListener(event.type, listener);
  at.dispatchEvent(event);
  element.removeEventListener(event.type, listener);
  return found;
}
