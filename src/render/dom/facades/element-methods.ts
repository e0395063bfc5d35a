import { charge, chargeArray, chargeString } from "../../../runtime/budget.ts";
import { toNumber, toText } from "../../../runtime/coerce.ts";
import { TemplateThrow } from "../../../runtime/failure.ts";
import { get } from "../../../runtime/get.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { isRecord } from "../../../runtime/record.ts";
import { throwError } from "../../../runtime/throw.ts";
import { createNamedError } from "../../../scope/browser/named-error.ts";
import { createPromise } from "../../../scope/intrinsics/promise.ts";
import { click, dispatch, eventCost } from "./dispatch.ts";
import { toElementPlace, toRootPlace } from "./listener-places.ts";
import { type ListenerPlace, toEventType } from "./listeners.ts";
import type { Method, MethodTable } from "./methods.ts";
import { toRect } from "./rect.ts";
import type { ElementState } from "./states.ts";

type Raw = Readonly<Record<string, unknown>>;
const behaviors: ReadonlySet<unknown> = new Set(["auto", "smooth", "instant"]);
const places: ReadonlySet<unknown> = new Set(["start", "center", "end", "nearest"]);
const ranges: ReadonlySet<unknown> = new Set(["forward", "backward", "none"]);

/** Calls a method that takes nothing and gives nothing worth giving, where the element has it. */
function plain(name: string): Method<ElementState> {
  return (realm, { page, element, isBody }) => {
    charge(realm, eventCost);
    const method = (element as unknown as Raw)[name];
    if (typeof method !== "function" || isBody) return undefined;
    const result = page.act(name, () => method.call(element) as unknown);
    return typeof result === "boolean" ? result : undefined;
  };
}

/** Plays sound or film. The page's promise rejects where it lets nothing play, and so does the template's. */
const play: Method<ElementState> = (realm, { page, element }) => {
  charge(realm, eventCost);
  const { play: method } = element as Partial<HTMLMediaElement>;
  if (typeof method !== "function") return undefined;
  const playing = page.act("play", () => method.call(element));
  const failed = () => {
    throw new TemplateThrow(createNamedError("NotAllowedError", "the page does not play this now"), realm.at);
  };
  return createPromise(
    realm,
    Promise.resolve(playing).then(() => undefined, failed),
  );
};

/** As `plain`, for what may move the focus. */
function focusing(name: string): Method<ElementState> {
  const run = plain(name);
  return (realm, state, args) => (state.page.attention.mayFocus() ? run(realm, state, args) : undefined);
}

function toPlace(realm: Realm, { page, element, isBody }: ElementState, given: unknown): ListenerPlace {
  const type = toEventType(realm, given);
  return isBody ? toRootPlace(page, realm, type, page.toElement(element)) : toElementPlace(page, element, type);
}

function readWord(realm: Realm, options: unknown, key: string, words: ReadonlySet<unknown>): string | undefined {
  const value = isRecord(options) ? get(realm, options, key) : undefined;
  return words.has(value) ? (value as string) : undefined;
}

/** Reads what `scrollTo` takes: a place, or an object of one. */
export function toScroll(realm: Realm, [first, second]: readonly unknown[]): ScrollToOptions {
  const left = isRecord(first) ? get(realm, first, "left") : first;
  const top = isRecord(first) ? get(realm, first, "top") : second;
  const behavior = readWord(realm, first, "behavior", behaviors) as ScrollBehavior | undefined;
  return {
    ...(left === undefined ? {} : { left: toNumber(realm, left) }),
    ...(top === undefined ? {} : { top: toNumber(realm, top) }),
    ...(behavior === undefined ? {} : { behavior }),
  };
}

function scroll(name: "scrollTo" | "scrollBy"): Method<ElementState> {
  return (realm, { page, element }, args) => {
    charge(realm, 8);
    const options = toScroll(realm, args);
    page.act(name, () => element[name]?.(options));
    return undefined;
  };
}

