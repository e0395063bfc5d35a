import { chargeArray } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import type { OpaqueType } from "../../../runtime/handles.ts";
import type { Page } from "../page.ts";
import { readEvent } from "./event-properties.ts";
import { EventState } from "./event-state.ts";
import { createMethods } from "./methods.ts";

function preventDefault({ isInside, event, made }: EventState): undefined {
  if (isInside) event.preventDefault();
  if (made?.state.cancelable) made.state.defaultPrevented = true;
}

function stopPropagation(state: EventState): undefined {
  state.stopped = true;
  // Of an event elsewhere in the page the host's own listeners still have to hear.
  if (state.isInside) state.event.stopPropagation();
  if (state.made !== undefined) state.made.state.stopped = true;
}

/** Events of the page, for the card's listeners and handlers. What React's synthetic events add is among the methods. */
export const eventType: OpaqueType<EventState> = {
  name: "Event",
  methods: createMethods("Event", EventState, {
    composedPath: (realm, { event, page }) => {
      const path = event.composedPath();
      chargeArray(realm, path.length);
      return path.map((target) => page.toElement(target as Element)).filter((facade) => facade !== null);
    },
    getModifierState: (realm, { event }, [name]) => {
      const { getModifierState } = event as Partial<KeyboardEvent>;
      return typeof getModifierState === "function" && getModifierState.call(event, toText(realm, name)) === true;
    },
    isDefaultPrevented: (_realm, { event }) => event.defaultPrevented,
    isPersistent: () => true,
    isPropagationStopped: (_realm, { stopped }) => stopped,
    // React's events are no longer reused, so that there is nothing to keep.
    persist: () => undefined,
    preventDefault: (_realm, state) => preventDefault(state),
    stopImmediatePropagation: (_realm, state) => {
      stopPropagation(state);
      if (state.isInside) state.event.stopImmediatePropagation();
      if (state.made !== undefined) state.made.state.ended = true;
      return undefined;
    },
    stopPropagation: (_realm, state) => stopPropagation(state),
  }),
  read: (realm, state, key) => {
    const own = readEvent(realm, state, key);
    // A property that this event has not, but that the template hung on the event it made.
    return own === undefined ? state.made?.extra?.[key] : own;
  },
  write: (_realm, state, key, value) => {
    if (key === "returnValue" && value === false) preventDefault(state);
    else if (key === "cancelBubble" && value === true) stopPropagation(state);
    else return false;
    return true;
  },
  classes: ({ event, made, page }) => [
    ...((made === undefined ? isCustom(page, event) : made.state.custom) ? ["CustomEvent"] : []),
    "Event",
  ],
};

/** Tells custom events of the host; a click has a `detail`, too. */
function isCustom({ view }: Page, event: Event): boolean {
  return view !== null && event instanceof view.CustomEvent;
}
