import { gestures } from "../../policy/gestures.ts";

/** Gives the event of the reader's hand that the page is handling now; `undefined` for none, and for one that a script made. */
export function gestureOf({ ownerDocument }: Element): Event | undefined {
  const event = ownerDocument.defaultView?.event;
  return event?.isTrusted === true && gestures.has(event.type) ? event : undefined;
}
