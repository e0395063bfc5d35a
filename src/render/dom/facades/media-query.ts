import { charge, chargeString } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwType } from "../../../runtime/throw.ts";
import type { Page } from "../page.ts";
import { payTime } from "../page-time.ts";
import { type ListenerPlace, toEventType } from "./listeners.ts";
import { createMethods } from "./methods.ts";
import { PageState } from "./states.ts";

const longestQuery = 1_000;
const cost = 50;

class MediaState extends PageState {
  readonly list: MediaQueryList;
  constructor(page: Page, list: MediaQueryList) {
    super(page);
    this.list = list;
  }
}

/** A query's listeners are the card's: they go with it. Its one event is `change`. */
const mediaType: OpaqueType<MediaState> = {
  name: "MediaQueryList",
  methods: createMethods("MediaQueryList", MediaState, {
    addEventListener: (realm, { page, list }, [type, fn, options]) =>
      toEventType(realm, type) === "change" ? page.listeners.add(realm, toPlace(list), fn, options) : undefined,
    addListener: (realm, { page, list }, [fn]) => page.listeners.add(realm, toPlace(list), fn, undefined),
    removeEventListener: (realm, { page, list }, [type, fn, options]) =>
      toEventType(realm, type) === "change" ? page.listeners.remove(realm, toPlace(list), fn, options) : undefined,
    removeListener: (realm, { page, list }, [fn]) => page.listeners.remove(realm, toPlace(list), fn, undefined),
  }),
  read: (_realm, { page, list }, key) => {
    if (key === "matches") return list.matches === true;
    if (key === "media") return String(list.media);
    return key === "onchange" ? page.listeners.readHandler(toPlace(list)) : undefined;
  },
  write: (realm, { page, list }, key, value) => {
    if (key !== "onchange") return false;
    page.listeners.setHandler(realm, toPlace(list), value);
    return true;
  },
};

function toPlace(list: MediaQueryList): ListenerPlace {
  return { target: list, type: "change", self: undefined };
}

/** `matchMedia`: what the reader's screen is like. */
export function queryMedia(realm: Realm, page: Page, given: unknown): Opaque {
  const query = toText(realm, given);
  chargeString(realm, query.length);
  if (query.length > longestQuery) throwType(realm, "a media query of this length is too long");
  charge(realm, cost);
  const list = payTime(realm, () => page.view?.matchMedia(query));
  return list === undefined
    ? throwType(realm, "there is no screen to ask about")
    : new Opaque<unknown>(mediaType as OpaqueType, new MediaState(page, list));
}