function pointer(name: "setPointerCapture" | "releasePointerCapture" | "hasPointerCapture"): Method<ElementState> {
  return (realm, { page, element, isBody }, [id]) => {
    const pointerId = toNumber(realm, id);
    return isBody ? undefined : page.act(name, () => element[name]?.(pointerId) as unknown as boolean | undefined);
  };
}

const scrollIntoView: Method<ElementState> = (realm, { page, element }, [given]) => {
  charge(realm, 8);
  const block = readWord(realm, given, "block", places);
  const inline = readWord(realm, given, "inline", places);
  const behavior = readWord(realm, given, "behavior", behaviors);
  const options = { ...(block && { block }), ...(inline && { inline }), ...(behavior && { behavior }) } as ScrollIntoViewOptions;
  if (page.attention.mayScroll()) page.act("scrollIntoView", () => element.scrollIntoView?.(typeof given === "boolean" ? given : options));
  return undefined;
};

/** What elements do. */
export const elementMethods: MethodTable<ElementState> = {
  addEventListener: (realm, state, [type, fn, options]) => state.page.listeners.add(realm, toPlace(realm, state, type), fn, options),
  blur: (realm, { page, element }) => {
    charge(realm, eventCost);
    return page.act("blur", () => element.blur?.());
  },
  checkValidity: plain("checkValidity"),
  click: (realm, { page, element, isBody }) => {
    if (!isBody) click(realm, page, element);
    return undefined;
  },
  dispatchEvent: (realm, { page, element, isBody }, [event]) =>
    dispatch(realm, page, isBody ? page.root : element, page.toElement(element), event),
  focus: (realm, { page, element, isBody }, [options]) => {
    charge(realm, eventCost);
    const preventScroll = isRecord(options) && get(realm, options, "preventScroll") === true;
    if (!isBody && page.attention.mayFocus()) page.act("focus", () => element.focus?.({ preventScroll }));
    return undefined;
  },
  getBoundingClientRect: (realm, { element }) => {
    charge(realm, 8);
    return toRect(element.getBoundingClientRect());
  },
  getClientRects: (realm, { element }) => {
    const rects = [...element.getClientRects()];
    chargeArray(realm, rects.length * 8);
    return rects.map(toRect);
  },
  getContext: (realm) => throwError(realm, "Error", "cards can't draw on a canvas"),
  hasPointerCapture: pointer("hasPointerCapture"),
  load: plain("load"),
  pause: plain("pause"),
  play,
  releasePointerCapture: pointer("releasePointerCapture"),
  removeEventListener: (realm, state, [type, fn, options]) => state.page.listeners.remove(realm, toPlace(realm, state, type), fn, options),
  reportValidity: focusing("reportValidity"),
  requestSubmit: focusing("requestSubmit"),
  reset: (realm, state, args) => (state.page.guard.hasClosed(state.element) ? undefined : plain("reset")(realm, state, args)),
  scroll: scroll("scrollTo"),
  scrollBy: scroll("scrollBy"),
  scrollIntoView,
  scrollTo: scroll("scrollTo"),
  select: (realm, state, args) => {
    state.page.selected = state.element;
    return focusing("select")(realm, state, args);
  },
  setCustomValidity: (realm, { page, element }, [message]) => {
    const text = toText(realm, message);
    chargeString(realm, text.length);
    page.act("setCustomValidity", () => (element as Partial<HTMLInputElement>).setCustomValidity?.(text));
    return undefined;
  },
  setPointerCapture: pointer("setPointerCapture"),
  setSelectionRange: (realm, { page, element }, [start, end, direction]) => {
    charge(realm, eventCost);
    const [from, to] = [toNumber(realm, start), toNumber(realm, end)];
    page.selected = element;
    const way = ranges.has(direction) ? (direction as "forward") : "none";
    page.act("setSelectionRange", () => (element as Partial<HTMLInputElement>).setSelectionRange?.(from, to, way));
    return undefined;
  },
  stepDown: plain("stepDown"),
  stepUp: plain("stepUp"),
  submit: (realm) =>
    throwError(realm, "Error", "a card's form can't be submitted: listen to its `submit` event, and use `requestSubmit()`"),
};
