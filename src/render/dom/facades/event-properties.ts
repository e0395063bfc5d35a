import { charge, chargeArray } from "../../../runtime/budget.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { createRecord, type Rec } from "../../../runtime/record.ts";
import { createTransfer } from "./data-transfer.ts";
import { type EventState, isNode, nearestElement } from "./event-state.ts";

const toNames = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * Data properties that events give as they are, by the one type that each may have. A property that is there but of another type, which
 * code of the page could have put there, is not given.
 */
const plain: ReadonlyMap<string, "string" | "number" | "boolean"> = new Map([
  ...toNames("animationName code data inputType key matches media newState oldState pointerType propertyName pseudoElement").map(
    (name) => [name, name === "matches" ? "boolean" : "string"] as const,
  ),
  ...toNames(`
    altitudeAngle azimuthAngle button buttons charCode clientX clientY deltaMode deltaX deltaY deltaZ elapsedTime eventPhase height
    keyCode layerX layerY loaded location movementX movementY offsetX offsetY pageX pageY pointerId pressure screenX screenY
    tangentialPressure tiltX tiltY timeStamp total twist which width x y
  `).map((name) => [name, "number"] as const),
  ...toNames(`
    altKey bubbles cancelable composed ctrlKey defaultPrevented isComposing isPrimary isTrusted lengthComputable metaKey repeat shiftKey
  `).map((name) => [name, "boolean"] as const),
]);

const touchNumbers = toNames("identifier clientX clientY pageX pageY screenX screenY radiusX radiusY rotationAngle force");
const mostTouches = 100;

type Raw = Readonly<Record<string, unknown>>;

/** Reads a data property of an event; `undefined` for what this kind of event does not have. */
export function readEvent(realm: Realm, state: EventState, key: string): unknown {
  const computed = computedProperties.get(key);
  if (computed !== undefined) return computed(realm, state);
  const type = plain.get(key);
  if (type === undefined) return undefined;
  const value = (state.event as unknown as Raw)[key];
  if (typeof value === "string") charge(realm, value.length >>> 6);
  if (typeof value === type) return value;
  // `data` of an input that has none.
  return value === null && type === "string" ? null : undefined;
}

const computedProperties: ReadonlyMap<string, (realm: Realm, state: EventState) => unknown> = new Map<
  string,
  (realm: Realm, state: EventState) => unknown
>([
  ["type", (_realm, { type }) => type],
  ["target", (_realm, state) => toTarget(state, state.target)],
  ["srcElement", (_realm, state) => toTarget(state, state.target)],
  ["currentTarget", (_realm, { page, currentTarget }) => page.toElement(currentTarget)],
  ["relatedTarget", (_realm, state) => readElement(state, "relatedTarget")],
  ["submitter", (_realm, state) => readElement(state, "submitter")],
  ["nativeEvent", (_realm, state) => state.page.toEvent(state.event, state.currentTarget, state.type)],
  ["returnValue", (_realm, { event }) => !event.defaultPrevented],
  ["cancelBubble", (_realm, { stopped }) => stopped],
  ["detail", (_realm, state) => readDetail(state)],
  ["touches", (realm, state) => readTouches(realm, state, "touches")],
  ["targetTouches", (realm, state) => readTouches(realm, state, "targetTouches")],
  ["changedTouches", (realm, state) => readTouches(realm, state, "changedTouches")],
  ["clipboardData", (_realm, state) => readTransfer(state, "clipboardData")],
  ["dataTransfer", (_realm, state) => readTransfer(state, "dataTransfer")],
]);

/** The card's element that an event happens at; `null` where that is outside. A text stands for its element. */
function toTarget({ page }: EventState, target: EventTarget | null): unknown {
  return isNode(target) ? page.toElement(nearestElement(target)) : null;
}

function readElement(state: EventState, key: string): unknown {
  const value = (state.event as unknown as Raw)[key];
  return value === undefined ? undefined : toTarget(state, value as EventTarget | null);
}

/** What the template itself put there, or a count of clicks: an object of the page's own is not the card's. */
function readDetail({ event, made }: EventState): unknown {
  if (made !== undefined) return made.state.custom ? made.state.detail : undefined;
  const { detail } = event as unknown as Raw;
  return typeof detail === "number" ? detail : undefined;
}

function readTouches(realm: Realm, state: EventState, key: string): unknown {
  const list = (state.event as unknown as Raw)[key] as ArrayLike<Raw> | undefined;
  if (typeof list !== "object" || list === null || typeof list.length !== "number") return undefined;
  chargeArray(realm, list.length);
  const touches: Rec[] = [];
  for (let i = 0; i < list.length && i < mostTouches; i++) {
    const touch = list[i];
    if (touch !== undefined) touches.push(toTouch(state, touch));
  }
  return touches;
}

function toTouch(state: EventState, touch: Raw): Rec {
  const record = createRecord();
  for (const name of touchNumbers) if (typeof touch[name] === "number") record[name] = touch[name];
  record.target = toTarget(state, touch.target as EventTarget | null);
  return record;
}

function readTransfer(state: EventState, key: string): unknown {
  const { transfers, event, page } = state;
  const known = transfers.get(key);
  if (known !== undefined) return known;
  const data = (event as unknown as Raw)[key];
  if (typeof data !== "object" || data === null) return data === null ? null : undefined;
  // Of what is pasted or dropped elsewhere in the page a card learns nothing.
  if (!state.isInside) return null;
  const facade = createTransfer(page, data as DataTransfer);
  transfers.set(key, facade);
  return facade;
}
