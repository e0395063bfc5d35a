import type { Scheme } from "../../../policy/css-theme.ts";
import { asksForScheme, settleScheme } from "../../../policy/css-theme-query.ts";
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
  /** As the template wrote it, where it was asked in other words. */
  readonly asked: string | undefined;
  constructor(page: Page, list: MediaQueryList, asked: string | undefined) {
    super(page);
    this.list = list;
    this.asked = asked;
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
  read: (_realm, { page, list, asked }, key) => {
    if (key === "matches") return list.matches === true;
    if (key === "media") return asked ?? String(list.media);
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

/** `matchMedia`: what the reader's screen is like. Its theme is the host's to say, where the host does not leave that to the device. */
export function queryMedia(realm: Realm, page: Page, given: unknown): Opaque {
  const query = toText(realm, given);
  chargeString(realm, query.length);
  if (query.length > longestQuery) throwType(realm, "a media query of this length is too long");
  charge(realm, cost);
  const scheme = asksForScheme(query) ? readScheme(realm, page) : undefined;
  const list = payTime(realm, () => page.view?.matchMedia(scheme === undefined ? query : settleScheme(query, scheme)));
  return list === undefined
    ? throwType(realm, "there is no screen to ask about")
    : new Opaque<unknown>(mediaType as OpaqueType, new MediaState(page, list, scheme === undefined ? undefined : query));
}

/** The theme that the card is shown in; `undefined` where that is the device's to say. */
function readScheme({ theme }: Realm, { root }: Page): Scheme | undefined {
  const outside = (root.getRootNode() as Partial<ShadowRoot>).host;
  const shown = theme ?? (root.closest("[data-theme]") ?? outside?.closest("[data-theme]"))?.getAttribute("data-theme");
  return shown === "device" ? undefined : shown === "dark" ? "dark" : "light";
}
